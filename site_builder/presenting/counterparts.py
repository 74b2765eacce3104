"""Counterparts: what the register says where someone else has published a figure, in words beside theirs."""

from collections.abc import Callable, Mapping
from datetime import date

from site_builder.presenting.words import NO_BREAK, cell, counted, number
from site_builder.register.counts import active_count
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import Table, areas, development, length, parties, spread
from site_builder.register.statistics.length import SHORT
from site_builder.register.statistics.table import Cell, share

Counterpart = Callable[[Register, date, Figure], str]


def _day(figure: Figure, on: date) -> date:
    """The day the figure speaks of, or today where that is earlier or nobody says."""
    return min(figure.as_of.last, on) if figure.as_of else on


def _percent(value: object) -> str:
    return cell(value if isinstance(value, int | float) else None, "percent")


def _partnerships(count: int) -> str:
    return f"{number(count)}{NO_BREAK}partnerskap"


def _row(table: Table, key: str, wanted: str | None) -> dict[str, Cell]:
    """The row whose cell in the column `key` is the wanted one, by column name; empty where there is none."""
    names = [column.name for column in table.columns]
    found = (dict(zip(names, row, strict=True)) for row in table.rows)
    return next((row for row in found if row[key] == wanted), dict.fromkeys(names))


def agreements(register: Register, on: date, figure: Figure) -> str:
    return _partnerships(len(register.agreements))


def active(register: Register, on: date, figure: Figure) -> str:
    return f"{_partnerships(active_count(register.agreements, _day(figure, on)))} samma dag"


def of_body(register: Register, on: date, figure: Figure) -> str:
    return _partnerships(len(register.of_body(figure.body or "")))


def rank_per_inhabitant(register: Register, on: date, figure: Figure) -> str:
    table = spread.largest_municipalities(register, on)
    rates = sorted((float(rate or 0) for rate in table.column("per_100000")), reverse=True)
    rate = _row(table, "body", figure.body)["per_100000"]
    if not isinstance(rate, int | float):
        return "inget känt partnerskap"
    return f"plats {rates.index(rate) + 1} av {len(rates)}"


def new_in_the_first_years(register: Register, on: date, figure: Figure) -> str:
    return f"högst {_partnerships(max(_begun(register, on, range(2014, 2017))))} per år"


def new_in_the_last_years(register: Register, on: date, figure: Figure) -> str:
    return f"{min(_begun(register, on, range(2022, 2025)))}–{max(_begun(register, on, range(2022, 2025)))} per år"


def _begun(register: Register, on: date, years: range) -> list[int]:
    table = development.begun_and_ended(register, on)
    return [int(begun or 0) for year, begun, *_ in table.rows if year in years] or [0]


def year_ends(register: Register, on: date, figure: Figure) -> str:
    rows = development.year_ends(register, on).rows
    peak = max(rows, key=lambda row: int(row[1] or 0), default=None)
    return f"flest pågående, {peak[1]}, vid slutet av {peak[0]}" if peak else "–"


def share_of_municipalities(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(spread.with_any(register, on), "kind", "Kommuner")["share_ever"])


def share_of_regions(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(spread.with_any(register, on), "kind", "Regioner")["share_ever"])


def municipalities_with_active(register: Register, on: date, figure: Figure) -> str:
    row = _row(spread.with_any(register, _day(figure, on)), "kind", "Kommuner")
    return counted(int(str(row["active"])), "kommun", "kommuner") + " samma dag"


def regions_with_active(register: Register, on: date, figure: Figure) -> str:
    row = _row(spread.with_any(register, _day(figure, on)), "kind", "Regioner")
    return counted(int(str(row["active"])), "region", "regioner") + " samma dag"


def led_by_municipalities(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(spread.split(register, on), "kind", "Kommun")["share"])


def led_by_regions(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(spread.split(register, on), "kind", "Region")["share"])


def five_largest(register: Register, on: date, figure: Figure) -> str:
    counts = [int(count or 0) for count in spread.largest_municipalities(register, on).column("agreements")]
    return _percent(share(sum(counts[:5]), len(register.agreements)))


def largest_movements(register: Register, on: date, figure: Figure) -> str:
    rows = parties.largest_federations(register, on).rows[:3]
    return "flest har " + ", ".join(f"{name} ({count})" for name, _, _, count, _ in rows) if rows else "–"


def two_parties(register: Register, on: date, figure: Figure) -> str:
    return f"{_percent(_row(parties.parties_per_agreement(register, on), 'parties', '2')['share'])} har två parter"


def area_share(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(areas.by_area(register, on), "area", figure.area)["share"])


def area_share_in_municipalities(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(areas.by_area_and_kind(register, on), "area", figure.area)["share_municipalities"])


def area_share_in_regions(register: Register, on: date, figure: Figure) -> str:
    return _percent(_row(areas.by_area_and_kind(register, on), "area", figure.area)["share_regions"])


def largest_areas(register: Register, on: date, figure: Figure) -> str:
    rows = areas.by_area(register, on).rows[:3]
    return "; ".join(f"{row[0]} {_percent(row[3])}" for row in rows)


def largest_areas_in_municipalities(register: Register, on: date, figure: Figure) -> str:
    rows = sorted(areas.by_area_and_kind(register, on).rows, key=lambda row: -float(row[3] or 0))[:4]
    return "; ".join(f"{row[0]} {_percent(row[3])}" for row in rows)


def areas_of_target_groups(register: Register, on: date, figure: Figure) -> str:
    """The most common area of the figure's target group, or of each."""
    wanted = [figure.target_group] if figure.target_group else list(register.target_groups)
    return "; ".join(f"{register.target_groups[group].sv}: {_most_common(register, on, group)}" for group in wanted)


def _most_common(register: Register, on: date, group: str) -> str:
    table = areas.by_target_group_and_area(register, on)
    counts = [int(count or 0) for count in table.column(group.replace("-", "_"))]
    if not sum(counts):
        return "inga"
    return f"{table.rows[counts.index(max(counts))][0]} {_percent(share(max(counts), sum(counts)))}"


def lengths(register: Register, on: date, figure: Figure) -> str:
    return "; ".join(f"{row[0]} {_percent(row[2])}" for row in length.by_length(register, on).rows)


def one_to_three_years(register: Register, on: date, figure: Figure) -> str:
    rows = {row[0]: float(row[2] or 0) for row in length.by_length(register, on).rows}
    return _percent(round(rows["1–2 år"] + rows["2–3 år"], 1))


def short_in_area(register: Register, on: date, figure: Figure) -> str:
    name = register.areas[figure.area].sv if figure.area else None
    return _percent(_row(length.length_by_area(register, on), "area_name", name)["share_under_2"])


def short_in_other_areas(register: Register, on: date, figure: Figure) -> str:
    known = [
        (agreement.area, found)
        for agreement in register.agreements
        if agreement.area and (found := length.length_class(agreement))
    ]
    others = [found for area, found in known if area != "arbete-integration"]
    return _percent(share(sum(found in SHORT for found in others), len(others)))


def short_for_target_group(register: Register, on: date, figure: Figure) -> str:
    name = register.target_groups[figure.target_group].sv if figure.target_group else None
    row = _row(length.length_by_target_group(register, on), "target_group_name", name)
    return f"{_percent(row['share_under_2'])} under två år; {_percent(row['share_short_extended'])} av dem förlängda"


def short_extended(register: Register, on: date, figure: Figure) -> str:
    """How many of the short ones were extended, in the figure's area and in all."""
    rows = length.by_length(register, on).rows
    short = sum(int(row[1] or 0) for row in rows if row[0] in SHORT)
    extended = sum(int(row[3] or 0) for row in rows if row[0] in SHORT)
    every = f"{_percent(share(extended, short))} av alla korta"
    if not figure.area:
        return f"{every} förlängda"
    row = _row(length.length_by_area(register, on), "area_name", register.areas[figure.area].sv)
    return f"{_percent(row['share_short_extended'])} av de korta här, {every}"


COUNTERPARTS: Mapping[str, Counterpart] = {
    each.__name__.replace("_", "-"): each
    for each in (
        agreements, active, of_body, rank_per_inhabitant, new_in_the_first_years, new_in_the_last_years, year_ends,
        share_of_municipalities, share_of_regions, municipalities_with_active, regions_with_active,
        led_by_municipalities, led_by_regions, five_largest, largest_movements, two_parties, area_share,
        area_share_in_municipalities, area_share_in_regions, largest_areas, largest_areas_in_municipalities,
        areas_of_target_groups, lengths, one_to_three_years, short_in_area, short_in_other_areas,
        short_for_target_group, short_extended,
    )
}  # fmt: skip


def counterparts(register: Register, on: date) -> Mapping[str, str]:
    """What the register says where others have published a figure, by the figure's id."""
    return {
        figure.id: COUNTERPARTS[figure.counterpart](register, on, figure)
        for figure in register.figures.values()
        if figure.counterpart
    }
