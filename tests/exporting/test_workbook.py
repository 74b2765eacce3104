"""The workbook that is sent out: what Excel is told of each cell, and that the same data gives the same bytes."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exporting.workbook import FIRST_ROW, INSTRUCTIONS, LISTS, NEW_ROWS, _list_cells
from site_builder.intake.names import Names
from site_builder.intake.spreadsheets.cell_values import Known, tidy
from site_builder.intake.spreadsheets.comparing import Comparison
from site_builder.intake.spreadsheets.filled import filled
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.spreadsheet import tables
from site_builder.intake.spreadsheets.underlag import ORIGIN
from site_builder.presenting import words
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from tests.underlag import SCHEMAS, SHEETS, sent_out

NATTHEM = "umea/natthem"


@pytest.fixture(scope="module")
def content(toy: Register) -> bytes:
    return sent_out(toy)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def row_of(page: Any, id: str, number: str = "") -> list[Any]:
    rows = (list(row) for row in page.iter_rows(min_row=FIRST_ROW + 1))
    return next(row for row in rows if row[0].value == id and number in ("", row[1].value))


def test_its_sheets_are_in_order_and_what_is_for_programs_is_hidden(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [INSTRUCTIONS, *(sheet.name for sheet in SHEETS), LISTS, ORIGIN]
    states = {name: book[name].sheet_state for name in book.sheetnames}
    assert states == dict.fromkeys(book.sheetnames, "visible") | {LISTS: "hidden", ORIGIN: "veryHidden"}


def test_a_partnership_is_one_row_and_its_parts_are_rows_of_their_own(book: openpyxl.Workbook) -> None:
    values = [cell.value for cell in row_of(book["Partnerskap"], NATTHEM)]
    assert values[:8] == [
        NATTHEM, "Natthem för vuxna i hemlöshet", "Natthemmet Norrsken", "Norrskensprogrammet",
        "Akuta insatser", "Hälsa och rehabilitering", "Vuxna", "Vuxna i hemlöshet",
    ]  # fmt: skip
    parties = [[cell.value for cell in row_of(book["Parter"], NATTHEM, n)] for n in "123"]
    assert parties == [
        [NATTHEM, "1", "Offentlig part", "Umeå kommun", "umea", None,
         "Individ- och familjenämnden; Socialförvaltningen", None, None],
        [NATTHEM, "2", "Idéburen part", "Norrskensmissionen", "norrskensmissionen", "Missionen Norrsken",
         "Natthemmet", None, None],
        [NATTHEM, "3", "Annan part", "Bostadsbolaget Björken AB", None, None, None, "Kommunalt bolag",
         "Upplåter lokalen."],
    ]  # fmt: skip
    assert [cell.value for cell in row_of(book["Perioder"], NATTHEM, "2")] == [
        NATTHEM, "2", "Förlängning", None, "2023", None, "förlängt till 2023",
    ]  # fmt: skip
    assert [cell.value for cell in row_of(book["Finansiering"], NATTHEM, "1")][2:6] == [
        "Umeå kommun", "Pengar", "553200", None,
    ]  # fmt: skip


def test_every_cell_is_text_and_ids_are_locked(book: openpyxl.Workbook) -> None:
    for sheet in SHEETS:
        page = book[sheet.name]
        assert page.protection.sheet and not page.protection.password
        for row in page.iter_rows():
            for cell in row:
                assert cell.value is None or (cell.number_format == "@" and cell.data_type == "s"), cell
    titles = row_of(book["Partnerskap"], NATTHEM)
    assert [cell.protection.locked for cell in titles[:3]] == [True, False, False]
    parties = row_of(book["Parter"], NATTHEM, "1")
    assert [cell.protection.locked for cell in parties[:5]] == [True, True, True, False, True]
    assert titles[0].font.i and not titles[1].font.i, "locked cells are told by more than colour"


def test_the_column_of_a_new_row_is_text_that_can_be_written_in(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        periods = archive.read("xl/worksheets/sheet4.xml").decode()
    book = openpyxl.load_workbook(BytesIO(content))
    dimensions = book["Perioder"].column_dimensions
    locked = {key: dimensions[key].protection.locked for key in "ABCDFG"}  # openpyxl keeps E with D
    assert locked == dict.fromkeys("ABCDFG", False) | {"B": True}
    assert all(dimensions[key].number_format == "@" for key in "ABCDFG")
    assert 'insertRows="0"' in periods and 'formatRows="0"' in periods


def choices(book: openpyxl.Workbook, sheet: str, heading: str) -> list[str]:
    """What the drop-down below the heading offers."""
    page: Any = book[sheet]
    column = next(cell.column_letter for cell in page[1] if cell.value == heading)
    rule = next(each for each in page.data_validations.dataValidation if str(each.sqref).startswith(f"{column}3"))
    if rule.formula1.startswith('"'):
        return str(rule.formula1).strip('"').split(",")
    name, _, cells = rule.formula1.partition("!")
    return [row[0].value for row in book[name][cells.replace("$", "")]]


def test_what_can_be_chosen_is_offered_in_swedish(book: openpyxl.Workbook, toy: Register) -> None:
    assert choices(book, "Partnerskap", "Målgrupp") == [term.sv for term in toy.target_groups.values()]
    assert choices(book, "Perioder", "Slag av period") == [
        "Ursprunglig period", "Förlängning", "Förnyelse", "Längsta möjliga tid",
    ]  # fmt: skip
    assert choices(book, "Perioder", "Tills vidare") == ["Ja"]
    assert choices(book, "Källor", "Länkmarkering") == ["Ja", "Nej"]
    assert choices(book, "Parter", "Sida") == ["Offentlig part", "Idéburen part", "Annan part"]
    assert {"Norrskensmissionen", "Umeå kommun"} < set(choices(book, "Parter", "Part"))
    ids = choices(book, "Perioder", "Id")
    assert ids == [each.id for each in toy.agreements] + [f"ny {number + 1}" for number in range(NEW_ROWS)]


def test_headings_are_the_schemas_words(book: openpyxl.Workbook) -> None:
    headings = [cell.value for cell in book["Perioder"][1]]
    fields = SCHEMAS.fields("agreement", ("periods", 0))
    assert headings == ["Id", "Nr", *(field.title for field in fields)]
    told = [str(cell.value) for cell in book["Perioder"][2]]
    assert told[3] == fields[1].description and told[2].startswith("Behövs. ")


def test_the_words_of_fixed_choices_are_those_of_the_pages(toy: Register) -> None:
    lists = Labels.of(toy, SCHEMAS).lists
    pages: dict[str, dict[Any, str]] = {
        "periods.kind": {**words.PERIOD},
        "links.kind": words.LINK,
        "funding.kind": words.CONTRIBUTION,
        "funding.per": words.PER,
        "sources.reported_status": {**words.REPORTED_STATUS},
    }
    for name, own in pages.items():
        assert {id: label.lower() for id, label in lists[name].items()} == {
            str(id): label.lower() for id, label in own.items()
        }


def test_the_same_data_gives_the_same_bytes(content: bytes, toy: Register) -> None:
    _list_cells.cache_clear()
    assert sent_out(toy) == content


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
ODD = st.one_of(
    TEXT,
    st.sampled_from(
        [
            "=1+1",
            "+46",
            "-",
            "@x",
            "'citat",
            '"citat"',
            "a\n\nb",
            " ledande",
            "_x0041_",
            "🙂 é",
            "2023-01",
            "0012",
            "<b>&",
        ]
    ),
)


@settings(max_examples=20)
@given(purpose=ODD, note=ODD, name=ODD)
def test_odd_texts_go_out_and_come_in_unchanged(toy: Register, purpose: str, note: str, name: str) -> None:
    """Whatever the register can hold; characters it cannot are not sent out."""
    own = toy.by_id[NATTHEM]
    told: Agreement = _replaced(own, purpose=tidy(purpose) or "x", note=tidy(note) or "x", name=tidy(name) or "x")
    register = _with(toy, told)
    labels = Labels.of(register, SCHEMAS)
    sent = filled(tables("u.xlsx", sent_out(register, [told])), SHEETS, labels)
    assert sent.origin is not None
    page = next(line for line in sent.lines if line.sheet == "Partnerskap" and line.agreement == NATTHEM)
    assert tidy(page.cells["purpose"]) == tidy(told.purpose or "")
    comparison = Comparison(
        register=register, sheets=SHEETS, known=Known(labels=labels, names=Names.of(register)), schemas=SCHEMAS
    )
    assert comparison.wanted(sent) == ((), ())


def _replaced(agreement: Agreement, **texts: str) -> Agreement:
    return replace(agreement, **texts)  # type: ignore[arg-type]


def _with(register: Register, agreement: Agreement) -> Register:
    return replace(
        register, agreements=tuple(agreement if each.id == agreement.id else each for each in register.agreements)
    )
