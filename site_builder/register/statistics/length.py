"""Length: how long partnerships were first agreed for, and whether they were extended."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from site_builder.register.agreement import Agreement, PeriodKind
from site_builder.register.register import Register
from site_builder.register.statistics.table import Cell, Column, Table, count, percent, share, text

UNDER_ONE, ONE, TWO, THREE, FIVE, OPEN = "Under 1 år", "1–2 år", "2–3 år", "3–5 år", "5 år eller mer", "Tills vidare"
CLASSES = (UNDER_ONE, ONE, TWO, THREE, FIVE, OPEN)
SHORT = (UNDER_ONE, ONE)
Lengths = tuple[tuple[Agreement, str], ...]
_DEFINITION = (
    "Längden är den första periodens, från start till och med slut; en period som anges i hela år räknas från årets "
    "första dag till dess sista. ”1–2 år” är från ett år till mindre än två, och så vidare."
)


def length_class(agreement: Agreement) -> str | None:
    """Which of CLASSES the first period belongs to; None where it lacks a bound."""
    period = agreement.running_periods[0] if agreement.running_periods else None
    if period is None:
        return None
    if period.open_ended:
        return OPEN
    if not (period.start and period.end):
        return None
    years = _whole_years(period.start.first, period.end.last + timedelta(days=1))
    return (UNDER_ONE, ONE, TWO, THREE, THREE, FIVE)[min(years, 5)]


def _whole_years(start: date, after: date) -> int:
    return after.year - start.year - ((after.month, after.day) < (start.month, start.day))


def is_extended(agreement: Agreement) -> bool:
    """Whether any source tells of an extension or a renewal."""
    return any(period.kind in (PeriodKind.EXTENSION, PeriodKind.RENEWAL) for period in agreement.periods)


def with_length(agreements: Iterable[Agreement]) -> Lengths:
    """The agreements whose length is known, each with its class."""
    return tuple((one, length) for one in agreements if (length := length_class(one)))


def _left_out(register: Register) -> str:
    without = len(register.agreements) - len(with_length(register.agreements))
    return f"{without} partnerskap vars första period saknar start eller slut."


def by_length(register: Register, on: date) -> Table:
    known = with_length(register.agreements)

    def row(wanted: str) -> tuple[Cell, ...]:
        these = [agreement for agreement, length in known if length == wanted]
        extended = sum(map(is_extended, these))
        return wanted, len(these), share(len(these), len(known)), extended, share(extended, len(these))

    return Table(
        id="langd",
        title="Hur länge partnerskapen avtalas",
        definition=f"{_DEFINITION} Förlängt är det som en källa säger har förlängts eller förnyats.",
        base=f"De {len(known)} partnerskap vars första period har känd start och känt slut, eller gäller tills vidare.",
        left_out=_left_out(register),
        columns=(
            text("length", "Längd"), count("agreements", "Antal"), percent("share", "Andel"),
            count("extended", "Förlängda"), percent("share_extended", "Andel förlängda"),
        ),
        rows=tuple(map(row, CLASSES)),
    )  # fmt: skip


def _grouped(
    register: Register, names: Iterable[tuple[str, str]], key: Callable[[Agreement], str | None]
) -> tuple[tuple[Cell, ...], ...]:
    """One row a group: its number of each class, and how many under two years and extended."""
    known = with_length(register.agreements)
    rows = []
    for id, name in names:
        these = [(agreement, length) for agreement, length in known if key(agreement) == id]
        classes = [sum(length == wanted for _, length in these) for wanted in CLASSES]
        short = [agreement for agreement, length in these if length in SHORT]
        rows.append((
            name, len(these), *classes, share(len(short), len(these)),
            sum(map(is_extended, short)), share(sum(map(is_extended, short)), len(short)),
        ))  # fmt: skip
    return tuple(rows)


def _columns(first: Column) -> tuple[Column, ...]:
    names = ("under_1", "from_1", "from_2", "from_3", "from_5", "open_ended")
    return (
        first, count("known", "Med känd längd"),
        *(count(name, title) for name, title in zip(names, CLASSES, strict=True)),
        percent("share_under_2", "Andel under två år"), count("short_extended", "Korta som förlängts"),
        percent("share_short_extended", "Andel korta som förlängts"),
    )  # fmt: skip


def length_by_area(register: Register, on: date) -> Table:
    names = [(area, term.sv) for area, term in register.areas.items()]
    return Table(
        id="langd-insatsomraden",
        title="Längd efter insatsområde",
        definition=_DEFINITION,
        base="Klassade partnerskap med känd längd.",
        left_out=_left_out(register),
        columns=_columns(text("area_name", "Insatsområde")),
        rows=_grouped(register, names, lambda agreement: agreement.area),
    )


def length_by_target_group(register: Register, on: date) -> Table:
    names = [(group, term.sv) for group, term in register.target_groups.items()]
    return Table(
        id="langd-malgrupper",
        title="Längd efter målgrupp",
        definition=_DEFINITION,
        base="Partnerskap med känd målgrupp och känd längd.",
        left_out=_left_out(register),
        columns=_columns(text("target_group_name", "Målgrupp")),
        rows=_grouped(register, names, lambda agreement: agreement.target_group),
    )
