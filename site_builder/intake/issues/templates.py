"""Templates: the issue forms as GitHub wants them, with help from the schema: path → text of each file."""

from collections.abc import Mapping
from typing import Any

import yaml

from site_builder.intake.issues.forms import FORMS, Form, Question
from site_builder.reading.fields import Schemas
from site_builder.reading.site import Site

FOLDER = ".github/ISSUE_TEMPLATE"
CONTRIBUTE = "bidra/"
"""The page of the site, below its root, that tells how to contribute without an account."""
HEAD = "# Genererad med `python build.py generate` ur schema/ och site_builder/intake/issues/forms.py. Ändra där.\n"


def issue_templates(schemas: Schemas, site: Site) -> Mapping[str, str]:
    """The forms and what the page that chooses among them shows, by path in the repository."""
    files = {form.id: _form(form, schemas) for form in FORMS} | {"config": _chooser(site)}
    return {f"{FOLDER}/{name}.yml": HEAD + _yaml(content) for name, content in files.items()}


def _yaml(content: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=120)


def _form(form: Form, schemas: Schemas) -> dict[str, Any]:
    introduction = {"type": "markdown", "attributes": {"value": form.introduction}}
    return {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "labels": [form.id],
        "body": [introduction, *(_element(question, schemas) for question in form.questions)],
    }


def _element(question: Question, schemas: Schemas) -> dict[str, Any]:
    """One question; where all boxes must be ticked, each of them says so itself."""
    field = schemas.field(*question.about) if question.about else None
    example = field.examples[0] if field and field.examples else ""
    attributes = {
        "label": question.label,
        "description": question.help or (field.description if field else ""),
        "placeholder": f"Till exempel: {example}" if example else "",
        "options": _options(question),
        "render": question.render,
    }
    element = {
        "type": question.kind,
        "id": question.id,
        "attributes": {key: value for key, value in attributes.items() if value},
    }
    is_told = question.required and question.kind != "checkboxes"
    return element | ({"validations": {"required": True}} if is_told else {})


def _options(question: Question) -> list[Any]:
    if question.kind == "checkboxes":
        return [{"label": option, "required": question.required} for option in question.options]
    return list(question.options)


def _chooser(site: Site) -> dict[str, Any]:
    """No blank issues; the way without an account, where the site's address is known."""
    base = site.known_base_url
    contact = {
        "name": "Skriv utan konto på GitHub",
        "url": f"{base}{CONTRIBUTE}",
        "about": "Så rapporterar eller rättar du med e-post.",
    }
    return {"blank_issues_enabled": False} | ({"contact_links": [contact]} if base else {})
