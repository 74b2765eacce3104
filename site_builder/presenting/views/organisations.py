"""The pages of organisations, and the list of them."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.presence import Presence, presence
from site_builder.presenting.ranking import Ranking, ranking
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.counts import body_counts
from site_builder.register.directory import Body, Organisation, Term
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
    bodies: Ranking[Body]
    presence: Presence | None
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


def organisation_view(edition: Edition, organisation: Organisation) -> OrganisationView:
    """The organisation with its partnerships."""
    register = edition.register
    rows = edition.rows_of(register.of_organisation(organisation.id))
    members = register.members(organisation.id)
    theirs = {one.id: one for member in members for one in register.of_organisation(member.id)}
    rows_of_members = edition.rows_of(tuple(theirs.values()))
    bodies = body_counts(register.of_movement(organisation.id), register.bodies, edition.on)
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
        bodies=ranking(bodies),
        presence=presence(edition.geography, bodies),
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
