"""Status: whether an agreement runs on a given day, told only from its periods and what sources said when."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from site_builder.register.agreement import Agreement, Evidence, Period, PeriodKind, ReportedStatus


class Status(StrEnum):
    """The five statuses, in the order they are shown."""

    ACTIVE = "active"
    PLANNED = "planned"
    EXPIRED = "expired"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """Days an agreement runs. `end` None with `is_open` is until further notice; without it nobody states the end."""

    start: date | None
    end: date | None
    is_open: bool


def spans(agreement: Agreement) -> tuple[Span, ...]:
    """The periods as days, in order; an extension without a start goes on where the period before it ends."""
    found: list[Span] = []
    for period in agreement.running_periods:
        found.append(_span(period, found[-1] if found else None))
    return tuple(found)


def _span(period: Period, before: Span | None) -> Span:
    start = period.start.first if period.start else None
    if start is None and period.kind is not PeriodKind.ORIGINAL and before and before.end:
        start = before.end + timedelta(days=1)
    return Span(start, period.end.last if period.end else None, period.open_ended)


def status(agreement: Agreement, on: date) -> Status:
    """The agreement's status on the day `on`, by the definitions on the method page.

    A source that says the partnership is over counts from the day it speaks of; until then the periods do.
    Where an end is missing, the partnership counts as active up to the last day a source confirmed it, then unknown.
    """
    all_spans = spans(agreement)
    if _is_reported_over(agreement, on):
        return Status.ENDED
    if _is_only_announced(agreement):
        return Status.PLANNED
    starts = [span.start for span in all_spans if span.start]
    if starts and on < min(starts):
        return _before_start(all_spans, on)
    if any(_covers(span, on) for span in all_spans):
        return Status.ACTIVE
    if any(_runs_without_stated_end(span, on) for span in all_spans) or not _last_end(all_spans):
        return Status.ACTIVE if _is_confirmed_active(agreement, on, all_spans) else Status.UNKNOWN
    if all(span.end and span.end < on for span in all_spans):
        return Status.ENDED if _is_ever_reported_over(agreement) else Status.EXPIRED
    return Status.UNKNOWN


def _before_start(all_spans: tuple[Span, ...], on: date) -> Status:
    """Planned, unless an earlier period with an unknown start may already have been running."""
    earlier = any(span.start is None and span.end and on <= span.end for span in all_spans)
    return Status.UNKNOWN if earlier else Status.PLANNED


def _covers(span: Span, on: date) -> bool:
    if span.start is None or on < span.start:
        return False
    return span.is_open if span.end is None else on <= span.end


def _runs_without_stated_end(span: Span, on: date) -> bool:
    return span.end is None and not span.is_open and (span.start is None or span.start <= on)


def _last_end(all_spans: tuple[Span, ...]) -> date | None:
    return max((span.end for span in all_spans if span.end), default=None)


def _statements(agreement: Agreement) -> list[tuple[date, Evidence]]:
    """What sources said of the status, oldest first, by the last day each statement speaks of."""
    dated = [(entry.as_of.last, entry) for entry in agreement.sources if entry.as_of and entry.reported_status]
    return sorted(dated, key=lambda statement: statement[0])


def _is_reported_over(agreement: Agreement, on: date) -> bool:
    """The latest statement known by `on` says ended."""
    known = [entry for _, entry in _statements(agreement) if entry.as_of and entry.as_of.first <= on]
    return bool(known) and known[-1].reported_status is ReportedStatus.ENDED


def _is_ever_reported_over(agreement: Agreement) -> bool:
    statements = _statements(agreement)
    return bool(statements) and statements[-1][1].reported_status is ReportedStatus.ENDED


def _is_only_announced(agreement: Agreement) -> bool:
    reported = {entry.reported_status for entry in agreement.sources if entry.reported_status}
    return reported == {ReportedStatus.PLANNED}


def _is_confirmed_active(agreement: Agreement, on: date, all_spans: tuple[Span, ...]) -> bool:
    """A source says active as of a day that `on` does not pass; without any start, only on that day itself."""
    confirmed = [entry.as_of for _, entry in _statements(agreement) if entry.reported_status is ReportedStatus.ACTIVE]
    if any(span.start and span.start <= on for span in all_spans):
        return any(as_of and on <= as_of.last for as_of in confirmed)
    return any(as_of and as_of.first <= on <= as_of.last for as_of in confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a page says of an agreement on a day: status, first start, last known end, latest confirmation."""

    status: Status
    start: date | None
    end: date | None
    is_open_ended: bool
    confirmed: Evidence | None


def standing(agreement: Agreement, on: date) -> Standing:
    """The agreement's status with the days that explain it.

    `start` is the first known day; `end` the last known end, None where the latest period has none.
    """
    all_spans = spans(agreement)
    latest = all_spans[-1] if all_spans else None
    statements = [entry for _, entry in _statements(agreement)]
    return Standing(
        status=status(agreement, on),
        start=min((span.start for span in all_spans if span.start), default=None),
        end=_last_end(all_spans) if latest and latest.end else None,
        is_open_ended=bool(latest and latest.is_open),
        confirmed=statements[-1] if statements else None,
    )
