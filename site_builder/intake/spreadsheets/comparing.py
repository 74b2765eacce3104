"""Comparing: the lines somebody sent in, beside the register → what they want to change, and the rows that are wrong.

What the sender changed is what differs from the file as it was sent out, or from the register of today, where the file
does not tell. What has changed in the register since is not written over: a person decides which of the two holds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.intake.spreadsheets.cell_values import Known, Meant, tidy
from site_builder.intake.spreadsheets.filled import Filled, placed
from site_builder.intake.spreadsheets.underlag import (
    ID,
    NUMBER,
    PARTIES,
    PARTY,
    RECORDS,
    SIDE,
    Column,
    Kind,
    Line,
    Sheet,
    item_keys,
    lines,
    party_key,
    written,
)
from site_builder.intake.spreadsheets.wanted import Change, Fault, RowChange, Wanted
from site_builder.reading.fields import Schemas
from site_builder.reading.wording import shown
from site_builder.register.register import Register

NEW = re.compile(r"ny ?\d{1,4}")
"""What a partnership is called that has no id yet."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The register that lines are compared with, and what their words are understood by."""

    register: Register
    sheets: tuple[Sheet, ...]
    known: Known
    schemas: Schemas

    def wanted(self, sent: Filled) -> Wanted:
        """What the rows want, and those that are wrong."""
        present = self._present({line.agreement for line in sent.lines})
        origin = present if sent.origin is None else {line.key: line for line in sent.origin}
        places = Counter(line.key for line in sent.lines if _has_place(line))
        repeated = {key for key, count in places.items() if count > 1}
        titled = {line.agreement for line in sent.lines if line.sheet == RECORDS and self._content(line)}
        changes: list[RowChange] = []
        faults: list[Fault] = []
        for line in sent.lines:
            if line.key in repeated and _has_place(line):
                own: Iterable[RowChange | Fault] = [_fault(line, "Id och nummer står på flera rader. Ta bort den ena.")]
            elif NEW.fullmatch(line.agreement) or (line.number is None and line.sheet != RECORDS):
                own = self._new(line, titled)
            else:
                own = self._changed(line, origin, present, is_told=sent.origin is not None)
            for each in own:
                if isinstance(each, Fault):
                    faults.append(each)
                else:
                    changes.append(each)
        return tuple(changes), tuple(faults)

    def _present(self, wanted: Iterable[str]) -> dict[tuple[str, str, int | None], Line]:
        """The lines of the partnerships as they would be sent out today."""
        agreements = [self.register.by_id[id] for id in sorted(wanted) if id in self.register.by_id]
        labels = self.known.labels
        return {line.key: line for sheet in self.sheets for each in agreements for line in lines(sheet, each, labels)}

    def _sheet(self, line: Line) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.name == line.sheet)

    def _changed(
        self, line: Line, origin: Mapping[Any, Line], present: Mapping[Any, Line], *, is_told: bool
    ) -> Iterator[RowChange | Fault]:
        base = origin.get(line.key)
        if base is None:
            if self._content(line) or line.number is not None:
                yield _fault(line, _nowhere(line))
            return
        columns = [each for each in self._sheet(line).columns if each.key in line.cells]
        touched = [each for each in columns if self._is_touched(each, line, base, is_told=is_told)]
        if not touched:
            return
        now = self._now(line, base, present)
        if now is None:
            yield _fault(line, "Uppgiften har ändrats i registret sedan filen hämtades. Hämta ett nytt underlag.")
            return
        if not self._content(line):
            yield _fault(line, "Raden är tömd. Så tas inget bort ur registret: skriv tillbaka, och berätta i ett mejl.")
            return
        judged = [self._judged(each, line, base, now) for each in touched]
        faults = [each for each in judged if isinstance(each, Fault)]
        yield from faults
        changes = tuple(change for change, _ in (each for each in judged if isinstance(each, tuple)))
        named = dict(new for _, new in (each for each in judged if isinstance(each, tuple)) if new)
        if changes and not faults:
            yield RowChange(
                sheet=line.sheet,
                row=line.row,
                agreement=line.agreement,
                items=base.items,
                index=now.index,
                changes=changes,
                organisations=named,
            )

    def _now(self, line: Line, base: Line, present: Mapping[Any, Line]) -> Line | None:
        """The same row of the register today: where it was, or where one alone is as it was."""
        there = present.get(base.key)
        if base.items is None or (there and _cells(there) == _cells(base)):
            return there
        beside = [each for each in present.values() if (each.sheet, each.agreement) == (base.sheet, base.agreement)]
        same = [each for each in beside if _cells(each) == _cells(base)]
        if len(same) == 1:
            return same[0]
        return there if there and there.items == base.items else None

    def _is_touched(self, column: Column, line: Line, base: Line, *, is_told: bool) -> bool:
        """Whether the sender wrote something else than stood there; never mind how it is written."""
        if column.key in line.faults:
            return True
        sent, before = line.cells[column.key], base.cells.get(column.key, "")
        if tidy(sent) == tidy(before) or (not is_told and sent.split() == before.split()):
            return False
        if column.kind is Kind.LOCKED:
            return tidy(sent).casefold() != tidy(before).casefold()
        meant, meant_before = (self.known.meant(column, text, base.items) for text in (sent, before))
        return bool(meant.fault) or meant.value != meant_before.value

    def _judged(self, column: Column, line: Line, base: Line, now: Line) -> "Fault | tuple[Change, Any]":
        sent, at_present = line.cells[column.key], now.cells.get(column.key, "")
        if column.key in line.faults:
            return _fault(line, line.faults[column.key], column)
        if column.kind is Kind.LOCKED or column.key == SIDE:
            was = tidy(base.cells.get(column.key, "")) or "tomt"
            return _fault(line, f"{shown(tidy(sent))} står i en låst cell. Skriv tillbaka {shown(was)}.", column)
        if fault := self._misplaced(column, line, base.items):
            return fault
        meant = self.known.meant(column, sent, base.items)
        if meant.fault:
            return _fault(line, meant.fault, column)
        if meant.value is None and self._is_required(column, base.items):
            return _fault(line, "Uppgiften behövs och kan inte tömmas.", column)
        if tidy(at_present) != tidy(base.cells.get(column.key, "")):
            return _fault(
                line,
                f"Registret har ändrats här sedan filen hämtades, från {shown(tidy(base.cells.get(column.key, '')))} "
                f"till {shown(tidy(at_present))}. Din ändring till {shown(tidy(sent))} skrivs inte. Hämta ett nytt "
                "underlag och se vad som ska gälla.",
                column,
            )
        return self._change(column, meant, base.items, at_present), meant.new_organisation

    def _change(self, column: Column, meant: Meant, items: str | None, before: str) -> Change:
        """The change, told as the register understands it."""
        labels, value = self.known.labels, meant.value
        if column.key == PARTY and items:
            name = meant.new_organisation[1] if meant.new_organisation else labels.label(PARTIES[items], value)
            key = party_key(items, self.schemas)
            return Change(heading=column.title, key=key, value=value, before=tidy(before), after=name)
        after = written(column, value, labels).strip()
        return Change(heading=column.title, key=column.key, value=value, before=tidy(before), after=after)

    def _is_required(self, column: Column, items: str | None) -> bool:
        """Whether the field must have a value, in a record or in an item of the list."""
        pointer = (items, 0) if items else ()
        key = party_key(items, self.schemas) if column.key == PARTY and items else column.key
        return key in self.schemas.at("agreement", pointer).get("required", ())

    def _misplaced(self, column: Column, line: Line, items: str | None) -> Fault | None:
        """A field that parties of this side do not have."""
        if items is None or column.key in (SIDE, PARTY) or column.key in item_keys(items, self.schemas):
            return None
        if not tidy(line.cells[column.key]):
            return None
        side = self.known.labels.label(SIDE, items) if items in PARTIES else ""
        return _fault(line, f"Uppgiften finns inte för {side.lower()}. Töm cellen.", column)

    def _content(self, line: Line) -> bool:
        """Whether anything but ids stands in the row."""
        own = (each for each in self._sheet(line).columns if each.kind is not Kind.LOCKED)
        return any(tidy(line.cells.get(each.key, "")) or each.key in line.faults for each in own)

    def _new(self, line: Line, titled: Iterable[str]) -> Iterator[RowChange | Fault]:
        """A partnership or an item that the register has not got."""
        if not self._content(line):
            return
        if not line.agreement:
            yield _fault(line, "Id saknas. Välj partnerskapets id, eller skriv ny 1, ny 2 … för ett nytt partnerskap.")
        elif NEW.fullmatch(line.agreement) and line.agreement not in titled:
            yield _fault(line, f"{line.agreement} har ingen rad i bladet {RECORDS}. Fyll i titeln där.")
        elif not NEW.fullmatch(line.agreement) and line.agreement not in self.register.by_id:
            yield _fault(line, f"{shown(line.agreement)} finns inte i registret. Välj ett id som finns i underlaget.")
        else:
            yield from self._begun(line)

    def _begun(self, line: Line) -> Iterator[RowChange | Fault]:
        sheet = self._sheet(line)
        items = next((each.items for each in placed([line], self.sheets, self.known.labels)), None)
        changes: list[Change] = []
        faults: list[Fault] = []
        named: dict[str, str] = {}
        for column in sheet.columns:
            text = line.cells.get(column.key, "")
            if column.key in line.faults:
                faults.append(_fault(line, line.faults[column.key], column))
            elif column.kind is Kind.LOCKED:
                if column.key != ID and tidy(text):
                    faults.append(_fault(line, "Cellen fylls i av registret. Töm den.", column))
            elif wrong := self._misplaced(column, line, items) if column.key in line.cells else None:
                faults.append(wrong)
            else:
                meant = self.known.meant(column, text, items)
                is_needed = self._is_required(column, items) or column.key == SIDE
                if meant.fault or (meant.value is None and is_needed):
                    faults.append(_fault(line, meant.fault or "Uppgiften behövs. Fyll i den.", column))
                elif meant.value is not None and column.key != SIDE:
                    changes.append(self._change(column, meant, items, ""))
                    named |= dict([meant.new_organisation] if meant.new_organisation else [])
        yield from faults
        if not faults:
            yield RowChange(
                sheet=line.sheet,
                row=line.row,
                agreement=line.agreement,
                items=items,
                is_new=True,
                changes=tuple(changes),
                organisations=named,
            )


def _nowhere(line: Line) -> str:
    """That the row is none of those sent out."""
    if line.number is None:
        return (
            f"{shown(line.agreement) if line.agreement else 'Ett tomt id'} finns inte i underlaget. Id är låst: skriv "
            "tillbaka det som stod där, eller kalla ett nytt partnerskap ny 1."
        )
    return (
        f"Rad nummer {line.number} av {shown(line.agreement)} finns inte i underlaget. Id och Nr är låsta: skriv "
        "tillbaka dem, eller töm Nr om raden är ny."
    )


def _cells(line: Line) -> dict[str, str]:
    """What stands in the row, wherever it is."""
    return {key: tidy(text) for key, text in line.cells.items() if key != NUMBER and tidy(text)}


def _has_place(line: Line) -> bool:
    return bool(line.agreement) and (line.number is not None or line.sheet == RECORDS)


def _fault(line: Line, message: str, column: Column | None = None) -> Fault:
    heading = column.title if column else ""
    return Fault(sheet=line.sheet, row=line.row, agreement=line.agreement, heading=heading, message=message)
