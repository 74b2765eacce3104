"""Comparison: public bodies side by side, by what is known of them, which is not all that exists."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from site_builder.register.alphabet import alphabetical, slug
from site_builder.register.counts import active_count
from site_builder.register.directory import Body, Term
from site_builder.register.expiry import ending
from site_builder.register.quality import is_old
from site_builder.register.register import Agreements, Register

Kind = Literal["municipality", "region"]
MOST_PEERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Bodies that are alike: one of SKR's nine groups of municipalities, or all regions."""

    id: str
    name: str
    kind: Kind
    bodies: tuple[Body, ...]


def groups(register: Register) -> tuple[Group, ...]:
    """SKR's groups by code, then the regions; Region Gotland is in both its municipal group and the regions."""
    by_code: dict[tuple[str, str], list[Body]] = {}
    for body in register.municipalities:
        assert body.municipality is not None
        by_code.setdefault((body.municipality.skr_group_code, body.municipality.skr_group), []).append(body)
    of_municipalities = (
        Group(id=slug(name), name=name, kind="municipality", bodies=tuple(bodies))
        for (_, name), bodies in sorted(by_code.items())
    )
    return (*of_municipalities, Group(id="regioner", name="Regioner", kind="region", bodies=register.regions))


def population(body: Body) -> int:
    """The inhabitants of a municipality or region; Region Gotland has the same as both."""
    side = body.municipality or body.region
    assert side is not None
    return side.population


def per_100_000(count: int, inhabitants: int) -> float:
    """The count as it would be among 100 000 inhabitants."""
    return 100_000 * count / inhabitants


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is known of one or more bodies' partnerships on a day, each counted once.

    `ending` within a year; `old` are those of which no source has said anything dated for two years; `areas` are the
    overriding ones with how many partnerships each has, most first.
    """

    population: int
    known: int
    active: int
    ending: int
    old: int
    areas: tuple[tuple[Term, int], ...]

    @property
    def per_100_000(self) -> float:
        return per_100_000(self.known, self.population)

    @property
    def unclassified(self) -> int:
        """How many have no overriding area."""
        return self.known - sum(count for _, count in self.areas)

    @property
    def commonest(self) -> tuple[Term, ...]:
        """The area that most partnerships have, or those that share the first place; none where none is known."""
        return tuple(term for term, count in self.areas if count == self.areas[0][1])


def tally(register: Register, bodies: Iterable[Body], on: date) -> Tally:
    """What is known of the bodies together; a partnership that several of them share counts once."""
    counted = tuple(bodies)
    agreements = register.of_bodies(counted)
    return Tally(
        population=sum(map(population, counted)),
        known=len(agreements),
        active=active_count(agreements, on),
        ending=len(ending(agreements, on)),
        old=sum(is_old(agreement, on) for agreement in agreements),
        areas=_areas(register, agreements),
    )


def _areas(register: Register, agreements: Agreements) -> tuple[tuple[Term, int], ...]:
    counts = Counter(agreement.area for agreement in agreements if agreement.area)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], alphabetical(register.areas[pair[0]].sv)))
    return tuple((register.areas[area], count) for area, count in ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A place among `of` values, the highest first; equal values share a place and the next ones are left out."""

    place: int
    of: int
    is_shared: bool


def rank(value: float, among: Iterable[float]) -> Rank:
    """The place of the value among all, itself included."""
    values = tuple(among)
    return Rank(place=1 + sum(other > value for other in values), of=len(values), is_shared=values.count(value) > 1)


def peers(register: Register, group: Group, body: Body) -> tuple[Body, ...]:
    """At most eight others of the group that have known partnerships, the nearest in population first."""
    others = (other for other in group.bodies if other != body and register.of_body(other.id))
    nearest = sorted(others, key=lambda other: (abs(population(other) - population(body)), alphabetical(other.name)))
    return tuple(nearest[:MOST_PEERS])
