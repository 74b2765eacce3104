"""Parties: which organisations take part, and how many."""

from datetime import date

from site_builder.presenting.counterparts.saying import UNKNOWN, partnerships, percent, row
from site_builder.presenting.words import counted
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import parties


def of_organisation(register: Register, on: date, figure: Figure) -> str:
    """The organisation's own partnerships and its members'."""
    return partnerships(len(register.of_movement(figure.organisation))) if figure.organisation else UNKNOWN


def municipalities_of_organisation(register: Register, on: date, figure: Figure) -> str:
    """The municipalities that have partnerships with the organisation or its members."""
    if figure.organisation is None:
        return UNKNOWN
    bodies = {party.body for one in register.of_movement(figure.organisation) for party in one.public_parties}
    return counted(sum(bool(register.bodies[body].municipality) for body in bodies), "kommun", "kommuner")


def two_parties(register: Register, on: date, figure: Figure) -> str:
    share = row(parties.parties_per_agreement(register, on), "parties", "2")["share"]
    return f"{percent(share)} har två parter"
