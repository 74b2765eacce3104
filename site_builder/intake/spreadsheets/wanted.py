"""Wanted: what the rows of a spreadsheet ask for, and what is wrong in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong in a row, and what to write instead; `heading` is empty where it is the row as a whole."""

    sheet: str
    row: int
    agreement: str = ""
    heading: str = ""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A cell's new value for a field of the record; None takes it away."""

    heading: str
    key: str
    value: Any
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What a row wants: changes of the partnership or of an item in one of its lists, a new item where `is_new`.

    `organisations` are those that it names and the register has not got: id → name.
    """

    sheet: str
    row: int
    agreement: str
    items: str | None = None
    index: int = -1
    is_new: bool = False
    changes: tuple[Change, ...]
    organisations: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        return {change.key: change.value for change in self.changes if change.value is not None}


Wanted = tuple[tuple[RowChange, ...], tuple[Fault, ...]]
