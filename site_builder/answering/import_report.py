"""Import report: what came of a spreadsheet, row by row, for whoever sent it or takes it in."""

from collections.abc import Iterable, Iterator

from site_builder.intake.spreadsheets.filled import Filled
from site_builder.intake.spreadsheets.row_proposal import Proposal
from site_builder.intake.spreadsheets.underlag import RECORDS
from site_builder.intake.spreadsheets.wanted import Fault, RowChange
from site_builder.reading.personal import masked
from site_builder.reading.wording import shown

LONGEST = 2000
"""Lines of a report; a longer one is read by nobody, and what is wrong comes first."""


def import_report(sent: Filled, found: Proposal, *, is_mapped: bool = False) -> str:
    """What is wrong, what is worth a look, then what would change; personal numbers are hidden."""
    lines = [
        *_part("Fel", found.faults, is_mapped=is_mapped),
        *_part("Att titta på", found.warnings, is_mapped=is_mapped),
        *_changes(found),
        *_unread(sent),
    ]
    cut = [*lines[:LONGEST], f"… och {len(lines) - LONGEST} rader till."] if len(lines) > LONGEST else lines
    return masked("\n".join(cut))


def _part(title: str, faults: Iterable[Fault], *, is_mapped: bool) -> Iterator[str]:
    told = tuple(faults)
    if told:
        yield f"{title} ({len(told)}):"
        yield from (f"  {_place(fault, is_mapped=is_mapped)}{fault.message}" for fault in told)
        yield ""


def _place(fault: Fault, *, is_mapped: bool) -> str:
    """`Perioder, rad 4, Startdatum: `; the sheets are ours only where the file is."""
    parts = [
        fault.sheet if fault.sheet and not is_mapped else "",
        f"rad {fault.row}" if fault.row else "",
        fault.heading,
    ]
    told = ", ".join(filter(None, parts))
    return f"{told[:1].upper()}{told[1:]}: " if told else ""


def _changes(found: Proposal) -> Iterator[str]:
    if not found.rows:
        yield "Inget skiljer sig från registret." if not found.faults else "Inget går att skriva."
        return
    ids = [found.ids.get(row.agreement, row.agreement) for row in found.rows]
    for id in dict.fromkeys(ids):
        rows = [row for row, own in zip(found.rows, ids, strict=True) if own == id]
        is_new = rows[0].agreement != id
        yield f"{id}{' (nytt partnerskap)' if is_new else ''}:"
        for row in rows:
            yield from _row(row, is_new=is_new)
    organisations = {id: name for row in found.rows for id, name in row.organisations.items()}
    for id, name in organisations.items():
        yield f"Ny organisation: {shown(name)} (data/organisations/{id}.yaml). Kontrollera att den inte finns redan."


def _row(row: RowChange, *, is_new: bool) -> Iterator[str]:
    """Each field before and after; what is new on one line."""
    where = "" if row.sheet == RECORDS else f"{row.sheet}: "
    if row.is_new:
        told = ", ".join(f"{change.heading} {shown(change.after)}" for change in row.changes)
        yield f"  {where}{'' if is_new else 'ny rad, '}{told}"
        return
    for change in row.changes:
        yield f"  {where}{change.heading}: {_told(change.before)} → {_told(change.after)}"


def _told(text: str) -> str:
    return shown(text) if text else "tomt"


def _unread(sent: Filled) -> Iterator[str]:
    if sent.unread:
        yield ""
        names = ", ".join(f"{shown(name)}{f' ({sheet})' if sheet else ''}" for sheet, name in sent.unread)
        yield f"Kolumner som inte läses: {names}."
