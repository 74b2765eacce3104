"""Pictures: a chart's drawing → SVG, by whichever module draws its kind."""

from collections.abc import Callable

from site_builder.presenting import drawing as figures
from site_builder.presenting import timeline
from site_builder.presenting.drawing import Plot
from site_builder.presenting.lanes import Timeline

Drawing = Plot | Timeline
Draw = Callable[[Drawing], str]  # `svg`, or what remembers its answers


def svg(drawing: Drawing) -> str:
    """The drawing as Vega draws it, the same whatever page it is for."""
    return timeline.svg(drawing) if isinstance(drawing, Timeline) else figures.svg(drawing)
