"""Missed: the answers of who tells of a partnership that the register lacks → its file, and those that it needs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from site_builder.intake.beginning import record_name
from site_builder.intake.canonical import canonical
from site_builder.intake.issues.cited import cited
from site_builder.intake.issues.draft import Desk, Draft, agreement_path, said
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.party_lines import bodies_with_units, lines, nonprofit_parties, public_parties
from site_builder.intake.issues.written_time import ALWAYS, is_unknown, written_date
from site_builder.intake.names import new_id

DATES = {"start": "När började det?", "end": "När slutar det?"}
TOLD_BESIDE = ("funding", "note", "relation")
"""What a person has to read, and no field can hold as it is written."""
NO_PARTY = "Vilka idéburna parter som ingår är inte känt."


def missed(desk: Desk, by_field: Mapping[str, str]) -> Draft:
    """The answers by field of the form `saknas`. Without a leading body that is known there is no place for a file."""
    public = public_parties(desk, bodies_with_units(by_field["public_parties"]))
    nonprofit = nonprofit_parties(desk, lines(by_field["nonprofit_parties"]))
    periods, remarks = _periods(by_field)
    record = {
        "title": by_field["agreement_title"],
        "name": by_field.get("name"),
        "nonprofit_parties": nonprofit.known,
        "public_parties": public.known,
        "target_description": by_field.get("target_description"),
        "purpose": by_field.get("purpose"),
        "periods": periods,
    }
    told = (*public.remarks, *nonprofit.remarks, *remarks)
    given = {field: by_field[field] for field in TOLD_BESIDE if field in by_field}
    if any(remark.stops for remark in told):
        return Draft(remarks=told, given=given)
    return added(desk, record, by_field["source"], Draft(files=nonprofit.files, remarks=told, given=given))


def added(desk: Desk, record: Mapping[str, Any], source: str, found: Draft) -> Draft:
    """The new record in its leading body's folder, with its source, beside what is found already."""
    place = record["public_parties"][0]["body"]
    reference = cited(desk, source, place)
    whole = {key: value for key, value in record.items() if value or key == "nonprofit_parties"}
    if not whole["nonprofit_parties"]:
        whole.setdefault("note", NO_PARTY)
    whole["sources"] = [reference.reference]
    taken = (id.partition("/")[2] for id in desk.register.by_id if id.startswith(f"{place}/"))
    name = new_id(record_name(record["title"]), taken)
    id = f"{place}/{name}"
    text = canonical("agreement", agreement_path(id), json.dumps(whole, ensure_ascii=False), desk.schemas)
    if text is None or not name:
        message = "Titeln går inte att göra en adress av. Skriv den med vanliga ord."
        told = said("agreement_title", "no-name", message, stops=True)
        return replace(found, files={}, remarks=(*found.remarks, told))
    return replace(
        found,
        summary=f"Nytt partnerskap: {id}",
        files={agreement_path(id): text, **found.files, **reference.files},
        agreement=id,
        remarks=(*found.remarks, *reference.remarks),
    )


def _periods(by_field: Mapping[str, str]) -> tuple[list[dict[str, Any]], tuple[Remark, ...]]:
    """One period with the bounds that are told, none where neither is."""
    period: dict[str, Any] = {"kind": "original"}
    remarks = tuple(_unread_dates(by_field))
    for field in DATES:
        answer = by_field.get(field, "")
        if field == "end" and answer.strip().rstrip(".").casefold() == ALWAYS:
            period["open_ended"] = True
        elif day := written_date(answer):
            period[field] = day
    return ([period] if len(period) > 1 else []), remarks


def _unread_dates(by_field: Mapping[str, str]) -> Iterator[Remark]:
    for field, label in DATES.items():
        answer = by_field.get(field, "").strip().rstrip(".")
        is_always = field == "end" and answer.casefold() == ALWAYS
        if not (is_unknown(answer) or is_always or written_date(answer)):
            yield said(
                field,
                "no-date",
                f"”{label}”: svaret går inte att läsa som ett datum. Skriv dag, månad eller år: 2022-01-31, 2022-01 "
                "eller 2022. Lämna tomt om du inte vet.",
                stops=True,
            )
