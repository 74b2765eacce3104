"""Parties: which organisations take part, and how many."""

from datetime import date

from site_builder.presenting.counterparts.saying import partnerships, percent, row
from site_builder.presenting.words import counted
from site_builder.register.agreement import Agreement
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import parties


def of_organisation(register: Register, on: date, figure: Figure) -> str:
    return partnerships(len(_of_movement(register, figure)))


def municipalities_of_organisation(register: Register, on: date, figure: Figure) -> str:
    """The municipalities that have partnerships with the organisation or its members."""
    bodies = {party.body for one in _of_movement(register, figure) for party in one.public_parties}
    return counted(sum(bool(register.bodies[body].municipality) for body in bodies), "kommun", "kommuner")


def _of_movement(register: Register, figure: Figure) -> tuple[Agreement, ...]:
    """The organisation's own agreements and its members', each once."""
    if figure.organisation is None:
        return ()
    together = (figure.organisation, *(member.id for member in register.members(figure.organisation)))
    return tuple({one.id: one for id in together for one in register.of_organisation(id)}.values())


def two_parties(register: Register, on: date, figure: Figure) -> str:
    share = row(parties.parties_per_agreement(register, on), "parties", "2")["share"]
    return f"{percent(share)} har två parter"
