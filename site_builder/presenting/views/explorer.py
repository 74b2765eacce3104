"""The explorer: every partnership in one table, in each of its orders."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import DEFAULT_SORTING, Heading, Row, Sorting, headings
from site_builder.presenting.views.view import START, Trail
from site_builder.register.counts import status_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorerView:
    """Every partnership in one table, in one of its orders."""

    title: str
    description: str
    sorting: Sorting
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    statuses: tuple[tuple[str, int], ...]
    trail: Trail = (START,)


def explorer_view(edition: Edition, sorting: Sorting | None) -> ExplorerView:
    """The explorer in the given order; without one, by body."""
    shown = sorting or DEFAULT_SORTING
    counts = status_counts(edition.register.agreements, edition.on)
    order = f" Sorterat efter {shown.column.heading.lower()}." if sorting else ""
    return ExplorerView(
        title="Partnerskap",
        description=f"Alla {len(edition.rows)} idéburna offentliga partnerskap i registret, i en tabell.{order}",
        sorting=shown,
        headings=headings(shown),
        rows=shown.applied(edition.rows),
        statuses=tuple((words.STATUS_COUNTED[status], count) for status, count in counts.items() if count),
    )
