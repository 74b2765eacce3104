"""Plots: the shapes a chart may have, each from its data to an Altair chart. Altair is imported only to draw."""

from dataclasses import dataclass
from typing import Any

WIDTH = 350
INK = "currentColor"
GRID = "var(--line)"
FIRST, SECOND = "var(--chart-1)", "var(--chart-2)"
ON_FIRST = "var(--chart-label)"
_BAR_ROW, _DOT_ROW, _HEAT_ROW, _PANEL = 46, 44, 54, 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One horizontal bar a name, its label above and its number at the end."""

    values: tuple[tuple[str, int], ...]

    def plot(self) -> Any:
        import altair

        data = _data([{"name": name, "count": count, "zero": 0} for name, count in self.values])
        order = [name for name, _ in self.values]
        most = max((count for _, count in self.values), default=1)
        base = altair.Chart(data, width=WIDTH, height=_BAR_ROW * len(order)).encode(
            y=altair.Y("name:N", sort=order, axis=None, scale=altair.Scale(paddingInner=0.6, paddingOuter=0.5)),
        )
        length = altair.X("count:Q", axis=None, scale=altair.Scale(domain=[0, most * 1.12]))
        bars = base.mark_bar(color=FIRST).encode(x=length)
        numbers = base.mark_text(align="left", dx=5, fontSize=14, fontWeight="bold", color=INK).encode(
            x=length, text="count:Q"
        )
        names = base.mark_text(align="left", dy=-17, fontSize=14, color=INK).encode(x="zero:Q", text="name:N")
        return bars + numbers + names


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Two stacked series a year: (year, lower, upper)."""

    values: tuple[tuple[int, int, int], ...]
    series: tuple[str, str]

    def plot(self) -> Any:
        import altair

        values: list[dict[str, str | float]] = [
            {"year": str(year), "count": count, "series": name, "order": order}
            for year, *counts in self.values
            for order, (name, count) in enumerate(zip(self.series, counts, strict=True))
        ]
        highest = max((lower + upper for _, lower, upper in self.values), default=1)
        columns = (
            altair.Chart(_data(values), width=WIDTH, height=220)
            .mark_bar(stroke=INK, strokeWidth=0.75)
            .encode(
                x=_years(),
                y=altair.Y(
                    "count:Q",
                    title=None,
                    stack="zero",
                    scale=altair.Scale(domain=[0, highest * 1.1]),
                    axis=altair.Axis(tickCount=4, domain=False, tickSize=0),
                ),
                color=_two_colours(self.series),
                order="order:O",
            )
        )
        lower: list[dict[str, str | float]] = [
            {"year": str(year), "count": count} for year, count, _ in self.values if count > highest / 12
        ]
        numbers = (
            altair.Chart(_data(lower))
            .mark_text(dy=5, fontSize=11, fontWeight="bold", color=ON_FIRST, baseline="top")
            .encode(x="year:O", y="count:Q", text="count:Q")
        )
        return columns + numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """One or two shares, 0–100, a name: a filled circle and a hollow diamond on one line, their numbers above it."""

    values: tuple[tuple[str, tuple[float | None, ...]], ...]
    series: tuple[str, ...]

    def plot(self) -> Any:
        import altair

        values: list[dict[str, str | float]] = [
            {"name": name, "share": share, "series": series}
            for name, shares in self.values
            for series, share in zip(self.series, shares, strict=True)
            if share is not None
        ]
        order = [name for name, _ in self.values]
        base = altair.Chart(_data(values), width=WIDTH, height=_DOT_ROW * len(order)).encode(
            y=altair.Y("name:N", sort=order, axis=None, scale=altair.Scale(paddingInner=0.6, paddingOuter=0.5)),
            x=altair.X(
                "share:Q",
                title=None,
                scale=altair.Scale(domain=[0, 100]),
                axis=altair.Axis(values=[0, 25, 50, 75, 100], labelExpr="datum.label + ' %'", tickSize=0),
            ),
        )
        shape = altair.Shape(
            "series:N", scale=altair.Scale(domain=list(self.series), range=["circle", "diamond"]), legend=_legend(self)
        )
        dots = base.mark_point(size=130, opacity=1, strokeWidth=2, color=FIRST).encode(
            shape=shape,
            fill=altair.Fill(
                "series:N",
                scale=altair.Scale(domain=list(self.series), range=[FIRST, "var(--surface)"]),
                legend=_legend(self),
            ),
        )
        written: list[dict[str, str | float]] = [
            {"name": name, "text": text, "place": place}
            for name, shares in self.values
            for text, place in ((name, 0), (" / ".join(map(_percent, shares)), 100))
        ]
        lines = altair.Chart(_data(written)).encode(y=altair.Y("name:N", sort=order), x="place:Q", text="text:N")
        names = lines.mark_text(align="left", dy=-17, fontSize=14, color=INK).transform_filter("datum.place == 0")
        numbers = lines.mark_text(align="right", dy=-17, fontSize=14, fontWeight="bold", color=INK).transform_filter(
            "datum.place == 100"
        )
        return dots + names + numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A grid of numbers, the larger the darker, each written in its cell."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    columns: tuple[str, ...]

    def plot(self) -> Any:
        import altair

        most = max((count for _, counts in self.rows for count in counts), default=1) or 1
        values: list[dict[str, str | float]] = [
            {"row": name, "column": column, "count": count, "share": count / most, "is_dark": int(count > most * 0.5)}
            for name, counts in self.rows
            for column, count in zip(self.columns, counts, strict=True)
        ]
        order = [name for name, _ in self.rows]
        x = altair.X(
            "column:N",
            sort=list(self.columns),
            title=None,
            axis=altair.Axis(
                orient="top", labelAngle=0, tickSize=0, domain=False, labelExpr="split(datum.label, ' och ')"
            ),
        )
        y = altair.Y("row:N", sort=order, axis=None, scale=altair.Scale(paddingInner=0.5, paddingOuter=0.85))
        base = altair.Chart(_data(values), width=WIDTH, height=_HEAT_ROW * len(order)).encode(x=x, y=y)
        cells = base.mark_rect(stroke=GRID, color=FIRST).encode(
            fillOpacity=altair.FillOpacity("share:Q", scale=altair.Scale(domain=[0, 1], range=[0, 1]), legend=None)
        )
        numbers = base.mark_text(fontSize=14, fontWeight="bold").encode(
            text="count:Q",
            color=altair.condition("datum.is_dark == 1", altair.value(ON_FIRST), altair.value(INK)),
        )
        names = (
            altair.Chart(_data([{"row": name, "column": self.columns[0]} for name in order]))
            .mark_text(align="left", fontSize=14, dy=-22, dx=-WIDTH // (2 * len(self.columns)), color=INK)
            .encode(x=x, y=y, text="row:N")
        )
        return cells + numbers + names


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiples:
    """One small chart of columns a series, above each other over the same years, on one scale."""

    values: tuple[tuple[int, tuple[int, ...]], ...]
    series: tuple[str, ...]

    def plot(self) -> Any:
        import altair

        highest = max((count for _, counts in self.values for count in counts), default=1)
        panels = [
            altair.Chart(
                _data([{"year": str(year), "count": counts[place]} for year, counts in self.values]),
                width=WIDTH,
                height=_PANEL,
                title=altair.TitleParams(name, anchor="start", fontSize=13, color=INK, offset=2, fontWeight="normal"),
            )
            .mark_bar(color=FIRST)
            .encode(
                x=_years(is_shown=place == len(self.series) - 1),
                y=altair.Y(
                    "count:Q",
                    title=None,
                    scale=altair.Scale(domain=[0, highest]),
                    axis=altair.Axis(tickCount=2, domain=False, tickSize=0),
                ),
            )
            for place, name in enumerate(self.series)
        ]
        return altair.vconcat(*panels, spacing=6)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0f} %"


def _data(values: list[dict[str, str | float]]) -> Any:
    import altair

    return altair.Data(values=values)  # type: ignore[no-untyped-call]


def _years(*, is_shown: bool = True) -> Any:
    import altair

    axis = altair.Axis(labelAngle=0, labelOverlap=True, tickSize=0, labelPadding=6, labels=is_shown, domain=is_shown)
    return altair.X("year:O", title=None, axis=axis)


def _two_colours(series: tuple[str, str]) -> Any:
    import altair

    return altair.Color(
        "series:N",
        scale=altair.Scale(domain=list(series), range=[FIRST, SECOND]),
        legend=altair.Legend(title=None, orient="top", direction="horizontal", symbolType="square"),
    )


def _legend(dots: Dots) -> Any:
    """What the two marks mean; one needs no legend."""
    import altair

    if len(dots.series) < 2:
        return None
    return altair.Legend(title=None, orient="top", direction="vertical")
