"""Bodies side by side: a body among its like, on its own page, and the pages that compare whole groups."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.alphabet import alphabetical
from site_builder.register.comparison import Group, Rank, Tally, peers, rank, tally
from site_builder.register.directory import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyLine:
    """A body in a comparison, with what is known of it."""

    body: Body
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A body among its like. The ranks are among those of its kind with known partnerships; None without any."""

    group: Group
    tally: Tally
    rank: Rank | None
    rank_per_100_000: Rank | None
    peers: tuple[TallyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group of bodies side by side."""

    title: str
    description: str
    heading: str
    one: str
    many: str
    group: Group
    tally: Tally
    lines: tuple[TallyLine, ...]
    without: tuple[Body, ...]
    trail: Trail = (START, Crumb("Jämför", "compare"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group in the list, with how many of its bodies have known partnerships."""

    group: Group
    tally: Tally
    with_agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupListView:
    """All groups."""

    title: str
    description: str
    lines: tuple[GroupLine, ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenView:
    """Every municipality and region with known partnerships, for the reader to choose among."""

    title: str
    description: str
    lines: tuple[TallyLine, ...]
    trail: Trail = (START, Crumb("Jämför", "compare"))


def comparison(edition: Edition, body: Body, kind: str) -> Comparison | None:
    """The body among its like as a municipality or as a region; None for bodies of other kinds."""
    of_kind = [group for group in edition.groups if group.kind == kind]
    group = next((group for group in of_kind if body in group.bodies), None)
    if group is None:
        return None
    own = edition.tallies[body.id]
    tallies = [edition.tallies[other.id] for each in of_kind for other in each.bodies]
    known = [each for each in tallies if each.known]
    return Comparison(
        group=group,
        tally=own,
        rank=rank(own.known, (each.known for each in known)) if own.known else None,
        rank_per_100_000=rank(own.per_100_000, (each.per_100_000 for each in known)) if own.known else None,
        peers=_lines(edition, peers(edition.register, group, body)),
    )


def group_view(edition: Edition, group: Group) -> GroupView:
    """The group's bodies with known partnerships, most per inhabitant first, and the names of the others."""
    by_name = sorted(_lines(edition, group.bodies), key=lambda line: alphabetical(line.body.name))
    known = [line for line in by_name if line.tally.known]
    one, many = words.BODY[group.kind]
    title = "Jämför regionerna" if group.kind == "region" else f"Jämför kommuner: {group.name}"
    return GroupView(
        title=title,
        description=f"{title}. Kända partnerskap sida vid sida, per {words.day(edition.on)}.",
        heading=one.capitalize(),
        one=one,
        many=many,
        group=group,
        tally=tally(edition.register, group.bodies, edition.on),
        lines=tuple(sorted(known, key=lambda line: -line.tally.per_100_000)),
        without=tuple(line.body for line in by_name if not line.tally.known),
    )


def group_list_view(edition: Edition, _: None) -> GroupListView:
    """Every group with its totals."""

    def line(group: Group) -> GroupLine:
        return GroupLine(
            group=group,
            tally=tally(edition.register, group.bodies, edition.on),
            with_agreements=sum(bool(edition.tallies[body.id].known) for body in group.bodies),
        )

    return GroupListView(
        title="Jämför",
        description="Kommuner av samma slag sida vid sida, och regionerna, med antal och antal per invånare.",
        lines=tuple(map(line, edition.groups)),
    )


def chosen_view(edition: Edition, _: None) -> ChosenView:
    """The bodies by name; Region Gotland once."""
    bodies = {body.id: body for body in (*edition.register.municipalities, *edition.register.regions)}
    lines = (line for line in _lines(edition, tuple(bodies.values())) if line.tally.known)
    return ChosenView(
        title="Jämför kommuner och regioner",
        description="Välj vilka kommuner och regioner som ska stå sida vid sida.",
        lines=tuple(sorted(lines, key=lambda line: alphabetical(line.body.name))),
    )


def _lines(edition: Edition, bodies: tuple[Body, ...]) -> tuple[TallyLine, ...]:
    return tuple(TallyLine(body=body, tally=edition.tallies[body.id]) for body in bodies)
