"""Counterparts: what the register says where someone else has published a figure, in words beside theirs."""

from collections.abc import Mapping
from datetime import date

from site_builder.presenting.counterparts import development, lengths, parties, places, purposes
from site_builder.presenting.counterparts.saying import Counterpart
from site_builder.register.register import Register

COUNTERPARTS: Mapping[str, Counterpart] = {
    each.__name__.replace("_", "-"): each
    for each in (
        development.agreements, development.active, development.begun_per_year, development.new_in_the_first_years,
        development.new_in_the_last_years, development.year_ends,
        places.of_body, places.rank_per_inhabitant, places.municipality_groups, places.share_of_municipalities,
        places.share_of_regions, places.municipalities_with_active, places.regions_with_active, places.in_county,
        places.in_county_with_municipalities, places.led_by_municipalities, places.led_by_regions, places.five_largest,
        parties.of_organisation, parties.municipalities_of_organisation, parties.two_parties,
        purposes.area_share, purposes.area_share_in_municipalities, purposes.area_share_in_regions,
        purposes.largest_areas, purposes.largest_areas_in_municipalities, purposes.areas_of_active,
        purposes.areas_of_target_groups,
        lengths.lengths, lengths.lengths_of_active, lengths.one_to_three_years, lengths.short_in_area,
        lengths.short_in_other_areas, lengths.long_in_area, lengths.short_for_target_group, lengths.short_extended,
        lengths.extension_lengths,
    )
}  # fmt: skip


def counterparts(register: Register, on: date) -> Mapping[str, str]:
    """What the register says where others have published a figure, by the figure's id."""
    return {
        figure.id: COUNTERPARTS[figure.counterpart](register, on, figure)
        for figure in register.figures.values()
        if figure.counterpart
    }


__all__ = ["COUNTERPARTS", "counterparts"]
