"""Events: what has happened to partnerships, and when, as far as their dates and sources tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from site_builder.register.agreement import Agreement
from site_builder.register.dates import PartialDate
from site_builder.register.expiry import months_after
from site_builder.register.register import Agreements
from site_builder.register.status import Status, standing

NOTICE = 6  # months before its end that a partnership is said to end soon


class EventKind(StrEnum):
    """What has happened, in the order it does."""

    BEGAN = "began"
    ENDS_SOON = "ends-soon"
    RAN_OUT = "ran-out"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is true from `day` on; `stated` is the start or end it is about, as its source gives it."""

    kind: EventKind
    agreement: Agreement
    day: date
    stated: PartialDate


def events(agreements: Agreements, on: date) -> tuple[Event, ...]:
    """What has happened up to the day, the latest first. What was in `2022` counts as its last day."""
    found = [event for agreement in agreements for event in _events(agreement, on) if event.day <= on]
    return tuple(sorted(found, key=lambda event: (-event.day.toordinal(), event.agreement.id, event.kind)))


def _events(agreement: Agreement, on: date) -> Iterator[Event]:
    def event(kind: EventKind, day: date, stated: PartialDate) -> Event:
        return Event(kind=kind, agreement=agreement, day=day, stated=stated)

    now = standing(agreement, on)
    start, latest = agreement.first_start, agreement.latest_period
    end = latest.end if latest else None
    if start and now.status is not Status.PLANNED:
        yield event(EventKind.BEGAN, start.last, start)
    if end and now.status in (Status.ACTIVE, Status.EXPIRED):
        noticed = first_day_within(NOTICE, end.last)
        yield event(EventKind.ENDS_SOON, max(noticed, start.last) if start else noticed, end)
    if end and now.status is Status.EXPIRED:
        yield event(EventKind.RAN_OUT, end.last, end)
    if now.status is Status.ENDED and (said := now.latest_statement):
        known = end if end and end.last <= said.last else said
        yield event(EventKind.ENDED, known.last, known)


def first_day_within(months: int, end: date) -> date:
    """The first day from which the end is at most so many months away. Six months before 31 August is 1 March."""
    day = months_after(end, -months)
    while months_after(day, months) < end:
        day += timedelta(days=1)
    return day
