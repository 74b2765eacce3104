"""Spreadsheet: the bytes of an Excel or CSV file → the texts of its cells, whatever the file holds.

A file from outside is not to be trusted: its size is bounded before it is opened, formulas are not worked out, and XML
is read without entities.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import openpyxl

from site_builder.errors import BuildError

MAX_BYTES = 5 * 2**20
MAX_UNZIPPED = 50 * 2**20
MAX_ENTRIES = 500
MAX_ROWS = 5000
MAX_SCANNED = 20_000
"""Rows that are looked at, empty ones among them."""
MAX_COLUMNS = 60
MAX_SHEETS = 30
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Öppna den i kalkylprogrammet, välj Spara som och typen Excel-arbetsbok (.xlsx), och skicka den filen."
_LITERALS = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell, or why it cannot be read."""

    text: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet: its rows that hold something, each with its number in the file."""

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def tables(name: str, content: bytes) -> tuple[Table, ...]:
    """Every sheet of the file called `name`. Raises BuildError, with what to do instead, where it is none to read."""
    if len(content) > MAX_BYTES:
        raise BuildError(f"Filen är större än {MAX_BYTES // 2**20} MB. Dela upp den, eller ta bort bilder och blad.")
    if content.startswith(_OLD_EXCEL):
        raise BuildError(f"Filen är i Excels gamla format eller skyddad med lösenord. Ta bort lösenordet. {_SAVE_AS}")
    if content.startswith(b"PK"):
        _check_archive(content)
        return _workbook(content)
    if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")):
        raise BuildError(f"Filen heter {name[-5:].lstrip('.')} men är ingen Excelfil. {_SAVE_AS}")
    return (_csv(content),)


def _check_archive(content: bytes) -> None:
    """An Excel file is an archive: what it says it holds, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BuildError(f"Filen är skadad och går inte att öppna. {_SAVE_AS}") from error
    names = {entry.filename for entry in entries}
    if sum(entry.file_size for entry in entries) > MAX_UNZIPPED or len(entries) > MAX_ENTRIES:
        raise BuildError("Filen är orimligt stor uppackad. Kopiera bara raderna till en ny arbetsbok.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BuildError(f"Filen har makron, och sådana tas inte emot. {_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise BuildError(f"Filen är ingen Excelfil. {_SAVE_AS}")


def _workbook(content: bytes) -> tuple[Table, ...]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = book.worksheets
        if len(sheets) > MAX_SHEETS:
            raise BuildError(f"Filen har {len(sheets)} blad; högst {MAX_SHEETS} läses. Ta bort dem som inte behövs.")
        return tuple(Table(name=sheet.title, rows=tuple(_rows(sheet))) for sheet in sheets)
    except BuildError:
        raise
    except Exception as error:  # a broken file makes openpyxl raise anything
        raise BuildError(f"Filen är skadad eller har innehåll som inte tas emot. {_SAVE_AS}") from error


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    sheet.reset_dimensions()  # what the file says of its size may be false
    kept = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
        if number > MAX_SCANNED:
            raise BuildError(f"Bladet {sheet.title} har rader långt ned. Kopiera bara raderna till en ny arbetsbok.")
        cells = tuple(map(_cell, row))
        if any(cell.text or cell.fault for cell in cells):
            kept += 1
            _check_size(sheet.title, kept, cells)
            yield number, cells


def _check_size(name: str, rows: int, cells: tuple[Cell, ...]) -> None:
    if rows > MAX_ROWS:
        raise BuildError(f"Bladet {name} har fler än {MAX_ROWS} rader. Dela upp det i flera filer.")
    if any(cell.text or cell.fault for cell in cells[MAX_COLUMNS:]):
        raise BuildError(f"Bladet {name} har fler än {MAX_COLUMNS} kolumner. Ta bort dem som inte behövs.")


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if cell.data_type == "f":
        return Cell(fault="Här står en formel. Skriv värdet i stället, eller klistra in det som värde.")
    if cell.data_type == "e":
        return Cell(fault=f"Här står ett felvärde ({value}). Skriv värdet i stället, eller töm cellen.")
    if isinstance(value, bool):
        return Cell(text="Ja" if value else "Nej")
    if isinstance(value, date):
        return _date(value, cell.number_format)
    if isinstance(value, int | float):
        return Cell(text=f"{value:.15g}".replace(".", ","))
    if isinstance(value, str):
        return Cell(text=value)
    return Cell(fault="Här står ett klockslag. Skriv ett datum, eller töm cellen.")


def _date(value: date, number_format: str) -> Cell:
    """A date as precise as it is shown: Excel makes the first of January of what somebody wrote as 2023-01."""
    if isinstance(value, datetime) and value.time() != time():
        return Cell(fault="Här står ett datum med klockslag. Skriv bara datumet.")
    shown = _LITERALS.sub("", number_format).lower()
    length = len("2023-01-31") if "d" in shown else len("2023-01") if "m" in shown else len("2023")
    return Cell(text=value.isoformat()[:length])


def _csv(content: bytes) -> Table:
    """UTF-8 or, where it is not that, what older Excel writes; with semicolon, comma or tab between the cells."""
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count)))
    except csv.Error as error:
        raise BuildError(f"Filen går inte att läsa som CSV. {_SAVE_AS}") from error
    found: list[tuple[int, tuple[Cell, ...]]] = []
    for number, row in enumerate(rows, start=1):
        cells = tuple(Cell(text=text) for text in row)
        if any(cell.text.strip() for cell in cells):
            _check_size("i CSV-filen", len(found) + 1, cells)
            found.append((number, cells))
    return Table(name="", rows=tuple(found))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise BuildError(f"Filen är varken Excel eller CSV. {_SAVE_AS}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
