"""Criteria: what makes a cooperation an IOP according to each source, theme by theme."""

from dataclasses import dataclass
from typing import Literal, Self

from site_builder.register.raw import Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What one source says of a theme; `via` is the source it was read in, where that is another."""

    source: str
    via: str | None
    locator: str
    text: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(source=raw["source"], via=raw.get("via"), locator=raw["locator"], text=raw["text"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One thing the sources require, and the checklist's question about it; `if_yes` and `if_no` are Markdown."""

    id: str
    title: str
    weight: Literal["required", "strengthening"]
    question: str
    good_answer: Literal["ja", "nej"]
    if_yes: str
    if_no: str
    criteria: tuple[Criterion, ...]

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            title=raw["title"],
            weight=raw["weight"],
            question=raw["question"],
            good_answer=raw["good_answer"],
            if_yes=raw["if_yes"],
            if_no=raw["if_no"],
            criteria=tuple(map(Criterion.from_raw, raw["criteria"])),
        )
