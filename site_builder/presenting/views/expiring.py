"""What ends soon, and what has run out with no word of what became of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import of_status
from site_builder.presenting.sections import Section
from site_builder.presenting.views.view import START, Trail
from site_builder.register.expiry import COMING, PAST, Window, ending, months_after, run_out
from site_builder.register.register import Agreements
from site_builder.register.status import Status

_COMING = ("Inom tre månader", "Om tre till sex månader", "Om sex till tolv månader")
_PAST = ("För mindre än ett år sedan", "För ett till två år sedan", "För mer än två år sedan")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringView:
    """What ends within a year and what has run out; `unstated` counts those whose end or time no source knows."""

    title: str
    description: str
    coming: tuple[Section, ...]
    past: tuple[Section, ...]
    ending: int
    run_out: int
    unstated: int
    trail: Trail = (START,)


def expiring_view(edition: Edition, _: None) -> ExpiringView:
    coming = _sections(edition, "om", "Slutar", zip(_COMING, COMING, strict=True), ending)
    past = _sections(edition, "sedan", "Slutade", zip(_PAST, PAST, strict=True), run_out)
    return ExpiringView(
        title="Löper ut",
        description=f"Vad som löper ut inom ett år och vad som har löpt ut utan besked, per {words.day(edition.on)}.",
        coming=coming,
        past=past,
        ending=sum(len(each.rows) for each in coming),
        run_out=sum(len(each.rows) for each in past),
        unstated=len(of_status(edition.rows, Status.UNKNOWN)),
    )


def _sections(
    edition: Edition,
    id: str,
    verb: str,
    windows: Iterable[tuple[str, Window]],
    chosen: Callable[[Agreements, date, Window], Agreements],
) -> tuple[Section, ...]:
    """One section for each heading and window, with the partnerships that `chosen` finds in it."""
    return tuple(
        Section(
            id=f"{id}-{number}",
            heading=heading,
            caption=f"{verb} {_bounds(window, edition.on)}",
            rows=tuple(map(edition.row_of, chosen(edition.register.agreements, edition.on, window))),
            columns=("body", "party"),
        )
        for number, (heading, window) in enumerate(windows, start=1)
    )


def _bounds(window: Window, on: date) -> str:
    """`tidigast 24 februari 2027 och senast 23 maj 2027`, or one of them."""
    bounds = []
    if window.after is not None:
        bounds.append(f"tidigast {words.day(months_after(on, window.after) + timedelta(days=1))}")
    if window.until is not None:
        bounds.append(f"senast {words.day(months_after(on, window.until))}")
    return " och ".join(bounds)
