"""Files from outside are read within bounds, and what cannot be read is told of in words."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from site_builder.errors import BuildError
from site_builder.intake.spreadsheets.spreadsheet import Cell, tables

TYPES = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def archive(files: dict[str, str]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return content.getvalue()


def by_hand(sheet: str, shared: str = "") -> dict[str, str]:
    """The parts of a workbook as LibreOffice and others may write it: one sheet with the given rows."""
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.spreadsheetml.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}.spreadsheetml.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{MAIN}"/>',
    }


def saved(fill: Callable[[openpyxl.Workbook], object]) -> bytes:
    book, content = openpyxl.Workbook(), BytesIO()
    fill(book)
    book.save(content)
    return content.getvalue()


def cell(value: object, number_format: str = "General") -> Cell:
    """The value as it is read from a cell of a saved workbook."""

    def fill(book: openpyxl.Workbook) -> None:
        page: Any = book.worksheets[0]
        page["A1"] = value
        page["A1"].number_format = number_format

    return tables("u.xlsx", saved(fill))[0].rows[0][1][0]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("text", "@", "text"),
        (2023, "General", "2023"),
        (553200.0, "#,##0", "553200"),
        (0.5, "General", "0,5"),
        (True, "General", "Ja"),
        (datetime(2023, 1, 1), "yyyy-mm-dd", "2023-01-01"),
        (datetime(2023, 1, 1), "dd/mm/yy", "2023-01-01"),
        (datetime(2023, 1, 1), "mmm-yy", "2023-01"),
        (datetime(2023, 1, 1), "yyyy", "2023"),
    ],
)
def test_values_of_cells_are_text_as_precise_as_they_are_shown(value: object, number_format: str, text: str) -> None:
    assert cell(value, number_format) == Cell(text=text)


def test_what_is_no_plain_value_is_a_fault() -> None:
    assert "formel" in cell("=1+1").fault
    assert "klockslag" in cell(datetime(2023, 1, 1, 12, 30), "yyyy-mm-dd hh:mm").fault
    error = by_hand('<sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c></row></sheetData>')
    assert "felvärde (#N/A)" in tables("u.xlsx", archive(error))[0].rows[0][1][0].fault


def test_inline_strings_and_merged_cells_are_read() -> None:
    sheet = (
        '<sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>Umeå</t></is></c><c r="C3" t="str"><v>x</v></c></row>'
        '</sheetData><mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>'
    )
    ((number, cells),) = tables("u.xlsx", archive(by_hand(sheet)))[0].rows
    assert (number, [each.text for each in cells[:3]]) == (3, ["", "Umeå", "x"])


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(BuildError) as refused:
        tables(name, content)
    return str(refused.value)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = archive(by_hand("<sheetData/>") | {"xl/media/a.bin": "0" * (51 * 2**20)})
    assert len(bomb) < 2**20
    assert refusal("u.xlsx", bomb) == ("Filen är orimligt stor uppackad. Kopiera bara raderna till en ny arbetsbok.")
    assert "orimligt stor" in refusal("u.xlsx", archive(by_hand("") | {f"a{n}": "" for n in range(600)}))


def test_a_bomb_that_lies_of_its_size_is_refused() -> None:
    sheet = f"<sheetData><row><c t='inlineStr'><is><t>{'0' * 10**6}</t></is></c></row></sheetData>"
    content = bytearray(archive(by_hand(sheet)))
    name = b"xl/worksheets/sheet1.xml"
    central = content.rindex(name) - 46
    content[central + 24 : central + 28] = (100).to_bytes(4, "little")  # the size that the directory states
    assert "skadad" in refusal("u.xlsx", bytes(content))


def test_a_declared_size_is_not_believed() -> None:
    rows = '<sheetData><row r="2"><c r="A2"><v>5</v></c></row></sheetData>'
    sheet = f'<dimension ref="A1:XFD1048576"/>{rows}'
    ((number, cells),) = tables("u.xlsx", archive(by_hand(sheet)))[0].rows
    assert (number, cells[0].text) == (2, "5")


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ('<row r="1048576"><c r="A1048576"><v>5</v></c></row>', "har rader långt ned"),
        ("".join(f'<row r="{n}"><c r="A{n}"><v>5</v></c></row>' for n in range(1, 5003)), "fler än 5000 rader"),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="BI1"><v>5</v></c></row>', "fler än 60 kolumner"),
    ],
)
def test_too_much_is_refused(sheet: str, told: str) -> None:
    assert told in refusal("u.xlsx", archive(by_hand(f"<sheetData>{sheet}</sheetData>")))


def test_entities_are_refused() -> None:
    shared = (
        '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>&x;</t></si></sst>'
    )
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    assert "innehåll som inte tas emot" in refusal("u.xlsx", archive(by_hand(sheet, shared)))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("u.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gamla format eller skyddad med lösenord"),
        ("u.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gamla format eller skyddad med lösenord"),
        ("u.xlsx", b"Id;Titel\n", "heter xlsx men är ingen Excelfil"),
        ("u.xlsx", b"PK\x03\x04 trasig", "skadad"),
        ("u.xlsx", archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ingen Excelfil"),
        ("u.xlsx", archive(by_hand("") | {"xl/vbaProject.bin": "x"}), "har makron"),
        ("u.xlsx", archive(by_hand("") | {"xl/workbook.xml": "<workbook"}), "skadad"),
        ("u.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "varken Excel eller CSV"),
        ("u.csv", b'"' + b"x" * 200_000, "inte att läsa som CSV"),
        ("u.csv", b"a" * (5 * 2**20 + 1), "större än 5 MB"),
    ],
)
def test_what_is_no_spreadsheet_is_told_in_words(name: str, content: bytes, told: str) -> None:
    message = refusal(name, content)
    assert told in message
    assert "Error" not in message and "Traceback" not in message
