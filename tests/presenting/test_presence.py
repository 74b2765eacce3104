import re
from datetime import date
from pathlib import Path

from site_builder.presenting.presence import presence
from site_builder.reading.geography import geography
from site_builder.register.counts import body_counts
from site_builder.register.register import Register
from tests.toy_project import ROOT

DAY = date(2025, 6, 1)


def test_a_spot_for_each_municipality_and_a_filled_region(toy: Register) -> None:
    mission = body_counts(toy.of_organisation("norrskensmissionen"), toy.bodies, DAY)
    shown = presence(geography(ROOT, toy.bodies), mission)
    assert shown is not None
    umea, malmo = shown.spots
    assert (umea.words, malmo.words) == ("Umeå kommun: 3 partnerskap", "Malmö stad: 1 partnerskap")
    assert umea.radius > malmo.radius
    assert umea.y < malmo.y  # north of it
    assert umea.x > malmo.x  # and east
    assert sum(land.is_party for land in shown.lands) == 1
    assert len(shown.lands) == 21
    assert shown.words == "Karta över Sverige med Umeå kommun (3), Malmö stad (1) och Region Skåne (1)"


def test_one_place_needs_no_map(toy: Register, site: Path) -> None:
    one = body_counts(toy.of_organisation("osterns-kvinnoforening"), toy.bodies, DAY)
    assert presence(geography(ROOT, toy.bodies), one) is None
    page = (site / "organisationer/osterns-kvinnoforening/index.html").read_text(encoding="utf-8")
    assert "Var i landet" not in page
    page = (site / "organisationer/norrskensmissionen/index.html").read_text(encoding="utf-8")
    assert page.count("partnerskap</title></circle>") == 2  # Gotland, by its member, is filled as a region
    assert re.search(r"<a href=\"../../kommuner/umea/\">Umeå kommun</a></th><td class=\"numeric\">3</td>", page)
