"""Maps: bodies as shapes, the whole country in one panel and crowded counties in panels of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.presenting.measures import PER_CAPITA, Measure, Measured, Numbers
from site_builder.reading.geography import Geography
from site_builder.reading.topology import Bounds, Shape
from site_builder.register.directory import Body

INSETS = (("01", "stockholms-lan", "Stockholms län"), ("12", "skane-lan", "Skåne län"))
MARGIN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A body on a map. `shade` names its fill; one that an inset shows larger `is_inset`, and is left out by keys."""

    body: Body
    path: str
    shade: str
    words: str
    is_inset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One drawing: `box` is the part of the country it shows, `hatch` the width of its hatching in the same units."""

    id: str
    title: str
    box: str
    hatch: int
    places: tuple[Place, ...]
    borders: str | None = None


def panels(geography: Geography, measured: Measured) -> tuple[Panel, ...]:
    """The measure on the whole country, and municipalities in insets too."""
    measure, all_numbers = measured.measure, measured.numbers
    if measure.page == "region":
        return (_panel("sverige", "Hela landet", geography.regions, _places(geography.regions, measure, all_numbers)),)
    shapes = geography.municipalities
    crowded = frozenset(county for county, _, _ in INSETS)
    whole = _places(shapes, measure, all_numbers, crowded)
    insets = (
        _panel(id, title, shapes, _places(shapes, measure, (each for each in all_numbers if each.county == county)))
        for county, id, title in INSETS
    )
    return (_panel("sverige", "Hela landet", shapes, whole, geography.county_borders.path), *insets)


def _places(
    shapes: Mapping[str, Shape], measure: Measure, all_numbers: Iterable[Numbers], crowded: frozenset[str] = frozenset()
) -> tuple[Place, ...]:
    return tuple(
        Place(
            body=numbers.body,
            path=shapes[numbers.body.id].path,
            shade=measure.step(numbers).shade,
            words=said(measure, numbers),
            is_inset=bool(crowded) and numbers.county in crowded,
        )
        for numbers in all_numbers
    )


def said(measure: Measure, numbers: Numbers) -> str:
    """The body's numbers in words, with the one the map shows."""
    if measure is PER_CAPITA and numbers.tally.known:
        return f"{numbers.words}, {numbers.shown_per_100_000} per 100\N{NO-BREAK SPACE}000 invånare"
    return numbers.words


def _panel(
    id: str, title: str, shapes: Mapping[str, Shape], places: tuple[Place, ...], borders: str | None = None
) -> Panel:
    bounds = around(shapes[place.body.id].bounds for place in places)
    hatch = max(1, (bounds.right - bounds.left) // 60)
    return Panel(id=id, title=title, box=box(bounds), hatch=hatch, places=places, borders=borders)


def box(bounds: Bounds) -> str:
    """The view box of a drawing that shows what lies within the bounds, with a margin."""
    width, height = bounds.right - bounds.left + 2 * MARGIN, bounds.bottom - bounds.top + 2 * MARGIN
    return f"{bounds.left - MARGIN} {bounds.top - MARGIN} {width} {height}"


def around(bounds: Iterable[Bounds]) -> Bounds:
    """The smallest box around them all."""
    lefts, tops, rights, bottoms = zip(
        *((each.left, each.top, each.right, each.bottom) for each in bounds), strict=True
    )
    return Bounds(min(lefts), min(tops), max(rights), max(bottoms))
