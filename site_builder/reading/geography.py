"""Geography: where each municipality and region lies, as shapes to draw and as tiles of equal size."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.reference import REFERENCE, table_rows
from site_builder.reading.topology import Shape, drawn
from site_builder.register.directory import Body


@dataclass(frozen=True, slots=True)
class Tile:
    """A municipality's place among tiles of equal size: column 1 is farthest west, row 1 farthest north."""

    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """Shapes and tiles by body id, all shapes in one drawing; Region Gotland is both municipality and region."""

    municipalities: Mapping[str, Shape]
    regions: Mapping[str, Shape]
    county_borders: Shape
    tiles: Mapping[str, Tile]


def geography(root: Path, bodies: Mapping[str, Body]) -> Geography:
    """A shape for every municipality and region, and a tile for every municipality.

    Raises BuildError, naming the file, where one of the three is missing, broken or lacks a body.
    """
    folder = root / REFERENCE
    municipalities = {id: body.municipality.code for id, body in bodies.items() if body.municipality}
    regions = {id: body.region.county_code for id, body in bodies.items() if body.region}
    borders = {"lan_borders": "lan_borders"}
    by_municipality = _shapes(folder / "kommun.topo.json", municipalities | borders)
    return Geography(
        municipalities={id: by_municipality[id] for id in municipalities},
        regions=_shapes(folder / "lan.topo.json", regions),
        county_borders=by_municipality["lan_borders"],
        tiles=_tiles(folder / "tiles.csv", frozenset(municipalities)),
    )


def _shapes(path: Path, wanted: Mapping[str, str]) -> dict[str, Shape]:
    """What the file calls by the wanted codes, by the id each code stands for."""
    try:
        by_code = _decoded(path.read_bytes())
        return {id: by_code[code] for id, code in wanted.items()}
    except OSError as error:
        raise BuildError(f"{path} går inte att läsa: {error}. Återställ filen från förrådet.") from error
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        raise BuildError(f"Kartan {path} är trasig ({error!r}). Återställ filen från förrådet.") from error


@lru_cache(maxsize=4)
def _decoded(content: bytes) -> Mapping[str, Shape]:
    return drawn(json.loads(content))


def _tiles(path: Path, municipalities: frozenset[str]) -> dict[str, Tile]:
    try:
        tiles = {row["id"]: Tile(int(row["column"]), int(row["row"])) for row in table_rows(path)}
    except (KeyError, ValueError, TypeError) as error:
        raise BuildError(f"Tabellen {path} är trasig ({error!r}). Återställ den från förrådet.") from error
    if tiles.keys() != municipalities or len(set(tiles.values())) < len(tiles):
        raise BuildError(f"{path} ska ha varje kommun i en egen ruta. Återställ filen från förrådet.")
    return tiles
