"""Reference tables: the municipalities and regions, from CSV files that we keep ourselves."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from site_builder.errors import BuildError
from site_builder.register.directory import Body, Municipality, Region

REFERENCE = Path("data", "reference")


def table_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by their headings. Raises BuildError where it cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BuildError(f"{path} går inte att läsa: {error}. Återställ filen från förrådet.") from error


def municipalities_and_regions(root: Path) -> dict[str, Body]:
    """All bodies of the two kinds by id, in order of code; one that is both is one body."""
    bodies: dict[str, Body] = {}
    try:
        for row in table_rows(root / REFERENCE / "municipalities.csv"):
            bodies[row["id"]] = Body(
                id=row["id"],
                name=row["display_name"],
                official_name=row["official_name"],
                municipality=Municipality.from_raw(row),
            )
        for row in table_rows(root / REFERENCE / "regions.csv"):
            both = bodies.get(row["id"])
            bodies[row["id"]] = Body(
                id=row["id"],
                name=row["region_name"],
                official_name=row["region_name"],
                municipality=both.municipality if both else None,
                region=Region.from_raw(row),
            )
    except (KeyError, ValueError, TypeError) as error:
        raise BuildError(f"En tabell i {root / REFERENCE} är trasig ({error}). Återställ den från förrådet.") from error
    return bodies


def other_bodies(raw: Sequence[dict[str, Any]]) -> dict[str, Body]:
    """Bodies of other kinds, from data/bodies.yaml."""
    return {
        body["id"]: Body(
            id=body["id"],
            name=body["name"],
            official_name=body["name"],
            kind=body["kind"],
            covers=tuple(body["municipalities"]),
        )
        for body in raw
    }
