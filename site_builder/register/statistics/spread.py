"""Spread: how the partnerships lie over municipalities and regions."""

from collections.abc import Iterable
from datetime import date

from site_builder.register.comparison import Group, groups, per_100_000, population, tally
from site_builder.register.counts import active_count
from site_builder.register.directory import Body
from site_builder.register.register import Register
from site_builder.register.statistics.table import (
    Cell,
    Column,
    Table,
    count,
    most_first,
    percent,
    share,
    text,
)

_RATE = Column(name="per_100000", title="Per 100 000 invånare", unit="per-100000")
_AS_KNOWN = "Kommuner och regioner utan känt partnerskap kan ha flera: registret är inte fullständigt."


def kind_of(body: Body) -> str:
    """Whether a leading body counts as municipality or region; Gotland, which is both, as region."""
    if body.region:
        return "Region"
    return "Kommun" if body.municipality else "Annat organ"


def split(register: Register, on: date) -> Table:
    kinds = [kind_of(register.bodies[agreement.leading_body]) for agreement in register.agreements]
    running = [kind_of(register.bodies[one.leading_body]) for one in register.agreements if active_count((one,), on)]
    return Table(
        id="kommun-region",
        title="Kommuner och regioner",
        definition="Partnerskapen efter den offentliga part som leder. Gotland räknas som region.",
        base=f"Alla {len(kinds)} partnerskap, respektive de {len(running)} som pågår.",
        left_out="Inget. Ett partnerskap med både kommun och region räknas hos den som leder.",
        columns=(
            text("kind", "Leds av"), count("agreements", "Antal"), percent("share", "Andel"),
            count("active", "Pågår"), percent("share_active", "Andel av pågående"),
        ),
        rows=tuple(
            (kind, kinds.count(kind), share(kinds.count(kind), len(kinds)), running.count(kind),
             share(running.count(kind), len(running)))
            for kind in ("Kommun", "Region", "Annat organ")
        ),
    )  # fmt: skip


def with_any(register: Register, on: date) -> Table:
    def row(label: str, bodies: tuple[Body, ...]) -> tuple[Cell, ...]:
        known = [register.of_body(body.id) for body in bodies]
        ever = sum(bool(agreements) for agreements in known)
        now = sum(bool(active_count(agreements, on)) for agreements in known)
        return label, len(bodies), ever, share(ever, len(bodies)), now, share(now, len(bodies))

    return Table(
        id="minst-ett",
        title="Kommuner och regioner med minst ett partnerskap",
        definition="De som är part i minst ett känt partnerskap: någonsin, respektive ett som pågår.",
        base="Alla 290 kommuner och 21 regioner. Gotland räknas på båda ställena.",
        left_out=_AS_KNOWN,
        columns=(
            text("kind", "Slag"), count("bodies", "Finns"), count("ever", "Har eller har haft"),
            percent("share_ever", "Andel någonsin"), count("active", "Har pågående"),
            percent("share_active", "Andel nu"),
        ),
        rows=(row("Kommuner", register.municipalities), row("Regioner", register.regions)),
    )  # fmt: skip


def _largest(register: Register, on: date, bodies: Iterable[Body]) -> tuple[tuple[Cell, ...], ...]:
    """Each body with partnerships: name, id, number, active and rate, most first."""
    rows = (
        (body.name, body.id, len(known), active_count(known, on), _rate(len(known), population(body)))
        for body in bodies
        if (known := register.of_body(body.id))
    )
    return most_first(rows, by=2)


def _rate(number: int, inhabitants: int) -> float:
    return round(per_100_000(number, inhabitants), 2)


_LARGEST_COLUMNS = (
    text("body_name", "Namn"),
    text("body", "Id"),
    count("agreements", "Antal"),
    count("active", "Pågår"),
    _RATE,
)


def largest_municipalities(register: Register, on: date) -> Table:
    return Table(
        id="flest-kommuner",
        title="Kommuner med flest partnerskap",
        definition="Kända partnerskap där kommunen är part, även avslutade, och antalet per 100 000 invånare.",
        base="Folkmängd 31 december 2024 enligt SCB.",
        left_out=_AS_KNOWN,
        columns=_LARGEST_COLUMNS,
        rows=_largest(register, on, register.municipalities),
    )


def largest_regions(register: Register, on: date) -> Table:
    return Table(
        id="flest-regioner",
        title="Regioner med flest partnerskap",
        definition="Kända partnerskap där regionen är part, även avslutade, och antalet per 100 000 invånare.",
        base="Folkmängd 31 december 2024 enligt SCB.",
        left_out=_AS_KNOWN,
        columns=_LARGEST_COLUMNS,
        rows=_largest(register, on, register.regions),
    )


def by_skr_group(register: Register, on: date) -> Table:
    def row(group: Group) -> tuple[Cell, ...]:
        together = tally(register, group.bodies, on)
        having = sum(bool(register.of_body(body.id)) for body in group.bodies)
        return (
            group.name, len(group.bodies), having, share(having, len(group.bodies)), together.known, together.active,
            _rate(together.known, together.population),
        )  # fmt: skip

    return Table(
        id="kommungrupper",
        title="Från storstad till landsbygd",
        definition="Kända partnerskap efter kommungrupp (SKR 2023): hur många kommuner som har något, och hur många.",
        base="Alla 290 kommuner. Ett partnerskap med flera kommuner i samma grupp räknas en gång i gruppen.",
        left_out=f"Partnerskap där ingen kommun är part. {_AS_KNOWN}",
        columns=(
            text("group", "Kommungrupp"), count("municipalities", "Kommuner"), count("with_any", "Har något"),
            percent("share", "Andel"), count("agreements", "Partnerskap"), count("active", "Pågår"), _RATE,
        ),
        rows=tuple(row(group) for group in groups(register) if group.kind == "municipality"),
    )  # fmt: skip
