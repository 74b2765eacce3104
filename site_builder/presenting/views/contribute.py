"""Contribute: how to report a partnership or correct one, with the editor's form."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from site_builder.intake.issues.forms import (
    ANSWER,
    CONSENT,
    CORRECTION,
    MISSED,
    NOTE,
    RELATION,
    SENT,
    SOURCE,
    Form,
    Question,
)
from site_builder.presenting.asking import Asked, Control, Section, ids, more, order, sections
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import START, Trail

TEMPLATE, REPORT = f"{SENT.id}.yml", SENT.questions[0].label
"""The issue form that takes what the editor writes, and its question."""
NEW, CORRECTED = MISSED.title, CORRECTION.title


def _question(question: Question) -> Control:
    """A question of the issue forms, asked of whoever writes."""
    return Control(
        name=question.id,
        label=question.label,
        help=question.help,
        kind="choice" if question.options else "prose",
        required=question.required,
        shortest=None,
        longest=question.longest,
        pattern="",
        hint="",
        example="",
        options=tuple((option, option) for option in question.options),
        preset=None,
        suggestions="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """An issue form, and a letter with its questions, for those who use no scripts."""

    form: Form
    issue: str | None
    letter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributeView:
    """How to report a partnership or correct one. `order` and `ids` are fields by name, as files have them."""

    doors: tuple[Door, ...]
    sections: tuple[Section, ...]
    more: tuple[Asked, ...]
    order: tuple[str, ...]
    ids: tuple[str, ...]
    id_pattern: str
    source: Control
    relation: Control
    note: Control
    title: str = "Rapportera ett partnerskap"
    description: str = "Så berättar du om ett partnerskap som saknas, rättar en uppgift eller svarar att inga finns."
    trail: Trail = (START,)
    template: str = TEMPLATE
    report: str = REPORT
    new: str = NEW
    corrected: str = CORRECTED
    consent: Question = CONSENT


def contribute_view(edition: Edition, _: None) -> ContributeView:
    schemas, register = edition.schemas, edition.register
    first, rest = sections(schemas, register), more(schemas, register)
    asked = (*(each for section in first for each in section.asked), *rest)
    return ContributeView(
        doors=tuple(_door(edition, form) for form in (MISSED, CORRECTION, ANSWER)),
        sections=first,
        more=rest,
        order=order(schemas),
        ids=tuple(sorted(set(ids(asked)))),
        id_pattern=schemas.by_name["common"]["$defs"]["agreement_id"]["pattern"],
        source=_question(SOURCE),
        relation=_question(RELATION),
        note=_question(NOTE),
    )


def _door(edition: Edition, form: Form) -> Door:
    repository, contact = edition.site.known_repository, edition.site.known_contact
    return Door(
        form=form,
        issue=f"{repository}/issues/new?template={form.id}.yml" if repository else None,
        letter=f"mailto:{contact}?{letter(form)}" if contact else None,
    )


def letter(form: Form) -> str:
    """The form's questions as an issue has them, so that what comes back can be read the same way."""
    body = "\r\n\r\n".join(f"### {question.label}\r\n\r\n{_beginning(question)}" for question in form.questions)
    return urlencode({"subject": form.title.strip(), "body": body}, quote_via=quote, safe="")


def _beginning(question: Question) -> str:
    """The boxes, or the answers to choose from as a line each to keep one of."""
    if question.kind == "checkboxes":
        return "\r\n".join(f"- [ ] {option}" for option in question.options)
    return "\r\n".join(question.options)
