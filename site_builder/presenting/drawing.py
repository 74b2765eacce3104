"""Drawing: chart data → SVG by Altair. The only module that imports charting code, and only when it draws.

Colours are the page's own custom properties, so one drawing serves light, dark and print. Drawings are cached by
their data: under `serve` a chart whose numbers did not change is not drawn again.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

WIDTH = 350
ROW = 46
INK = "currentColor"
QUIET = "var(--line)"
FIRST, SECOND = "var(--chart-1)", "var(--chart-2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One horizontal bar a name, its label above and its number at the end."""

    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Two stacked series a year: (year, lower, upper)."""

    values: tuple[tuple[int, int, int], ...]
    series: tuple[str, str]


Drawing = Bars | Columns


@lru_cache(maxsize=256)
def drawn(drawing: Drawing, chart_id: str, description: str) -> str:
    """The drawing as an `<svg>` element that scales to its container and has the description as its name."""
    import vl_convert

    chart = _bars(drawing) if isinstance(drawing, Bars) else _columns(drawing)
    return _embeddable(vl_convert.vegalite_to_svg(_styled(chart)), chart_id, description)


def _bars(drawing: Bars) -> Any:
    import altair

    data = _data([{"name": name, "count": count, "zero": 0} for name, count in drawing.values])
    order = [name for name, _ in drawing.values]
    most = max((count for _, count in drawing.values), default=1)
    base = altair.Chart(data, width=WIDTH, height=ROW * len(order)).encode(
        y=altair.Y("name:N", sort=order, axis=None, scale=altair.Scale(paddingInner=0.6, paddingOuter=0.5)),
    )
    length = altair.X("count:Q", axis=None, scale=altair.Scale(domain=[0, most * 1.12]))
    bars = base.mark_bar(color=FIRST).encode(x=length)
    numbers = base.mark_text(align="left", dx=5, fontSize=14, fontWeight="bold", color=INK).encode(
        x=length, text="count:Q"
    )
    names = base.mark_text(align="left", dy=-17, fontSize=14, color=INK).encode(x="zero:Q", text="name:N")
    return bars + numbers + names


def _columns(drawing: Columns) -> Any:
    import altair

    values: list[dict[str, str | int]] = [
        {"year": str(year), "count": count, "series": name, "order": order}
        for year, *counts in drawing.values
        for order, (name, count) in enumerate(zip(drawing.series, counts, strict=True))
    ]
    highest = max((lower + upper for _, lower, upper in drawing.values), default=1)
    base = altair.Chart(_data(values), width=WIDTH, height=220).encode(
        x=altair.X("year:O", title=None, axis=altair.Axis(labelAngle=0, labelOverlap=True, tickSize=0, labelPadding=6)),
    )
    color = altair.Color(
        "series:N",
        scale=altair.Scale(domain=list(drawing.series), range=[FIRST, SECOND]),
        legend=altair.Legend(title=None, orient="top", direction="horizontal", symbolType="square"),
    )
    columns = base.mark_bar(stroke=INK, strokeWidth=0.75).encode(
        y=altair.Y(
            "count:Q",
            title=None,
            stack="zero",
            scale=altair.Scale(domain=[0, highest * 1.1]),
            axis=altair.Axis(tickCount=4, domain=False, tickSize=0),
        ),
        color=color,
        order="order:O",
    )
    lower: list[dict[str, str | int]] = [
        {"year": str(year), "count": count} for year, count, _ in drawing.values if count > highest / 12
    ]
    numbers = (
        altair.Chart(_data(lower))
        .mark_text(dy=5, fontSize=13, fontWeight="bold", color="var(--chart-label)", baseline="top")
        .encode(x="year:O", y="count:Q", text="count:Q")
    )
    return columns + numbers


def _data(values: list[dict[str, str | int]]) -> Any:
    import altair

    return altair.Data(values=values)  # type: ignore[no-untyped-call]


def _styled(chart: Any) -> dict[str, Any]:
    """The Vega-Lite specification in the site's one chart style."""
    styled = (
        chart.configure(aria=False, background="transparent", font="system-ui, sans-serif", padding=4)
        .configure_axis(
            labelColor=INK, titleColor=INK, domainColor=INK, tickColor=INK, gridColor=QUIET, labelFontSize=13
        )
        .configure_legend(labelColor=INK, labelFontSize=13, symbolSize=140, labelLimit=250)
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = styled.to_dict()
    return specification


def _embeddable(svg: str, chart_id: str, description: str) -> str:
    """The SVG without fixed size or inner roles, and with ids of its own: the same bytes in every build."""
    svg = re.sub(r' (?:role|aria-[a-z]+|class)="[^"]*"', "", svg)
    names = {name: f"{chart_id}-{index}" for index, name in enumerate(dict.fromkeys(re.findall(r' id="([^"]+)"', svg)))}
    for old, new in names.items():
        svg = svg.replace(f'id="{old}"', f'id="{new}"').replace(f"url(#{old})", f"url(#{new})")
    opening, _, rest = svg.partition(">")
    box = re.search(r'viewBox="[^"]+"', opening)
    assert box is not None
    name = escape(description, quote=True)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box[0]} class="chart" role="img" aria-label="{name}">{rest}'
