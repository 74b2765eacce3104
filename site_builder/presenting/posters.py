"""Posters: a picture that stands alone, with title and source and in the light theme's colours, to use elsewhere."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from textwrap import wrap

MARGIN = 16
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
TITLE, NOTE = 17, 11  # sizes of text in pixels
LETTER = 0.5  # of a text's size: how wide a letter is on the average, a little rounded up
LEADING = 1.35


def poster(title: str, picture: str, notes: Iterable[str], colours: Mapping[str, str]) -> str:
    """The drawn SVG below its title and above the notes, on the page's surface. Its size is its view box, in pixels."""
    box = re.search(r'viewBox="([^"]+)"', picture)
    assert box is not None
    width, height = (round(float(number)) for number in box[1].split()[2:])
    headings = _lines((title,), TITLE, width)
    small = _lines(notes, NOTE, width)
    top = MARGIN + _height(headings, TITLE)
    whole = top + height + _height(small, NOTE) + 2 * MARGIN
    inner = picture[picture.index(">") + 1 :]
    return in_colours(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 2 * MARGIN}" height="{whole}" '
        f'viewBox="0 0 {width + 2 * MARGIN} {whole}" font-family="{FONT}" fill="var(--ink)" color="var(--ink)">'
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="var(--surface)"/>'
        f"{_text(headings, TITLE, MARGIN, 'bold')}"
        f'<g transform="{placed(box[1], MARGIN, top, width)}">{inner.removesuffix("</svg>")}</g>'
        f"{_text(small, NOTE, top + height + MARGIN, 'normal')}</svg>\n",
        colours,
    )


def placed(box: str, x: int, y: int, width: int) -> str:
    """The transform that puts a drawing with the view box at a place, in a width: as a nested <svg> would.

    A nested <svg> clips, for which every one of them is drawn on a layer of its own: three times as slow.
    """
    left, top, across, _ = map(float, box.split())
    return f"translate({x} {y}) scale({width / across:g}) translate({-left:g} {-top:g})"


def in_colours(text: str, colours: Mapping[str, str]) -> str:
    """The SVG or JSON with the page's colours and typeface replaced, where they are whole values, never in words."""

    def colour(found: re.Match[str]) -> str:
        return f'"{colours[found[1]]}"' if found[1] in colours else found[0]

    text = text.replace('"currentColor"', '"var(--ink)"').replace('"system-ui, sans-serif"', f'"{FONT}"')
    return re.sub(r'"var\(--([a-z0-9-]+)\)"', colour, text)


def _lines(texts: Iterable[str], size: int, width: int) -> list[str]:
    return [line for text in texts for line in wrap(text, round(width / (size * LETTER)))]


def _height(lines: list[str], size: int) -> int:
    return round(len(lines) * size * LEADING)


def _text(lines: list[str], size: int, top: int, weight: str) -> str:
    spans = "".join(
        f'<text x="{MARGIN}" y="{round(top + size + place * size * LEADING)}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    return f'<g font-size="{size}" font-weight="{weight}">{spans}</g>'
