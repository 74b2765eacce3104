"""Status: whether an agreement runs on a given day, told only from its periods and what sources said when."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from site_builder.register.agreement import Agreement, Evidence, PeriodKind, ReportedStatus
from site_builder.register.dates import PartialDate


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
    is_open: bool = False
    kind: PeriodKind = PeriodKind.ORIGINAL


def spans(agreement: Agreement) -> tuple[Span, ...]:
    """The periods as days, in order; one span with neither bound where there are no periods.

    An extension without a start goes on where the period before it ends; if nobody states that end, the two are one. A
    period whose end nobody states ends where the next one starts. A period whose start nobody states is known to run
    from the first day a source confirmed it.
    """
    confirmed = min((as_of.first for as_of in _confirmations(agreement)), default=None)
    found: list[Span] = []
    for period in agreement.running_periods:
        span = Span(
            period.start.first if period.start else None,
            period.end.last if period.end else None,
            period.open_ended,
            period.kind,
        )
        before = found[-1] if found else None
        if before and span.start is None:
            if before.end is None:
                found.pop()
                span = replace(span, kind=before.kind)
            span = replace(span, start=before.end + timedelta(days=1) if before.end else before.start)
        elif before and span.start and before.end is None:
            found[-1] = replace(before, end=span.start - timedelta(days=1), is_open=False)
        found.append(span)
    first = found[0] if found else Span(None, None)
    if first.start is None and confirmed and (first.end is None or confirmed <= first.end):
        first = replace(first, start=confirmed)
    return (first, *found[1:])


def status(agreement: Agreement, on: date) -> Status:
    """The agreement's status on the day `on`, by the definitions on the method page.

    A source that says the partnership is over counts from the last day its statement may refer to; until then the
    periods do. Where an end is missing, the partnership counts as active up to the last day a source confirmed it.
    """
    all_spans = spans(agreement)
    latest = all_spans[-1]
    ends_are_past = latest.end is not None and all(span.end and span.end < on for span in all_spans)
    if _is_reported_over(agreement, on):
        return Status.ENDED
    if _is_only_announced(agreement):
        return Status.PLANNED
    if ends_are_past:
        return Status.ENDED if _is_reported_over(agreement, date.max) else Status.EXPIRED
    if any(_covers(span, on) for span in all_spans) or _is_confirmed(agreement, on, latest):
        return Status.ACTIVE
    stated = agreement.first_start
    is_to_come = stated is not None and on < stated.first
    was_running = any(as_of.last <= on for as_of in _confirmations(agreement))
    return Status.PLANNED if is_to_come and not was_running else Status.UNKNOWN


def _covers(span: Span, on: date) -> bool:
    if span.start is None or on < span.start:
        return False
    return span.is_open if span.end is None else on <= span.end


def _is_confirmed(agreement: Agreement, on: date, latest: Span) -> bool:
    """A source says active of that very day; or of a later one, when the latest span has begun and no end is stated."""
    runs_on = latest.end is None and latest.start is not None and latest.start <= on
    return any(on <= as_of.last and (runs_on or as_of.first <= on) for as_of in _confirmations(agreement))


def _statements(agreement: Agreement) -> list[Evidence]:
    """What sources said of the status, oldest first by the last day each speaks of; of one day, the end comes last."""
    dated = [entry for entry in agreement.sources if entry.as_of and entry.reported_status]
    return sorted(dated, key=lambda entry: (_last(entry), entry.reported_status is ReportedStatus.ENDED))


def _last(entry: Evidence) -> date:
    assert entry.as_of is not None
    return entry.as_of.last


def _confirmations(agreement: Agreement) -> tuple[PartialDate, ...]:
    """The days for which sources say active."""
    return tuple(
        entry.as_of for entry in agreement.sources if entry.as_of and entry.reported_status is ReportedStatus.ACTIVE
    )


def _is_reported_over(agreement: Agreement, on: date) -> bool:
    """The latest statement about a day up to `on` says ended."""
    known = [entry for entry in _statements(agreement) if _last(entry) <= on]
    return bool(known) and known[-1].reported_status is ReportedStatus.ENDED


def _is_only_announced(agreement: Agreement) -> bool:
    reported = {entry.reported_status for entry in agreement.sources if entry.reported_status}
    return reported == {ReportedStatus.PLANNED}


def first_known_day(agreement: Agreement) -> date | None:
    """The first day that a period's bound or a source's statement says anything of."""
    bounds = [bound for period in agreement.running_periods for bound in (period.start, period.end) if bound]
    said = [entry.as_of for entry in _statements(agreement) if entry.as_of]
    return min((known.first for known in (*bounds, *said)), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a page says of an agreement on a day: status, first start, last known end, latest statement.

    `confirmed` is the latest source that says active, `latest_statement` the latest that says anything.
    """

    status: Status
    start: date | None
    end: date | None
    is_open_ended: bool
    confirmed: PartialDate | None
    latest_statement: PartialDate | None


def standing(agreement: Agreement, on: date) -> Standing:
    """The agreement's status with the days that explain it.

    `start` is the first stated day; `end` the last known end, None where the latest period has none.
    """
    latest = agreement.latest_period
    statements = _statements(agreement)
    return Standing(
        status=status(agreement, on),
        start=agreement.first_start.first if agreement.first_start else None,
        end=latest.end.last if latest and latest.end else None,
        is_open_ended=bool(latest and latest.open_ended),
        confirmed=max(_confirmations(agreement), key=lambda as_of: as_of.last, default=None),
        latest_statement=statements[-1].as_of if statements else None,
    )
