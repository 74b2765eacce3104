"""Statistics: every table of the statistics page as CSV, and all of them with their definitions as JSON."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from site_builder.exporting.api import LICENCE, as_json
from site_builder.exporting.tables import as_csv
from site_builder.output import Output
from site_builder.register.statistics import Table

FOLDER = "data/statistik"


def table_path(id: str) -> str:
    """Where the statistic's CSV lies."""
    return f"{FOLDER}/{id}.csv"


def statistic_outputs(tables: Collection[Table], on: date) -> Iterator[Output]:
    """One CSV a statistic of the day, and statistik.json with them all."""
    for table in tables:

        def produce(table: Table = table) -> bytes:
            names = [column.name for column in table.columns]
            return as_csv(names, (dict(zip(names, map(_written, row), strict=True)) for row in table.rows))

        yield Output(path=table_path(table.id), produce=produce, title=table.title, media_type="text/csv")

    def everything() -> bytes:
        return as_json({"licence": LICENCE, "date": on.isoformat(), "statistics": [_record(each) for each in tables]})

    yield Output(
        path="data/statistik.json",
        produce=everything,
        title="Alla tabeller på statistiksidan med definitioner, för datorprogram",
        media_type="application/json",
    )


def _written(cell: str | int | float | None) -> str | int | None:
    return f"{cell:g}" if isinstance(cell, float) else cell


def _record(table: Table) -> dict[str, Any]:
    """The table with its definition, each row by column name."""
    names = [column.name for column in table.columns]
    return {
        "id": table.id,
        "title": table.title,
        "definition": table.definition,
        "base": table.base,
        "left_out": table.left_out,
        "columns": [{"name": each.name, "title": each.title, "unit": each.unit} for each in table.columns],
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }
