"""Charts: a statistic or a timeline with everything a reader needs beside its picture.

A chart cannot be made without a title, a description, its data as a table, a source and a note on what is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from site_builder.exporting.statistics import table_path
from site_builder.presenting import words
from site_builder.presenting.drawing import Plot
from site_builder.presenting.lanes import Lane, Timeline
from site_builder.presenting.pictures import Drawing
from site_builder.presenting.plots import Bars, Columns, Dots, Heat, Multiples
from site_builder.presenting.rows import Row
from site_builder.presenting.words import cell, day, number
from site_builder.register.agreement import Period
from site_builder.register.register import Agreements, Register
from site_builder.register.statistics import Table, development
from site_builder.register.status import Status
from site_builder.register.stretches import stretches

LONGEST = 12  # bars in a chart of the largest; the table has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One figure: `columns` and `rows` are its data table in words; `drawing` what is drawn, if anything.

    The columns after the first hold numbers, or with `folds_data` what the page tells in words already. A table of
    the statistics page has its file at `data_path`.
    """

    id: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    coverage: str
    drawing: Drawing | None
    definition: str = ""
    data_path: str | None = None
    folds_data: bool = False


def chart(table: Table, register: Register, on: date) -> Chart:
    """The statistic as a chart, in the shape that suits it."""
    shown = [place for place, column in enumerate(table.columns) if column.title != "Id"]
    plot = _PLOTS.get(table.id)
    drawing = plot(table) if plot and table.rows else None
    return Chart(
        id=table.id,
        title=table.title,
        description=f"{table.title}. {_said(table)}",
        columns=tuple(table.columns[place].title for place in shown),
        rows=tuple(tuple(cell(row[place], table.columns[place].unit) for place in shown) for row in table.rows),
        source=f"IOP-registret, {number(len(register.agreements))} partnerskap, per {day(on)}.",
        definition=table.definition,
        coverage=f"Räknat på: {words.lower_first(table.base)} Utelämnat: {words.lower_first(table.left_out)}",
        data_path=table_path(table.id),
        drawing=drawing,
    )


def trend_chart(register: Register, agreements: Agreements, on: date, *, where: str) -> Chart | None:
    """The given partnerships at every year-end; None where no year-end has any of them."""
    part = replace(register, agreements=agreements)
    table = development.year_ends(part, on)
    if not any(active or other for _, active, other in table.rows):
        return None
    named = replace(table, title=f"{table.title}: {where}")
    return replace(chart(named, part, on), id="utveckling", data_path=None)


def timeline_chart(
    rows: tuple[Row, ...], on: date, *, where: str, chart_id: str = "tidslinje", names_body: bool = False
) -> Chart | None:
    """The periods of the partnerships, the earliest first; None where nobody states a bound of any."""
    found = [(row, stretches(row.agreement)) for row in rows]
    timed = sorted((each for each in found if each[1]), key=lambda each: (each[1][0].start, each[0].agreement.id))
    if not timed:
        return None
    names = [f"{row.body.name}: {row.agreement.title}" if names_body else row.agreement.title for row, _ in timed]
    return Chart(
        id=chart_id,
        title=f"Tidslinje: {where}",
        description=_timeline_description(tuple(row for row, _ in timed), timed[0][1][0].start.year, on),
        columns=("Partnerskap", "Avtalsperiod", "Start", "Slut"),
        rows=tuple(
            (name, *_period_cells(period))
            for name, (row, _) in zip(names, timed, strict=True)
            for period in row.agreement.periods
        ),
        source=f"IOP-registret, {number(len(timed))} partnerskap, per {day(on)}.",
        coverage=_timeline_coverage(len(rows) - len(timed)),
        drawing=Timeline(
            lanes=tuple(Lane(label=name, stretches=each) for name, (_, each) in zip(names, timed, strict=True)),
            on=on,
            label=f"per {day(on)}",
        ),
        folds_data=True,
    )


def _timeline_description(timed: tuple[Row, ...], first: int, on: date) -> str:
    """What the picture shows, for those who do not see it."""
    if len(timed) == 1:
        return (
            f"En stapel för var och en av partnerskapets avtalsperioder, den första från {first}. Ett lodrätt streck "
            f"visar {day(on)}; statusen är då: {words.lower_first(timed[0].status_words)}."
        )
    active = sum(row.status is Status.ACTIVE for row in timed)
    return (
        f"En rad för vart och ett av {len(timed)} partnerskap, med en stapel för varje avtalsperiod. Det tidigaste "
        f"började {first}. Ett lodrätt streck visar {day(on)}; {active} pågår då."
    )


def _period_cells(period: Period) -> tuple[str, str, str]:
    end = words.UNTIL_FURTHER_NOTICE if period.open_ended else words.NOT_KNOWN
    return (
        words.PERIOD[period.kind],
        period.start.text if period.start else words.NOT_KNOWN,
        period.end.text if period.end else end,
    )


def _timeline_coverage(untimed: int) -> str:
    """How many partnerships the timeline leaves out, and what it takes for granted."""
    missing = f"{words.counted(untimed, 'partnerskap', 'partnerskap')} utan känd tid är inte med. " if untimed else ""
    return (
        f"{missing}Där ingen källa anger början eller slut går stapeln till den första eller sista dag som en källa "
        "bekräftar. En förlängning utan känd start börjar där perioden före slutar."
    )


def _said(table: Table) -> str:
    """What the picture shows first, for those who do not see it."""
    places = [place for place, column in enumerate(table.columns) if column.unit in ("count", "percent")]
    if not table.rows or not places:
        return "Inga uppgifter."
    most = max(table.rows, key=lambda row: float(row[places[0]] or 0))
    heading = table.columns[places[0]].title.lower()
    value = cell(most[places[0]], table.columns[places[0]].unit)
    return f"Störst är {most[0]}, {heading} {value}. Alla tal står i tabellen."


def _bars(name: str) -> Callable[[Table], Bars]:
    def plot(table: Table) -> Bars:
        pairs = zip(table.column(table.columns[0].name), table.column(name), strict=True)
        return Bars(values=tuple((str(label), int(value or 0)) for label, value in pairs)[:LONGEST])

    return plot


def _dots(*names: str) -> Callable[[Table], Dots]:
    def plot(table: Table) -> Dots:
        titles = {column.name: column.title for column in table.columns}
        shares = zip(*(table.column(name) for name in names), strict=True)
        labels = table.column(table.columns[0].name)
        return Dots(
            values=tuple(
                (str(label), tuple(None if share is None else float(share) for share in row))
                for label, row in zip(labels, shares, strict=True)
            ),
            series=tuple(titles[name] for name in names),
        )

    return plot


def _multiples(table: Table) -> Multiples:
    return Multiples(
        values=tuple((int(row[0] or 0), tuple(int(value or 0) for value in row[1:])) for row in table.rows),
        series=tuple(column.title for column in table.columns[1:]),
    )


def _columns(table: Table) -> Columns:
    return Columns(
        values=tuple((int(row[0] or 0), int(row[1] or 0), int(row[2] or 0)) for row in table.rows),
        series=(table.columns[1].title, table.columns[2].title),
    )


def _heat(table: Table) -> Heat:
    return Heat(
        rows=tuple((str(row[0]), tuple(int(value or 0) for value in row[2:])) for row in table.rows),
        columns=tuple(column.title for column in table.columns[2:]),
    )


_PLOTS: Mapping[str, Callable[[Table], Plot]] = {
    "arsskiften": _columns,
    "borjade-slutade": _multiples,
    "minst-ett": _dots("share_ever", "share_active"),
    "flest-kommuner": _bars("agreements"),
    "flest-regioner": _bars("agreements"),
    "kommungrupper": _dots("share"),
    "flest-organisationer": _bars("agreements"),
    "flest-rorelser": _bars("agreements"),
    "antal-parter": _bars("agreements"),
    "insatsomraden": _bars("agreements"),
    "insatsomraden-kommun-region": _dots("share_municipalities", "share_regions"),
    "malgrupper-omraden": _heat,
    "insatsomraden-over-tid": _multiples,
    "langd": _bars("agreements"),
    "langd-insatsomraden": _dots("share_under_2", "share_short_extended"),
    "langd-malgrupper": _dots("share_under_2", "share_short_extended"),
    "kanda-uppgifter": _dots("share"),
    "senaste-besked": _bars("agreements"),
}
