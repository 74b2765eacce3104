"""Workbook: partnerships as an Excel file to fill in and send back; see intake/underlag for what its sheets hold.

The same data gives the same bytes: no clock, no temporary files. Every cell is text, so that Excel leaves 2023-01 and
leading zeros alone and works nothing out.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import zip_longest
from math import ceil
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.underlag import (
    HEAD,
    ID,
    NUMBER,
    ORIGIN,
    PARTY,
    PARTY_ID,
    RECORDS,
    SIDE,
    Column,
    Kind,
    Line,
    Sheet,
    lines,
)
from site_builder.register.agreement import Agreement

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INSTRUCTIONS = "Läs först"
LISTS = "listor"
NEW_ROWS = 20
"""Rows for partnerships that the register has not got, each with something to call it in the other sheets."""
LAST_ROW = 2000
"""How far down choices are offered."""
FIRST_ROW = 2
"""Where the rows begin: below headings and explanations."""
_INSTRUCTIONS_WIDTH = 76
LONG = 500
"""A text that may be longer than this is prose, and gets room for it."""
_MADE = datetime(2026, 1, 1)  # a file has to have been made some day; this one says nothing
_WIDTHS = {Kind.DATE: 14, Kind.NUMBER: 13, Kind.FLAG: 13, Kind.REFERENCES: 24, Kind.TEXTS: 32, Kind.REFERENCE: 22}
_OWN_WIDTHS = {ID: 36, NUMBER: 7, SIDE: 15, PARTY: 36, PARTY_ID: 24}
_LINE = 15
_HIGHEST = 300
_FONT = {"font_name": "Calibri", "font_size": 11}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ALLOWED = {
    "insert_rows": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """A line of the first sheet."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Underlag:
    """All that a workbook is made of: its sheets, the rows of each, and the lists that are chosen from."""

    title: str
    instructions: tuple[Instruction, ...]
    sheets: tuple[Sheet, ...]
    rows: tuple[tuple[Line, ...], ...]
    listed: tuple[tuple[str, tuple[str, ...]], ...]


def underlag(
    agreements: Iterable[Agreement],
    sheets: tuple[Sheet, ...],
    labels: Labels,
    title: str,
    instructions: Iterable[Instruction],
) -> Underlag:
    """The partnerships as they are to be filled in."""
    chosen = tuple(agreements)
    return Underlag(
        title=title,
        instructions=tuple(instructions),
        sheets=sheets,
        rows=tuple(tuple(line for each in chosen for line in lines(sheet, each, labels)) for sheet in sheets),
        listed=_listed(sheets, labels),
    )


def workbook(of: Underlag) -> bytes:
    """The Excel file."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"title": of.title, "created": _MADE})
        writer = _Writer(book, dict(of.listed))
        writer.instructions(of.title, of.instructions)
        for sheet, rows in zip(of.sheets, of.rows, strict=True):
            writer.sheet(sheet, rows, len(of.rows[0]))
        writer.lists()
        writer.origin(of)
    return content.getvalue()


class _Page(Worksheet):  # type: ignore[misc]  # untyped
    """A worksheet whose formulas are but references: there is no need to look for new functions' names in them."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class _Lists(Worksheet):  # type: ignore[misc]  # untyped
    """The worksheet of the lists: the same in hundreds of workbooks, so its cells are made once."""

    cells = ""

    def _write_sheet_data(self) -> None:
        self.fh.write(self.cells)


@lru_cache(maxsize=4)
def _list_cells(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """The lists as columns, each below its name."""
    columns = [(words, *labels) for words, labels in listed]
    rows = []
    for row, texts in enumerate(zip_longest(*columns), start=1):
        cells = (
            f'<c r="{chr(ord("A") + place)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for place, text in enumerate(texts)
            if text
        )
        rows.append(f'<row r="{row}">{"".join(cells)}</row>')
    return f"<sheetData>{''.join(rows)}</sheetData>"


class _Writer:
    """One workbook: its formats, and the lists its choices come from."""

    def __init__(self, book: Any, listed: Mapping[str, tuple[str, ...]]) -> None:
        text = _FONT | {"num_format": "@", "text_wrap": True, "valign": "top"}
        self.book, self.listed = book, listed
        self.plain = book.add_format(_FONT | {"text_wrap": True, "valign": "top"})
        self.title = book.add_format(_FONT | {"bold": True, "font_size": 16})
        self.heading = book.add_format(_FONT | {"bold": True, "font_size": 12, "valign": "bottom"})
        self.open = book.add_format(text | {"locked": False})
        self.locked = book.add_format(text | {"italic": True, "bg_color": "#E7E6E6", "font_color": "#3B3B3B"})
        self.head = book.add_format(
            text
            | {"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "border": 1, "border_color": "#8A8A8A"}
        )
        self.explanation = book.add_format(
            text | {"font_size": 9, "bg_color": "#F2F6F7", "font_color": "#3B3B3B", "bottom": 2, "right": 1,
                    "border_color": "#8A8A8A"}
        )  # fmt: skip

    def instructions(self, title: str, told: Iterable[Instruction]) -> None:
        sheet = self.book.add_worksheet(INSTRUCTIONS)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _INSTRUCTIONS_WIDTH)
        sheet.write_string(0, 0, title, self.title)
        for row, each in enumerate(told, start=1):
            sheet.set_row(row, _height([(each.text, _INSTRUCTIONS_WIDTH)]) + (_LINE if each.is_heading else 3))
            sheet.write_string(row, 0, each.text, self.heading if each.is_heading else self.plain)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def sheet(self, sheet: Sheet, written: tuple[Line, ...], records: int) -> None:
        page = self.book.add_worksheet(sheet.name, worksheet_class=_Page)
        for place, column in enumerate(sheet.columns):
            is_locked = column.kind is Kind.LOCKED and not (sheet.lists and column.key == ID)
            page.set_column(place, place, _width(column), self.locked if is_locked else self.open)
            page.write_string(0, place, column.title, self.head)
            page.write_string(1, place, _explanation(column), self.explanation)
            self._validate(page, place, column, sheet, records)
        page.set_row(1, 88)
        for row, line in enumerate(written, start=FIRST_ROW):
            page.set_row(row, _height((line.cells[column.key], _width(column)) for column in sheet.columns))
            for place, column in enumerate(sheet.columns):
                style = self.locked if _is_fixed(column) else self.open
                if text := line.cells[column.key]:
                    page.write_string(row, place, text, style)
                elif style is self.locked:
                    page.write_blank(row, place, None, style)
        if not sheet.lists:
            for number in range(NEW_ROWS):
                page.write_string(FIRST_ROW + len(written) + number, 0, f"ny {number + 1}", self.locked)
        _set_up(page, sheet)

    def _validate(self, page: Worksheet, place: int, column: Column, sheet: Sheet, records: int) -> None:
        rule: dict[str, Any] | None = None
        if sheet.lists and column.key == ID:
            rule = {"validate": "list", "source": f"={RECORDS}!$A${FIRST_ROW + 1}:$A${FIRST_ROW + records + NEW_ROWS}"}
        elif column.kind is Kind.FLAG:
            rule = {"validate": "list", "source": ["Ja", "Nej"] if column.is_open else ["Ja"]}
        elif column.kind is Kind.REFERENCE:
            rule = {"validate": "list", "source": self._source(_list(column)), "show_error": not column.is_open}
        elif column.kind is Kind.TEXT and column.longest:
            rule = {"validate": "length", "criteria": "<=", "value": column.longest}
        if rule:
            told = f"Högst {column.longest} tecken." if rule["validate"] == "length" else "Välj i listan."
            own = {"error_title": column.title[:32], "error_message": told}
            page.data_validation(FIRST_ROW, place, LAST_ROW, place, rule | own)

    def _source(self, words: str) -> str:
        """Where in the hidden sheet the list stands."""
        letter = chr(ord("A") + list(self.listed).index(words))
        return f"={LISTS}!${letter}$2:${letter}${1 + len(self.listed[words])}"

    def lists(self) -> None:
        page = self.book.add_worksheet(LISTS, worksheet_class=_Lists)
        page.cells = _list_cells(tuple(self.listed.items()))
        page.hide()

    def origin(self, of: Underlag) -> None:
        """What was sent out, for telling what came back changed."""
        page = self.book.add_worksheet(ORIGIN)
        row = 0
        for sheet, lines_ in zip(of.sheets, of.rows, strict=True):
            keys = tuple(column.key for column in sheet.columns)
            told = ((HEAD + sheet.name, *keys), *((sheet.name, *map(line.cells.get, keys)) for line in lines_))
            for texts in told:
                for place, text in enumerate(texts):
                    if text:
                        page.write_string(row, place, text)
                row += 1
        page.very_hidden()


def _listed(sheets: Iterable[Sheet], labels: Labels) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is chosen from in any of the sheets; whoever pays may be a party, and the other way round."""
    wanted = dict.fromkeys(
        _list(column) for sheet in sheets for column in sheet.columns if column.kind is Kind.REFERENCE
    )
    return tuple((words, tuple(labels.lists[words].values())) for words in wanted)


def _list(column: Column) -> str:
    return "payers" if column.words == PARTY else column.words


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    """How a sheet is shown, printed and protected."""
    page.freeze_panes(FIRST_ROW, 2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(2 if sheet.name == RECORDS else 1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.hide_gridlines(0)
    page.set_footer("&L&A&RSida &P av &N")
    page.protect("", _ALLOWED)


def _is_fixed(column: Column) -> bool:
    """Whether the column is locked in the rows that the register has."""
    return column.kind is Kind.LOCKED or column.key == SIDE


def _explanation(column: Column) -> str:
    return f"Behövs. {column.description}" if column.is_required else column.description


def _width(column: Column) -> int:
    if column.key in _OWN_WIDTHS:
        return _OWN_WIDTHS[column.key]
    return _WIDTHS.get(column.kind, 60 if (column.longest or 0) > LONG else 30)


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """What the texts need in columns of their widths: not every program works that out when it opens a file."""
    lines_ = max(sum(max(1, ceil(len(part) / width)) for part in text.split("\n")) for text, width in texts)
    return min(lines_ * _LINE, _HIGHEST)
