"""The pages of areas and target groups, and the lists of them."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting.charts import Chart, chart, timeline_chart, trend_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.ranking import Ranking, ranking
from site_builder.presenting.rows import of_status
from site_builder.presenting.sections import Section
from site_builder.presenting.shares import Share, share
from site_builder.presenting.topics import Topic, topic_of_area, topic_of_target_group
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.presenting.working_list import WorkingList, working_list
from site_builder.register.counts import body_counts, organisation_counts
from site_builder.register.directory import Body, Organisation, Source, Term
from site_builder.register.register import Agreements, Register
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """The page of one area or target group; `secondary` are those that it concerns though another term overrides."""

    grouping: "Grouping"
    term: Term
    title: str
    description: str
    trail: Trail
    definition: Markup
    source: Source | None
    listed: WorkingList
    secondary: Section
    bodies: Ranking[Body]
    organisations: Ranking[Organisation]
    trend: Chart | None
    timeline: Chart | None
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """An area or target group in its list."""

    term: Term
    definition: Markup
    agreements: int
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TermListView:
    """All areas, or all target groups."""

    title: str
    description: str
    page: str
    lines: tuple[TermLine, ...]
    source: Source | None
    chart: Chart | None
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A way to group partnerships by a vocabulary: its pages, words and lookups.

    `compared` is the page with the chart that sets its terms side by side, and that chart's id.
    """

    vocabulary: str
    page: str
    list_page: str
    list_title: str
    lead: str
    plural: str
    compared: tuple[str, str]
    topic: Callable[[Register, Term], Topic]
    secondary: Callable[[Edition, Term], Agreements]
    chart: Callable[[Edition], Chart] | None = None
    has_timelines: bool = False


AREAS = Grouping(
    vocabulary="areas",
    page="area",
    list_page="areas",
    list_title="Insatsområden",
    lead="Partnerskapen efter vad de är till för: ett övergripande område för varje, och ibland fler.",
    plural="insatsområdena",
    compared=("areas", "insatsomraden"),
    topic=topic_of_area,
    secondary=lambda edition, term: edition.register.of_secondary_area(term.id),
    chart=lambda edition: chart(edition.statistics["insatsomraden"], edition.register, edition.on),
    has_timelines=True,
)
TARGET_GROUPS = Grouping(
    vocabulary="target-groups",
    page="target-group",
    list_page="target-groups",
    list_title="Målgrupper",
    lead="Partnerskapen efter vilka de riktar sig till.",
    plural="målgrupperna",
    compared=("statistics", "malgrupper-omraden"),
    topic=topic_of_target_group,
    secondary=lambda edition, term: (),
)


def term_view(grouping: Grouping) -> Callable[[Edition, Term], TermView]:
    """How a page shows one term of the grouping."""

    def view(edition: Edition, term: Term) -> TermView:
        register, on = edition.register, edition.on
        topic = grouping.topic(register, term)
        agreements = topic.agreements
        listed = working_list(edition, agreements, topic.columns)
        timeline = timeline_chart(listed.rows, on, where=term.sv, names_body=True)
        return TermView(
            grouping=grouping,
            term=term,
            title=term.sv,
            description=f"{term.sv}: {len(agreements)} partnerskap i registret. {term.definition}",
            trail=(START, Crumb(grouping.list_title, grouping.list_page)),
            definition=block(term.definition),
            source=_source(edition, grouping),
            listed=listed,
            secondary=Section(
                id="ytterligare",
                heading="Rör också området",
                caption="Partnerskap med ett annat övergripande område",
                rows=edition.rows_of(grouping.secondary(edition, term)),
                columns=("body", "party", "area", "status"),
            ),
            bodies=ranking(body_counts(agreements, register.bodies, on)),
            organisations=ranking(organisation_counts(agreements, register.organisations, on)),
            trend=trend_chart(register, agreements, on, where=term.sv),
            timeline=timeline if grouping.has_timelines else None,
            share=share(edition, topic),
        )

    return view


def term_list_view(grouping: Grouping) -> Callable[[Edition, None], TermListView]:
    """How a page lists the terms of the grouping."""

    def view(edition: Edition, _: None) -> TermListView:
        def line(term: Term) -> TermLine:
            rows = edition.rows_of(grouping.topic(edition.register, term).agreements)
            return TermLine(
                term=term,
                definition=block(term.definition),
                agreements=len(rows),
                active=len(of_status(rows, Status.ACTIVE)),
            )

        terms = edition.register.vocabularies[grouping.vocabulary].terms
        return TermListView(
            title=grouping.list_title,
            description=grouping.lead,
            page=grouping.page,
            lines=tuple(map(line, terms)),
            source=_source(edition, grouping),
            chart=grouping.chart(edition) if grouping.chart else None,
        )

    return view


def _source(edition: Edition, grouping: Grouping) -> Source | None:
    source = edition.register.vocabularies[grouping.vocabulary].source
    return edition.register.sources[source] if source else None
