"""Badges: a body's number of partnerships as a small picture for its own site, in the light theme's colours."""

from collections.abc import Mapping
from html import escape

from site_builder.presenting.posters import in_colours

HEIGHT = 48
FONT = "Verdana, DejaVu Sans, Liberation Sans, Arial, sans-serif"
LARGE, SMALL = 15, 11  # sizes of text
LETTER = 0.66  # of a text's size: how wide a letter is given


def badge(said: str, source: str, colours: Mapping[str, str]) -> str:
    """The mark and two lines of text. Their lengths are fixed, so that no typeface makes them run over the edge."""
    width = HEIGHT + round(max(len(said) * LARGE, len(source) * SMALL) * LETTER) + 20
    return in_colours(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}" '
        f'role="img" aria-label="{escape(f"{said}. {source}", quote=True)}" font-family="{FONT}">'
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{HEIGHT - 1}" rx="6" fill="var(--surface)" '
        'stroke="var(--line-strong)"/>'
        f'<path d="M{HEIGHT} 0H6a6 6 0 0 0-6 6v{HEIGHT - 12}a6 6 0 0 0 6 6h{HEIGHT - 6}z" fill="var(--brand)"/>'
        '<g fill="none" stroke="var(--on-brand)" stroke-width="3"><circle cx="19.5" cy="24" r="8.5"/>'
        '<circle cx="28.5" cy="24" r="8.5"/></g>'
        f"{_line(said, LARGE, 21, 'bold', 'ink')}{_line(source, SMALL, 38, 'normal', 'ink-quiet')}</svg>\n",
        colours,
    )


def _line(text: str, size: int, y: int, weight: str, colour: str) -> str:
    return (
        f'<text x="{HEIGHT + 10}" y="{y}" font-size="{size}" font-weight="{weight}" fill="var(--{colour})" '
        f'textLength="{round(len(text) * size * LETTER)}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
    )
