"""The page of a programme: an effort that several partnerships are part of."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting.charts import Chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.directory import Programme, Source
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView:
    """A programme with its partnerships and the sources that describe it as a whole."""

    programme: Programme
    title: str
    description: str
    definition: Markup
    note: Markup
    rows: tuple[Row, ...]
    active: int
    timeline: Chart | None
    sources: tuple[tuple[Source, str], ...]
    trail: Trail = (START, Crumb("Partnerskap", "explorer"))


def programme_view(edition: Edition, programme: Programme) -> ProgrammeView:
    register = edition.register
    rows = edition.rows_of(register.of_programme(programme.id))
    return ProgrammeView(
        programme=programme,
        title=programme.sv,
        description=f"{programme.sv}: {len(rows)} partnerskap i registret.",
        definition=block(programme.definition),
        note=block(programme.note),
        rows=rows,
        active=len(of_status(rows, Status.ACTIVE)),
        timeline=timeline_chart(rows, edition.on, where=programme.sv),
        sources=tuple((register.sources[each.source], each.locator) for each in programme.sources),
    )
