"""Corrected periods: what the periods of a record should be according to the answer to 'what is right'."""

import re
from collections.abc import Iterable
from typing import Any

from site_builder.intake.issues.party_lines import lines
from site_builder.intake.issues.written_time import Bounds, written_bounds

_KINDS = (
    ("original", r"ursprung"),
    ("extension", r"förläng"),
    ("renewal", r"förny"),
    ("maximum", r"längsta möjliga"),
)

Period = dict[str, Any]


def corrected_periods(periods: Iterable[Period], right: str, present: str) -> list[Period] | None:
    """The periods with what each line says; None where it is not certain what one says, or of which it is.

    `present` is what the sender says that the page says: a single period there is the one that is meant.
    """
    found = [dict(period) for period in periods]
    shown = lines(present)
    hint = _kind(shown[0]) if len(shown) == 1 else None
    said = lines(right)
    for line in said:
        kind = _kind(line) or (hint if len(said) == 1 else None)
        bounds = written_bounds(line)
        place = _place(found, kind, bounds) if bounds else None
        if bounds is None or place is None:
            return None
        if place == len(found):
            found.append({"kind": kind or ("extension" if bounds.is_extension else "original")})
        _bound(found[place], bounds)
    return found if said else None


def _kind(line: str) -> str | None:
    """The kind of period that the line begins with, as the site calls it."""
    return next((kind for kind, word in _KINDS if re.match(word, line.casefold())), None)


def _place(periods: list[Period], kind: str | None, bounds: Bounds) -> int | None:
    """Which period it is, the place after the last for one that is new; None where that is not certain."""
    if bounds.is_extension and kind != "extension":
        return len(periods)
    if kind:
        of_kind = [place for place, period in enumerate(periods) if period["kind"] == kind]
        return of_kind[0] if len(of_kind) == 1 else None if of_kind else len(periods)
    return len(periods) if not periods else 0 if len(periods) == 1 else None


def _bound(period: Period, bounds: Bounds) -> None:
    """What is said takes the place of what stood; the source's own wording was of that, and goes with it."""
    if bounds.start:
        period["start"] = bounds.start
    if bounds.end:
        period["end"] = bounds.end
        period.pop("open_ended", None)
    if bounds.is_open_ended:
        period["open_ended"] = True
        period.pop("end", None)
    period.pop("as_written", None)
