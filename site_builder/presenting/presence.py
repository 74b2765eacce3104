"""Presence: where in the country someone is, as spots on a map of the regions."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from site_builder.presenting import words
from site_builder.presenting.maps import around, box
from site_builder.reading.geography import Geography
from site_builder.register.counts import Count
from site_builder.register.directory import Body

SMALLEST, GROWTH = 16, 9  # of a spot's radius, in units of the drawing: its area grows with the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A region's outline; `is_party` where the region itself takes part."""

    path: str
    is_party: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A municipality's spot on the map and what it says."""

    x: int
    y: int
    radius: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """The map: `box` is the part of the drawing it shows, `words` tell it to those who do not see it."""

    box: str
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    words: str


def presence(geography: Geography, counts: Iterable[Count[Body]]) -> Presence | None:
    """The municipalities and regions of the counts; None where there are fewer than two to show."""
    shown = [each for each in counts if each.subject.municipality or each.subject.region]
    if len(shown) < 2:
        return None
    regions = {each.subject.id for each in shown if each.subject.region}
    names = words.listed([f"{each.subject.name} ({each.known})" for each in shown])
    return Presence(
        box=box(around(shape.bounds for shape in geography.regions.values())),
        lands=tuple(Land(path=shape.path, is_party=id in regions) for id, shape in geography.regions.items()),
        # The largest first, so that none hides a smaller one.
        spots=tuple(_spot(geography, each) for each in shown if not each.subject.region),
        words=f"Karta över Sverige med {names}",
    )


def _spot(geography: Geography, count: Count[Body]) -> Spot:
    bounds = geography.municipalities[count.subject.id].bounds
    return Spot(
        x=(bounds.left + bounds.right) // 2,
        y=(bounds.top + bounds.bottom) // 2,
        radius=round(SMALLEST + GROWTH * sqrt(count.known)),
        words=f"{count.subject.name}: {count.known} partnerskap",
    )
