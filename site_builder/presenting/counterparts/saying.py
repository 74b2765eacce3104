"""Saying: what all counterparts share, days, shares and rows of tables."""

from collections.abc import Callable, Iterable
from datetime import date

from site_builder.presenting.words import NO_BREAK, cell, number
from site_builder.register.agreement import Agreement
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import Table
from site_builder.register.statistics.table import Cell, share
from site_builder.register.status import Status, status

Counterpart = Callable[[Register, date, Figure], str]
SAME_DAY = "samma dag"
UNKNOWN = "–"


def day(figure: Figure, on: date) -> date:
    """The day the figure speaks of, or today where that is earlier or nobody says."""
    return min(figure.as_of.last, on) if figure.as_of else on


def active(register: Register, figure: Figure, on: date) -> tuple[Agreement, ...]:
    """The agreements that were active on the figure's day."""
    then = day(figure, on)
    return tuple(one for one in register.agreements if status(one, then) is Status.ACTIVE)


def percent(value: object) -> str:
    return cell(value if isinstance(value, int | float) else None, "percent")


def share_of(wanted: Iterable[bool]) -> str:
    """How large a share of them is true."""
    answers = tuple(wanted)
    return percent(share(sum(answers), len(answers)))


def partnerships(count: int) -> str:
    return f"{number(count)}{NO_BREAK}partnerskap"


def row(table: Table, key: str, wanted: str | None) -> dict[str, Cell]:
    """The row whose cell in the column `key` is the wanted one, by column name; empty where there is none."""
    names = [column.name for column in table.columns]
    found = (dict(zip(names, each, strict=True)) for each in table.rows)
    return next((each for each in found if each[key] == wanted), dict.fromkeys(names))
