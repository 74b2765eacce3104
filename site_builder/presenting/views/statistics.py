"""Statistics: the charts, each with its data."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import START, Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The charts."""

    title: str
    description: str
    charts: tuple[Chart, ...]
    trail: Trail = (START,)


def statistics_view(edition: Edition, _: None) -> StatisticsView:
    return StatisticsView(
        title="Statistik",
        description=f"Vad registret säger i siffror per {words.day(edition.on)}, med data bakom varje diagram.",
        charts=tuple(chart(table, edition.register, edition.on) for table in edition.statistics.values()),
    )
