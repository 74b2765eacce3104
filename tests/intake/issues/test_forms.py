"""The issue forms: fresh, as GitHub wants them, and held to the schema."""

from dataclasses import replace

import yaml

from site_builder.intake.issues.forms import CORRECTION, FORMS, SENT, Question
from site_builder.intake.issues.templates import CONTRIBUTE, FOLDER, issue_templates
from site_builder.presenting.pages import page_table
from site_builder.reading.fields import schemas
from site_builder.reading.site import settings
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")
SITE = settings(ROOT / "site.yaml", SCHEMAS)
GITHUBS_OWN = {"title", "body", "labels", "template", "assignees", "milestone", "projects"}


def questions(kind: str) -> list[Question]:
    return [question for form in FORMS for question in form.questions if question.kind == kind]


def test_the_forms_are_fresh() -> None:
    wanted = issue_templates(SCHEMAS, SITE)
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).iterdir()}
    assert found == set(wanted)
    for path, text in wanted.items():
        written = (ROOT / path).read_text(encoding="utf-8")
        assert written == text, f"{path} is stale; refresh it with: python build.py generate"


def test_ids_and_labels_are_each_s_own_and_none_is_githubs() -> None:
    for form in FORMS:
        for names in ([each.id for each in form.questions], [each.label for each in form.questions]):
            assert len(names) == len(set(names))
        assert not GITHUBS_OWN & {each.id for each in form.questions}
    first = [form.questions[0].label for form in FORMS]
    assert all(sum(label in [each.label for each in form.questions] for form in FORMS) == 1 for label in first)


def test_what_the_site_fills_in_is_text() -> None:
    """A dropdown or box in the address makes GitHub show an empty form."""
    asked = {question.id: question for question in CORRECTION.questions}
    assert {asked[id].kind for id in ("record", "field", "present")} <= {"input", "textarea"}


def test_every_form_asks_for_source_relation_and_consent() -> None:
    for form in FORMS:
        required = {question.id for question in form.questions if question.required}
        assert {"consent"} <= required
        assert form == SENT or {"source", "relation"} <= required  # what the site sends has them in its text
    assert all(len(each.options) == 2 for each in questions("checkboxes"))
    assert all(len(each.options) > 1 for each in questions("dropdown"))


def test_an_answer_may_be_as_long_as_the_schema_lets_it() -> None:
    said = {
        each.id: (each.longest, SCHEMAS.at(*each.about).get("maxLength"))
        for form in FORMS
        for each in form.questions
        if each.about
    }
    assert said == {
        "agreement_title": (90, 90),
        "name": (200, 200),
        "target_description": (200, 200),
        "purpose": (4000, 4000),
    }


def test_help_and_example_come_from_the_schema() -> None:
    form = yaml.safe_load(issue_templates(SCHEMAS, SITE)[f"{FOLDER}/saknas.yml"])
    by_id = {element.get("id"): element for element in form["body"]}
    assert by_id["agreement_title"]["attributes"] == {
        "label": "Vad är partnerskapet till för?",
        "description": "Vad partnerskapet är till för, högst 90 tecken. Inte bara en parts namn.",
        "placeholder": "Till exempel: Fritid för unga med funktionsnedsättning",
    }
    assert by_id["agreement_title"]["validations"] == {"required": True}
    assert [option["required"] for option in by_id["consent"]["attributes"]["options"]] == [True, True]


def test_the_way_without_an_account_is_shown_once_the_site_has_an_address() -> None:
    def chooser(base: str) -> dict[str, object]:
        known = replace(SITE, base_url=base)
        found: dict[str, object] = yaml.safe_load(issue_templates(SCHEMAS, known)[f"{FOLDER}/config.yml"])
        return found

    assert chooser("https://register.example/") == {"blank_issues_enabled": False}
    links = chooser("https://anna.github.io/iop/")["contact_links"]
    assert isinstance(links, list)
    assert [link["url"] for link in links] == ["https://anna.github.io/iop/bidra/"]
    assert {page.route for page in page_table(()) if page.name == "contribute"} == {CONTRIBUTE}
