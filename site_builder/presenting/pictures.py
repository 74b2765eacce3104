"""Pictures: a chart's drawing in the forms that leave the house, by whichever module draws its kind."""

import json
from functools import lru_cache
from typing import Any, Protocol

from site_builder.presenting import atlas, timeline
from site_builder.presenting import drawing as figures
from site_builder.presenting.atlas import Atlas
from site_builder.presenting.drawing import Plot
from site_builder.presenting.lanes import Timeline

Specified = Plot | Timeline
Drawing = Specified | Atlas
PIXELS = 2  # of a PNG to one of the drawing


class Draw(Protocol):
    """What makes pictures: Vega, or what remembers its answers."""

    def svg(self, drawing: Drawing) -> str:
        """The drawing, the same whatever page it is for."""

    def vega_lite(self, drawing: Specified) -> str:
        """The drawing's specification with its data, as JSON."""

    def png(self, svg: str) -> bytes:
        """Any SVG as an image."""


class Vega:
    """Draws anew at every call, except that a plot is made once for both its forms."""

    def svg(self, drawing: Drawing) -> str:
        if isinstance(drawing, Atlas):
            return atlas.svg(drawing)
        return timeline.svg(drawing) if isinstance(drawing, Timeline) else figures.svg(_plotted(drawing))

    def vega_lite(self, drawing: Specified) -> str:
        wanted = timeline.without_patterns(drawing) if isinstance(drawing, Timeline) else _plotted(drawing)
        return json.dumps(wanted, ensure_ascii=False)

    def png(self, svg: str) -> bytes:
        import vl_convert

        return vl_convert.svg_to_png(svg, scale=PIXELS)


@lru_cache(maxsize=1)
def _plotted(plot: Plot) -> dict[str, Any]:
    """The plot's specification, which its SVG and its Vega-Lite have in common."""
    return figures.styled(plot.plot())
