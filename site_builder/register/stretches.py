"""Stretches: an agreement's periods as days on a timeline, each bound said to be stated, unknown or open."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from site_builder.register.agreement import Agreement, PeriodKind
from site_builder.register.status import Span, Standing, Status, spans, standing


class Ending(StrEnum):
    """How a stretch ends: on a stated day, nobody knows when, or until further notice."""

    STATED = "stated"
    UNKNOWN = "unknown"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A period on a timeline, from `start` to `end`, both inclusive.

    Where the start is not stated, or the ending is unknown, the days are the first and last that anyone vouches for;
    an open one has no end of its own. One that is not certain may come to run, or was only announced.
    """

    kind: PeriodKind
    start: date
    end: date
    is_start_stated: bool
    ending: Ending
    is_certain: bool


def stretches(agreement: Agreement) -> tuple[Stretch, ...]:
    """The agreement's stretches in order; none where no source states a start or an end."""
    if not any(period.start or period.end for period in agreement.running_periods):
        return ()
    said = standing(agreement, date.max)
    found = [
        _stretch(span, said, is_start_stated=index > 0 or agreement.first_start is not None)
        for index, span in enumerate(spans(agreement))
    ]
    return (*found, *_possible(agreement, found[-1]))


def _stretch(span: Span, said: Standing, *, is_start_stated: bool) -> Stretch:
    """The span as far as it is known; `said` is all that sources say in the end."""
    start = span.start or span.end
    assert start is not None  # a bound is stated, and a span without a start is the first one
    end, ending = _end(span, start, said)
    return Stretch(
        kind=span.kind,
        start=min(start, end),
        end=end,
        is_start_stated=is_start_stated,
        ending=ending,
        is_certain=said.status is not Status.PLANNED,
    )


def _end(span: Span, start: date, said: Standing) -> tuple[date, Ending]:
    """The last known day. What a source says is over ended by then, whatever was agreed."""
    if span.end is None and not span.is_open:
        return max(start, said.confirmed.last if said.confirmed else start), Ending.UNKNOWN
    if said.status is Status.ENDED and said.latest_statement and said.latest_statement.last < (span.end or date.max):
        return max(start, said.latest_statement.last), Ending.UNKNOWN
    return (span.end, Ending.STATED) if span.end else (start, Ending.OPEN)


def _possible(agreement: Agreement, last: Stretch) -> tuple[Stretch, ...]:
    """The time that extensions may come to fill, where a source sets a limit to them."""
    limits = [period.end.last for period in agreement.periods if period.kind is PeriodKind.MAXIMUM and period.end]
    start = last.end + timedelta(days=1)
    return tuple(
        Stretch(
            kind=PeriodKind.MAXIMUM,
            start=start,
            end=limit,
            is_start_stated=True,
            ending=Ending.STATED,
            is_certain=False,
        )
        for limit in limits
        if start < limit and last.ending is not Ending.OPEN
    )
