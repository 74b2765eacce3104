"""Information: what is known of money, how complete the records are, and how old the latest word is."""

from collections import Counter
from datetime import date

from site_builder.register.agreement import Funding
from site_builder.register.directory import Body, Organisation
from site_builder.register.quality import missing_counts
from site_builder.register.register import Register
from site_builder.register.statistics.spread import kind_of
from site_builder.register.statistics.table import Cell, Column, Table, count, percent, share, text
from site_builder.register.status import standing

_PAYERS = ("Kommun", "Region", "Annat organ", "Idéburen organisation", "Annan eller okänd")


def _payer_kind(register: Register, funding: Funding) -> str:
    match register.payer(funding.payer):
        case Body() as body:
            return kind_of(body)
        case Organisation():
            return "Idéburen organisation"
    return "Annan eller okänd"


def money(register: Register, on: date) -> Table:
    lines = [(_payer_kind(register, each), each) for one in register.agreements for each in one.funding]
    known = sum(bool(agreement.funding) for agreement in register.agreements)

    def row(kind: str) -> tuple[Cell, ...]:
        these = [funding for payer, funding in lines if payer == kind]
        amounts = [funding for funding in these if funding.amount]
        sums = [sum(each.amount or 0 for each in amounts if each.per == per) for per in ("year", "total")]
        return kind, len(these), len(amounts), *sums

    return Table(
        id="pengar",
        title="Vad som är känt om pengar",
        definition=(
            "Bidrag som en källa anger, efter vem som betalar. Belopp per år och för hela perioden läggs inte ihop, "
            "eftersom de inte är jämförbara. Belopp som källan anger som ett tak räknas med sitt tak."
        ),
        base=f"{known} av {len(register.agreements)} partnerskap, där någon finansiering är känd.",
        left_out="Partnerskap utan känd finansiering, och bidrag utan belopp. Summan säger inget om alla partnerskap.",
        columns=(
            text("payer_kind", "Betalare"), count("contributions", "Bidrag"), count("with_amount", "Med belopp"),
            Column(name="sum_per_year", title="Summa per år", unit="kronor"),
            Column(name="sum_total", title="Summa för hela perioder", unit="kronor"),
        ),
        rows=tuple(map(row, _PAYERS)),
    )  # fmt: skip


def age(register: Register, on: date) -> Table:
    latest = [standing(agreement, on).latest_statement for agreement in register.agreements]
    years = Counter(statement.last.year for statement in latest if statement)
    total = len(latest)
    shown = range(min(years, default=on.year), on.year + 1)
    undated = sum(statement is None for statement in latest)
    rows: list[tuple[Cell, ...]] = [(str(year), years[year], share(years[year], total)) for year in shown]
    return Table(
        id="senaste-besked",
        title="Hur gammalt det senaste beskedet är",
        definition="Året för den senaste källan som säger om partnerskapet är planerat, pågår eller är över.",
        base=f"Alla {total} partnerskap.",
        left_out="Inget: de utan daterat besked har en egen rad.",
        columns=(text("year", "År"), count("agreements", "Partnerskap"), percent("share", "Andel")),
        rows=(*rows, ("Inget daterat besked", undated, share(undated, total))),
    )


def completeness(register: Register, on: date) -> Table:
    total = len(register.agreements)
    return Table(
        id="kanda-uppgifter",
        title="Vilka uppgifter som är kända",
        definition="Andelen partnerskap för vilka registret har uppgiften.",
        base=f"Alla {total} partnerskap.",
        left_out="Inget.",
        columns=(text("information", "Uppgift"), count("known", "Känd i"), percent("share", "Andel")),
        rows=tuple(
            (wanted.label, total - lacking, share(total - lacking, total))
            for wanted, lacking in missing_counts(register.agreements)
        ),
    )
