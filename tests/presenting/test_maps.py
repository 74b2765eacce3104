"""Maps: the numbers of the toy register in their classes, and the pages that show them."""

import csv
import io
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_builder.presenting.maps import panels
from site_builder.presenting.measures import (
    ACTIVE,
    COUNT,
    COVERAGE,
    MEASURES,
    PER_CAPITA,
    REGIONS,
    Measure,
    Measured,
    Numbers,
    measured,
)
from site_builder.presenting.tiles import SIDE, mosaic
from site_builder.reading.geography import Geography, Tile, geography
from site_builder.register.comparison import Tally, tally
from site_builder.register.register import Register
from tests.toy_project import ROOT, TODAY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def places(toy: Register) -> Geography:
    return geography(ROOT, toy.bodies)


def numbers(toy: Register, measure: Measure, body: str) -> Numbers:
    return next(each for each in of(toy, measure).numbers if each.body.id == body)


def of(toy: Register, measure: Measure) -> Measured:
    bodies = (*toy.municipalities, *toy.regions)
    return measured(toy, measure, {body.id: tally(toy, (body,), TODAY) for body in bodies})


def invented(toy: Register, agreements: int, population: int = 100_000) -> Numbers:
    found = Tally(population=population, known=agreements, active=0, ending=0, old=0, areas=())
    return Numbers(body=toy.bodies["umea"], tally=found, has_answered_none=False)


def test_a_body_s_numbers_are_its_partnerships(toy: Register) -> None:
    """Malmö: ended, expired, planned, and active together with the region; Umeå: three nobody has news of."""
    malmo, umea = numbers(toy, COUNT, "malmo"), numbers(toy, COUNT, "umea")
    assert (malmo.tally.known, malmo.tally.active) == (4, 1)
    assert malmo.words == "Malmö stad: 4 partnerskap, 1 pågår"
    assert (umea.tally.known, umea.tally.active) == (3, 0)
    assert umea.words == "Umeå kommun: 3 partnerskap, inget känt pågår"
    assert umea.shown_per_100_000 == "2,2"  # 300 000 / 134 249
    assert numbers(toy, COUNT, "salem").words == "Salems kommun: inget känt partnerskap"
    assert numbers(toy, COUNT, "ale").words == "Ale kommun: har svarat att inga partnerskap finns"
    skane = numbers(toy, REGIONS, "region-skane")
    assert (skane.tally.known, skane.tally.active, skane.tally.population) == (1, 1, 1_428_626)


@pytest.mark.parametrize(
    ("agreements", "label"),
    [(0, "inget känt partnerskap"), (1, "1"), (2, "2–4"), (4, "2–4"), (5, "5–9"), (9, "5–9"), (10, "10 eller fler")],
)
def test_a_count_is_in_the_class_that_names_it(toy: Register, agreements: int, label: str) -> None:
    assert COUNT.step(invented(toy, agreements)).label == label


@pytest.mark.parametrize(
    ("population", "label"),
    [(50_001, "under 2"), (50_000, "2 till under 5"), (20_000, "5 till under 10"), (10_000, "10 eller fler")],
)
def test_one_partnership_weighs_more_where_few_live(toy: Register, population: int, label: str) -> None:
    assert PER_CAPITA.step(invented(toy, 1, population)).label == label


def test_the_legend_counts_every_body_once(toy: Register) -> None:
    def legend(measure: Measure) -> dict[str, int]:
        return {step.label: count for step, count in of(toy, measure).legend}

    none, answered, many = "inget känt partnerskap", "har svarat att inga finns", "10 eller fler"
    assert legend(COUNT) == {none: 286, answered: 1, "1": 1, "2–4": 2, "5–9": 0, many: 0}
    assert legend(ACTIVE) == {f"{none} pågår": 287, answered: 1, "1": 2, "2–4": 0, "5–9": 0, many: 0}
    assert legend(COVERAGE) == {none: 286, answered: 1, "minst ett känt partnerskap": 3}
    assert legend(REGIONS) == {none: 19, "1": 2, "2–4": 0, "5–9": 0, many: 0}


def test_the_most_come_first(toy: Register) -> None:
    def order(measure: Measure) -> list[str]:
        return [each.body.id for each in of(toy, measure).most_first]

    assert order(COUNT) == ["malmo", "umea", "region-gotland"]
    assert order(PER_CAPITA) == ["umea", "region-gotland", "malmo"]
    assert order(ACTIVE) == ["malmo", "region-gotland"]
    assert order(REGIONS) == ["region-gotland", "region-skane"]


def test_crowded_counties_have_an_inset_and_one_stop_each(toy: Register, places: Geography) -> None:
    """By keyboard each municipality is reached once: where it is drawn larger."""
    whole, stockholm, skane = panels(places, of(toy, COUNT))
    assert (len(whole.places), len(stockholm.places), len(skane.places)) == (290, 26, 33)
    inset = {place.body.id for place in (*stockholm.places, *skane.places)}
    assert {place.body.id for place in whole.places if place.is_inset} == inset
    assert not any(place.is_inset for place in (*stockholm.places, *skane.places))
    assert (whole.borders, stockholm.borders) == (places.county_borders.path, None)


def test_an_inset_shows_its_whole_county_and_little_else(toy: Register, places: Geography) -> None:
    skane = panels(places, of(toy, COUNT))[2]
    left, top, width, height = map(int, skane.box.split())
    county = places.regions["region-skane"].bounds
    assert left <= county.left < county.right <= left + width
    assert top <= county.top < county.bottom <= top + height
    assert width < 1.3 * (county.right - county.left)


def test_regions_are_drawn_once(toy: Register, places: Geography) -> None:
    (country,) = panels(places, of(toy, REGIONS))
    assert len(country.places) == 21
    shades = {place.body.id: place.shade for place in country.places}
    assert (shades["region-skane"], shades["region-uppsala"]) == ("map-1", "map-unknown")


def test_tiles_stand_side_by_side_with_borders_between_counties(toy: Register) -> None:
    """Umeå beside Malmö with Salem below: a stroke on each side of Umeå that meets another county."""
    shown = {id: numbers(toy, COUNT, id) for id in ("umea", "malmo", "salem")}
    made = mosaic(
        Measured(measure=COUNT, numbers=tuple(shown.values())),
        {"umea": Tile(1, 1), "malmo": Tile(2, 1), "salem": Tile(1, 2)},
    )
    assert (made.width, made.height) == (2 * SIDE, 2 * SIDE)
    umea, malmo, salem = made.squares
    assert ((malmo.x, malmo.y), (salem.x, salem.y)) == ((SIDE, 0), (0, SIDE))
    assert made.borders == f"M{SIDE} 0v{SIDE}M0 {SIDE}h{SIDE}"
    assert (umea.short, umea.number, umea.shade) == ("Umeå", "3", "map-2")
    assert salem.number == ""


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("umea", ["Umeå"]),
        ("ostra-goinge", ["Östra", "Göinge"]),
        ("upplands-bro", ["Upplands-", "Bro"]),
        ("kristinehamn", ["Kristine-", "hamn"]),
        ("jokkmokk", ["Jokkmokk"]),
        ("vallentuna", ["Vallentuna"]),
        ("skinnskatteberg", ["Skinnskatte-", "berg"]),
    ],
)
def test_long_names_stand_in_two_lines(toy: Register, body: str, lines: list[str]) -> None:
    (square,) = mosaic(Measured(measure=COUNT, numbers=(numbers(toy, COUNT, body),)), {body: Tile(1, 1)}).squares
    assert [line.text for line in square.lines] == lines
    assert [line.is_long for line in square.lines] == [len(line) > 8 for line in lines]


MAPS = {"karta": COUNT, "karta/rutor": COUNT} | {f"karta/{each.id}": each for each in MEASURES if each is not COUNT}


@pytest.mark.parametrize("path", MAPS)
def test_every_body_on_a_map_leads_to_its_page_with_the_register_s_numbers(
    site: Path, toy: Register, path: str
) -> None:
    """Read back from the page; one by one, each link outside the hidden twins of the insets."""
    page = (site / path / "index.html").read_text(encoding="utf-8")
    measure = MAPS[path]
    places = re.findall(r'<a href="([^"]+)"(?: transform="[^"]+")?><title>([^<]*)</title>', page)
    folder = "kommuner" if measure.page == "municipality" else "regioner"
    up = "../" * (path.count("/") + 1)
    wanted = {f"{up}{folder}/{each.body.id}/": each for each in of(toy, measure).numbers}
    assert len(places) == len(wanted)
    for target, title in places:
        assert unescape(title).startswith(wanted[target].words)
        assert (site / path / target / "index.html").is_file()


def test_hidden_twins_are_out_of_the_way(site: Path) -> None:
    page = (site / "karta/index.html").read_text(encoding="utf-8")
    assert page.count('tabindex="-1" aria-hidden="true"') == 26 + 33


def test_the_table_tells_the_same_story(site: Path) -> None:
    page = (site / "karta/index.html").read_text(encoding="utf-8")
    body = re.search(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    assert body
    rows = [re.findall(r">([^<>\n]+)<", row) for row in body[1].strip().split("</tr>")[:-1]]
    assert rows == [
        ["Malmö stad", "4", "1", "1,1"],
        ["Umeå kommun", "3", "0", "2,2"],
        ["Region Gotland", "1", "1", "1,6"],
    ]
    assert "287\N{NO-BREAK SPACE}kommuner: inget känt partnerskap" in page
    assert "Källa: IOP-registret, 8 partnerskap, per 1\N{NO-BREAK SPACE}juni 2025" in page


def test_who_has_answered_none_is_hatched(site: Path) -> None:
    """Never by colour alone: a pattern that the page has."""
    page = (site / "karta/index.html").read_text(encoding="utf-8")
    shape = re.search(r"<title>Ale kommun:[^<]*</title><path ([^>]*) d=", page)
    assert shape
    assert shape[1] == 'class="map-none" fill="url(#streck-sverige)"'
    assert '<pattern id="streck-sverige"' in page
    tile = (site / "karta/rutor/index.html").read_text(encoding="utf-8")
    assert 'class="map-none" fill="url(#streck-rutor)"' in tile


def test_the_maps_are_found(site: Path) -> None:
    for page, target in (("statistik", "karta/"), ("kommuner", "karta/"), ("regioner", "karta/regioner/")):
        assert f'href="../{target}"' in (site / page / "index.html").read_text(encoding="utf-8")


def test_a_map_can_be_taken_away(site: Path) -> None:
    """With its legend and source, the answer of none hatched, and the numbers of all in a table."""
    drawn = ElementTree.fromstring((site / "karta/karta.svg").read_text(encoding="utf-8"))
    texts = [each.text for each in drawn.iter(f"{SVG}text")]
    assert "Kända partnerskap i Sveriges kommuner" in texts
    assert "har svarat att inga finns (1\N{NO-BREAK SPACE}kommun)" in texts
    shapes = [path for path in drawn.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    assert len(shapes) == 290 + 26 + 33
    fills = {path.findtext(f"{SVG}title"): path.attrib["fill"] for path in shapes}
    assert fills["Ale kommun: har svarat att inga partnerskap finns"] == "url(#sverige)"
    assert drawn.find(f".//{SVG}pattern[@id='sverige']") is not None
    assert (site / "karta/karta.png").read_bytes().startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO((site / "karta/karta.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 290
    assert list(rows[0].values()) == ["Malmö stad", "365644", "4", "1", "1.1", ""]
    assert {row["Kommun"] for row in rows if row["Svar"]} == {"Ale kommun"}
    tiles = ElementTree.fromstring((site / "karta/rutor/karta.svg").read_text(encoding="utf-8"))
    assert sum(each.text == "Malmö" for each in tiles.iter(f"{SVG}text")) == 1
