"""Areas: what the partnerships are for and for whom, by kind of body and over time."""

from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.counts import active_count
from site_builder.register.register import Register
from site_builder.register.statistics.development import years_shown
from site_builder.register.statistics.spread import kind_of
from site_builder.register.statistics.table import Cell, Column, Table, count, most_first, percent, share, text
from site_builder.register.status import Status, status

_JUDGED = "Klassningen är till stor del registrets bedömning; skälet står på varje partnerskaps sida."


def _unclassified(register: Register) -> str:
    return f"{len(register.of_area(None))} partnerskap som inte är klassade."


def by_area(register: Register, on: date) -> Table:
    classified = sum(bool(agreement.area) for agreement in register.agreements)

    def row(area: str) -> tuple[Cell, ...]:
        known = register.of_area(area)
        return register.areas[area].sv, area, len(known), share(len(known), classified), active_count(known, on)

    return Table(
        id="insatsomraden",
        title="Partnerskap efter insatsområde",
        definition=f"Varje partnerskap räknas en gång, efter sitt övergripande insatsområde. {_JUDGED}",
        base=f"De {classified} klassade partnerskapen.",
        left_out=_unclassified(register),
        columns=(
            text("area_name", "Insatsområde"), text("area", "Id"), count("agreements", "Antal"),
            percent("share", "Andel"), count("active", "Pågår"),
        ),
        rows=most_first(map(row, register.areas), by=2),
    )  # fmt: skip


def by_area_and_kind(register: Register, on: date) -> Table:
    kinds = ("Kommun", "Region")
    of_kind = {
        kind: [one for one in register.agreements if one.area and _kind(register, one) == kind] for kind in kinds
    }

    def row(area: str) -> tuple[Cell, ...]:
        counts = [sum(one.area == area for one in of_kind[kind]) for kind in kinds]
        shares = [share(number, len(of_kind[kind])) for number, kind in zip(counts, kinds, strict=True)]
        return register.areas[area].sv, area, counts[0], shares[0], counts[1], shares[1]

    return Table(
        id="insatsomraden-kommun-region",
        title="Insatsområden i kommuner och regioner",
        definition="Partnerskapen efter område, för dem som leds av en kommun respektive en region.",
        base=f"{len(of_kind['Kommun'])} klassade partnerskap i kommuner och {len(of_kind['Region'])} i regioner.",
        left_out=f"{_unclassified(register)} Partnerskap som leds av andra organ.",
        columns=(
            text("area_name", "Insatsområde"), text("area", "Id"), count("municipalities", "Kommuner"),
            percent("share_municipalities", "Andel i kommuner"), count("regions", "Regioner"),
            percent("share_regions", "Andel i regioner"),
        ),
        rows=tuple(map(row, register.areas)),
    )  # fmt: skip


def _kind(register: Register, agreement: Agreement) -> str:
    return kind_of(register.bodies[agreement.leading_body])


def by_target_group_and_area(register: Register, on: date) -> Table:
    groups = tuple(register.target_groups.values())
    both = [one for one in register.agreements if one.area and one.target_group]

    def row(area: str) -> tuple[Cell, ...]:
        cells = (sum(one.area == area and one.target_group == group.id for one in both) for group in groups)
        return register.areas[area].sv, area, *cells

    return Table(
        id="malgrupper-omraden",
        title="Målgrupper och insatsområden",
        definition=f"Partnerskapen efter målgrupp och övergripande insatsområde. {_JUDGED}",
        base=f"De {len(both)} partnerskap som har både område och målgrupp.",
        left_out=f"{len(register.agreements) - len(both)} partnerskap som saknar område eller målgrupp.",
        columns=(
            text("area_name", "Insatsområde"), text("area", "Id"),
            *(count(group.id.replace("-", "_"), group.sv) for group in groups),
        ),
        rows=tuple(map(row, register.areas)),
    )  # fmt: skip


def areas_over_time(register: Register, on: date) -> Table:
    years = years_shown(register, on)
    running = {
        year: [one.area for one in register.agreements if status(one, date(year, 12, 31)) is Status.ACTIVE]
        for year in years
    }
    return Table(
        id="insatsomraden-over-tid",
        title="Insatsområden över tid",
        definition="Pågående partnerskap den 31 december varje år, efter övergripande insatsområde.",
        base="Partnerskap som enligt perioder och källor pågick den dagen.",
        left_out=f"Partnerskap vars status den dagen är okänd eller som löpt ut utan besked. {_unclassified(register)}",
        columns=(
            Column(name="year", title="År", unit="year"),
            *(count(area.replace("-", "_"), term.sv) for area, term in register.areas.items()),
        ),
        rows=tuple((year, *(running[year].count(area) for area in register.areas)) for year in years),
    )
