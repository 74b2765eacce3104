"""Places: where the partnerships are, and who leads them."""

from collections.abc import Iterable
from datetime import date

from site_builder.presenting.counterparts.saying import SAME_DAY, UNKNOWN, day, partnerships, percent, row
from site_builder.presenting.words import counted
from site_builder.register.comparison import population
from site_builder.register.directory import Body
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import spread
from site_builder.register.statistics.table import share
from site_builder.register.status import first_known_day


def of_body(register: Register, on: date, figure: Figure) -> str:
    return partnerships(len(register.of_body(figure.body))) if figure.body else UNKNOWN


def rank_per_inhabitant(register: Register, on: date, figure: Figure) -> str:
    table = spread.largest_municipalities(register, on)
    rates = sorted((float(rate or 0) for rate in table.column("per_100000")), reverse=True)
    rate = row(table, "body", figure.body)["per_100000"]
    if not isinstance(rate, int | float):
        return "inget känt partnerskap"
    return f"plats {rates.index(rate) + 1} av {len(rates)}"


def municipality_groups(register: Register, on: date, figure: Figure) -> str:
    """How many of each group's municipalities have any."""
    return "; ".join(f"{name} {known} av {all}" for name, all, known, *_ in spread.by_skr_group(register, on).rows)


def share_of_municipalities(register: Register, on: date, figure: Figure) -> str:
    return percent(row(spread.with_any(register, on), "kind", "Kommuner")["share_ever"])


def share_of_regions(register: Register, on: date, figure: Figure) -> str:
    return percent(row(spread.with_any(register, on), "kind", "Regioner")["share_ever"])


def municipalities_with_active(register: Register, on: date, figure: Figure) -> str:
    found = row(spread.with_any(register, day(figure, on)), "kind", "Kommuner")
    return f"{counted(int(found['active'] or 0), 'kommun', 'kommuner')} {SAME_DAY}"


def regions_with_active(register: Register, on: date, figure: Figure) -> str:
    found = row(spread.with_any(register, day(figure, on)), "kind", "Regioner")
    return f"{counted(int(found['active'] or 0), 'region', 'regioner')} {SAME_DAY}"


def in_county(register: Register, on: date, figure: Figure) -> str:
    """The partnerships of the figure's region and of the municipalities in its county, known by its day."""
    region = register.bodies[figure.body] if figure.body else None
    if region is None or region.region is None:
        return UNKNOWN
    return _known_by_then((region, *register.municipalities_of(region)), register, figure, on)


def in_county_with_municipalities(register: Register, on: date, figure: Figure) -> str:
    """The same of the municipalities alone."""
    region = register.bodies[figure.body] if figure.body else None
    if region is None or region.region is None:
        return UNKNOWN
    return _known_by_then(register.municipalities_of(region), register, figure, on)


def _known_by_then(bodies: Iterable[Body], register: Register, figure: Figure, on: date) -> str:
    firsts = (first_known_day(one) for one in register.of_bodies(bodies))
    known = sum(first is not None and first <= day(figure, on) for first in firsts)
    return f"{partnerships(known)} som var kända till dess"


def led_by_municipalities(register: Register, on: date, figure: Figure) -> str:
    return percent(row(spread.split(register, on), "kind", "Kommun")["share"])


def led_by_regions(register: Register, on: date, figure: Figure) -> str:
    return percent(row(spread.split(register, on), "kind", "Region")["share"])


def five_largest(register: Register, on: date, figure: Figure) -> str:
    """Both ways to read it: the five with most partnerships, and with most inhabitants; each partnership once."""
    most = sorted(register.municipalities, key=lambda body: -len(register.of_body(body.id)))[:5]
    populous = sorted(register.municipalities, key=lambda body: -population(body))[:5]
    shares = [percent(share(len(register.of_bodies(five)), len(register.agreements))) for five in (most, populous)]
    return f"{shares[0]} hos dem med flest partnerskap, {shares[1]} hos dem med flest invånare"
