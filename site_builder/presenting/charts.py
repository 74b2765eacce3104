"""Charts: what is drawn, with everything a reader needs beside it.

A chart cannot be made without a title, a description, its data as a table, a source and a note on what is left out.
"""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from site_builder.presenting.drawing import Bars, Columns, drawn
from site_builder.presenting.words import day, number
from site_builder.register.register import Register
from site_builder.register.statistics import active_by_year_end, agreements_by_area

Cell = str | int
UNCLASSIFIED = "Inte klassat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One figure: `columns` and `rows` are its data table; `drawing` what Altair draws of them."""

    id: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    coverage: str
    drawing: Bars | Columns

    @property
    def svg(self) -> Markup:
        """The figure as inline SVG in the colours of the page."""
        return Markup(drawn(self.drawing, self.id, self.description))  # noqa: S704 - drawn from numbers, names escaped


def _source(register: Register, on: date) -> str:
    return f"IOP-registret, {number(len(register.agreements))} partnerskap, per {day(on)}."


def area_chart(register: Register, on: date) -> Chart:
    """Partnerships by overriding area."""
    counts = agreements_by_area(register, on)
    rows = tuple((row.term.sv if row.term else UNCLASSIFIED, row.agreements, row.active) for row in counts)
    most, least = rows[0], min(rows, key=lambda row: row[1])
    return Chart(
        id="insatsomraden",
        title="Partnerskap efter insatsområde",
        description=(
            f"Liggande staplar. Vanligast är {most[0]} med {most[1]} partnerskap; minst vanligt är "
            f"{least[0]} med {least[1]}."
        ),
        columns=("Insatsområde", "Antal", "Pågår"),
        rows=rows,
        source=_source(register, on),
        coverage=(
            "Varje partnerskap räknas en gång, efter sitt övergripande insatsområde. Klassningen är till stor del "
            "registrets bedömning; skälet står på varje partnerskaps sida."
        ),
        drawing=Bars(values=tuple((str(name), count) for name, count, _ in rows)),
    )


def year_end_chart(register: Register, on: date) -> Chart:
    """Active partnerships at each year-end, with those nobody has confirmed or denied on top."""
    counts = active_by_year_end(register, on)
    rows = tuple((row.year, row.active, row.not_stated) for row in counts)
    peak = max(counts, key=lambda row: row.active, default=None)
    return Chart(
        id="arsskiften",
        title="Pågående partnerskap vid varje årsskifte",
        description=(
            f"Staplar för varje år. Flest kända pågående partnerskap är {peak.active}, vid slutet av {peak.year}. "
            "De ljusa delarna visar partnerskap som har löpt ut utan besked eller vars slut är okänt."
            if peak
            else "Inga partnerskap med känd start."
        ),
        columns=("31 december", "Pågående", "Löpt ut eller okänt"),
        rows=rows,
        source=_source(register, on),
        coverage=(
            "Diagrammet visar vad källorna känner till, inte hur IOP har utvecklats i landet. Nästan hälften av "
            "uppgifterna kommer från en rapport från våren 2023, och partnerskap som började eller slutade före och "
            "efter den är kända mer av en slump. Partnerskap utan känd tid saknas i diagrammet. "
            "Ett partnerskap som löpt ut kan ha förlängts utan att registret vet det."
        ),
        drawing=Columns(values=rows, series=("Pågående", "Löpt ut eller okänt")),
    )
