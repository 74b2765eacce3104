"""The site: everything that one build publishes, as outputs."""

from pathlib import Path
from xml.sax.saxutils import escape

from site_builder.errors import BuildError
from site_builder.exporting.api import data_file, data_file_path, json_outputs
from site_builder.exporting.citations import citation_outputs
from site_builder.exporting.statistics import statistic_outputs
from site_builder.exporting.tables import table_outputs
from site_builder.exporting.workbook import MEDIA_TYPE as XLSX
from site_builder.output import Output
from site_builder.presenting.edition import Edition
from site_builder.presenting.render import Renderer, Templates
from site_builder.presenting.share_image import share_image
from site_builder.presenting.shares import share_outputs
from site_builder.presenting.sheets import page_outputs
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register

ASSET_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".js": "text/javascript"}


def templates(root: Path) -> Templates:
    """Every template of the project, by name."""
    folder = root / "templates"
    paths = sorted(folder.glob("*.html"))
    if not paths:
        raise BuildError(f"Mappen {folder} har inga mallar. Återställ den från förrådet.")
    try:
        return tuple((path.name, path.read_text(encoding="utf-8")) for path in paths)
    except UnicodeDecodeError as error:
        raise BuildError(f"En mall i {folder} är inte sparad som UTF-8: {error}.") from error


def asset_outputs(root: Path) -> tuple[Output, ...]:
    """Style sheets and pictures, as they are."""
    found = []
    for path in sorted((root / "assets").rglob("*")):
        if path.suffix in ASSET_TYPES and path.is_file():
            content = path.read_bytes()
            found.append(
                Output(
                    path=path.relative_to(root).as_posix(),
                    produce=lambda content=content: content,  # type: ignore[misc]
                    title=path.name,
                    media_type=ASSET_TYPES[path.suffix],
                )
            )
    return tuple(found)


def data_file_outputs(root: Path, register: Register) -> tuple[Output, ...]:
    """Each partnership's data file, as it is."""

    def output(agreement: Agreement) -> Output:
        content = (root / data_file(agreement)).read_bytes()
        return Output(
            path=data_file_path(agreement),
            produce=lambda: content,
            title=agreement.title,
            media_type="application/yaml",
        )

    return tuple(map(output, register.agreements))


def site_outputs(edition: Edition, all_templates: Templates, as_they_are: tuple[Output, ...]) -> tuple[Output, ...]:
    """Every file of the site. The sitemap and the downloads page are made from the other outputs."""
    records = tuple(json_outputs(edition.register, edition.on))
    tables = tuple(table_outputs(edition.register, edition.on, edition.schemas))
    statistics = tuple(statistic_outputs(edition.statistics.values(), edition.on))
    whole = tuple(output for output in (*records, *statistics) if output.path.count("/") == 1)
    workbooks = (each for each in as_they_are if each.media_type == XLSX and each.path.count("/") == 1)
    downloads = (*tables, *whole, *workbooks)
    citations = tuple(citation_outputs(edition.register, edition.site, edition.on))
    shares = (*share_outputs(edition), share_image(edition))
    files = (*as_they_are, *tables, *records, *statistics, *citations, *shares)
    site = edition.site
    pages = tuple(page_outputs(edition, files, downloads, Renderer(all_templates)))
    return (*files, *pages, *_for_robots(pages, site.base_url, is_known=site.known_base_url is not None))


def _for_robots(pages: tuple[Output, ...], base_url: str, *, is_known: bool) -> tuple[Output, ...]:
    indexed = [base_url + page.path.removesuffix("index.html") for page in pages if page.is_indexed]
    addresses = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in indexed)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{addresses}</urlset>\n'
    )
    robots = "User-agent: *\nAllow: /\n" + (f"Sitemap: {base_url}sitemap.xml\n" if is_known else "")
    return (
        _fixed("sitemap.xml", sitemap, "Webbplatskarta", "application/xml"),
        _fixed("robots.txt", robots, "Robots", "text/plain"),
    )


def _fixed(path: str, text: str, title: str, media_type: str) -> Output:
    return Output(path=path, produce=lambda: text.encode("utf-8"), title=title, media_type=media_type)
