"""Topology: the shapes of a TopoJSON file as SVG path data.

Shapes share their borders as arcs: quantized points, each but the first told as the step from the one before. A ring
is a row of arcs; `~n` is arc n backwards. The file's y grows to the north and a drawing's downwards: y is turned round.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

WIDTH = 1000

Point = tuple[int, int]
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest box around something drawn, in units of the drawing."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Something drawn: its SVG path data and the box around it."""

    path: str
    bounds: Bounds


def drawn(topology: dict[str, Any]) -> dict[str, Shape]:
    """Every multipolygon of the file by its id, and every collection of lines by its name.

    They share one drawing, `WIDTH` units wide, that begins and ends where the file's box does. A broken file raises
    LookupError, ValueError, TypeError, AttributeError or ArithmeticError.
    """
    arcs = _arcs(topology)
    found: dict[str, Shape] = {}
    for name, content in topology["objects"].items():
        if content["type"] == "MultiLineString":
            found[name] = _shape(content["arcs"], arcs, "")
        else:
            areas = content["geometries"]
            found |= {area["id"]: _shape([ring for part in area["arcs"] for ring in part], arcs, "z") for area in areas}
    return found


def _arcs(topology: dict[str, Any]) -> tuple[Line, ...]:
    """The arcs in units of the drawing."""
    (x_scale, y_scale), (x_shift, y_shift) = topology["transform"]["scale"], topology["transform"]["translate"]
    left, _, right, top = topology["bbox"]
    unit = (right - left) / WIDTH

    def placed(point: Sequence[int]) -> Point:
        x, y = point[0] * x_scale + x_shift, point[1] * y_scale + y_shift
        return round((x - left) / unit), round((top - y) / unit)

    return tuple(tuple(map(placed, _absolute(arc))) for arc in topology["arcs"])


def _absolute(arc: Iterable[Sequence[int]]) -> Iterable[Sequence[int]]:
    return accumulate(arc, lambda point, step: (point[0] + step[0], point[1] + step[1]))


def _shape(lines: Iterable[Sequence[int]], arcs: tuple[Line, ...], end: str) -> Shape:
    drawn = [_joined(line, arcs) for line in lines]
    everything = [point for line in drawn for point in line]
    seen = [line for line in drawn if len(line) > (3 if end else 1)]  # a ring of three points has no inside
    return Shape(path="".join(_path(line) + end for line in seen), bounds=_bounds(everything))


def _joined(line: Sequence[int], arcs: tuple[Line, ...]) -> Line:
    """The line's arcs end to end, without points that fall on the one before."""
    points = [point for arc in line for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
    return (points[0], *(point for before, point in pairwise(points) if point != before))


def _path(line: Line) -> str:
    """`M` to the first point, then steps."""
    steps = ((to[0] - start[0], to[1] - start[1]) for start, to in pairwise(line))
    return f"M{_pair(*line[0])}l" + "".join(_pair(*step, following=bool(index)) for index, step in enumerate(steps))


def _pair(x: int, y: int, *, following: bool = False) -> str:
    """Two numbers with no more space than they need: a minus sign parts them too."""
    return f"{' ' if following and x >= 0 else ''}{x}{' ' if y >= 0 else ''}{y}"


def _bounds(points: Sequence[Point]) -> Bounds:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Bounds(min(xs), min(ys), max(xs), max(ys))
