"""Cells: what stands in one field of a CSV file, and how several values become one."""

from collections.abc import Iterable, Mapping

Cell = str | int | bool | None
Row = Mapping[str, Cell]
SEPARATOR = "; "


def joined(texts: Iterable[str]) -> str:
    """Several values in one cell."""
    return SEPARATOR.join(texts)


def text(value: object) -> str | None:
    return None if value is None else str(value)


def one_line(markdown: str | None) -> str | None:
    """Running text on one line: a line break inside a cell trips up many spreadsheets."""
    return " ".join(markdown.split()) if markdown else None
