"""Submission: the text that the site's editor makes → a new partnership, or the edits of one.

The text is YAML as `schema/submission.schema.json` has it. A record in it is one of the register's, but that a party
may be given by name alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from site_builder.intake.issues.correction import corrected, source_to_add
from site_builder.intake.issues.draft import Desk, Draft, said
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.missed import added
from site_builder.intake.issues.party_lines import Parties, nonprofit_parties, public_parties
from site_builder.reading.judgement import schema_problems
from site_builder.reading.yamlfile import parsed

NAME = "inskickat"
TOLD_BESIDE = ("source", "relation", "note")
Find = Callable[[Iterable[str]], Parties]


def submission(desk: Desk, by_field: Mapping[str, str]) -> Draft:
    """The answers by field of the form `fran-sidan`."""
    text = by_field["content"]
    document, problems = parsed(NAME, f"{text}\n".encode())
    if document is not None and not problems:
        problems = tuple(schema_problems(desk.schemas, "submission", document))
    if document is None or problems:
        told = (Remark(id=each.rule, field="content", message=f"Rad {each.line}: {each.message}") for each in problems)
        return Draft(remarks=tuple(told))
    return _read(desk, document.data)


def _read(desk: Desk, sent: Mapping[str, Any]) -> Draft:
    given = {field: sent[field] for field in TOLD_BESIDE if sent.get(field)}
    record = dict(sent["record"])
    find: Mapping[str, Find] = {
        "nonprofit_parties": lambda names: nonprofit_parties(desk, names),
        "public_parties": lambda names: public_parties(desk, [(name, ()) for name in names]),
    }
    files: dict[str, str] = {}
    remarks: list[Remark] = []
    for field in find.keys() & record.keys():
        record[field], found = _with_ids(record[field] or (), find[field])
        files |= found.files
        remarks += found.remarks
    if any(remark.stops for remark in remarks):
        return Draft(remarks=tuple(remarks), given=given)
    read = _new if sent["kind"] == "new" else _corrected
    return read(desk, sent, record, Draft(files=files, remarks=tuple(remarks), given=given))


def _new(desk: Desk, sent: Mapping[str, Any], record: Mapping[str, Any], found: Draft) -> Draft:
    if not record.get("title") or not record.get("public_parties"):
        message = "Titel och minst en offentlig part behövs. Fyll i dem och skicka igen."
        return replace(found, files={}, remarks=(*found.remarks, said("content", "incomplete", message, stops=True)))
    return added(desk, {"nonprofit_parties": [], **record}, sent["source"], found)


def _corrected(desk: Desk, sent: Mapping[str, Any], record: Mapping[str, Any], found: Draft) -> Draft:
    id = sent.get("agreement", "")
    if id not in desk.register.by_id:
        message = "Partnerskapet finns inte i registret, eller har bytt adress. Börja på dess sida och skicka igen."
        return replace(found, files={}, remarks=(*found.remarks, said("content", "no-record", message, stops=True)))
    changed = corrected(desk, id, record, found)
    told = source_to_add(desk, id, sent["source"]) if changed.files else ()
    return replace(changed, remarks=(*changed.remarks, *told))


def _with_ids(parties: Any, find: Find) -> tuple[list[Mapping[str, Any]], Parties]:
    """Those by name with their ids, and what else is said of them; one that is not found is left out, and told of."""
    found = find([party["name"] for party in parties if "name" in party])
    by_name = iter(found.items)
    items: list[Mapping[str, Any]] = []
    for party in parties:
        rest = {key: value for key, value in party.items() if key != "name"}
        known = next(by_name) if "name" in party else {}
        items += [] if known is None else [{**known, **rest}]
    return items, found
