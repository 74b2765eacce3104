"""Table: a statistic with its definition, what it is counted on, what is left out, and its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | None
Unit = Literal["text", "year", "count", "percent", "per-100000", "kronor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name in files, its Swedish heading and what its numbers are."""

    name: str
    title: str
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A statistic as of a day. `definition`, `base` (the denominator) and `left_out` are whole Swedish sentences."""

    id: str
    title: str
    definition: str
    base: str
    left_out: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of the named column."""
        place = [column.name for column in self.columns].index(name)
        return tuple(row[place] for row in self.rows)


def text(name: str, title: str) -> Column:
    return Column(name=name, title=title, unit="text")


def count(name: str, title: str) -> Column:
    return Column(name=name, title=title, unit="count")


def percent(name: str, title: str) -> Column:
    return Column(name=name, title=title, unit="percent")


def share(part: int, whole: int) -> float | None:
    """The part in per cent of the whole, to one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def most_first(rows: Iterable[tuple[Cell, ...]], by: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows by the number at the place `by`, the largest first; ties keep their order."""
    return tuple(sorted(rows, key=lambda row: -float(row[by] or 0)))
