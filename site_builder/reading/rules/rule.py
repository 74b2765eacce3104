"""What a rule works on: one record at a time, beside everything the other files hold."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from site_builder.reading.problems import Rule, Severity
from site_builder.reading.yamlfile import Pointer


@dataclass(frozen=True, slots=True)
class Place:
    """A line and column of the file, for what no pointer leads to, such as a comment."""

    line: int
    column: int


Finding = tuple[Pointer | Place, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One file that follows its schema: `kind` is the schema's name, `data` the plain values, `text` the whole file."""

    kind: str
    id: str
    path: str
    data: Any
    text: str


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """What references may point to, and the records that a rule compares with.

    The sets of ids also hold files that failed their schema, so that one fault is reported once; `unread` holds the
    kinds of which some file could not be read, so that nothing is called missing or unused because of it.
    """

    agreements: Mapping[str, Mapping[str, Any]]
    organisations: Mapping[str, Mapping[str, Any]]
    agreement_ids: frozenset[str]
    organisation_ids: frozenset[str]
    bodies: Mapping[str, str]
    reference_bodies: frozenset[str]
    municipalities: frozenset[str]
    places: frozenset[str]
    sources: frozenset[str]
    programmes: frozenset[str]
    vocabularies: Mapping[str, Mapping[str, str]]
    unread: frozenset[str]
    checked_on: date

    def organisation_names(self) -> dict[str, tuple[str, ...]]:
        """The names of every organisation by id, also of those that could not be read."""
        read = {id: (raw["name"], *raw.get("aliases", ())) for id, raw in self.organisations.items()}
        return {id: read.get(id, ()) for id in sorted(self.organisation_ids)}

    @cached_property
    def agreements_by_body(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """The agreements of each public party, by id."""
        found: dict[str, dict[str, Mapping[str, Any]]] = {}
        for id, raw in self.agreements.items():
            for party in raw["public_parties"]:
                found.setdefault(party["body"], {})[id] = raw
        return found

    @cached_property
    def used_organisations(self) -> frozenset[str]:
        """The organisations that some agreement names or that some organisation belongs to."""
        named = {party["organisation"] for raw in self.agreements.values() for party in raw["nonprofit_parties"]}
        return frozenset(named | {raw["federation"] for raw in self.organisations.values() if "federation" in raw})


def texts(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every piece of text in the record with its place."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*pointer, index))


def texts_of(value: Any, *keys: str) -> Iterator[tuple[Pointer, str]]:
    """Every text under one of the keys, at any depth, with its place."""
    return ((pointer, text) for pointer, text in texts(value) if pointer and pointer[-1] in keys)


Checker = Callable[[Record, Corpus], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule and the function that finds its breaches in records of the given kinds."""

    rule: Rule
    kinds: frozenset[str]
    find: Checker


def check(rule_id: str, *, on: str, reason: str, severity: Severity = Severity.ERROR) -> Callable[[Checker], Check]:
    """Makes a Check of a generator of findings; its docstring is the rule as a sentence. `on` lists record kinds."""

    def made(find: Checker) -> Check:
        sentence = " ".join(inspect.cleandoc(find.__doc__ or "").split())
        rule = Rule(id=rule_id, sentence=sentence, reason=reason, severity=severity)
        return Check(rule=rule, kinds=frozenset(on.split()), find=find)

    return made
