"""Lanes: where everything on a timeline lies, in pixels from its upper left corner.

A timeline has one lane a partnership, its label above one bar a period. What is known is filled; where nobody states a
bound, dashed lines go on a bit; an arrow at the right edge goes on until further notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap

from site_builder.presenting.plots import FIRST, WIDTH
from site_builder.register.stretches import Ending, Stretch

BAR, LINE, GAP = 14, 18, 12
EDGE = 16  # room on both sides for bounds that nobody states
LETTERS = 41  # as many as fit on a line, also in a wide typeface
TALL = 12  # with more lanes than this the years stand above them too
YEAR_LABEL, DAY_LABEL = 36, 160  # room for `2022`, and for a day
LOOKS = {
    "original": "Ursprunglig period",
    "extension": "Förlängning",
    "renewal": "Förnyelse",
    "possible": "Möjlig tid",
    "unknown": "Okänd början/slut",
    "open": "Tills vidare",
}
FILLS = {"original": FIRST, "extension": "url(#hatched)", "renewal": "url(#dotted)"}

Mark = dict[str, float | str]
Marks = Iterator[tuple[str, Mark]]  # each with the layer it belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A partnership with its stretches of time; at least one."""

    label: str
    stretches: tuple[Stretch, ...]

    @property
    def lines(self) -> list[str]:
        return wrap(self.label, LETTERS)

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + BAR + GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The lanes from above, and the day to draw a line at, with its label."""

    lanes: tuple[Lane, ...]
    on: date
    label: str

    @property
    def looks(self) -> tuple[str, ...]:
        """What of LOOKS the legend explains; a single one needs no legend."""
        found = {look for lane in self.lanes for stretch in lane.stretches for look in _looks(stretch)}
        return tuple(look for look in LOOKS if look in found) if len(found) > 1 else ()

    @property
    def top(self) -> int:
        """Where the first lane begins."""
        return (len(self.looks) + 1) // 2 * (LINE + 4) + LINE * (3 if len(self.lanes) > TALL else 2)

    @property
    def height(self) -> int:
        return self.top + sum(lane.height for lane in self.lanes) + LINE


@dataclass(frozen=True, slots=True)
class Years:
    """The years a timeline shows, and where their days lie from left to right."""

    first: int
    last: int

    @property
    def width(self) -> float:
        return (WIDTH - 2 * EDGE) / (self.last + 1 - self.first)

    @property
    def labelled(self) -> range:
        """As many years as have room for a label."""
        step = next(step for step in (1, 2, 5, 10, 20, 50) if step * self.width >= YEAR_LABEL)
        return range(-(-self.first // step) * step, self.last + 1, step)

    def x(self, day: date) -> float:
        """The day's left edge."""
        begins = date(day.year, 1, 1)
        part = (day - begins).days / (date(day.year + 1, 1, 1) - begins).days
        return round(EDGE + (day.year - self.first + part) * self.width, 1)


def years(timeline: Timeline) -> Years:
    """From the first known day to the last, the edition's day among them; four years at least."""
    stretches = [stretch for lane in timeline.lanes for stretch in lane.stretches]
    last = max(timeline.on, *(stretch.end for stretch in stretches)).year
    return Years(min(last - 3, timeline.on.year, *(stretch.start.year for stretch in stretches)), last)


def marks(timeline: Timeline) -> Marks:
    """Everything to draw."""
    shown, bottom = years(timeline), timeline.height - LINE
    yield from _legend(timeline.looks)
    yield from _scale(shown, timeline.top, bottom, is_tall=len(timeline.lanes) > TALL)
    x = shown.x(timeline.on)
    yield "line", {"x": x, "x2": x, "y": timeline.top - LINE, "y2": bottom}
    inside = min(max(x, DAY_LABEL / 2), WIDTH - DAY_LABEL / 2)
    yield "centred", {"x": inside, "y": timeline.top - LINE - 4, "text": timeline.label}
    y = timeline.top
    for lane in timeline.lanes:
        yield from _lane(lane, y, shown)
        y += lane.height


def _legend(looks: tuple[str, ...]) -> Marks:
    """Two columns of samples with their names."""
    for index, look in enumerate(looks):
        x, y = index % 2 * WIDTH / 2, index // 2 * (LINE + 4)
        yield from _drawn(look, x, x + BAR + 4, y)
        yield "labels", {"x": x + BAR + 10, "y": y + BAR - 2, "text": LOOKS[look]}


def _scale(shown: Years, top: float, bottom: float, *, is_tall: bool) -> Marks:
    """A line where a year begins, and the year's number in the middle of it."""
    for year in range(shown.first, shown.last + 2):
        x = shown.x(date(year, 1, 1))
        yield "grid", {"x": x, "x2": x, "y": top - LINE, "y2": bottom}
    for year in shown.labelled:
        middle = shown.x(date(year, 7, 2))
        for y in (bottom + LINE - 3, *((top - 2 * LINE - 4,) if is_tall else ())):
            yield "centred", {"x": middle, "y": y, "text": str(year)}


def _lane(lane: Lane, top: float, shown: Years) -> Marks:
    for number, line in enumerate(lane.lines, start=1):
        yield "labels", {"x": 0, "y": top + LINE * number - 5, "text": line}
    for stretch in lane.stretches:
        yield from _bar(stretch, top + LINE * len(lane.lines), shown)


def _bar(stretch: Stretch, y: float, shown: Years) -> Marks:
    """The stretch, and beyond its bounds what is not stated."""
    left, right = shown.x(stretch.start), shown.x(stretch.end + timedelta(days=1))
    right = WIDTH - EDGE if stretch.ending is Ending.OPEN else max(right, left + 2)
    body, *_ = _looks(stretch)
    yield from _drawn(body, left, right, y)
    if not stretch.is_start_stated:
        yield from _drawn("unknown", left - EDGE, left, y)
    if stretch.ending is not Ending.STATED:
        yield from _drawn(stretch.ending.value, right, right + EDGE, y)


def _looks(stretch: Stretch) -> Iterator[str]:
    """What of LOOKS the stretch has: that of the bar itself comes first."""
    yield stretch.kind.value if stretch.is_certain else "possible"
    if not stretch.is_start_stated:
        yield "unknown"
    if stretch.ending is not Ending.STATED:
        yield stretch.ending.value


def _drawn(look: str, left: float, right: float, y: float) -> Marks:
    """One sample of the look."""
    if look in FILLS:
        yield "bars", {"x": left, "x2": right, "y": y, "y2": y + BAR, "fill": FILLS[look]}
    elif look == "open":
        yield "arrows", {"x": left + BAR / 2, "y": y + BAR / 2}
    else:
        for edge in (y, y + BAR):
            yield "dashes", {"x": left, "x2": right, "y": edge, "y2": edge}
        for x in (left, right) if look == "possible" else ():
            yield "dashes", {"x": x, "x2": x, "y": y, "y2": y + BAR}
