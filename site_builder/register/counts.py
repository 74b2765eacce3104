"""Counts: how many agreements there are of each status, the ground of every other statistic."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.status import Status, status


def status_counts(agreements: Iterable[Agreement], on: date) -> dict[Status, int]:
    """The number of agreements of each status on the day, every status present."""
    counts = Counter(status(agreement, on) for agreement in agreements)
    return {each: counts[each] for each in Status}


def active_count(agreements: Iterable[Agreement], on: date) -> int:
    """The number of agreements that are active on the day."""
    return status_counts(agreements, on)[Status.ACTIVE]
