"""Rows: partnerships as lists and tables show them, with their words and sort keys ready."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.presenting import words
from site_builder.register.agreement import Agreement
from site_builder.register.alphabet import alphabetical
from site_builder.register.directory import Body, Organisation, Term
from site_builder.register.register import Register
from site_builder.register.status import Standing, Status, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One partnership in a table. `start` and `end` are shown as written; None where nobody states them."""

    agreement: Agreement
    body: Body
    public: tuple[Body, ...]
    nonprofit: tuple[Organisation, ...]
    area: Term | None
    target_group: Term | None
    standing: Standing
    start: str | None
    end: str | None

    @property
    def status(self) -> Status:
        return self.standing.status

    @property
    def status_words(self) -> str:
        return words.STATUS[self.standing.status]


def row(register: Register, agreement: Agreement, on: date) -> Row:
    """The partnership as it stands on the day."""
    latest = agreement.latest_period
    end = latest.end.text if latest and latest.end else None
    return Row(
        agreement=agreement,
        body=register.bodies[agreement.leading_body],
        public=tuple(register.bodies[party.body] for party in agreement.public_parties),
        nonprofit=tuple(register.organisations[party.organisation] for party in agreement.nonprofit_parties),
        area=register.areas[agreement.area] if agreement.area else None,
        target_group=register.target_groups[agreement.target_group] if agreement.target_group else None,
        standing=standing(agreement, on),
        start=agreement.first_start.text if agreement.first_start else None,
        end=words.UNTIL_FURTHER_NOTICE if latest and latest.open_ended else end,
    )


def rows(register: Register, agreements: Iterable[Agreement], on: date) -> tuple[Row, ...]:
    """The partnerships by body, then title."""
    made = (row(register, agreement, on) for agreement in agreements)
    return tuple(sorted(made, key=lambda r: (alphabetical(r.body.name), alphabetical(r.agreement.title))))


def of_status(rows: Iterable[Row], *wanted: Status) -> tuple[Row, ...]:
    """The rows with one of the statuses."""
    return tuple(row for row in rows if row.status in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the explorer: its address, heading and what it sorts by; rows without a value come last."""

    id: str
    heading: str
    key: Callable[[Row], str | None]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_STATUS_ORDER = {each: str(index) for index, each in enumerate(Status)}

COLUMNS = (
    Column(id="titel", heading="Partnerskap", key=lambda r: alphabetical(r.agreement.title)),
    Column(id="huvudman", heading="Kommun eller region", key=lambda r: alphabetical(r.body.name)),
    Column(
        id="ideburen-part",
        heading="Idéburen part",
        key=lambda r: alphabetical(r.nonprofit[0].name) if r.nonprofit else None,
    ),
    Column(id="insatsomrade", heading="Insatsområde", key=lambda r: alphabetical(r.area.sv) if r.area else None),
    Column(id="start", heading="Start", key=lambda r: _iso(r.standing.start)),
    Column(id="slut", heading="Slut", key=lambda r: "9999" if r.standing.is_open_ended else _iso(r.standing.end)),
    Column(id="status", heading="Status", key=lambda r: _STATUS_ORDER[r.status]),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """One order of the explorer's table."""

    column: Column
    is_descending: bool

    @property
    def id(self) -> str:
        return f"{self.column.id}-fallande" if self.is_descending else self.column.id

    def applied(self, unsorted: Iterable[Row]) -> tuple[Row, ...]:
        """The rows in this order; ties keep theirs."""
        known = [row for row in unsorted if self.column.key(row) is not None]
        unknown = [row for row in unsorted if self.column.key(row) is None]
        known.sort(key=lambda row: self.column.key(row) or "", reverse=self.is_descending)
        return (*known, *unknown)


SORTINGS = tuple(Sorting(column=column, is_descending=down) for column in COLUMNS for down in (False, True))
DEFAULT_SORTING = next(sorting for sorting in SORTINGS if sorting.id == "huvudman")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading as a link: the order a click gives, and the order shown now, if by this column."""

    column: Column
    leads_to: Sorting
    aria_sort: str | None


def headings(shown: Sorting) -> tuple[Heading, ...]:
    """The explorer's headings in the given order: a second click turns the order round."""

    def heading(column: Column) -> Heading:
        is_shown = column == shown.column
        turned = is_shown and not shown.is_descending
        leads_to = next(s for s in SORTINGS if s.column == column and s.is_descending == turned)
        order = ("descending" if shown.is_descending else "ascending") if is_shown else None
        return Heading(column=column, leads_to=leads_to, aria_sort=order)

    return tuple(map(heading, COLUMNS))
