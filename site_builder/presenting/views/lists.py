"""The pages of organisations, areas and target groups, and the lists of them."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, area_chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.directory import Body, Organisation, Source, Term
from site_builder.register.register import Agreements
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """The page of one organisation."""

    organisation: Organisation
    title: str
    description: str
    trail: Trail
    federation: Organisation | None
    members: tuple[Organisation, ...]
    legal_form: Term | None
    seat: Body | None
    note: Markup
    rows: tuple[Row, ...]
    active: int
    rows_of_members: tuple[Row, ...]
    timeline: Chart | None
    timeline_of_members: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLine:
    """An organisation in the list, with its number of partnerships and where they are."""

    organisation: Organisation
    agreements: int
    active: int
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationListView:
    """All organisations."""

    title: str
    description: str
    lines: tuple[OrganisationLine, ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """The page of one area or target group."""

    term: Term
    title: str
    description: str
    trail: Trail
    definition: Markup
    source: Source | None
    rows: tuple[Row, ...]
    secondary: tuple[Row, ...]
    active: int
    timeline: Chart | None


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


def organisation_view(edition: Edition, organisation: Organisation) -> OrganisationView:
    """The organisation with its partnerships."""
    register = edition.register
    rows = edition.rows_of(register.of_organisation(organisation.id))
    members = register.members(organisation.id)
    theirs = {one.id: one for member in members for one in register.of_organisation(member.id)}
    rows_of_members = edition.rows_of(tuple(theirs.values()))
    forms = {term.id: term for term in register.vocabularies["legal-forms"].terms}
    parts = []
    if rows or not members:
        known = words.counted(len(rows), "idéburet offentligt partnerskap", "idéburna offentliga partnerskap")
        parts.append(f"{organisation.name} är part i {known} i registret.")
    if members:
        gathered = words.counted(len(members), "organisation", "organisationer")
        parts.append(f"Hit hör {gathered}, med i {len(rows_of_members)} partnerskap i registret.")
    return OrganisationView(
        organisation=organisation,
        title=organisation.name,
        description=" ".join(parts),
        trail=(START, Crumb("Organisationer", "organisations")),
        federation=register.organisations[organisation.federation] if organisation.federation else None,
        members=members,
        legal_form=forms[organisation.legal_form] if organisation.legal_form else None,
        seat=register.bodies[organisation.seat] if organisation.seat else None,
        note=block(organisation.note),
        rows=rows,
        active=len(of_status(rows, Status.ACTIVE)),
        rows_of_members=rows_of_members,
        timeline=timeline_chart(rows, edition.on, where=organisation.name, names_body=True),
        timeline_of_members=timeline_chart(
            rows_of_members,
            edition.on,
            chart_id="tidslinje-medlemmar",
            where=f"lokala föreningar och enheter i {organisation.name}",
            names_body=True,
        ),
    )


def organisation_list_view(edition: Edition, _: None) -> OrganisationListView:
    """Every organisation by name."""

    def line(organisation: Organisation) -> OrganisationLine:
        rows = edition.rows_of(edition.register.of_organisation(organisation.id))
        bodies = dict.fromkeys(body.id for row in rows for body in row.public)
        return OrganisationLine(
            organisation=organisation,
            agreements=len(rows),
            active=len(of_status(rows, Status.ACTIVE)),
            bodies=tuple(edition.register.bodies[id] for id in bodies),
        )

    lines = tuple(map(line, edition.register.organisations.values()))
    return OrganisationListView(
        title="Organisationer",
        description=f"De {len(lines)} idéburna organisationer som registret känner till, med sina partnerskap.",
        lines=lines,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A way to group partnerships by a vocabulary: its pages, words and lookups."""

    vocabulary: str
    page: str
    list_page: str
    list_title: str
    lead: str
    agreements: Callable[[Edition, Term], Agreements]
    secondary: Callable[[Edition, Term], Agreements]
    chart: Callable[[Edition], Chart] | None = None
    has_timelines: bool = False


AREAS = Grouping(
    vocabulary="areas",
    page="area",
    list_page="areas",
    list_title="Insatsområden",
    lead="Partnerskapen efter vad de är till för: ett övergripande område för varje, och ibland fler.",
    agreements=lambda edition, term: edition.register.of_area(term.id),
    secondary=lambda edition, term: edition.register.of_secondary_area(term.id),
    chart=lambda edition: area_chart(edition.register, edition.on),
    has_timelines=True,
)
TARGET_GROUPS = Grouping(
    vocabulary="target-groups",
    page="target-group",
    list_page="target-groups",
    list_title="Målgrupper",
    lead="Partnerskapen efter vilka de riktar sig till.",
    agreements=lambda edition, term: edition.register.of_target_group(term.id),
    secondary=lambda edition, term: (),
)


def term_view(grouping: Grouping) -> Callable[[Edition, Term], TermView]:
    """How a page shows one term of the grouping."""

    def view(edition: Edition, term: Term) -> TermView:
        rows = edition.rows_of(grouping.agreements(edition, term))
        return TermView(
            term=term,
            title=term.sv,
            description=f"{term.sv}: {len(rows)} partnerskap i registret. {term.definition}",
            trail=(START, Crumb(grouping.list_title, grouping.list_page)),
            definition=block(term.definition),
            source=_source(edition, grouping),
            rows=rows,
            secondary=edition.rows_of(grouping.secondary(edition, term)),
            active=len(of_status(rows, Status.ACTIVE)),
            timeline=timeline_chart(rows, edition.on, where=term.sv, names_body=True)
            if grouping.has_timelines
            else None,
        )

    return view


def term_list_view(grouping: Grouping) -> Callable[[Edition, None], TermListView]:
    """How a page lists the terms of the grouping."""

    def view(edition: Edition, _: None) -> TermListView:
        def line(term: Term) -> TermLine:
            rows = edition.rows_of(grouping.agreements(edition, term))
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
