"""Likeness: which other partnerships a reader of one may learn from, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from site_builder.register.agreement import Agreement
from site_builder.register.register import Register

MOST = 5


class Reason(StrEnum):
    """Why a partnership is listed, the strongest first."""

    PURPOSE = "purpose"  # the same area and target group
    ORGANISATION = "organisation"
    MOVEMENT = "movement"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A partnership with at least one reason to be listed, in the order of Reason.

    `organisations` and `bodies` are the ids of parties that both have, `movements` of federations whose members both
    have where no single organisation is in both.
    """

    agreement: Agreement
    reasons: tuple[Reason, ...]
    organisations: tuple[str, ...]
    movements: tuple[str, ...]
    bodies: tuple[str, ...]


def similar(register: Register, agreement: Agreement) -> tuple[Similar, ...]:
    """At most five: those with most reasons first, then by the strongest, then the latest to have begun.

    Those that the record itself points to, or that share its programme, are told of elsewhere and left out.
    """
    alike = (_likeness(register, agreement, register.by_id[id]) for id in _candidates(register, agreement))
    return tuple(sorted(alike, key=_order)[:MOST])


def _candidates(register: Register, agreement: Agreement) -> set[str]:
    """The ids of those that have a reason: found by the register's lookups, for thousands cannot all be compared."""
    found: set[str] = set()
    if agreement.area and agreement.target_group:
        found |= _ids(register.of_area(agreement.area)) & _ids(register.of_target_group(agreement.target_group))
    for party in agreement.public_parties:
        found |= _ids(register.of_body(party.body))
    for movement in _movements(register, agreement):
        for organisation in (movement, *(member.id for member in register.members(movement))):
            found |= _ids(register.of_organisation(organisation))
    return found - _told_elsewhere(register, agreement)


def _told_elsewhere(register: Register, agreement: Agreement) -> set[str]:
    programme = register.of_programme(agreement.programme) if agreement.programme else ()
    pointed_at = {relation.agreement for relation in agreement.relations}
    pointing = {other.id for other, _ in register.relations_to(agreement.id)}
    return {agreement.id} | _ids(programme) | pointed_at | pointing


def _ids(agreements: Iterable[Agreement]) -> set[str]:
    return {agreement.id for agreement in agreements}


def _likeness(register: Register, one: Agreement, other: Agreement) -> Similar:
    purpose = (one.area, one.target_group)
    organisations = _shared(_organisations(one), _organisations(other))
    movements = () if organisations else _shared(_movements(register, one), _movements(register, other))
    bodies = _shared((party.body for party in one.public_parties), (party.body for party in other.public_parties))
    holds = {
        Reason.PURPOSE: all(purpose) and purpose == (other.area, other.target_group),
        Reason.ORGANISATION: organisations,
        Reason.MOVEMENT: movements,
        Reason.BODY: bodies,
    }
    return Similar(
        agreement=other,
        reasons=tuple(reason for reason in Reason if holds[reason]),
        organisations=organisations,
        movements=movements,
        bodies=bodies,
    )


def _shared(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """What both have, in the order of the first."""
    others = set(other)
    return tuple(dict.fromkeys(each for each in one if each in others))


def _organisations(agreement: Agreement) -> tuple[str, ...]:
    return tuple(party.organisation for party in agreement.nonprofit_parties)


def _movements(register: Register, agreement: Agreement) -> Iterator[str]:
    """The federations that the parties belong to, or are."""
    for organisation in _organisations(agreement):
        yield register.organisations[organisation].federation or organisation


def _order(each: Similar) -> tuple[int, int, int, str]:
    begun = each.agreement.first_start
    strongest = tuple(Reason).index(each.reasons[0])
    return -len(each.reasons), strongest, -(begun.first if begun else date.min).toordinal(), each.agreement.id
