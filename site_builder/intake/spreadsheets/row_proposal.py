"""Proposal: what rows want → the files of the project as they would be, tried before anything is written."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from site_builder.errors import BuildError
from site_builder.intake.beginning import begun
from site_builder.intake.canonical import canonical
from site_builder.intake.edits import Edit, edited
from site_builder.intake.spreadsheets.comparing import NEW
from site_builder.intake.spreadsheets.underlag import RECORDS
from site_builder.intake.spreadsheets.wanted import Fault, RowChange, Wanted
from site_builder.intake.trial import trial
from site_builder.reading.fields import Schemas
from site_builder.reading.problems import Problem
from site_builder.reading.yamlfile import Pointer, parsed
from site_builder.register.register import Register

Origin = Mapping[Pointer, RowChange]
"""Which row each part of a file comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The files as they would be with the `rows` in them; what is wrong, and what is worth a look, in other rows.

    `ids` are what new partnerships would be called, by what the rows call them.
    """

    files: Mapping[str, str]
    rows: tuple[RowChange, ...]
    ids: Mapping[str, str]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    path: str
    text: str
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class Proposer:
    """The project that rows are to change, judged as of a day; `source` is that of new partnerships that name none."""

    root: Path
    day: date
    register: Register
    schemas: Schemas
    source: Mapping[str, Any] | None = None

    def proposal(self, wanted: Wanted) -> Proposal:
        """The rows that are right, together: those that turn out wrong are left out until the rest is right."""
        rows, faults = wanted
        while True:
            kept = _kept(rows, faults)
            files, ids, own = self._files(kept)
            warnings: tuple[Fault, ...] = ()
            if not own and files:
                tried = trial(self.root, {file.path: file.text for file in files}, self.day)
                own = tuple(_fault(problem, files) for problem in tried.errors)
                warnings = tuple(_fault(problem, files) for problem in tried.problems if not problem.is_error)
            if not own:
                break
            faults = (*faults, *own)
            if len(_kept(rows, faults)) == len(kept):
                kept, files = (), ()  # nobody's row: then nothing can be said to be right
                break
        return Proposal(
            files={file.path: file.text for file in files},
            rows=kept,
            ids=ids,
            faults=tuple(dict.fromkeys(faults)),
            warnings=warnings,
        )

    def _files(self, rows: Iterable[RowChange]) -> tuple[tuple[_File, ...], dict[str, str], tuple[Fault, ...]]:
        by_agreement: dict[str, list[RowChange]] = defaultdict(list)
        for row in rows:
            by_agreement[row.agreement].append(row)
        files: dict[str, _File] = {}
        faults, ids = [], {}
        for agreement, own in by_agreement.items():
            made = self._new(agreement, own) if NEW.fullmatch(agreement) else self._edited(agreement, own)
            if isinstance(made, _File) and made.path in files:
                made = _about(own[0], "Två nya partnerskap har samma titel. Ge vart och ett en egen titel.")
            if isinstance(made, Fault):
                faults.append(made)
                continue
            files[made.path] = made
            ids[agreement] = made.path.removeprefix("data/agreements/").removesuffix(".yaml")
        for row in rows:
            files |= {file.path: file for file in self._organisations(row) if file.path not in files}
        return tuple(files.values()), ids, tuple(faults)

    def _organisations(self, row: RowChange) -> Iterator[_File]:
        for id, name in row.organisations.items():
            path = f"data/organisations/{id}.yaml"
            text = canonical("organisation", path, json.dumps({"name": name}, ensure_ascii=False), self.schemas)
            yield _File(path=path, text=text or "", origin={(): row})

    def _edited(self, agreement: str, rows: list[RowChange]) -> "_File | Fault":
        path = f"data/agreements/{agreement}.yaml"
        edits, origin = [], {}
        added: dict[str, int] = {}
        for row in rows:
            for edit in self._edits(agreement, row, added):
                edits.append(edit)
                origin[edit.pointer] = row
        text = edited("agreement", path, (self.root / path).read_text(encoding="utf-8"), edits, self.schemas)
        if text is None:
            return _about(rows[0], "Raden har tecken som registret inte tar emot. Skriv om texten för hand.")
        return _File(path=path, text=text, origin=origin)

    def _edits(self, agreement: str, row: RowChange, added: dict[str, int]) -> Iterator[Edit]:
        if row.items and row.is_new:
            place = added.get(row.items, len(getattr(self.register.by_id[agreement], row.items)))
            added[row.items] = place + 1
            yield Edit(pointer=(row.items, place), value=row.values)
            return
        within: Pointer = (row.items, row.index) if row.items else ()
        for change in row.changes:
            yield Edit(pointer=(*within, change.key), value=change.value)

    def _new(self, agreement: str, rows: list[RowChange]) -> "_File | Fault":
        record: dict[str, Any] = {"nonprofit_parties": []}
        origin: dict[Pointer, RowChange] = {}
        for row in rows:
            if row.items:
                origin[row.items, len(record.setdefault(row.items, []))] = row
                record[row.items].append(row.values)
            else:
                record |= row.values
                origin |= {(): row} | {(change.key,): row for change in row.changes}
        if "public_parties" not in record:
            return _about(rows[0], "Partnerskapet saknar offentlig part. Lägg till en rad för den i bladet Parter.")
        if "sources" not in record and self.source is None:
            return _about(rows[0], "Partnerskapet saknar källa. Lägg till en rad för den i bladet Källor.")
        if "sources" not in record and self.source:
            record["sources"] = [{"locator": f"rad {rows[0].row}", **self.source}]
        try:
            path, text = begun(self.root, record["public_parties"][0]["body"], record, self.schemas)
        except BuildError as error:
            return _about(rows[0], str(error))
        return _File(path=path.relative_to(self.root).as_posix(), text=text, origin=origin)


def _kept(rows: tuple[RowChange, ...], faults: Iterable[Fault]) -> tuple[RowChange, ...]:
    """The rows with nothing wrong; a new partnership with something wrong in any of its rows is left out whole."""
    places = {(fault.sheet, fault.row) for fault in faults}
    broken = {fault.agreement for fault in faults if NEW.fullmatch(fault.agreement)}
    return tuple(row for row in rows if (row.sheet, row.row) not in places and row.agreement not in broken)


def _about(row: RowChange, message: str) -> Fault:
    return Fault(sheet=row.sheet, row=row.row, agreement=row.agreement, message=message)


def _fault(problem: Problem, files: Iterable[_File]) -> Fault:
    """The problem as told of the row it comes from; of no row where it neither is in nor speaks of any of the files."""
    file = next((each for each in files if each.path == problem.path), None)
    if file is None:
        told = f"{problem.path}: {problem.message}"
        spoken = (each for each in files if each.path in problem.message)
        origin = next((_first(each) for each in spoken), None)
        return _about(origin, told) if origin else Fault(sheet="", row=0, message=told)
    row = _row(problem, file)
    return replace(_about(row, problem.message), heading=_heading(problem, file, row))


def _pointers(problem: Problem, file: _File) -> Iterator[Pointer]:
    """What stands where the problem is, the innermost first."""
    document, _ = parsed(file.path, file.text.encode("utf-8"))
    place = (problem.line, problem.column)
    found = [pointer for pointer, at in document.positions.items() if at == place] if document else []
    yield from sorted(found, key=len, reverse=True)


def _row(problem: Problem, file: _File) -> RowChange:
    for pointer in _pointers(problem, file):
        for own, row in file.origin.items():
            length = min(len(own), len(pointer))
            if length and own[:length] == pointer[:length]:
                return row
    return _first(file)


def _first(file: _File) -> RowChange:
    """The partnership's own row, where one is among them."""
    rows = list(file.origin.values())
    return next((row for row in rows if row.sheet == RECORDS), rows[0])


def _heading(problem: Problem, file: _File, row: RowChange) -> str:
    keys = {part for pointer in _pointers(problem, file) for part in pointer[-1:]}
    return next((change.heading for change in row.changes if change.key in keys), "")
