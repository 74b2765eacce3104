"""Figures: a chart as a page shows it, and as files beside the page for those who want it elsewhere."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.exporting.api import LICENCE
from site_builder.exporting.tables import as_csv
from site_builder.output import Output
from site_builder.presenting.atlas import Atlas
from site_builder.presenting.charts import Chart
from site_builder.presenting.drawing import embeddable
from site_builder.presenting.edition import Edition
from site_builder.presenting.lanes import Timeline
from site_builder.presenting.posters import in_colours, poster

Files = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart with its picture, empty where the table is all there is, and its files as labels with addresses."""

    chart: Chart
    picture: Markup
    files: Files


def figure(chart: Chart, edition: Edition, files: Files) -> Figure:
    """The chart with its picture as inline SVG in the colours of the page."""
    drawn = embeddable(edition.draw.svg(chart.drawing), chart.id, chart.description) if chart.drawing else ""
    return Figure(chart=chart, picture=Markup(drawn), files=files)  # noqa: S704 - drawn, with all names escaped


def chart_outputs(chart: Chart, here: str, edition: Edition) -> tuple[Output, ...]:
    """The chart's files beside the page at `here`, each with its form as title.

    A statistic's CSV lies with the downloads. Timelines have no PNG: there are hundreds, and each takes longer to make
    than all else on its page. Maps have no Vega-Lite, as they are not drawn by it.
    """
    drawing = chart.drawing
    if drawing is None:
        return ()
    base = edition.site.known_base_url
    address = f"{base}{here}#{chart.id}" if base else edition.site.title

    def svg() -> str:
        notes = (chart.coverage, f"Källa: {chart.source}", f"{address} · CC0 1.0")
        return poster(chart.title, edition.draw.svg(drawing), notes, edition.colours)

    def form(name: str, ending: str, media_type: str, produce: Callable[[], bytes]) -> Output:
        return Output(path=f"{here}{chart.id}.{ending}", produce=produce, title=name, media_type=media_type)

    forms = [form("SVG", "svg", "image/svg+xml", lambda: svg().encode("utf-8"))]
    if not isinstance(drawing, Timeline):
        forms.append(form("PNG", "png", "image/png", lambda: edition.draw.png(svg())))
    if chart.data_path is None:
        forms.append(form("CSV", "csv", "text/csv", lambda: _csv(chart)))
    if not isinstance(drawing, Atlas):
        about = {"source": chart.source, "coverage": chart.coverage, "address": address, "licence": LICENCE}
        named = {"title": chart.title, "description": chart.description, "background": "white", "usermeta": about}

        def vega_lite() -> bytes:
            specification = json.loads(in_colours(edition.draw.vega_lite(drawing), edition.colours))
            return json.dumps(specification | named, ensure_ascii=False).encode("utf-8")

        forms.append(form("Vega-Lite", "vl.json", "application/json", vega_lite))
    return tuple(forms)


def _csv(chart: Chart) -> bytes:
    return as_csv(chart.columns, (dict(zip(chart.columns, row, strict=True)) for row in chart.rows))
