"""Underlag: partnerships as the sheets of a workbook; which columns those have, and a record as their rows.

A partnership is one row of the first sheet, and each of what it may have several of is a row of another. Columns, their
headings, lengths and choices come from the schema. The same table serves writing and reading.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any

from site_builder.intake.spreadsheets.labels import Labels
from site_builder.reading.fields import Field, Schemas
from site_builder.register.agreement import Agreement

RECORDS = "Partnerskap"
LISTS: Mapping[str, tuple[str, ...]] = {
    "Parter": ("public_parties", "nonprofit_parties", "other_parties"),
    "Perioder": ("periods",),
    "Finansiering": ("funding",),
    "Resultat": ("results",),
    "Länkar": ("links",),
    "Källor": ("sources",),
}
"""The sheets of what may be several, with the lists of a record that each holds."""
ID, NUMBER, SIDE, PARTY, PARTY_ID = "id", "number", "side", "party", "party_id"
"""Columns that are no field of the record."""
ORIGIN = "ursprung"
"""The hidden sheet with the rows as they were sent out, each after its sheet's name."""
HEAD = "#"
"""Stands before the name of a sheet in the row of that one which tells the keys of its columns."""
SEPARATOR = ";"


class Kind(Enum):
    """What is written in a column. What is locked is not to be changed."""

    LOCKED = auto()
    TEXT = auto()
    TEXTS = auto()
    DATE = auto()
    NUMBER = auto()
    FLAG = auto()
    REFERENCE = auto()
    REFERENCES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `key` is the field's name in the record, `words` the list of labels that its values are called by.

    `is_open` where other names than those of the list may be written too; of a flag, where no is an answer of its own.
    """

    key: str
    title: str
    description: str
    kind: Kind
    words: str = ""
    longest: int | None = None
    is_open: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its columns, and the lists that its rows come from; none for the records themselves."""

    name: str
    lists: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def by_key(self) -> Mapping[str, Column]:
        return {column.key: column for column in self.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: of the partnership `agreement`, and there the `number`th of the sheet, None for the partnership itself.

    `items` and `index` say where in the record it belongs; None and -1 where that is not known yet. `row` is where it
    stands; `faults` are the cells, by key, that cannot be read, each with its message.
    """

    sheet: str
    agreement: str
    number: int | None = None
    items: str | None = None
    index: int = -1
    cells: Mapping[str, str]
    row: int = 0
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, int | None]:
        return self.sheet, self.agreement, self.number


def sheets(schemas: Schemas) -> tuple[Sheet, ...]:
    """Every sheet of the workbook."""
    own = (each for each in schemas.fields("agreement") if not _holds_records(schemas, each.name))
    records = (_ID, *(_column(schemas, (), each) for each in own))
    listed = (_list_sheet(schemas, name, lists) for name, lists in LISTS.items())
    return (Sheet(name=RECORDS, lists=(), columns=records), *listed)


def lines(sheet: Sheet, agreement: Agreement, labels: Labels) -> Iterator[Line]:
    """The partnership's rows in the sheet."""
    if not sheet.lists:
        cells = {each.key: written(each, getattr(agreement, each.key), labels) for each in sheet.columns}
        yield Line(sheet=sheet.name, agreement=agreement.id, cells=cells)
    number = 0
    for items in sheet.lists:
        for index, item in enumerate(getattr(agreement, items)):
            number += 1
            cells = {ID: agreement.id, NUMBER: str(number)} | _item_cells(sheet, items, item, labels)
            yield Line(sheet=sheet.name, agreement=agreement.id, number=number, items=items, index=index, cells=cells)


def written(column: Column, value: Any, labels: Labels) -> str:
    """The value as a cell's text; empty where there is none."""
    if column.kind in (Kind.TEXTS, Kind.REFERENCES):
        return _joined([labels.label(column.words, each) if column.words else each for each in value or ()])
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _flag(column, value)
    return labels.label(column.words, str(value)) if column.words else str(value).rstrip("\n")


def party_key(items: str, schemas: Schemas) -> str:
    """The field that says who the party of the list is."""
    return str(schemas.at("agreement", (items, 0))["required"][0])


def items_of(line: Line, labels: Labels, sheet: Sheet) -> str | None:
    """The list that the row belongs to; None for a party on no side."""
    return sheet.lists[0] if len(sheet.lists) == 1 else labels.id(SIDE, line.cells.get(SIDE, ""))


def item_keys(items: str, schemas: Schemas) -> tuple[str, ...]:
    """The fields that an item of the list has."""
    return tuple(schemas.at("agreement", (items, 0))["properties"])


def _flag(column: Column, value: bool) -> str:
    return "Ja" if value else ("Nej" if column.is_open else "")


def _joined(texts: list[str]) -> str:
    """Several in one cell; a line each where one of them has the separator in it."""
    if any(SEPARATOR in text for text in texts):
        return "\n".join(texts) + "\n"
    return f"{SEPARATOR} ".join(texts)


def _item_cells(sheet: Sheet, items: str, item: Any, labels: Labels) -> dict[str, str]:
    cells = {}
    for column in sheet.columns[2:]:
        if column.key == SIDE:
            cells[SIDE] = labels.label(SIDE, items)
        elif column.key == PARTY:
            cells[PARTY] = labels.label(PARTIES[items], _party(item, items))
        elif column.key == PARTY_ID:
            cells[PARTY_ID] = _party(item, items) if items != "other_parties" else ""
        else:
            cells[column.key] = written(column, getattr(item, column.key, None), labels)
    return cells


PARTIES = {"public_parties": "bodies", "nonprofit_parties": "organisations", "other_parties": ""}
"""The list of labels that a side's parties are called by."""
_PARTY_KEYS = {"public_parties": "body", "nonprofit_parties": "organisation", "other_parties": "name"}


def _party(item: Any, items: str) -> str:
    return str(getattr(item, _PARTY_KEYS[items]))


def _holds_records(schemas: Schemas, key: str) -> bool:
    return bool(schemas.at("agreement", (key, 0)).get("properties"))


def _list_sheet(schemas: Schemas, name: str, lists: tuple[str, ...]) -> Sheet:
    """One list's fields; or who the party is, with every other field that parties of any side have."""
    found: dict[str, Column] = {}
    for items in lists:
        for each in schemas.fields("agreement", (items, 0)):
            if len(lists) == 1 or each.name != _PARTY_KEYS[items]:
                column = _column(schemas, (items, 0), each)
                found[each.name] = _together(found[each.name], column) if each.name in found else column
    ahead = (_ID, _NUMBER) if len(lists) == 1 else (_ID, _NUMBER, _SIDE, _PARTY, _PARTY_ID)
    return Sheet(name=name, lists=lists, columns=(*ahead, *found.values()))


def _together(one: Column, other: Column) -> Column:
    """What several sides call by the same name, with the words of both."""
    return replace(
        one,
        title=" / ".join(dict.fromkeys((one.title, other.title))),
        description=" ".join(dict.fromkeys((one.description, other.description))),
        is_required=False,
    )


def _column(schemas: Schemas, parent: tuple[str | int, ...], of: Field) -> Column:
    schema = schemas.at("agreement", (*parent, of.name))
    words = schema.get("x-refers-to") or (f"{parent[0]}.{of.name}" if "x-sv" in schema else "")
    return Column(
        key=of.name,
        title=of.title,
        description=schema.get("x-cell", of.description),
        kind=_kind(schemas, schema, words),
        words=words,
        longest=schema.get("maxLength"),
        is_open=words == "payers" or schema.get("type") == "boolean",
        is_required=of.required,
    )


def _kind(schemas: Schemas, schema: Mapping[str, Any], words: str) -> Kind:
    if schema.get("type") == "array":
        return Kind.REFERENCES if words else Kind.TEXTS
    if words:
        return Kind.REFERENCE
    if schema.get("const") is True or schema.get("type") == "boolean":
        return Kind.FLAG
    if schema.get("type") == "integer":
        return Kind.NUMBER
    is_date = schema.get("pattern") == schemas.by_name["common"]["$defs"]["date"]["pattern"]
    return Kind.DATE if is_date else Kind.TEXT


_ID = Column(
    key=ID,
    title="Id",
    description="Partnerskapets id i registret. Ändra det inte. Nya partnerskap kallas ny 1, ny 2 och så vidare.",
    kind=Kind.LOCKED,
)
_NUMBER = Column(
    key=NUMBER, title="Nr", description="Radens nummer i registret. Lämna tomt på en ny rad.", kind=Kind.LOCKED
)
_SIDE = Column(
    key=SIDE,
    title="Sida",
    description="Om parten är offentlig, idéburen eller annan. Den första offentliga parten leder partnerskapet.",
    kind=Kind.REFERENCE,
    words=SIDE,
    is_required=True,
)
_PARTY = Column(
    key=PARTY,
    title="Part",
    description="Partens namn. Välj i listan, eller skriv ett nytt namn. Liknar det ett namn som finns, och ändå är en "
    "annan organisation, skriv (ny) efter.",
    kind=Kind.REFERENCE,
    words=PARTY,
    is_open=True,
    is_required=True,
)
_PARTY_ID = Column(
    key=PARTY_ID, title="Partens id", description="Fylls i av registret. Ändra det inte.", kind=Kind.LOCKED
)
