"""Correction: the answers of who says that a piece of information is wrong → the edits of one record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from site_builder.intake.edits import edited
from site_builder.intake.edits_between import edits_between
from site_builder.intake.issues.cited import known_source
from site_builder.intake.issues.corrected_field import corrected_field
from site_builder.intake.issues.corrected_value import Answer, corrected_value
from site_builder.intake.issues.draft import Desk, Draft, agreement_path, said
from site_builder.intake.issues.issue_form import Remark

NEAR, MOST = 75, 3
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
TOLD_BESIDE = ("right", "source", "relation")


def correction(desk: Desk, by_field: Mapping[str, str]) -> Draft:
    """The answers by field of the form `ratta`."""
    given = {field: by_field[field] for field in TOLD_BESIDE if field in by_field}
    id = _record_id(desk, by_field["record"])
    if id is None:
        return Draft(remarks=(_no_record(desk, by_field["record"]),), given=given)
    field = corrected_field(by_field["field"], desk.schemas)
    if field is None:
        titles = ", ".join(each.title.lower() for each in desk.schemas.fields("agreement"))
        message = f"Det går inte att se vilken uppgift det gäller. Skriv en av dem: {titles}."
        return Draft(agreement=id, remarks=(said("field", "no-field", message, stops=True),), given=given)
    answer = Answer(field=field, record=desk.record(id), right=by_field["right"], present=by_field["present"])
    found = corrected_value(desk, answer)
    told = Draft(files=found.files, agreement=id, remarks=found.remarks, given=given)
    if not found.is_certain:
        return replace(told, files={})
    changed = corrected(desk, id, {field: found.value}, told)
    if not changed.files:
        return changed
    del given["right"]
    return replace(changed, given=given, remarks=(*changed.remarks, *source_to_add(desk, id, by_field["source"])))


def corrected(desk: Desk, id: str, fields: Mapping[str, Any], found: Draft) -> Draft:
    """The record with the fields as given, and None for what is to be taken away, beside what is found already."""
    before, path = desk.record(id), agreement_path(id)
    edits = [edit for field, value in fields.items() for edit in edits_between(before.get(field), value, (field,))]
    if not edits:
        told = said(None, "no-change", "Det står redan så i registret.")
        return replace(found, files={}, agreement=id, remarks=(told,))
    text = edited("agreement", path, desk.text(path), edits, desk.schemas)
    if text is None:
        message = "Det går inte att skriva i registret. Skriv det med vanliga tecken."
        told = said("right", "no-text", message, stops=True)
        return replace(found, files={}, agreement=id, remarks=(*found.remarks, told))
    titles = ", ".join(desk.schemas.field("agreement", (field,)).title.lower() for field in fields)
    return replace(found, summary=f"Rättar {id}: {titles}", files={path: text, **found.files}, agreement=id)


def _record_id(desk: Desk, answer: str) -> str | None:
    """The partnership's id, written by itself, in an address, or by a title that only it has."""
    if found := [id for id in _ID.findall(answer.casefold()) if id in desk.register.by_id]:
        return str(found[0])
    moved = {redirect.old: redirect.new for redirect in desk.register.redirects if redirect.kind == "agreement"}
    if found := [moved[id] for id in _ID.findall(answer.casefold()) if id in moved]:
        return str(found[0])
    title = answer.strip().casefold()
    names = ((each.id, name.casefold()) for each in desk.register.agreements for name in (each.title, each.name or ""))
    called = {id for id, name in names if title and name == title}
    return called.pop() if len(called) == 1 else None


def _no_record(desk: Desk, answer: str) -> Remark:
    names = [(name, each.id) for each in desk.register.agreements for name in (each.id, each.title.casefold())]
    scores = ((fuzz.token_sort_ratio(answer[:200].casefold(), name), id) for name, id in names)
    near = dict.fromkeys(id for score, id in sorted(scores, key=lambda each: (-each[0], each[1])) if score >= NEAR)
    advice = f" Menar du {' eller '.join(tuple(near)[:MOST])}?" if near else ""
    message = f"Registret har inget partnerskap med det id:t. Det står längst ned på partnerskapets sida.{advice}"
    return said("record", "no-record", message, stops=True)


def source_to_add(desk: Desk, id: str, answer: str) -> Iterator[Remark]:
    """A correction is one line; its source is told beside it, for only who reads it knows what it is called."""
    known = known_source(desk, answer)
    own = {reference["source"] for reference in desk.record(id)["sources"]}
    if known is None or known not in own:
        message = "Källan står inte i posten. Granskaren läser den och lägger till den under sources."
        yield said("source", "new-source", message)
