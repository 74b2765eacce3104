"""Tables: the register as CSV. UTF-8, RFC 4180, headers and their order from schema/export.schema.json."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.exporting.agreement_tables import (
    agreement_rows,
    contradiction_rows,
    funding_rows,
    party_rows,
    period_rows,
    result_rows,
    source_rows,
)
from site_builder.exporting.cells import Cell, Row
from site_builder.exporting.directory_tables import (
    figure_rows,
    municipality_rows,
    organisation_rows,
    region_rows,
    work_rows,
)
from site_builder.output import Output
from site_builder.reading.fields import Schemas
from site_builder.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV file: its name without ending, what a row is, and the rows on a day."""

    name: str
    rows: Callable[[Register, date], Iterator[Row]]


TABLES = (
    Table(name="partnerskap", rows=agreement_rows),
    Table(name="parter", rows=party_rows),
    Table(name="perioder", rows=period_rows),
    Table(name="kallor", rows=source_rows),
    Table(name="finansiering", rows=funding_rows),
    Table(name="resultat", rows=result_rows),
    Table(name="motsagelser", rows=contradiction_rows),
    Table(name="organisationer", rows=organisation_rows),
    Table(name="kommuner", rows=municipality_rows),
    Table(name="regioner", rows=region_rows),
    Table(name="kallforteckning", rows=work_rows),
    Table(name="publicerade-siffror", rows=figure_rows),
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


def part_output(part: Register, folder: str, on: date, schemas: Schemas) -> Output:
    """The part's partnerships with the columns of partnerskap.csv, as a file in the folder of their page."""
    columns = schemas.by_name["export"]["$defs"]["partnerskap"]["properties"]
    return Output(
        path=f"{folder}partnerskap.csv",
        produce=lambda: as_csv(columns, agreement_rows(part, on)),
        title="CSV",
        media_type="text/csv",
    )
