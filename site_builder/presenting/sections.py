"""Sections: partnerships under a heading of their own."""

from dataclasses import dataclass

from site_builder.presenting.rows import Row

FOLDED_FROM = 16
"""A list of so many partnerships is folded, so that the next heading stays in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A list of partnerships; `columns` are those of body, party, area and status that its table shows."""

    id: str
    heading: str
    caption: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...]

    @property
    def is_folded(self) -> bool:
        return len(self.rows) >= FOLDED_FROM
