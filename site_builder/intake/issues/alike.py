"""Alike: published partnerships and open requests that may be about the same as a new request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from site_builder.intake.issues.corrected_field import corrected_field
from site_builder.intake.issues.draft import Desk
from site_builder.intake.issues.forms import ANSWER, CORRECTION, MISSED, SENT
from site_builder.intake.issues.issue_form import Answers, answers
from site_builder.intake.issues.party_lines import bodies_with_units
from site_builder.intake.issues.request import Request
from site_builder.reading.rules.duplicates import plain_name
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register

NEAR, MOST = 78, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A published partnership by id with its title, or an open issue by number."""

    agreement: str | None = None
    title: str = ""
    issue: int | None = None


def alike_agreements(register: Register, new: Agreement) -> tuple[Alike, ...]:
    """Those of the same body with a title that is near, or a party that both have; the nearest first."""
    bodies = [party.body for party in new.public_parties]
    others = {each.id: each for body in bodies for each in register.of_body(body) if each.id != new.id}
    near = {id: _likeness(new, other) for id, other in others.items()}
    found = sorted((id for id in near if near[id] >= NEAR), key=lambda id: (-near[id], id))
    return tuple(Alike(agreement=id, title=others[id].title) for id in found[:MOST])


def _likeness(one: Agreement, other: Agreement) -> float:
    """Of 100; a party that both have is a reason to look, whatever they are called."""
    shared = {party.organisation for party in one.nonprofit_parties} & {
        party.organisation for party in other.nonprofit_parties
    }
    likeness: float = fuzz.token_set_ratio(plain_name(one.title), plain_name(other.title))
    return max(likeness, NEAR) if shared else likeness


def alike_requests(desk: Desk, own: Answers, others: Iterable[Request]) -> tuple[Alike, ...]:
    """Open requests with the same form that are about the same thing."""
    subject = set(_subjects(desk, own))
    found = [each.number for each in others if subject & set(_subjects(desk, answers(each.body)))]
    return tuple(Alike(issue=number) for number in found[:MOST])


def _subjects(desk: Desk, said: Answers) -> Iterator[tuple[str, ...]]:
    """What a request is about, so that two about the same have one in common."""
    form, by_field = said.form, said.by_field
    if form == CORRECTION and {"record", "field"} <= by_field.keys():
        field = corrected_field(by_field["field"], desk.schemas) or by_field["field"].casefold()
        yield "correction", by_field["record"].strip().casefold(), field
    if form == ANSWER and "answering_body" in by_field:
        yield "answer", desk.names.body(by_field["answering_body"]).id or plain_name(by_field["answering_body"])
    if form == MISSED and {"agreement_title", "public_parties"} <= by_field.keys():
        for name, _ in bodies_with_units(by_field["public_parties"]):
            yield "missed", desk.names.body(name).id or plain_name(name), plain_name(by_field["agreement_title"])
    if form == SENT and "content" in by_field:
        yield "sent", by_field["content"]
