"""Purposes: what the partnerships are for, and for whom."""

from datetime import date

from site_builder.presenting.counterparts import saying
from site_builder.presenting.counterparts.saying import percent, row
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.statistics import areas
from site_builder.register.statistics.table import share


def area_share(register: Register, on: date, figure: Figure) -> str:
    return percent(row(areas.by_area(register, on), "area", figure.area)["share"])


def area_share_in_municipalities(register: Register, on: date, figure: Figure) -> str:
    return percent(row(areas.by_area_and_kind(register, on), "area", figure.area)["share_municipalities"])


def area_share_in_regions(register: Register, on: date, figure: Figure) -> str:
    return percent(row(areas.by_area_and_kind(register, on), "area", figure.area)["share_regions"])


def largest_areas(register: Register, on: date, figure: Figure) -> str:
    return "; ".join(f"{name} {percent(of_all)}" for name, _, _, of_all, _ in areas.by_area(register, on).rows)


def largest_areas_in_municipalities(register: Register, on: date, figure: Figure) -> str:
    rows = sorted(areas.by_area_and_kind(register, on).rows, key=lambda each: -float(each[3] or 0))[:4]
    return "; ".join(f"{each[0]} {percent(each[3])}" for each in rows)


def areas_of_active(register: Register, on: date, figure: Figure) -> str:
    """The areas of those that were active on the figure's day, the largest first."""
    found = [one.area for one in saying.active(register, figure, on) if one.area]
    ordered = sorted(register.areas.values(), key=lambda area: -found.count(area.id))
    return "; ".join(f"{area.sv} {percent(share(found.count(area.id), len(found)))}" for area in ordered)


def areas_of_target_groups(register: Register, on: date, figure: Figure) -> str:
    """The most common area of the figure's target group, or of each."""
    wanted = [figure.target_group] if figure.target_group else list(register.target_groups)
    return "; ".join(f"{register.target_groups[group].sv}: {_most_common(register, on, group)}" for group in wanted)


def _most_common(register: Register, on: date, group: str) -> str:
    table = areas.by_target_group_and_area(register, on)
    counts = [int(count or 0) for count in table.column(group.replace("-", "_"))]
    if not sum(counts):
        return "inga"
    return f"{table.rows[counts.index(max(counts))][0]} {percent(share(max(counts), sum(counts)))}"
