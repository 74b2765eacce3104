"""The page that shows every component from example data: for those who change the site, and for its tests."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.badges import badge
from site_builder.presenting.charts import Chart, chart, timeline_chart
from site_builder.presenting.contrast import Pair, contrasts
from site_builder.presenting.edition import Edition
from site_builder.presenting.examples import DAY, GEOGRAPHY, NUMBERS, REGISTER
from site_builder.presenting.maps import Panel, panels
from site_builder.presenting.measures import COUNT, Measured, Numbers, Step
from site_builder.presenting.ranking import Ranking, ranking
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.sections import FOLDED_FROM, Section
from site_builder.presenting.tiles import Mosaic, mosaic
from site_builder.presenting.views.figures import FigureLine, figure_lines
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.counts import organisation_counts
from site_builder.register.directory import Organisation
from site_builder.register.statistics import development
from site_builder.register.status import Status

SIZES = ("number", "h1", "h2", "h3", "lead", "body", "menu", "small")
SPACES = ("1", "2", "3", "4", "5", "6", "7")
# Records that do not exist have no pages: their links lead to the list where they would stand.
LISTS = {
    "agreement": "explorer",
    "municipality": "municipalities",
    "other-body": "explorer",
    "organisation": "organisations",
    "area": "areas",
    "source": "sources",
    "figures": "appearance",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceView:
    """Every component's example; `lists` names the page that a link to an example leads to."""

    title: str
    description: str
    trail: Trail
    day: str
    explained: str
    lists: Mapping[str, str]
    contrasts: tuple[tuple[Pair, float], ...]
    sizes: tuple[str, ...]
    spaces: tuple[str, ...]
    statuses: tuple[Row, ...]
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    organisations: Ranking[Organisation]
    figures: tuple[FigureLine, ...]
    numbers: tuple[Numbers, ...]
    trend: Chart
    timeline: Chart | None
    table: Chart
    legend: tuple[tuple[Step, int], ...]
    panels: tuple[Panel, ...]
    mosaic: Mosaic
    badge: Markup


def appearance_view(edition: Edition, _: None) -> AppearanceView:
    """The examples as the site's own functions make them, as of a day of their own: the same in every build."""
    shown = replace(edition, register=REGISTER, on=DAY, geography=GEOGRAPHY)
    measured = Measured(measure=COUNT, numbers=NUMBERS)
    trend = replace(chart(development.year_ends(REGISTER, DAY), REGISTER, DAY), data_path=None)
    return AppearanceView(
        title="Utseende",
        description="Webbplatsens alla delar med påhittade uppgifter, för den som ändrar eller prövar dem.",
        trail=(START, *(Crumb(page.title, "prose", page) for page in edition.prose if page.id == "om")),
        day=words.day(DAY),
        explained="Ett [IOP](term:iop) sluts av en [idéburen organisation](term:ideburen) och en offentlig part.",
        lists=LISTS,
        contrasts=contrasts(edition.colours),
        sizes=SIZES,
        spaces=SPACES,
        statuses=tuple(of_status(shown.rows, status)[0] for status in Status),
        rows=shown.rows,
        sections=(
            _section("fa", "Pågår", of_status(shown.rows, Status.ACTIVE)),
            _section("manga", "Behöver bekräftas", (shown.rows * FOLDED_FROM)[:FOLDED_FROM]),
        ),
        organisations=ranking(organisation_counts(REGISTER.agreements, REGISTER.organisations, DAY)),
        figures=figure_lines(shown, REGISTER.figures.values()),
        numbers=NUMBERS,
        trend=trend,
        timeline=timeline_chart(shown.rows, DAY, where="Exempelkommunen"),
        table=replace(trend, id="tabell", title="Samma tal utan bild", drawing=None),
        legend=measured.legend,
        panels=panels(GEOGRAPHY, measured),
        mosaic=mosaic(measured, GEOGRAPHY.tiles),
        badge=Markup(badge("3 partnerskap", "Exempelkommunen", edition.colours)),  # noqa: S704 - drawn by us
    )


def _section(id: str, heading: str, rows: tuple[Row, ...]) -> Section:
    return Section(
        id=id, heading=heading, caption=f"Exempel: {words.lower_first(heading)}", rows=rows, columns=("party",)
    )
