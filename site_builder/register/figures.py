"""Figures: what others have published in numbers about IOP, to set beside the register's own."""

from dataclasses import dataclass
from typing import Literal, Self

from site_builder.register.dates import PartialDate
from site_builder.register.raw import Raw, date_or_none, texts

Unit = Literal[
    "partnerships", "documents", "municipalities", "regions", "parties", "years", "percent", "ore-per-inhabitant"
]
Precision = Literal["about", "more-than", "less-than", "nearly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One published figure or finding. `value` None where the source gives none or, if `illegible`, it cannot be read.

    `precision` None means exact; `contradicts` holds the ids of figures that do not agree with this one. `counterpart`
    is the register's measure beside it, `difference` why the two differ, `needs` what a counterpart would take.
    """

    id: str
    topic: str
    source: str
    locator: str
    text: str
    value: int | None
    unit: Unit | None
    precision: Precision | None
    illegible: bool
    base: str | None
    as_of: PartialDate | None
    body: str | None
    organisation: str | None
    area: str | None
    target_group: str | None
    contradicts: tuple[str, ...]
    counterpart: str | None
    difference: str | None
    needs: str | None
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            topic=raw["topic"],
            source=raw["source"],
            locator=raw["locator"],
            text=raw["text"],
            value=raw.get("value"),
            unit=raw.get("unit"),
            precision=raw.get("precision"),
            illegible=raw.get("illegible", False),
            base=raw.get("base"),
            as_of=date_or_none(raw, "as_of"),
            body=raw.get("body"),
            organisation=raw.get("organisation"),
            area=raw.get("area"),
            target_group=raw.get("target_group"),
            contradicts=texts(raw, "contradicts"),
            counterpart=raw.get("counterpart"),
            difference=raw.get("difference"),
            needs=raw.get("needs"),
            note=raw.get("note"),
        )
