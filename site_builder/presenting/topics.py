"""Topics: what partnerships are gathered under on a page of their own: a body, organisation, area or target group."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.presenting.addresses import Query
from site_builder.presenting.views.agreement import body_page
from site_builder.presenting.views.view import ROUTES
from site_builder.register.directory import Body, Organisation, Term
from site_builder.register.register import Agreements, Register

FACETS = {"municipality": "kommun", "region": "region"}  # the explorer's for a body, by the name of its page


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject with its partnerships. `page` is its page's name, `phrase` what is called for in a sentence.

    `columns` are what tables of its partnerships show beside title and dates. `label` says what a badge counts, where
    whose site it stands on does not. `query` is the choice in the explorer, empty where there is none; `searched` says
    what it finds.
    """

    page: str
    subject: Body | Organisation | Term
    phrase: str
    agreements: Agreements
    columns: tuple[str, ...]
    query: Query = ()
    searched: str = "dem"
    label: str = ""

    @property
    def path(self) -> str:
        """The page's address without the last slash: what belongs to the topic lies below."""
        return ROUTES[self.page].format(id=self.subject.id).rstrip("/")

    @property
    def subject_name(self) -> str:
        return self.subject.sv if isinstance(self.subject, Term) else self.subject.name


def topic_of_body(register: Register, body: Body) -> Topic:
    """Of Gotland, which has two pages, the region's."""
    page = body_page(body)
    return Topic(
        page=page,
        subject=body,
        phrase=f"i {body.name}",
        agreements=register.of_body(body.id),
        columns=("party", "area"),
        query=((FACETS[page], body.id),) if page in FACETS else (),
        searched="dem och kommunernas i länet" if page == "region" else "dem",
    )


def topic_of_organisation(register: Register, organisation: Organisation) -> Topic:
    """A movement's partnerships are its own and its members'; the explorer knows no movement within a movement."""
    agreements = register.of_movement(organisation.id)
    is_movement = bool(register.members(organisation.id))
    facet = "rorelse" if is_movement else "organisation"
    return Topic(
        page="organisation",
        subject=organisation,
        phrase=f"med {organisation.name}",
        agreements=agreements,
        columns=("body", "party", "area") if is_movement else own_columns(agreements),
        query=() if is_movement and organisation.federation else ((facet, organisation.id),),
    )


def own_columns(agreements: Agreements) -> tuple[str, ...]:
    """Of partnerships of one organisation: its own name says nothing, so parties only where it is not alone."""
    is_alone = all(len(agreement.nonprofit_parties) == 1 for agreement in agreements)
    return ("body", "area") if is_alone else ("body", "party", "area")


def topic_of_area(register: Register, area: Term) -> Topic:
    return Topic(
        page="area",
        subject=area,
        phrase=f"inom insatsområdet {area.sv}",
        agreements=register.of_area(area.id),
        columns=("body", "party"),
        query=(("omrade", area.id),),
        label=area.sv,
    )


def topic_of_target_group(register: Register, group: Term) -> Topic:
    return Topic(
        page="target-group",
        subject=group,
        phrase=f"för målgruppen {group.sv}",
        agreements=register.of_target_group(group.id),
        columns=("body", "party", "area"),
        query=(("malgrupp", group.id),),
        label=group.sv,
    )


def topics(register: Register) -> Iterator[Topic]:
    """Every topic of the register, whether anything is known of it or not."""
    yield from (topic_of_body(register, body) for body in register.bodies.values())
    yield from (topic_of_organisation(register, each) for each in register.organisations.values())
    yield from (topic_of_area(register, area) for area in register.areas.values())
    yield from (topic_of_target_group(register, group) for group in register.target_groups.values())
