"""Tables: the register as CSV. UTF-8, RFC 4180, headers and their order from schema/export.schema.json."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.output import Output
from site_builder.reading.fields import Schemas
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Body
from site_builder.register.quality import missing
from site_builder.register.register import Register
from site_builder.register.statistics import active_count
from site_builder.register.status import standing

Cell = str | int | bool | None
Row = Mapping[str, Cell]
SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV file: its name without ending, what a row is, and the rows on a day."""

    name: str
    rows: Callable[[Register, date], Iterator[Row]]


def _joined(texts: Iterable[str]) -> str:
    return SEPARATOR.join(texts)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _one_line(markdown: str | None) -> str | None:
    """Running text on one line: a line break inside a cell trips up many spreadsheets."""
    return " ".join(markdown.split()) if markdown else None


def agreement_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a partnership."""
    for agreement in register.agreements:
        now = standing(agreement, on)
        latest = agreement.latest_period
        yield {
            "id": agreement.id,
            "title": agreement.title,
            "status": now.status,
            "status_date": on.isoformat(),
            "name": agreement.name,
            "body": agreement.leading_body,
            "body_name": register.bodies[agreement.leading_body].name,
            "public_parties": _joined(register.bodies[party.body].name for party in agreement.public_parties),
            "nonprofit_parties": _joined(
                register.organisations[party.organisation].name for party in agreement.nonprofit_parties
            ),
            "other_parties": _joined(party.name for party in agreement.other_parties),
            "area": agreement.area,
            "secondary_areas": _joined(agreement.secondary_areas),
            "target_group": agreement.target_group,
            "target_description": agreement.target_description,
            "purpose": _one_line(agreement.purpose),
            "start": _text(agreement.first_start),
            "end": _text(latest.end if latest else None),
            "open_ended": bool(latest and latest.open_ended),
            "confirmed_as_of": _text(now.confirmed),
            "missing": _joined(wanted.id for wanted in missing(agreement)),
            "note": _one_line(agreement.note),
        }


def party_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a party of each partnership."""

    def row(
        agreement: Agreement, role: str, id: str | None, name: str, as_named: str | None, units: Iterable[str]
    ) -> Row:
        return {
            "agreement": agreement.id,
            "role": role,
            "id": id,
            "name": name,
            "as_named": as_named,
            "units": _joined(units),
        }

    for agreement in register.agreements:
        for party in agreement.nonprofit_parties:
            name = register.organisations[party.organisation].name
            yield row(agreement, "nonprofit", party.organisation, name, party.as_named, party.units)
        for public in agreement.public_parties:
            name = register.bodies[public.body].name
            yield row(agreement, "public", public.body, name, public.as_named, public.units)
        for other in agreement.other_parties:
            yield row(agreement, "other", None, other.name, other.as_named, ())


def period_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a period of each partnership."""
    for agreement in register.agreements:
        for period in agreement.periods:
            yield {
                "agreement": agreement.id,
                "kind": period.kind,
                "start": _text(period.start),
                "end": _text(period.end),
                "open_ended": period.open_ended,
                "as_written": period.as_written,
            }


def source_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a source reference of each partnership."""
    for agreement in register.agreements:
        for entry in agreement.sources:
            yield {
                "agreement": agreement.id,
                "source": entry.source,
                "locator": entry.locator,
                "reported_status": entry.reported_status,
                "as_of": _text(entry.as_of),
                "link_marker": entry.link_marker,
                "link_text": entry.link_text,
            }


def organisation_rows(register: Register, on: date) -> Iterator[Row]:
    """One row an organisation."""
    for organisation in register.organisations.values():
        agreements = register.of_organisation(organisation.id)
        yield {
            "id": organisation.id,
            "name": organisation.name,
            "aliases": _joined(organisation.aliases),
            "org_number": organisation.org_number,
            "federation": organisation.federation,
            "legal_form": organisation.legal_form,
            "seat": organisation.seat,
            "url": organisation.url,
            "note": _one_line(organisation.note),
            "agreements": len(agreements),
            "active": active_count(agreements, on),
        }


def _body_cells(register: Register, body: Body, on: date) -> Row:
    agreements = register.of_body(body.id)
    answer = register.coverage_of(body.id)
    return {
        "coverage": answer.state if answer else "unknown",
        "agreements": len(agreements),
        "active": active_count(agreements, on),
    }


def municipality_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a municipality, also those without known partnerships."""
    for body in register.municipalities:
        municipality = body.municipality
        assert municipality is not None
        yield {
            "id": body.id,
            "code": municipality.code,
            "name": body.name,
            "official_name": body.official_name,
            "county_code": municipality.county_code,
            "region": register.region_of(body).id,
            "population": municipality.population,
            "population_date": municipality.population_date,
            "skr_group_code": municipality.skr_group_code,
            "skr_group": municipality.skr_group,
            **_body_cells(register, body, on),
        }


def region_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a region, also those without known partnerships."""
    for body in register.regions:
        region = body.region
        assert region is not None
        yield {
            "id": body.id,
            "county_code": region.county_code,
            "county_name": region.county_name,
            "name": body.name,
            "population": region.population,
            "population_date": region.population_date,
            **_body_cells(register, body, on),
        }


TABLES = (
    Table(name="partnerskap", rows=agreement_rows),
    Table(name="parter", rows=party_rows),
    Table(name="perioder", rows=period_rows),
    Table(name="kallor", rows=source_rows),
    Table(name="organisationer", rows=organisation_rows),
    Table(name="kommuner", rows=municipality_rows),
    Table(name="regioner", rows=region_rows),
)


def _written(cell: Cell) -> str | int:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else cell


def as_csv(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """The rows as CSV: comma, quotes only where needed, CRLF, no byte-order mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    columns = tuple(columns)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(row[column]) for column in columns])
    return text.getvalue().encode("utf-8")


def table_outputs(register: Register, on: date, schemas: Schemas) -> Iterator[Output]:
    """Every table as a file under /data/."""
    definitions = schemas.by_name["export"]["$defs"]
    for table in TABLES:

        def produce(table: Table = table) -> bytes:
            return as_csv(definitions[table.name]["properties"], table.rows(register, on))

        yield Output(
            path=f"data/{table.name}.csv",
            produce=produce,
            title=definitions[table.name]["title"],
            media_type="text/csv",
        )
