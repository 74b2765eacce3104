"""Timeline: lanes → SVG by Altair.

A site has hundreds of these, so what takes Altair and Vega long is done once or not at all. One specification serves
all timelines: only the data differ. And Vega, which measures every letter of a text, gets a dot for each: nothing here
depends on how wide a text is. The texts take the dots' places afterwards.
"""

import json
from functools import lru_cache
from html import escape
from typing import Any

from site_builder.presenting.drawing import styled
from site_builder.presenting.lanes import Mark, Timeline, marks
from site_builder.presenting.plots import FIRST, GRID, INK, SECOND, WIDTH

DOT = "·"
TEXTS = ("labels", "centred")  # the layers with texts, in the order they are drawn
PLAIN = {"url(#hatched)": "var(--map-2)", "url(#dotted)": SECOND}  # for who draws it without the patterns
PATTERNS = (
    '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="{SECOND}"/><rect width="2.5" height="6" fill="{FIRST}"/></pattern>'
    '<pattern id="dotted" width="6" height="7" patternUnits="userSpaceOnUse">'
    f'<rect width="6" height="7" fill="{SECOND}"/><circle cx="3" cy="3.5" r="1.7" fill="{FIRST}"/></pattern></defs>'
)


def svg(timeline: Timeline) -> str:
    """The timeline as Vega draws it, with its texts and patterns put in."""
    import vl_convert

    wanted = specification(timeline)
    texts = []
    for mark in (mark for layer in TEXTS for mark in wanted["datasets"][layer]):
        texts.append(escape(mark["text"]))
        mark["text"] = DOT
    first, *parts = vl_convert.vegalite_to_svg(wanted).split(f">{DOT}<")
    whole = first + "".join(f">{text}<{part}" for text, part in zip(texts, parts, strict=True))
    return whole.replace(">", f">{PATTERNS}", 1)


def specification(timeline: Timeline) -> dict[str, Any]:
    """The timeline in Vega-Lite."""
    shared = json.loads(_shared())
    layers: dict[str, list[Mark]] = {layer["data"]["name"]: [] for layer in shared["layer"]}
    for layer, mark in marks(timeline):
        layers[layer].append(mark)
    return {**shared, "height": timeline.height, "datasets": layers}


def without_patterns(timeline: Timeline) -> dict[str, Any]:
    """The timeline in Vega-Lite alone, with a shade instead of each pattern."""
    wanted = specification(timeline)
    for mark in wanted["datasets"]["bars"]:
        mark["fill"] = PLAIN.get(mark["fill"], mark["fill"])
    return wanted


@lru_cache(maxsize=1)
def _shared() -> str:
    """What all timelines have in common, as JSON: layers of marks, from the back to the front."""
    import altair

    def layer(name: str) -> Any:
        x, y = altair.X("x:Q", scale=None), altair.Y("y:Q", scale=None)
        return altair.Chart(altair.NamedData(name=name)).encode(x=x, y=y)

    ends = {"x2": "x2", "y2": "y2"}
    style = {"fill": INK, "baseline": "alphabetic"}
    chart = altair.layer(
        layer("grid").mark_rule(stroke=GRID).encode(**ends),
        layer("bars").mark_rect(stroke=INK, strokeWidth=0.75).encode(fill=altair.Fill("fill:N", scale=None), **ends),
        layer("dashes").mark_rule(stroke=INK, strokeDash=[3, 2]).encode(**ends),
        layer("arrows").mark_point(shape="triangle-right", fill=INK, opacity=1, strokeWidth=0, size=110),
        layer("line").mark_rule(stroke=INK, strokeWidth=1.5).encode(**ends),
        layer("labels").mark_text(align="left", fontSize=14, **style).encode(text="text:N"),
        layer("centred").mark_text(align="center", fontSize=13, **style).encode(text="text:N"),
        width=WIDTH,
    )
    return json.dumps(styled(chart))
