"""The maps: every municipality or region as a shape or a tile that leads to its page, with the same data as a table."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.maps import Panel, panels
from site_builder.presenting.measures import (
    ACTIVE,
    COUNT,
    MEASURES,
    PER_CAPITA,
    Measure,
    Numbers,
    Step,
    most_first,
    numbers_of,
)
from site_builder.presenting.tiles import Mosaic, mosaic
from site_builder.presenting.views.view import START, Crumb, Trail

OTHER_MEASURES = tuple(measure for measure in MEASURES if measure is not COUNT)
TILES = Crumb("Lika stora rutor", "tiles")
KINDS = {"municipality": ("kommun", "kommuner"), "region": ("region", "regioner")}
COLUMNS = (("Antal", COUNT), ("Pågår", ACTIVE), ("Per 100\N{NO-BREAK SPACE}000 invånare", PER_CAPITA))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading; a link to the map that sorts by it, where there is one."""

    label: str
    leads_to: Crumb | None
    is_sorted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map of one measure, drawn as shapes or as tiles; `lines` are the bodies with something to show."""

    title: str
    description: str
    trail: Trail
    measure: Measure
    choices: Trail
    choice: Crumb
    panels: tuple[Panel, ...]
    mosaic: Mosaic | None
    legend: tuple[tuple[Step, str], ...]
    headings: tuple[Heading, ...]
    kind_words: str
    lines: tuple[Numbers, ...]
    without: tuple[Numbers, ...]
    without_words: str
    coverage: str
    source: str


def default_map_view(edition: Edition, _: None) -> MapView:
    """The map at /karta/: the number of partnerships in each municipality."""
    return map_view(edition, COUNT)


def map_view(edition: Edition, measure: Measure) -> MapView:
    """The measure as shapes."""
    all_numbers = numbers_of(edition.register, measure, edition.on)
    drawn = panels(edition.geography, measure, all_numbers)
    return _view(edition, measure, all_numbers, measure.title, _choice(measure), drawn, None)


def tiles_view(edition: Edition, _: None) -> MapView:
    """The number of partnerships as tiles of equal size."""
    all_numbers = numbers_of(edition.register, COUNT, edition.on)
    drawn = mosaic(COUNT, all_numbers, edition.geography.tiles)
    return _view(edition, COUNT, all_numbers, "Karta med lika stora rutor", TILES, (), drawn)


def _view(
    edition: Edition,
    measure: Measure,
    all_numbers: tuple[Numbers, ...],
    title: str,
    choice: Crumb,
    drawn: tuple[Panel, ...],
    tiles: Mosaic | None,
) -> MapView:
    one, many = KINDS[measure.page]
    lines = most_first(measure, all_numbers)
    without = tuple(numbers for numbers in all_numbers if not measure.value(numbers))
    return MapView(
        title=title,
        description=f"{measure.lead} Per {words.day(edition.on)}.",
        trail=(START,) if choice.page == "map" else (START, Crumb("Karta", "map")),
        measure=measure,
        choices=(*map(_choice, MEASURES), TILES),
        choice=choice,
        panels=drawn,
        mosaic=tiles,
        legend=tuple((step, words.counted(count, one, many)) for step, count in measure.legend(all_numbers)),
        headings=tuple(_heading(measure, label, column) for label, column in COLUMNS),
        kind_words=one.capitalize(),
        lines=lines,
        without=without,
        without_words=f"{words.counted(len(without), one, many)}: {measure.nothing}",
        coverage=_coverage(measure, len(lines), len(all_numbers)),
        source=_source(edition, tiles),
    )


def _choice(measure: Measure) -> Crumb:
    return Crumb(measure.label, "map") if measure is COUNT else Crumb(measure.label, "measured-map", measure)


def _heading(measure: Measure, label: str, column: Measure) -> Heading:
    is_sorted = column is measure or (column is COUNT and measure not in (ACTIVE, PER_CAPITA))
    leads_to = None if is_sorted or measure.page == "region" else _choice(column)
    return Heading(label=label, leads_to=leads_to, is_sorted=is_sorted)


def _coverage(measure: Measure, known: int, of_all: int) -> str:
    one, many = KINDS[measure.page]
    return (
        f"Kartan har något att visa i {words.counted(known, one, many)} av {of_all}. Att inget är känt betyder "
        f"inte att {one}en är utan: registret är inte fullständigt. Den som har svarat att inga finns är streckad. "
        f"Ett partnerskap som flera {many} sluter tillsammans räknas hos var och en av dem, och ett som sluts av ett "
        "gemensamt organ räknas inte här."
    )


def _source(edition: Edition, tiles: Mosaic | None) -> str:
    known = words.number(len(edition.register.agreements))
    shapes = "Rutornas plats är registrets egen" if tiles else "Gränser: SCB (CC0)"
    return f"IOP-registret, {known} partnerskap, per {words.day(edition.on)}. {shapes}."
