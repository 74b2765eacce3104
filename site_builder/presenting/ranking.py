"""Ranking: counts of a page's partnerships, the first in sight and the rest folded."""

from dataclasses import dataclass
from typing import Generic

from site_builder.register.counts import Count, Subject

IN_SIGHT = 10


@dataclass(frozen=True, slots=True)
class Ranking(Generic[Subject]):
    """The largest counts in a table, and the others in a list below it."""

    first: tuple[Count[Subject], ...]
    rest: tuple[Count[Subject], ...]


def ranking(counts: tuple[Count[Subject], ...]) -> Ranking[Subject]:
    return Ranking(counts[:IN_SIGHT], counts[IN_SIGHT:])
