"""Drawing: a plot → SVG by Altair and Vega, in the site's one chart style.

Colours are the page's own custom properties, so one drawing serves light, dark and print.
"""

import re
from html import escape
from typing import Any

from site_builder.presenting.plots import GRID, INK, Bars, Columns, Dots, Heat, Multiples

Plot = Bars | Columns | Dots | Heat | Multiples


def svg(specification: dict[str, Any]) -> str:
    """The specification as Vega draws it."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(specification))


def styled(chart: Any) -> dict[str, Any]:
    """The Vega-Lite specification in the site's one chart style."""
    configured = (
        chart.configure(aria=False, background="transparent", font="system-ui, sans-serif", padding=4)
        .configure_axis(
            labelColor=INK, titleColor=INK, domainColor=INK, tickColor=INK, gridColor=GRID, labelFontSize=13
        )
        .configure_legend(labelColor=INK, labelFontSize=13, symbolSize=140, labelLimit=250)
        .configure_header(labelColor=INK, labelFontSize=14, labelFontWeight="bold")
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = configured.to_dict()
    return specification


def embeddable(svg: str, chart_id: str, description: str) -> str:
    """The SVG as an element that scales to its container and has the description as its name.

    It has no fixed size or inner roles, and ids of its own: the same bytes in every build.
    """
    svg = re.sub(r' (?:role|aria-[a-z]+|class)="[^"]*"', "", svg)
    names = {name: f"{chart_id}-{index}" for index, name in enumerate(dict.fromkeys(re.findall(r' id="([^"]+)"', svg)))}
    for old, new in names.items():
        svg = svg.replace(f'id="{old}"', f'id="{new}"').replace(f"url(#{old})", f"url(#{new})")
    opening, _, rest = svg.partition(">")
    box = re.search(r'viewBox="[^"]+"', opening)
    assert box is not None
    name = escape(description, quote=True)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box[0]} class="chart" role="img" aria-label="{name}">{rest}'
