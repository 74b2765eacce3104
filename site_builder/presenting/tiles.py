"""Tiles: every municipality as a square of the same size, near where it lies, large enough for a finger."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.measures import Measure, Measured, Numbers
from site_builder.reading.geography import Tile
from site_builder.register.directory import Body

SIDE = 60
LETTERS = 8  # of a name that fit in a line at their natural width
SHORT = 4  # of a name that fit where the tiles are small
_LAST_PART = re.compile(
    r"(?=(?:backa|backen|berg|borg|bygd|fors|hamn|hammar|hättan|holm|krona|köping|landa|långa|maling|stad|sund|torp|vall|vik"
    r"|vidinge)$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a name and where its foot is; one that `is_long` is pressed together."""

    text: str
    y: int
    is_long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A municipality's tile and its top left corner; `short` is the name where the tiles are small."""

    body: Body
    x: int
    y: int
    shade: str
    words: str
    lines: tuple[Line, ...]
    short: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mosaic:
    """All tiles in a drawing of `width` × `height` units; `borders` is the path between counties."""

    squares: tuple[Square, ...]
    width: int
    height: int
    borders: str
    side: int = SIDE
    middle: int = SIDE // 2
    text_width: int = SIDE - 6
    short_y: int = SIDE // 2 - 6
    number_y: int = SIDE - 9


def mosaic(measured: Measured, tiles: Mapping[str, Tile]) -> Mosaic:
    """The municipalities as tiles in the measure's shades."""
    return Mosaic(
        squares=tuple(_square(measured.measure, each, tiles[each.body.id]) for each in measured.numbers),
        width=SIDE * max(tile.column for tile in tiles.values()),
        height=SIDE * max(tile.row for tile in tiles.values()),
        borders="".join(_borders({tiles[numbers.body.id]: numbers.county for numbers in measured.numbers})),
    )


def _square(measure: Measure, numbers: Numbers, tile: Tile) -> Square:
    assert numbers.body.municipality is not None
    name = numbers.body.municipality.short_name
    return Square(
        body=numbers.body,
        x=SIDE * (tile.column - 1),
        y=SIDE * (tile.row - 1),
        shade=measure.step(numbers).shade,
        words=numbers.words,
        lines=tuple(_lines(name)),
        short=name[:SHORT],
        number=words.number(numbers.tally.known) if numbers.tally.known else "",
    )


def _lines(name: str) -> Iterator[Line]:
    """The name in one line, or in two where it is long and has two parts."""
    parted = _LAST_PART.sub("-", name, count=1) if len(name) > LETTERS and name.isalpha() else name
    parts = textwrap.wrap(parted, LETTERS, break_long_words=False)
    for index, part in enumerate(parts):
        y = 22 if len(parts) == 1 else 16 + 13 * index
        yield Line(text=part, y=y, is_long=len(part) > LETTERS)


def _borders(counties: Mapping[Tile, str]) -> Iterator[str]:
    """A stroke along every edge between tiles of different counties."""
    for tile, county in counties.items():
        east, south = Tile(tile.column + 1, tile.row), Tile(tile.column, tile.row + 1)
        if counties.get(east, county) != county:
            yield f"M{SIDE * tile.column} {SIDE * (tile.row - 1)}v{SIDE}"
        if counties.get(south, county) != county:
            yield f"M{SIDE * (tile.column - 1)} {SIDE * tile.row}h{SIDE}"
