"""Development: how many partnerships ran at each year-end, and how many began and ended each year."""

from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.counts import status_counts
from site_builder.register.register import Register
from site_builder.register.statistics.table import Cell, Column, Table, count
from site_builder.register.status import Status, first_known_day, status

FIRST_YEAR = 2010
_YEAR = Column(name="year", title="År", unit="year")


def year_ends(register: Register, on: date) -> Table:
    return Table(
        id="arsskiften",
        title="Pågående partnerskap vid varje årsskifte",
        definition=(
            "Statusen den 31 december varje år, räknad ur perioderna och källornas besked. Bandet ”löpt ut eller "
            "okänt” är partnerskap som var kända då men vars perioder och källor inte säger om de fortfarande pågick."
        ),
        base="Partnerskap med någon känd dag, från och med det år den infaller.",
        left_out=_without_day(register),
        columns=(_YEAR, count("active", "Pågående"), count("not_stated", "Löpt ut eller okänt")),
        rows=tuple(_year_end(register, year) for year in years_shown(register, on)),
    )


def _without_day(register: Register) -> str:
    missing = sum(first_known_day(agreement) is None for agreement in register.agreements)
    return f"{missing} partnerskap utan någon känd dag är inte med."


def years_shown(register: Register, on: date) -> range:
    """From the first year with a known partnership, at the earliest 2010, to the last that has ended."""
    days = [day for agreement in register.agreements if (day := first_known_day(agreement))]
    return range(max(FIRST_YEAR, min(days).year if days else on.year), on.year)


def _year_end(register: Register, year: int) -> tuple[Cell, ...]:
    day = date(year, 12, 31)
    known = [one for one in register.agreements if (first := first_known_day(one)) and first <= day]
    counts = status_counts(known, day)
    return year, counts[Status.ACTIVE], counts[Status.UNKNOWN] + counts[Status.EXPIRED]


def begun_and_ended(register: Register, on: date) -> Table:
    begun = [one.first_start.first.year for one in register.agreements if one.first_start]
    ended = [year for one in register.agreements if (year := _last_year(one)) and status(one, on) is Status.ENDED]
    expired = [year for one in register.agreements if (year := _last_year(one)) and status(one, on) is Status.EXPIRED]
    years = range(FIRST_YEAR, on.year + 1)
    without = len(register.agreements) - len(begun)
    return Table(
        id="borjade-slutade",
        title="Partnerskap som började och slutade",
        definition=(
            "Började: året för den första periodens start. Avslutade: året för det sista kända slutet, när en källa "
            "säger att partnerskapet är över. Löpt ut: detsamma, när ingen källa säger hur det gick."
        ),
        base="Partnerskap med känd start respektive känt slut.",
        left_out=f"{without} partnerskap utan känd start räknas inte som började något år.",
        columns=(_YEAR, count("begun", "Började"), count("ended", "Avslutade"), count("expired", "Löpt ut")),
        rows=tuple((year, begun.count(year), ended.count(year), expired.count(year)) for year in years),
    )


def _last_year(agreement: Agreement) -> int | None:
    """The year of the latest known end."""
    latest = agreement.latest_period
    return latest.end.last.year if latest and latest.end else None
