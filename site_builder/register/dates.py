"""Dates at the precision of their source: a year, a month or a day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`2022`, `2022-01` or `2022-01-31`: a span from its `first` to its `last` day, both inclusive."""

    text: str
    first: date
    last: date

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Raises ValueError when no such day or month exists."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is None:
            return cls(text, date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return cls(text, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return cls(text, date(year, month, day), date(year, month, day))

    def __str__(self) -> str:
        return self.text
