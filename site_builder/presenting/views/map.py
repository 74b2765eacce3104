"""The maps: every municipality or region as a shape or a tile that leads to its page, with the same data as a table."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.atlas import Atlas
from site_builder.presenting.charts import Chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.maps import Panel, panels
from site_builder.presenting.measures import (
    ACTIVE,
    COUNT,
    MEASURES,
    PER_CAPITA,
    Measure,
    Measured,
    Numbers,
    measured,
)
from site_builder.presenting.tiles import Mosaic, mosaic
from site_builder.presenting.views.view import START, Crumb, Trail

OTHER_MEASURES = tuple(measure for measure in MEASURES if measure is not COUNT)
TILES = Crumb("Lika stora rutor", "tiles")
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
    atlas: Atlas
    chart: Chart
    headings: tuple[Heading, ...]
    kind_words: str
    lines: tuple[Numbers, ...]
    without: tuple[Numbers, ...]
    without_words: str


def default_map_view(edition: Edition, _: None) -> MapView:
    """The map at /karta/: the number of partnerships in each municipality."""
    return map_view(edition, COUNT)


def map_view(edition: Edition, measure: Measure) -> MapView:
    """The measure as shapes."""
    shown = measured(edition.register, measure, edition.tallies)
    return _view(edition, shown, _choice(measure), panels=panels(edition.geography, shown))


def tiles_view(edition: Edition, _: None) -> MapView:
    """The number of partnerships as tiles of equal size."""
    shown = measured(edition.register, COUNT, edition.tallies)
    return _view(edition, shown, TILES, mosaic=mosaic(shown, edition.geography.tiles))


def _view(
    edition: Edition, shown: Measured, choice: Crumb, *, panels: tuple[Panel, ...] = (), mosaic: Mosaic | None = None
) -> MapView:
    measure = shown.measure
    one, many = words.BODY[measure.page]
    legend = tuple((step, words.counted(count, one, many)) for step, count in shown.legend)
    title = "Karta med lika stora rutor" if mosaic else measure.title
    atlas = Atlas(legend=legend, panels=panels, mosaic=mosaic)
    return MapView(
        title=title,
        description=f"{measure.lead}{' Lika stora rutor.' if mosaic else ''} Per {words.day(edition.on)}.",
        trail=(START,) if choice.page == "map" else (START, Crumb("Karta", "map")),
        measure=measure,
        choices=(*map(_choice, MEASURES), TILES),
        choice=choice,
        atlas=atlas,
        chart=_chart(edition, shown, atlas),
        headings=tuple(_heading(measure, label, column) for label, column in COLUMNS),
        kind_words=one.capitalize(),
        lines=shown.most_first,
        without=shown.without,
        without_words=f"{words.counted(len(shown.without), one, many)}: {measure.nothing}",
    )


def _chart(edition: Edition, shown: Measured, atlas: Atlas) -> Chart:
    """The map to take away, with the numbers of every body."""
    known = words.number(len(edition.register.agreements))
    shapes = "Rutornas plats är registrets egen" if atlas.mosaic else "Gränser: SCB (CC0)"
    return Chart(
        id="karta",
        title=shown.measure.headline,
        description=shown.measure.lead,
        columns=(words.BODY[shown.measure.page][0].capitalize(), "Folkmängd", *(label for label, _ in COLUMNS), "Svar"),
        rows=tuple(_row(numbers) for numbers in (*shown.most_first, *shown.without)),
        source=f"IOP-registret, {known} partnerskap, per {words.day(edition.on)}. {shapes}.",
        coverage=_coverage(shown),
        drawing=atlas,
    )


def _row(numbers: Numbers) -> tuple[str, ...]:
    tally = numbers.tally
    answer = "har svarat att inga finns" if numbers.has_answered_none else ""
    counts = (str(number) for number in (tally.population, tally.known, tally.active))
    return numbers.body.name, *counts, f"{tally.per_100_000:.1f}", answer


def _choice(measure: Measure) -> Crumb:
    return Crumb(measure.label, "map") if measure is COUNT else Crumb(measure.label, "measured-map", measure)


def _heading(measure: Measure, label: str, column: Measure) -> Heading:
    is_sorted = column is measure or (column is COUNT and measure not in (ACTIVE, PER_CAPITA))
    leads_to = None if is_sorted or measure.page == "region" else _choice(column)
    return Heading(label=label, leads_to=leads_to, is_sorted=is_sorted)


def _coverage(shown: Measured) -> str:
    one, many = words.BODY[shown.measure.page]
    return (
        f"Kartan har något att visa i {words.counted(len(shown.most_first), one, many)} av {len(shown.numbers)}. Att "
        f"inget är känt betyder inte att {one}en är utan: registret är inte fullständigt. Den som har svarat att inga "
        f"finns är streckad. Ett partnerskap som flera {many} sluter tillsammans räknas hos var och en av dem, och ett "
        "som sluts av ett gemensamt organ räknas inte här."
    )
