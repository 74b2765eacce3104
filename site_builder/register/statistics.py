"""Statistics: what the register says in numbers, each a pure function of the register and a day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.directory import Term
from site_builder.register.register import Register
from site_builder.register.status import Status, first_known_day, status

FIRST_YEAR = 2010


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCount:
    """How many partnerships have the area as their overriding one; `term` None for the unclassified."""

    term: Term | None
    agreements: int
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """How the partnerships known today stood on 31 December of the year.

    `not_stated` counts those known to exist by then whose periods and sources do not say whether they still ran.
    """

    year: int
    active: int
    not_stated: int


def status_counts(agreements: Iterable[Agreement], on: date) -> dict[Status, int]:
    """The number of agreements of each status on the day, every status present."""
    counts = Counter(status(agreement, on) for agreement in agreements)
    return {each: counts[each] for each in Status}


def active_count(agreements: Iterable[Agreement], on: date) -> int:
    """The number of agreements that are active on the day."""
    return status_counts(agreements, on)[Status.ACTIVE]


def agreements_by_area(register: Register, on: date) -> tuple[AreaCount, ...]:
    """Partnerships by overriding area, most first; those without an area last, where there are any."""

    def counted(term: Term | None) -> AreaCount:
        agreements = register.of_area(term.id if term else None)
        return AreaCount(term=term, agreements=len(agreements), active=active_count(agreements, on))

    classified = sorted((counted(term) for term in register.areas.values()), key=lambda row: -row.agreements)
    unclassified = counted(None)
    return (*classified, unclassified) if unclassified.agreements else tuple(classified)


def active_by_year_end(register: Register, on: date) -> tuple[YearEnd, ...]:
    """Partnerships at each year-end from the first with any, at the earliest 2010, to the last before `on`."""
    days = [day for agreement in register.agreements if (day := first_known_day(agreement))]
    first = max(FIRST_YEAR, min(days).year if days else on.year)
    return tuple(_year_end(register, year) for year in range(first, on.year))


def _year_end(register: Register, year: int) -> YearEnd:
    day = date(year, 12, 31)
    known = [one for one in register.agreements if (first := first_known_day(one)) and first <= day]
    counts = status_counts(known, day)
    return YearEnd(
        year=year,
        active=counts[Status.ACTIVE],
        not_stated=counts[Status.UNKNOWN] + counts[Status.EXPIRED],
    )
