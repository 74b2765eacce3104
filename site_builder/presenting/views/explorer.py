"""The explorer: every partnership in one table, in each of its orders, and the lists of each status."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.facets import Facet, facets
from site_builder.presenting.measures import COUNT, Step
from site_builder.presenting.rows import DEFAULT_SORTING, SORTINGS, Heading, Row, Sorting, headings, of_status
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.counts import status_counts
from site_builder.register.status import Status

LEAF_SIZE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One of the pages that a sorted table takes; with some hundred partnerships there is only the first."""

    sorting: Sorting
    number: int

    @property
    def id(self) -> str:
        return self.sorting.id if self.number == 1 else f"{self.sorting.id}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorerView:
    """Every partnership in one table, in one of its orders.

    `facets`, `sortings` and a map's `steps` are what the scripts offer.
    """

    title: str
    description: str
    sorting: Sorting
    headings: tuple[Heading, ...]
    leaves: tuple[Leaf, ...]
    leaf: Leaf
    total: int
    rows: tuple[Row, ...]
    statuses: tuple[tuple[Status, str, int], ...]
    facets: tuple[Facet, ...]
    sortings: tuple[Sorting, ...] = SORTINGS
    steps: tuple[Step, ...] = COUNT.steps
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPage:
    """A status as the subject of a page."""

    status: Status

    @property
    def id(self) -> str:
        return self.status.value


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """The partnerships of one status."""

    title: str
    description: str
    rows: tuple[Row, ...]
    trail: Trail = (START, Crumb("Partnerskap", "explorer"))


STATUS_PAGES = tuple(StatusPage(status=status) for status in Status)


def leaves(edition: Edition, sorting: Sorting) -> tuple[Leaf, ...]:
    """The pages of the table in the order."""
    count = max(1, -(-len(edition.rows) // LEAF_SIZE))
    return tuple(Leaf(sorting=sorting, number=number) for number in range(1, count + 1))


def all_leaves(edition: Edition) -> Iterable[Leaf]:
    return (leaf for sorting in SORTINGS for leaf in leaves(edition, sorting))


def explorer_view(edition: Edition, leaf: Leaf | None) -> ExplorerView:
    """The explorer; with a leaf, only that part of the table, in its order."""
    shown = leaf or Leaf(sorting=DEFAULT_SORTING, number=1)
    counts = status_counts(edition.register.agreements, edition.on)
    order = f" Sorterat efter {shown.sorting.column.heading.lower()}." if leaf else ""
    first = (shown.number - 1) * LEAF_SIZE
    return ExplorerView(
        title="Partnerskap",
        description=f"Alla {len(edition.rows)} idéburna offentliga partnerskap i registret, i en tabell.{order}",
        sorting=shown.sorting,
        headings=headings(shown.sorting),
        leaves=leaves(edition, shown.sorting),
        leaf=shown,
        total=len(edition.rows),
        rows=shown.sorting.applied(edition.rows)[first : first + LEAF_SIZE],
        statuses=tuple((status, words.STATUS_COUNTED[status], count) for status, count in counts.items() if count),
        facets=() if leaf else facets(edition.register, edition.rows),
    )


def status_view(edition: Edition, page: StatusPage) -> StatusView:
    rows = of_status(edition.rows, page.status)
    return StatusView(
        title=words.STATUS_TITLE[page.status],
        description=f"{words.STATUS_TITLE[page.status]}: {len(rows)} i registret per {words.day(edition.on)}.",
        rows=rows,
    )
