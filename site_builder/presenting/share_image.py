"""The share image: what is shown beside a link to the site elsewhere, 1200 by 630 pixels."""

from html import escape
from textwrap import wrap

from site_builder.output import Output
from site_builder.presenting.edition import Edition
from site_builder.presenting.pictures import PIXELS
from site_builder.presenting.posters import FONT, in_colours
from site_builder.reading.site import Site

PATH = "delning.png"
WIDTH, HEIGHT = 1200, 630
LEFT = 40
TITLE, TEXT = 46, 21  # sizes of text, of a drawing 600 wide
LETTERS = 30  # of the description on a line


def share_image(edition: Edition) -> Output:
    """The picture as PNG, the same for every page."""
    return Output(
        path=PATH,
        produce=lambda: edition.draw.png(in_colours(_svg(edition.site), edition.colours)),
        title="Bild för delning",
        media_type="image/png",
    )


def _svg(site: Site) -> str:
    """The mark, the name and what it is, on the colour of the site's header."""
    width, height = WIDTH // PIXELS, HEIGHT // PIXELS
    lines = "".join(
        f'<text x="{LEFT}" y="{222 + place * 29}">{escape(line)}</text>'
        for place, line in enumerate(wrap(site.description, LETTERS)[:3])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" fill="var(--on-brand)">'
        f'<rect width="{width}" height="{height}" fill="var(--brand)"/>'
        '<g fill="none" stroke="var(--chart-2)" stroke-width="22" opacity="0.25">'
        '<circle cx="478" cy="200" r="118"/><circle cx="610" cy="200" r="118"/></g>'
        '<g fill="none" stroke="var(--on-brand)" stroke-width="6">'
        f'<circle cx="{LEFT + 20}" cy="72" r="17"/><circle cx="{LEFT + 39}" cy="72" r="17"/></g>'
        f'<text x="{LEFT}" y="172" font-size="{_title_size(site.title)}" font-weight="bold">{escape(site.title)}</text>'
        f'<g font-size="{TEXT}">{lines}</g></svg>'
    )


def _title_size(title: str) -> int:
    """A long name is written smaller, so that it stays on its line."""
    return min(TITLE, round((WIDTH / PIXELS - 2 * LEFT) / (0.58 * len(title))))
