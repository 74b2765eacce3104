"""Atlas: a map as one drawing that needs no page around it: its legend, then the country with its insets, or tiles.

Colours are custom properties, to be replaced by what uses the drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from site_builder.presenting.maps import Panel
from site_builder.presenting.measures import Step
from site_builder.presenting.plots import INK
from site_builder.presenting.posters import placed
from site_builder.presenting.tiles import Mosaic, Square

COUNTRY, INSET, TILES = 340, 230, 640  # widths in pixels
GAP, LINE, SWATCH, SIZE = 20, 20, 16, 13
HATCH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """Either panels, the first of them the whole country, or a mosaic; the legend's steps with how many bodies each."""

    legend: tuple[tuple[Step, str], ...]
    panels: tuple[Panel, ...]
    mosaic: Mosaic | None


def svg(atlas: Atlas) -> str:
    """The map with its legend above it."""
    top = LINE * len(atlas.legend) + GAP // 2
    if atlas.mosaic:
        width, height, drawn = _tiles(atlas.mosaic, top)
    else:
        width, height, drawn = _panels(atlas.panels, top)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"{_hatching('streck', 1)}{''.join(_legend(atlas.legend))}{drawn}</svg>"
    )


def _legend(steps: tuple[tuple[Step, str], ...]) -> Iterator[str]:
    for place, (step, bodies) in enumerate(steps):
        y = place * LINE
        fill = _fill(step.shade, "streck")
        yield (
            f'<rect x="0.5" y="{y + 0.5}" width="{SWATCH}" height="{SWATCH}" fill="{fill}" {_line(1)}/>'
            f"{_text(SWATCH + 8, y + SIZE, f'{step.label} ({bodies})')}"
        )


def _panels(panels: tuple[Panel, ...], top: int) -> tuple[int, int, str]:
    """The width and height that the panels need, and the panels: the country, and insets beside it."""
    country, *insets = panels
    drawn, bottom = _panel(country, 0, top, COUNTRY)
    parts, foot = [drawn], top
    for inset in insets:
        parts.append(_text(COUNTRY + GAP, foot + SIZE, inset.title))
        drawn, foot = _panel(inset, COUNTRY + GAP, foot + LINE, INSET)
        parts.append(drawn)
        foot += GAP
    return COUNTRY + GAP + INSET, max(bottom, foot), "".join(parts)


def _panel(panel: Panel, x: int, y: int, width: int) -> tuple[str, int]:
    """The panel in a column of the width, and where it ends."""
    _, _, across, down = map(int, panel.box.split())
    height, unit = round(width * down / across), across / width
    shapes = "".join(
        f'<path d="{place.path}" fill="{_fill(place.shade, panel.id)}"><title>{escape(place.words)}</title></path>'
        for place in panel.places
    )
    content = f"{_hatching(panel.id, unit)}<g {_line(unit)}>{shapes}</g>{_borders(panel.borders, unit)}"
    return f'<g transform="{placed(panel.box, x, y, width)}">{content}</g>', y + height


def _tiles(mosaic: Mosaic, top: int) -> tuple[int, int, str]:
    """The width and height that the tiles need, and the tiles."""
    height, unit = round(TILES * mosaic.height / mosaic.width), mosaic.width / TILES
    squares = "".join(_square(mosaic, square) for square in mosaic.squares)
    content = f"{_hatching('rutor', unit)}<g {_line(unit)}>{squares}</g>{_borders(mosaic.borders, 2 * unit)}"
    place = placed(f"0 0 {mosaic.width} {mosaic.height}", 0, top, TILES)
    return TILES, top + height, f'<g transform="{place}">{content}</g>'


def _square(mosaic: Mosaic, square: Square) -> str:
    lines = "".join(
        f'<text x="{mosaic.middle}" y="{line.y}" font-size="11"'
        + (f' textLength="{mosaic.text_width}" lengthAdjust="spacingAndGlyphs"' if line.is_long else "")
        + f">{escape(line.text)}</text>"
        for line in square.lines
    )
    number = f'<text x="{mosaic.middle}" y="{mosaic.number_y}" font-size="18" font-weight="bold">{square.number}</text>'
    return (
        f'<g transform="translate({square.x} {square.y})"><title>{escape(square.words)}</title>'
        f'<rect width="{mosaic.side}" height="{mosaic.side}" fill="{_fill(square.shade, "rutor")}"/>'
        f'<g text-anchor="middle" stroke="none" fill="{_ink(square.shade)}">{lines}{number}</g></g>'
    )


def _hatching(id: str, unit: float) -> str:
    """The pattern of those who have answered that they have none, for a drawing with so many units to the pixel."""
    side = f"{HATCH * unit:g}"
    return (
        f'<defs><pattern id="{id}" width="{side}" height="{side}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="{HATCH * unit / 4:g}" height="{side}" fill="var(--map-line)"/>'
        "</pattern></defs>"
    )


def _line(unit: float) -> str:
    return f'stroke="var(--map-line)" stroke-width="{0.75 * unit:g}"'


def _borders(path: str | None, unit: float) -> str:
    return f'<path d="{path}" fill="none" stroke="var(--ink-quiet)" stroke-width="{unit:g}"/>' if path else ""


def _text(x: int, y: int, words: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{SIZE}" fill="{INK}">{escape(words)}</text>'


def _fill(shade: str, hatching: str) -> str:
    return {"map-unknown": "var(--map-0)", "map-none": f"url(#{hatching})"}.get(shade, f"var(--{shade})")


def _ink(shade: str) -> str:
    """The colour of text on a shade."""
    return f"var(--on-{shade})" if shade[-1].isdigit() else "var(--on-map-0)"
