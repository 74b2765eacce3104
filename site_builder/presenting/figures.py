"""Figures: a chart as a page shows it, and as files beside the page for those who want it elsewhere."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.exporting.api import LICENCE
from site_builder.exporting.tables import as_csv
from site_builder.output import Output
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
    than all else on its page.
    """
    drawing = chart.drawing
    if drawing is None:
        return ()
    stem = f"{here}{chart.id}"
    base = edition.site.known_base_url
    address = f"{base}{here}#{chart.id}" if base else edition.site.title
    colours = edition.colours

    def svg() -> str:
        notes = (chart.coverage, f"Källa: {chart.source}", f"{address} · CC0 1.0")
        return poster(chart.title, edition.draw.svg(drawing), notes, colours)

    def vega_lite() -> bytes:
        about = {"source": chart.source, "coverage": chart.coverage, "address": address, "licence": LICENCE}
        specification = json.loads(in_colours(edition.draw.vega_lite(drawing), colours))
        named = {"title": chart.title, "description": chart.description, "background": "white", "usermeta": about}
        return json.dumps(specification | named, ensure_ascii=False).encode("utf-8")

    def csv() -> bytes:
        rows = (dict(zip(chart.columns, row, strict=True)) for row in chart.rows)
        return as_csv(chart.columns, rows)

    forms = [Output(path=f"{stem}.svg", produce=lambda: svg().encode(), title="SVG", media_type="image/svg+xml")]
    if not isinstance(drawing, Timeline):
        forms.append(
            Output(path=f"{stem}.png", produce=lambda: edition.draw.png(svg()), title="PNG", media_type="image/png")
        )
    if chart.data_path is None:
        forms.append(Output(path=f"{stem}.csv", produce=csv, title="CSV", media_type="text/csv"))
    forms.append(Output(path=f"{stem}.vl.json", produce=vega_lite, title="Vega-Lite", media_type="application/json"))
    return tuple(forms)
