"""Filled: the cells of an underlag somebody has filled in → its lines, and the lines as they were sent out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.errors import BuildError
from site_builder.intake.spreadsheets.cell_values import tidy
from site_builder.intake.spreadsheets.labels import Labels, plain
from site_builder.intake.spreadsheets.spreadsheet import Cell, Table
from site_builder.intake.spreadsheets.underlag import HEAD, ID, NUMBER, ORIGIN, Line, Sheet, items_of

TITLE = "title"
_SEARCHED = 10
"""Rows at the top of a sheet among which the headings are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The lines; `origin` None where the file does not tell how it was sent out. `unread` are columns nobody knows."""

    lines: tuple[Line, ...]
    origin: tuple[Line, ...] | None
    unread: tuple[tuple[str, str], ...]


def filled(found: Iterable[Table], known: tuple[Sheet, ...], labels: Labels) -> Filled:
    """What the tables hold. Raises BuildError where none of them is a sheet of an underlag."""
    by_name = {plain(sheet.name): sheet for sheet in known}
    lines: list[Line] = []
    unread: list[tuple[str, str]] = []
    origin: tuple[Line, ...] | None = None
    is_ours = False
    for table in found:
        if table.name == ORIGIN:
            origin = _origin(table, {sheet.name: sheet for sheet in known}, labels)
        elif sheet := by_name.get(plain(table.name)) or (None if table.name else _likest(table, known)):
            head = _head(table, sheet)
            is_ours = is_ours or head is not None
            if head is not None:
                lines += _lines(table, sheet, *head)
                unread += [(sheet.name, name) for name in _unknown(table, sheet, head[0])]
    if not is_ours:
        raise BuildError(
            "Filen har inte underlagets blad och kolumner. Hämta ett underlag på registrets sidor och fyll i det, "
            "eller beskriv filens kolumner i en mappning (--mapping, se docs/import.md)."
        )
    return Filled(lines=tuple(lines), origin=origin, unread=tuple(unread))


def placed(lines: Iterable[Line], known: tuple[Sheet, ...], labels: Labels) -> Iterator[Line]:
    """The lines with the lists they belong to and their places there, as they come."""
    by_name = {sheet.name: sheet for sheet in known}
    count: dict[tuple[str, str | None], int] = defaultdict(int)
    for line in lines:
        items = items_of(line, labels, by_name[line.sheet]) if by_name[line.sheet].lists else None
        yield replace(line, items=items, index=count[line.agreement, items] if items else -1)
        count[line.agreement, items] += 1


def _likest(table: Table, known: tuple[Sheet, ...]) -> Sheet | None:
    """A CSV file does not say which sheet it is: the one whose headings it has most of."""

    def shared(sheet: Sheet) -> int:
        head = _head(table, sheet)
        return len(head[1]) if head else 0

    best = max(known, key=shared)
    return best if shared(best) >= 2 else None


def _head(table: Table, sheet: Sheet) -> tuple[int, Mapping[int, str]] | None:
    """The number of the row with the headings, and the column of each by its place; by title or by key.

    The register's own partnerskap.csv has the keys. A sheet without numbers does not say which row is which.
    """
    names = {plain(column.title): column.key for column in sheet.columns}
    names |= {plain(column.key): column.key for column in sheet.columns}
    needed = {ID, NUMBER if sheet.lists else TITLE}
    for number, cells in table.rows[:_SEARCHED]:
        places = {place: names[plain(cell.text)] for place, cell in enumerate(cells) if plain(cell.text) in names}
        if needed <= set(places.values()):
            return number, places
    return None


def _unknown(table: Table, sheet: Sheet, head: int) -> Iterator[str]:
    """Headings of columns that are not read."""
    found = _head(table, sheet)
    row = next(cells for number, cells in table.rows if number == head)
    for place, cell in enumerate(row):
        if found and place not in found[1] and cell.text.strip():
            yield tidy(cell.text)


def _lines(table: Table, sheet: Sheet, head: int, places: Mapping[int, str]) -> Iterator[Line]:
    described = tidy(sheet.by_key[ID].description)
    for number, cells in table.rows:
        found = {key: cells[place] if place < len(cells) else Cell() for place, key in places.items()}
        if number > head and tidy(found[ID].text) != described:
            yield _line(sheet, number, found)


def _line(sheet: Sheet, row: int, cells: Mapping[str, Cell]) -> Line:
    number = tidy(cells[NUMBER].text) if NUMBER in cells else ""
    faults = {key: cell.fault for key, cell in cells.items() if cell.fault}
    if number and not (number.isdecimal() and len(number) < 6):
        faults[NUMBER] = "Radens nummer är låst. Skriv tillbaka det, eller töm cellen om raden är ny."
    return Line(
        sheet=sheet.name,
        agreement=plain(tidy(cells[ID].text)),
        number=int(number) if number and NUMBER not in faults else None,
        cells={key: cell.text for key, cell in cells.items()},
        row=row,
        faults=faults,
    )


def _origin(table: Table, known: Mapping[str, Sheet], labels: Labels) -> tuple[Line, ...]:
    keys: dict[str, tuple[str, ...]] = {}
    found = []
    for row, cells in table.rows:
        name, *texts = (cell.text for cell in cells)
        if name.startswith(HEAD):
            keys[name.removeprefix(HEAD)] = tuple(texts)
        elif name in keys and name in known:
            told = {key: Cell(text=text) for key, text in zip(keys[name], texts, strict=False) if key}
            if ID in told:
                found.append(_line(known[name], row, told))
    return tuple(placed(found, tuple(known.values()), labels))
