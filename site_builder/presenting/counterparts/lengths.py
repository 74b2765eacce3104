"""Lengths: how long the partnerships were agreed for, and whether they were extended."""

from collections.abc import Callable
from datetime import date, timedelta

from site_builder.presenting.counterparts.saying import active, percent, row, share_of
from site_builder.register.agreement import Agreement, PeriodKind
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import length
from site_builder.register.statistics.length import (
    CLASSES,
    FIVE,
    ONE,
    OPEN,
    SHORT,
    TWO,
    Lengths,
    is_extended,
    with_length,
)
from site_builder.register.statistics.table import share
from site_builder.register.status import spans


def _parted(known: Lengths, of: Callable[[Agreement], str | None], wanted: str | None) -> tuple[Lengths, Lengths]:
    """Those of the wanted area or target group, and those of all others; what has none is left out."""
    classified = tuple(each for each in known if of(each[0]))
    return (
        tuple(each for each in classified if of(each[0]) == wanted),
        tuple(each for each in classified if of(each[0]) != wanted),
    )


def _short(known: Lengths) -> Lengths:
    return tuple(each for each in known if each[1] in SHORT)


def _share_short(known: Lengths) -> str:
    return share_of(found in SHORT for _, found in known)


def _share_extended(known: Lengths) -> str:
    return share_of(is_extended(one) for one, _ in known)


def lengths(register: Register, on: date, figure: Figure) -> str:
    return "; ".join(f"{each[0]} {percent(each[2])}" for each in length.by_length(register, on).rows)


def lengths_of_active(register: Register, on: date, figure: Figure) -> str:
    """The lengths of those that were active on the figure's day."""
    found = [each for _, each in with_length(active(register, figure, on))]
    return "; ".join(f"{each} {percent(share(found.count(each), len(found)))}" for each in CLASSES)


def one_to_three_years(register: Register, on: date, figure: Figure) -> str:
    """Among those that were active on the figure's day."""
    return share_of(found in (ONE, TWO) for _, found in with_length(active(register, figure, on)))


def short_in_area(register: Register, on: date, figure: Figure) -> str:
    name = register.areas[figure.area].sv if figure.area else None
    return percent(row(length.length_by_area(register, on), "area_name", name)["share_under_2"])


def short_in_other_areas(register: Register, on: date, figure: Figure) -> str:
    return _share_short(_parted(with_length(register.agreements), lambda one: one.area, "arbete-integration")[1])


def long_in_area(register: Register, on: date, figure: Figure) -> str:
    here, others = (
        share_of(found in (FIVE, OPEN) for _, found in part)
        for part in _parted(with_length(register.agreements), lambda one: one.area, figure.area)
    )
    return f"{here} fem år eller mer eller tills vidare; {others} i andra områden"


def short_for_target_group(register: Register, on: date, figure: Figure) -> str:
    here, others = (
        f"{_share_short(part)} under två år, {_share_extended(_short(part))} av dem förlängda"
        for part in _parted(with_length(register.agreements), lambda one: one.target_group, figure.target_group)
    )
    return f"{here}; andra målgrupper {others}"


def short_extended(register: Register, on: date, figure: Figure) -> str:
    """How many of the short ones were extended: in the figure's area beside others, or beside the longer ones."""
    known = with_length(register.agreements)
    if figure.area:
        here, others = (_share_extended(_short(part)) for part in _parted(known, lambda one: one.area, figure.area))
        return f"{here} av de korta här förlängda, {others} i andra områden"
    longer = tuple(each for each in known if each[1] not in SHORT)
    return f"{_share_extended(_short(known))} av de under två år förlängda, {_share_extended(longer)} av de längre"


def extension_lengths(register: Register, on: date, figure: Figure) -> str:
    """How many extensions and renewals outside the figure's area are of one to two years, a day more or less.

    Bounds told in years are whole years, and an extension without a start begins where the period before it ends.
    """
    known = [
        (span.end + timedelta(days=1) - span.start).days
        for one in register.agreements
        if one.area != figure.area
        for span in spans(one)
        if span.kind in (PeriodKind.EXTENSION, PeriodKind.RENEWAL) and span.start and span.end
    ]
    fitting = sum(365 - 1 <= days <= 731 + 1 for days in known)
    return f"{fitting} av {len(known)} förlängningar med känd längd är på ett till två år"
