"""Names: which organisation or public body somebody means who writes its name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz, process

from site_builder.reading.rules.duplicates import plain_name
from site_builder.register.alphabet import slug
from site_builder.register.directory import Body
from site_builder.register.register import Register

NEAR = 82
"""How alike, of 100, two names are when one of them may be meant for the other."""
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The id of what is meant, None where that is not certain; then those that may be, the most alike first."""

    id: str | None = None
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The register's names in a plain form, each with the ids of all that are called so."""

    organisations: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, register: Register) -> Self:
        organisations = (
            (name, each.id) for each in register.organisations.values() for name in (each.id, each.name, *each.aliases)
        )
        bodies = ((name, body.id) for body in register.bodies.values() for name in _called(body))
        return cls(organisations=_by_plain_name(organisations), bodies=_by_plain_name(bodies))

    def organisation(self, text: str) -> Match:
        """By id, name or alias, whatever its case, punctuation and words for legal form."""
        found = _match(self.organisations, text)
        id = found.id or _only(self.organisations, slug(text))
        return Match(id=id, likely=() if id else found.likely)

    def body(self, text: str) -> Match:
        """By id, name, official name or short name: Umeå kommun, Umeå, Göteborgs stad, VGR."""
        found = _match(self.bodies, text)
        town = re.fullmatch(r"(.+?)s? (?:kommun|stad)", text.strip().casefold())
        return found if found.id or not town else _match(self.bodies, town[1])


def _called(body: Body) -> Iterator[str]:
    """What a body is called. A county's name alone is not its region's: the state has a board there too."""
    yield from (body.id, body.name, body.official_name)
    if body.municipality:
        yield from (body.municipality.short_name, f"{body.municipality.short_name} kommun")
    if body.id == "vastra-gotalandsregionen":
        yield from ("VGR", "Region Västra Götaland")


def _by_plain_name(named: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, id in named:
        found[plain_name(name)].add(id)
    return {name: frozenset(ids) for name, ids in found.items() if name}


def _only(names: Mapping[str, frozenset[str]], wanted: str) -> str | None:
    """The one that is called so, where it is one."""
    ids = names.get(plain_name(wanted), frozenset())
    return min(ids) if len(ids) == 1 else None


def _match(names: Mapping[str, frozenset[str]], text: str) -> Match:
    """Certain only where one alone is called exactly so: local associations differ by a word."""
    if only := _only(names, text):
        return Match(id=only)
    wanted = plain_name(text)
    ids = names.get(wanted, frozenset())
    near = process.extract(wanted, names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=MOST)
    likely = dict.fromkeys([*sorted(ids), *(id for name, _, _ in near for id in sorted(names[name]))])
    return Match(likely=tuple(likely)[:MOST])


def new_id(name: str, taken: Iterable[str]) -> str:
    """An id for what is called so: of its letters and digits, unlike those that are taken. Empty where it has none."""
    whole = slug(name)[:60].strip("-")
    present = set(taken)
    others = (f"{whole}-{number}" for number in range(2, len(present) + 3))
    return next(id for id in (whole, *others) if id not in present)
