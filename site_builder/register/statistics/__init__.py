"""Statistics: what the register says in numbers, each a pure function of the register and a day."""

from collections.abc import Callable
from datetime import date

from site_builder.register.register import Register
from site_builder.register.statistics import areas, development, information, length, parties, spread
from site_builder.register.statistics.table import Column, Table

# Every statistic, in the order of the statistics page.
STATISTICS: tuple[Callable[[Register, date], Table], ...] = (
    development.year_ends,
    development.begun_and_ended,
    spread.with_any,
    spread.split,
    spread.largest_municipalities,
    spread.largest_regions,
    spread.by_skr_group,
    parties.largest_organisations,
    parties.largest_federations,
    parties.parties_per_agreement,
    areas.by_area,
    areas.by_area_and_kind,
    areas.by_target_group_and_area,
    areas.areas_over_time,
    length.by_length,
    length.length_by_area,
    length.length_by_target_group,
    information.money,
    information.completeness,
    information.age,
)

__all__ = ["STATISTICS", "Column", "Table"]
