"""Facets: the ways in which the explorer narrows the partnerships down, each with the choices that occur."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_builder.presenting.rows import Row
from site_builder.register.alphabet import alphabetical
from site_builder.register.directory import Body, Term
from site_builder.register.quality import missing
from site_builder.register.register import Register
from site_builder.register.status import Status

LACKING = "saknas"
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet: its id in the address, its words, and the key that choices are ordered by."""

    id: str
    label: str
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet with the choices that occur, how many partnerships have each, and which each row has.

    `rows` are places among the choices; a partnership of several parties can have more than one.
    """

    id: str
    title: str
    choices: tuple[Choice, ...]
    counts: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A facet before it is counted: what it is called and which choices a row has."""

    id: str
    title: str
    of: Callable[[Register, Row], Iterable[Choice]]


def _status(register: Register, row: Row) -> Iterable[Choice]:
    return (Choice(id=row.status, label=row.status_words, order=str(list(Status).index(row.status))),)


def _named(id: str, name: str) -> Choice:
    return Choice(id=id, label=name, order=alphabetical(name))


def _municipalities(register: Register, row: Row) -> Iterable[Choice]:
    return (_named(body.id, body.name) for body in row.public if body.municipality)


def _regions(register: Register, row: Row) -> Iterable[Choice]:
    """The regions that are parties, and those in whose counties the other parties lie."""
    return (_named(region.id, region.name) for body in row.public for region in _regions_of(register, body))


def _regions_of(register: Register, body: Body) -> Iterable[Body]:
    if body.region:
        return (body,)
    covered = (body,) if body.municipality else tuple(register.bodies[id] for id in body.covers)
    return tuple(register.region_of(each) if each.municipality else each for each in covered)


def _organisations(register: Register, row: Row) -> Iterable[Choice]:
    return (_named(each.id, each.name) for each in row.nonprofit)


def _federations(register: Register, row: Row) -> Iterable[Choice]:
    """The movements that the parties belong to, and those that are parties themselves."""
    for each in row.nonprofit:
        if each.federation or register.members(each.id):
            movement = register.organisations[each.federation or each.id]
            yield _named(movement.id, movement.name)


def _term(term: Term | None, of: Iterable[Term]) -> Choice:
    if term is None:
        return Choice(id=LACKING, label="Inte klassat", order=LAST)
    return Choice(id=term.id, label=term.sv, order=f"{list(of).index(term):03}")


def _start(register: Register, row: Row) -> Iterable[Choice]:
    """The year, latest first."""
    year = row.start[:4] if row.start else None
    lacking = Choice(id=LACKING, label="Startår ej känt", order=LAST)
    return (Choice(id=year, label=year, order=str(9999 - int(year))) if year else lacking,)


def _document(register: Register, row: Row) -> Iterable[Choice]:
    has_link = all(wanted.id != "document" for wanted in missing(row.agreement))
    if has_link:
        return (Choice(id="finns", label="Länk finns", order="0"),)
    return (Choice(id=LACKING, label="Länk saknas", order="1"),)


def _gaps(register: Register, row: Row) -> Iterable[Choice]:
    count = len(missing(row.agreement))
    classes = ((0, "0", "Inget saknas"), (2, "1-2", "1–2 saknas"), (4, "3-4", "3–4 saknas"))
    id, label = next(((id, label) for most, id, label in classes if count <= most), ("5", "5 eller fler saknas"))
    return (Choice(id=id, label=label, order=id),)


KINDS = (
    Kind(id="status", title="Status", of=_status),
    Kind(id="kommun", title="Kommun", of=_municipalities),
    Kind(id="region", title="Region och dess kommuner", of=_regions),
    Kind(id="omrade", title="Insatsområde", of=lambda all, row: (_term(row.area, all.areas.values()),)),
    Kind(id="malgrupp", title="Målgrupp", of=lambda all, row: (_term(row.target_group, all.target_groups.values()),)),
    Kind(id="organisation", title="Idéburen part", of=_organisations),
    Kind(id="rorelse", title="Rörelse eller förbund", of=_federations),
    Kind(id="start", title="Startår", of=_start),
    Kind(id="dokument", title="Länk till dokument", of=_document),
    Kind(id="luckor", title="Uppgifter som saknas", of=_gaps),
)


def facets(register: Register, rows: tuple[Row, ...]) -> tuple[Facet, ...]:
    """Every facet over the rows."""
    return tuple(_facet(kind, register, rows) for kind in KINDS)


def _facet(kind: Kind, register: Register, rows: tuple[Row, ...]) -> Facet:
    of_rows = [tuple(dict.fromkeys(kind.of(register, row))) for row in rows]
    counts = Counter(choice for chosen in of_rows for choice in chosen)
    choices = tuple(sorted(counts, key=lambda choice: (choice.order, choice.id)))
    places = {choice: place for place, choice in enumerate(choices)}
    return Facet(
        id=kind.id,
        title=kind.title,
        choices=choices,
        counts=tuple(counts[choice] for choice in choices),
        rows=tuple(tuple(places[choice] for choice in chosen) for chosen in of_rows),
    )
