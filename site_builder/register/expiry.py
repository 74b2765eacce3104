"""Expiry: which partnerships end soon, and which have run out with no word of what became of them."""

import calendar
from dataclasses import dataclass
from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.register import Agreements
from site_builder.register.status import Status, standing


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier, where negative): in a shorter month its last day."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Window:
    """Days later than `after` months from a day, up to and including `until` months from it; None has no bound."""

    after: int | None
    until: int | None

    def holds(self, day: date, on: date) -> bool:
        """Whether the day lies in the window counted from `on`."""
        is_late_enough = self.after is None or months_after(on, self.after) < day
        return is_late_enough and (self.until is None or day <= months_after(on, self.until))


WITHIN_A_YEAR = Window(None, 12)
COMING = (Window(None, 3), Window(3, 6), Window(6, 12))
"""Within three months, three to six, six to twelve."""
PAST = (Window(-12, None), Window(-24, -12), Window(None, -24))
"""Less than a year ago, one to two years, longer."""


def ending(agreements: Agreements, on: date, window: Window = WITHIN_A_YEAR) -> Agreements:
    """The active partnerships whose latest known end lies in the window, the earliest first."""
    return tuple(agreement for _, agreement in _ends(agreements, Status.ACTIVE, on, window))


def run_out(agreements: Agreements, on: date, window: Window) -> Agreements:
    """The partnerships that ended in the window as far as is known, with no word since; the latest first."""
    return tuple(agreement for _, agreement in reversed(_ends(agreements, Status.EXPIRED, on, window)))


def _ends(agreements: Agreements, status: Status, on: date, window: Window) -> list[tuple[date, Agreement]]:
    standings = ((standing(agreement, on), agreement) for agreement in agreements)
    ends = [(now.end, agreement) for now, agreement in standings if now.status is status and now.end]
    return sorted((pair for pair in ends if window.holds(pair[0], on)), key=lambda pair: (pair[0], pair[1].id))
