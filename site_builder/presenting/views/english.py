"""The English pages: what IOP and the register are, its key figures, and its data with every field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.errors import BuildError
from site_builder.presenting.dictionary import Section, table_sections
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import Crumb, Trail
from site_builder.reading.content import ENGLISH
from site_builder.register.counts import active_count, status_counts
from site_builder.register.directory import Term
from site_builder.register.register import Agreements, Register
from site_builder.register.status import Status

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """An area or target group with how many partnerships it has."""

    term: Term
    agreements: int
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """A vocabulary's terms, counted."""

    id: str
    heading: str
    lines: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file to download with its columns."""

    path: str
    section: Section


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishView:
    """The English entry. `numbers` are figures with what they count."""

    title: str
    description: str
    text: str
    day: str
    numbers: tuple[tuple[str, str], ...]
    classes: tuple[Classes, ...]
    tables: tuple[Table, ...]
    trail: Trail = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishFieldsView:
    """Every column of the downloads in English."""

    day: str
    tables: tuple[Table, ...]
    title: str = "Fields and definitions"
    description: str = "What every column of the register’s files for download means."
    trail: Trail = (Crumb("The register in English", "english"),)


def english_view(edition: Edition, _: None) -> EnglishView:
    """Raises BuildError where the text is missing."""
    register = edition.register
    prose = next((page for page in edition.prose if page.id == ENGLISH), None)
    if prose is None:
        raise BuildError(f"content/{ENGLISH}.md saknas. Återställ den engelska sidans text från förrådet.")
    return EnglishView(
        title=prose.title,
        description=prose.description,
        text=prose.text,
        day=_day(edition.on),
        numbers=_numbers(register, edition.on),
        classes=(
            Classes(id="areas", heading="Areas", lines=_lines(register.areas, register.of_area, edition.on)),
            Classes(
                id="target-groups",
                heading="Target groups",
                lines=_lines(register.target_groups, register.of_target_group, edition.on),
            ),
        ),
        tables=_tables(edition),
    )


def english_fields_view(edition: Edition, _: None) -> EnglishFieldsView:
    return EnglishFieldsView(day=_day(edition.on), tables=_tables(edition))


def _tables(edition: Edition) -> tuple[Table, ...]:
    return tuple(Table(path=f"data/{section.title}", section=section) for section in table_sections(edition.schemas))


def _numbers(register: Register, on: date) -> tuple[tuple[str, str], ...]:
    """What the Swedish start page counts, and every status."""
    counts = status_counts(register.agreements, on)
    municipalities = sum(bool(register.of_body(body.id)) for body in register.municipalities)
    regions = sum(bool(register.of_body(body.id)) for body in register.regions)
    return (
        (_number(len(register.agreements)), "partnerships in the register"),
        (_number(counts[Status.ACTIVE]), "active as far as is known"),
        (_number(counts[Status.EXPIRED]), "expired, with no word of an extension"),
        (_number(counts[Status.UNKNOWN]), "of unknown status"),
        (_number(counts[Status.ENDED]), "ended, according to a source"),
        (_number(counts[Status.PLANNED]), "announced only"),
        (_number(municipalities), f"of {len(register.municipalities)} municipalities have at least one known"),
        (_number(regions), f"of {len(register.regions)} regions have at least one known"),
        (_number(len(register.organisations)), "civil-society organisations"),
    )


def _lines(terms: Mapping[str, Term], agreements: Callable[[str], Agreements], on: date) -> tuple[TermLine, ...]:
    return tuple(
        TermLine(term=term, agreements=len(agreements(id)), active=active_count(agreements(id), on))
        for id, term in terms.items()
    )


def _number(value: int) -> str:
    return f"{value:,}"


def _day(value: date) -> str:
    """`23 November 2026`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
