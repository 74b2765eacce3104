"""Development: how many partnerships there are, and how that changes."""

from datetime import date

from site_builder.presenting.counterparts import saying
from site_builder.presenting.counterparts.saying import SAME_DAY, partnerships
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import development

FAMNA_S_YEARS = range(2014, 2025)


def agreements(register: Register, on: date, figure: Figure) -> str:
    return partnerships(len(register.agreements))


def active(register: Register, on: date, figure: Figure) -> str:
    return f"{partnerships(len(saying.active(register, figure, on)))} {SAME_DAY}"


def begun_per_year(register: Register, on: date, figure: Figure) -> str:
    rows = development.begun_and_ended(register, on).rows
    first = next((year for year, begun, *_ in rows if begun), "–")
    counts = ", ".join(str(begun) for year, begun, *_ in rows if year in FAMNA_S_YEARS)
    return f"första kända start {first}; nya per år {_span()}: {counts}"


def new_in_the_first_years(register: Register, on: date, figure: Figure) -> str:
    return f"högst {partnerships(max(_begun(register, on, range(2014, 2017))))} per år"


def new_in_the_last_years(register: Register, on: date, figure: Figure) -> str:
    begun = _begun(register, on, range(2022, 2025))
    return f"{min(begun)}–{max(begun)} per år"


def _begun(register: Register, on: date, years: range) -> list[int]:
    table = development.begun_and_ended(register, on)
    return [int(begun or 0) for year, begun, *_ in table.rows if year in years] or [0]


def year_ends(register: Register, on: date, figure: Figure) -> str:
    running = {year: count for year, count, _ in development.year_ends(register, on).rows}
    return f"vid slutet av {_span()}: {', '.join(str(running.get(year, '–')) for year in FAMNA_S_YEARS)}"


def _span() -> str:
    return f"{FAMNA_S_YEARS[0]}–{FAMNA_S_YEARS[-1]}"
