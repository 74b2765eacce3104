"""An underlag for tests: sent out of a project, edited as in Excel, and taken in again."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from site_builder.cli import main
from site_builder.exporting.workbook import Instruction, underlag, workbook
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.underlag import Sheet, sheets
from site_builder.reading.fields import Schemas, schemas
from site_builder.reading.validate import read
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from tests.toy_project import ROOT, TODAY

SCHEMAS: Schemas = schemas(ROOT / "schema")
SHEETS: tuple[Sheet, ...] = sheets(SCHEMAS)


def register_of(project: Path) -> Register:
    register = read(project, TODAY).register
    assert register is not None
    return register


def sent_out(register: Register, agreements: Iterable[Agreement] | None = None) -> bytes:
    chosen = register.agreements if agreements is None else agreements
    told = (Instruction(text="Läs det här."),)
    return workbook(underlag(chosen, SHEETS, Labels.of(register, SCHEMAS), "Underlag", told))


class Sent:
    """A workbook on somebody's desk."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(content))

    def place(self, sheet: str, heading: str, id: str, number: int | None = None) -> Any:
        """The cell below the heading in the row of the id, and there of the number."""
        page = self.book[sheet]
        columns = {cell.value: cell.column or 0 for cell in page[1]}
        for row in range(3, page.max_row + 1):
            is_row = page.cell(row, 1).value == id
            if is_row and (number is None or page.cell(row, 2).value == str(number)):
                return page.cell(row, columns[heading])
        raise LookupError(f"{sheet}: {id} {number}")

    def add(self, sheet: str, id: str, **values: str) -> int:
        """A new row below the others, by headings with spaces as underscores."""
        page = self.book[sheet]
        columns = {str(cell.value).replace(" ", "_"): cell.column or 0 for cell in page[1]}
        row = page.max_row + 1
        page.cell(row, 1).value = id
        for heading, value in values.items():
            page.cell(row, columns[heading]).value = value
        return row

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def taken_in(project: Path, file: Path, *options: str) -> int:
    """The exit code of the command."""
    return main(["import", str(file), "--root", str(project), "--today", TODAY.isoformat(), *options])


def data_files(project: Path) -> dict[str, str]:
    """Every data file's text, by its path in the project."""
    paths = sorted((project / "data").rglob("*.yaml"))
    return {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in paths}
