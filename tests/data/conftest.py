"""The real register, read once, and what the tests of its data share."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from site_builder.reading.validate import read
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from tests.toy_project import ROOT

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def register() -> Register:
    """The real register. Reading it must report nothing."""
    reading = read(ROOT, TODAY)
    assert reading.problems == ()
    assert reading.register is not None
    return reading.register


@pytest.fixture(scope="session")
def names(register: Register) -> Callable[[Agreement], list[str]]:
    """Every name and spelling of an agreement's non-profit and other parties, their sites and its own name."""

    def of(agreement: Agreement) -> list[str]:
        found = [agreement.name, *(name for party in agreement.other_parties for name in (party.name, party.as_named))]
        for party in agreement.nonprofit_parties:
            organisation = register.organisations[party.organisation]
            found += [organisation.name, *organisation.aliases, party.as_named, *party.units]
        return [letters(name) for name in found if name]

    return of


def letters(text: str) -> str:
    """The text without case, spaces and punctuation: spelling is compared, not typography."""
    return re.sub(r"[\W_]", "", text.casefold())


def dates_of(agreement: Agreement) -> set[str]:
    """Every bound of the agreement's periods, as written."""
    return {bound.text for period in agreement.periods for bound in (period.start, period.end) if bound}
