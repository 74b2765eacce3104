"""Counts: how many agreements there are of each status and of each party, the ground of every other statistic."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from site_builder.register.agreement import Agreement
from site_builder.register.alphabet import alphabetical
from site_builder.register.directory import Body, Organisation
from site_builder.register.status import Status, status

Subject = TypeVar("Subject", Body, Organisation)


@dataclass(frozen=True, slots=True)
class Count(Generic[Subject]):
    """How many of some agreements a body or organisation is a party to, and how many of them are active."""

    subject: Subject
    known: int
    active: int


def status_counts(agreements: Iterable[Agreement], on: date) -> dict[Status, int]:
    """The number of agreements of each status on the day, every status present."""
    counts = Counter(status(agreement, on) for agreement in agreements)
    return {each: counts[each] for each in Status}


def active_count(agreements: Iterable[Agreement], on: date) -> int:
    """The number of agreements that are active on the day."""
    return status_counts(agreements, on)[Status.ACTIVE]


def body_counts(agreements: Iterable[Agreement], bodies: Mapping[str, Body], on: date) -> tuple[Count[Body], ...]:
    """The public parties of the agreements, those of most agreements first, then by name."""
    return _counts(agreements, bodies, lambda one: (party.body for party in one.public_parties), on)


def organisation_counts(
    agreements: Iterable[Agreement], organisations: Mapping[str, Organisation], on: date
) -> tuple[Count[Organisation], ...]:
    """The nonprofit parties of the agreements, those of most agreements first, then by name."""
    return _counts(agreements, organisations, lambda one: (party.organisation for party in one.nonprofit_parties), on)


def _counts(
    agreements: Iterable[Agreement],
    subjects: Mapping[str, Subject],
    parties: Callable[[Agreement], Iterable[str]],
    on: date,
) -> tuple[Count[Subject], ...]:
    of_party: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        for party in dict.fromkeys(parties(agreement)):
            of_party.setdefault(party, []).append(agreement)
    counts = [Count(subjects[party], len(known), active_count(known, on)) for party, known in of_party.items()]
    return tuple(sorted(counts, key=lambda each: (-each.known, alphabetical(each.subject.name))))
