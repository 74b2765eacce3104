"""Mapping: the rows of somebody else's spreadsheet → lines as if they had been written into a blank underlag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from site_builder.errors import BuildError
from site_builder.intake.spreadsheets.cell_values import tidy
from site_builder.intake.spreadsheets.filled import Filled
from site_builder.intake.spreadsheets.labels import plain
from site_builder.intake.spreadsheets.spreadsheet import Cell, Table
from site_builder.intake.spreadsheets.underlag import (
    ID,
    LISTS,
    PARTY,
    RECORDS,
    SEPARATOR,
    SIDE,
    Line,
    Sheet,
    item_keys,
    party_key,
)
from site_builder.reading.fields import Schemas
from site_builder.reading.judgement import schema_problems
from site_builder.reading.problems import as_text
from site_builder.reading.wording import nearest, shown
from site_builder.reading.yamlfile import parsed

SPLIT = frozenset({"nonprofit_parties.organisation", "public_parties.body", "other_parties.name", "links.url"})
"""Fields of which each name in a cell is an item of its own."""
UNTIL_FURTHER_NOTICE = "tills vidare"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """What a mapping file says; see schema/mapping.schema.json."""

    sheet: str | None
    source: Mapping[str, str]
    columns: Mapping[str, str]
    fixed: Mapping[str, str]
    values: Mapping[str, Mapping[str, str | None]]
    separator: str | None

    @classmethod
    def from_text(cls, path: str, content: bytes, schemas: Schemas) -> Self:
        """Raises BuildError with everything that is wrong in the file."""
        document, problems = parsed(path, content)
        found = [*problems, *(schema_problems(schemas, "mapping", document) if document else ())]
        if document is None or found:
            raise BuildError(f"Mappningen går inte att använda.\n{as_text(found)}")
        raw: Mapping[str, Any] = document.data
        mapping = cls(
            sheet=raw.get("sheet"),
            source=raw["source"],
            columns=raw["columns"],
            fixed={"periods.kind": "original"} | raw.get("fixed", {}),
            values=raw.get("values", {}),
            separator=raw.get("separator"),
        )
        mapping._check_fields(path, schemas)
        return mapping

    def _check_fields(self, path: str, schemas: Schemas) -> None:
        known = _fields(schemas)
        for field in (*self.columns.values(), *self.fixed, *self.values):
            if field not in known:
                near = nearest(field, known)
                advice = f"Menade du {near}?" if near else "Fälten förklaras i docs/fields.md."
                raise BuildError(f"{path}: fältet {shown(field)} finns inte. {advice}")


@dataclass(frozen=True, kw_only=True)
class Mapper:
    """A mapping at work on the sheets of an underlag."""

    mapping: ColumnMap
    sheets: tuple[Sheet, ...]
    schemas: Schemas

    def filled(self, found: Iterable[Table]) -> Filled:
        """Every row of the table as a new partnership. Raises BuildError where it lacks what the mapping names."""
        table = self._table(tuple(found))
        (head, cells), *rows = table.rows
        places = {plain(tidy(cell.text)): place for place, cell in enumerate(cells) if cell.text.strip()}
        wanted = [*self.mapping.columns, *filter(None, [self.mapping.source.get("locator_column")])]
        for name in wanted:
            if plain(name) not in places:
                raise BuildError(
                    f"Kolumnen {shown(name)} finns inte på rad {head}. Där står: {', '.join(map(shown, places))}."
                )
        lines = (line for number, row in rows for line in self._lines(number, row, places))
        mapped = {plain(name) for name in wanted}
        unread = tuple((table.name, tidy(cell.text)) for cell in cells if plain(tidy(cell.text)) not in {*mapped, ""})
        return Filled(lines=tuple(lines), origin=(), unread=unread)

    def _table(self, tables: tuple[Table, ...]) -> Table:
        wanted = self.mapping.sheet
        found = next((each for each in tables if wanted in (None, each.name) and each.rows), None)
        if found is None:
            raise BuildError(f"Bladet {shown(wanted)} finns inte, eller är tomt." if wanted else "Filen är tom.")
        return found

    def _lines(self, number: int, row: tuple[Cell, ...], places: Mapping[str, int]) -> Iterator[Line]:
        agreement = f"ny {number}"
        cells: dict[str, list[Cell]] = defaultdict(list)
        for name, field in self.mapping.columns.items():
            place = places[plain(name)]
            if place < len(row) and (row[place].text.strip() or row[place].fault):
                cells[field] += self._several(field, row[place])
        own = {field: told[0] for field, told in cells.items() if told and "." not in field}
        fixed = {field: Cell(text=text) for field, text in self.mapping.fixed.items() if "." not in field}
        yield _line(RECORDS, agreement, number, fixed | own)
        for sheet in self.sheets:
            for items in sheet.lists:
                for item in self._items(items, cells, number, row, places):
                    yield _line(sheet.name, agreement, number, self._as_column(sheet, items, item))

    def _several(self, field: str, cell: Cell) -> list[Cell]:
        """The cell's names or words, each as the register calls it."""
        separator = self.mapping.separator
        is_split = separator and not cell.fault and (field in SPLIT or field == "secondary_areas")
        parts = [Cell(text=text) for text in cell.text.split(separator)] if is_split and separator else [cell]
        words = {plain(word): meant for word, meant in self.mapping.values.get(field, {}).items()}
        told = [Cell(text=words.get(plain(part.text), part.text) or "", fault=part.fault) for part in parts]
        kept = [part for part in told if part.text.strip() or part.fault]
        if field == "secondary_areas" and kept and not cell.fault:
            return [Cell(text=SEPARATOR.join(part.text for part in kept))]
        return kept

    def _items(
        self,
        items: str,
        cells: Mapping[str, list[Cell]],
        number: int,
        row: tuple[Cell, ...],
        places: Mapping[str, int],
    ) -> Iterator[dict[str, Cell]]:
        """One item of each name in the list's columns, with what else the row says of the first of them."""
        if items == "sources":
            yield self._source(cells, number, row, places)
            return
        own = {key: cells[f"{items}.{key}"] for key in item_keys(items, self.schemas) if cells.get(f"{items}.{key}")}
        if not own:
            return
        fixed = {
            field.partition(".")[2]: Cell(text=text)
            for field, text in self.mapping.fixed.items()
            if field.startswith(f"{items}.")
        }
        for index in range(max(map(len, own.values()))):
            yield _open_ended(fixed | {key: told[index] for key, told in own.items() if index < len(told)})

    def _source(
        self, cells: Mapping[str, list[Cell]], number: int, row: tuple[Cell, ...], places: Mapping[str, int]
    ) -> dict[str, Cell]:
        source = self.mapping.source
        column = source.get("locator_column")
        place = places[plain(column)] if column else len(row)
        locator = row[place] if place < len(row) and row[place].text.strip() else Cell(text=f"rad {number}")
        told = {"reported_status": source.get("reported_status", ""), "as_of": source.get("as_of", "")}
        own = {key: cells[f"sources.{key}"][0] for key in ("reported_status", "as_of") if cells.get(f"sources.{key}")}
        return (
            {"source": Cell(text=source["id"]), "locator": locator}
            | {key: Cell(text=text) for key, text in told.items() if text}
            | own
        )

    def _as_column(self, sheet: Sheet, items: str, item: Mapping[str, Cell]) -> dict[str, Cell]:
        """The item's fields by the sheet's columns."""
        if len(sheet.lists) == 1:
            return dict(item)
        who = party_key(items, self.schemas)
        return {SIDE: Cell(text=items)} | {PARTY if key == who else key: cell for key, cell in item.items()}


def _open_ended(item: dict[str, Cell]) -> dict[str, Cell]:
    """An end that is written as until further notice is none."""
    if "end" in item and plain(item["end"].text) == UNTIL_FURTHER_NOTICE:
        return {key: cell for key, cell in item.items() if key != "end"} | {"open_ended": Cell(text="Ja")}
    return item


def _line(sheet: str, agreement: str, row: int, cells: Mapping[str, Cell]) -> Line:
    return Line(
        sheet=sheet,
        agreement=agreement,
        cells={ID: agreement} | {key: cell.text for key, cell in cells.items()},
        row=row,
        faults={key: cell.fault for key, cell in cells.items() if cell.fault},
    )


def _fields(schemas: Schemas) -> frozenset[str]:
    """What a column may hold: fields of the record, and list.field of those that are lists."""
    own = (field.name for field in schemas.fields("agreement") if field.name not in {*_lists(), "relations", "replies"})
    listed = (f"{items}.{key}" for items in _lists() for key in item_keys(items, schemas))
    return frozenset({*own, *listed} - {"contradictions"})


def _lists() -> tuple[str, ...]:
    return tuple(items for lists in LISTS.values() for items in lists)
