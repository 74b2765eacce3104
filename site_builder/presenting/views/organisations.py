"""The pages of organisations, and the list of them."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.presence import Presence, presence
from site_builder.presenting.ranking import Ranking, ranking
from site_builder.presenting.rows import of_status
from site_builder.presenting.shares import Share, share
from site_builder.presenting.topics import own_columns, topic_of_organisation
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.presenting.working_list import WorkingList, working_list
from site_builder.register.alphabet import alphabetical
from site_builder.register.counts import Count, active_count, body_counts
from site_builder.register.directory import Body, Organisation, Term
from site_builder.register.register import Agreements, Register
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """The page of one organisation: its own partnerships, and its members' where it gathers others.

    `together` are both, each once; `members` are all of them, those of most partnerships first.
    """

    organisation: Organisation
    title: str
    description: str
    trail: Trail
    federation: Organisation | None
    members: Ranking[Organisation]
    legal_form: Term | None
    seat: Body | None
    note: Markup
    together: WorkingList
    own: WorkingList
    of_members: WorkingList
    bodies: Ranking[Body]
    presence: Presence | None
    timeline: Chart | None
    timeline_of_members: Chart | None
    share: Share


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
    register, on = edition.register, edition.on
    topic = topic_of_organisation(register, organisation)
    members = register.members(organisation.id)
    agreements, theirs = register.of_organisation(organisation.id), _of_members(register, members)
    own = working_list(edition, agreements, own_columns(agreements))
    whose = "lokala föreningar och enheter"
    of_members = working_list(edition, theirs, topic.columns, whose=whose, prefix="medlemmar-")
    both = working_list(edition, topic.agreements, topic.columns) if agreements and theirs else None
    together = both or (of_members if theirs else own)
    bodies = body_counts(topic.agreements, register.bodies, on)
    forms = {term.id: term for term in register.vocabularies["legal-forms"].terms}
    return OrganisationView(
        organisation=organisation,
        title=organisation.name,
        description=_description(organisation, len(agreements), len(members), len(theirs)),
        trail=(START, Crumb("Organisationer", "organisations")),
        federation=register.organisations[organisation.federation] if organisation.federation else None,
        members=ranking(_member_counts(edition, members)),
        legal_form=forms[organisation.legal_form] if organisation.legal_form else None,
        seat=register.bodies[organisation.seat] if organisation.seat else None,
        note=block(organisation.note),
        together=together,
        own=own,
        of_members=of_members,
        bodies=ranking(bodies),
        presence=presence(edition.geography, bodies),
        timeline=timeline_chart(own.rows, on, where=organisation.name, names_body=True),
        timeline_of_members=timeline_chart(
            of_members.rows,
            on,
            chart_id="tidslinje-medlemmar",
            where=f"{whose} i {organisation.name}",
            names_body=True,
        ),
        share=share(edition, topic),
    )


def _description(organisation: Organisation, own: int, members: int, theirs: int) -> str:
    parts = []
    if own or not members:
        known = words.counted(own, "idéburet offentligt partnerskap", "idéburna offentliga partnerskap")
        parts.append(f"{organisation.name} är part i {known} i registret.")
    if members:
        gathered = words.counted(members, "organisation", "organisationer")
        parts.append(f"Hit hör {gathered}, med i {theirs} partnerskap i registret.")
    return " ".join(parts)


def _of_members(register: Register, members: tuple[Organisation, ...]) -> Agreements:
    """The members' agreements, each once."""
    return tuple({one.id: one for member in members for one in register.of_organisation(member.id)}.values())


def _member_counts(edition: Edition, members: tuple[Organisation, ...]) -> tuple[Count[Organisation], ...]:
    """Every member, those of most partnerships first, then by name; also those that have none."""

    def count(member: Organisation) -> Count[Organisation]:
        agreements = edition.register.of_organisation(member.id)
        return Count(member, len(agreements), active_count(agreements, edition.on))

    return tuple(sorted(map(count, members), key=lambda each: (-each.known, alphabetical(each.subject.name))))


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
