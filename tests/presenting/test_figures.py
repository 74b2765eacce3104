"""The files that a chart leaves beside its page."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert

from site_builder.errors import BuildError
from site_builder.presenting.charts import timeline_chart
from site_builder.presenting.lanes import Timeline
from site_builder.presenting.pictures import Vega
from site_builder.presenting.posters import MARGIN, poster
from site_builder.presenting.rows import rows
from site_builder.reading.tokens import light_colours
from site_builder.register.register import Register
from site_builder.register.statistics import STATISTICS
from tests.toy_project import ROOT

DAY = date(2025, 6, 1)
SVG = "{http://www.w3.org/2000/svg}"
WITHOUT_PICTURE = {"kommun-region", "pengar"}


@pytest.fixture(scope="module")
def colours() -> Mapping[str, str]:
    return light_colours(ROOT)


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_every_picture_on_the_statistics_page_can_be_taken_away(site: Path, toy: Register) -> None:
    for statistic in STATISTICS:
        id = statistic(toy, DAY).id
        found = {path.name.removeprefix(id) for path in (site / "statistik").glob(f"{id}.*")}
        assert found == (set() if id in WITHOUT_PICTURE else {".svg", ".png", ".vl.json"}), id


def test_a_timeline_s_files_lie_beside_its_page(site: Path) -> None:
    assert {path.name for path in (site / "kommuner/umea").glob("tidslinje*")} == {
        "tidslinje.csv", "tidslinje.svg", "tidslinje.vl.json"
    }  # fmt: skip
    page = (site / "kommuner/umea/index.html").read_text(encoding="utf-8")
    assert '<a href="../../kommuner/umea/tidslinje.csv" download>CSV</a>' in page
    content = (site / "kommuner/umea/tidslinje.csv").read_text(encoding="utf-8")
    first = next(csv.DictReader(io.StringIO(content)))
    assert first == {
        "Partnerskap": "Natthem för vuxna i hemlöshet",
        "Avtalsperiod": "Ursprunglig period",
        "Start": "2019-03-01",
        "Slut": "2021-12-31",
    }


def test_a_picture_stands_alone(site: Path) -> None:
    """Title, numbers, what is left out and source are in it, and its colours need no style sheet."""
    svg = (site / "statistik/insatsomraden.svg").read_text(encoding="utf-8")
    written = " ".join(texts(svg))
    for wanted in (
        "Partnerskap efter insatsområde",
        "Brottsoffer",
        "Räknat på:",
        "per 1\N{NO-BREAK SPACE}juni 2025",
        "CC0",
    ):
        assert wanted in written
    for path in site.rglob("*.svg"):
        if path.parent.name != "assets":
            content = path.read_text(encoding="utf-8")
            assert not re.search(r"var\(|currentColor|<a |href|<script", content), path
            ElementTree.fromstring(content)
    image = (site / "statistik/insatsomraden.png").read_bytes()
    width, height = (int.from_bytes(image[start : start + 4], "big") for start in (16, 20))
    drawn = ElementTree.fromstring(svg)
    assert (width, height) == (2 * int(drawn.attrib["width"]), 2 * int(drawn.attrib["height"]))


def test_the_specifications_draw_what_the_page_shows(site: Path) -> None:
    numbers = re.compile(r"[0-9]+")
    for name in (
        "statistik/arsskiften",
        "statistik/minst-ett",
        "statistik/malgrupper-omraden",
        "kommuner/umea/tidslinje",
    ):
        specification = json.loads((site / f"{name}.vl.json").read_text(encoding="utf-8"))
        assert specification["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
        assert specification["usermeta"]["licence"].startswith("https://creativecommons.org/")
        assert "var(" not in json.dumps(specification)
        again = " ".join(texts(vl_convert.vegalite_to_svg(specification)))
        shown = " ".join(texts((site / f"{name}.svg").read_text(encoding="utf-8")))
        assert set(numbers.findall(again)) <= set(numbers.findall(shown)), name
        assert specification["title"] in again


def test_a_timeline_without_its_patterns_still_differs_by_shade(toy: Register) -> None:
    chart = timeline_chart(rows(toy, toy.of_body("umea"), DAY), DAY, where="Umeå kommun")
    assert chart and isinstance(chart.drawing, Timeline)
    fills = {mark["fill"] for mark in json.loads(Vega().vega_lite(chart.drawing))["datasets"]["bars"]}
    assert len(fills) > 1
    assert not any("url" in fill for fill in fills)


def test_words_of_others_stay_words(toy: Register, colours: Mapping[str, str]) -> None:
    chart = timeline_chart(rows(toy, toy.of_body("umea"), DAY), DAY, where="Umeå kommun")
    assert chart and isinstance(chart.drawing, Timeline)
    hostile = "</text><script>x</script> & var(--ink-2)"
    lane = replace(chart.drawing.lanes[0], label="</text><script>x</script> &")
    drawn = poster(hostile.replace("var(--ink-2)", ""), Vega().svg(replace(chart.drawing, lanes=(lane,))), (), colours)
    assert "<script" not in drawn
    assert "</text><script>x</script> &" in texts(drawn)


def test_long_words_are_broken_into_lines_that_fit(colours: Mapping[str, str]) -> None:
    picture = '<svg viewBox="0 0 200 10"><g/></svg>'
    drawn = ElementTree.fromstring(
        poster("Ett två tre fyra fem sex sju åtta nio tio", picture, ("Not. " * 30,), colours)
    )
    assert int(drawn.attrib["width"]) == 200 + 2 * MARGIN
    lines = list(drawn.iter(f"{SVG}text"))
    assert len(lines) > 5
    tops = [int(line.attrib["y"]) for line in lines]
    assert tops == sorted(tops)
    assert tops[-1] < int(drawn.attrib["height"])


def test_a_style_sheet_without_colours_is_named(tmp_path: Path, colours: Mapping[str, str]) -> None:
    assert colours["ink"].startswith("#")
    (tmp_path / "assets").mkdir()
    for content in (None, ":root { --space-1: 1rem; }"):
        if content:
            (tmp_path / "assets/tokens.css").write_text(content, encoding="utf-8")
        with pytest.raises(BuildError, match=r"assets/tokens\.css"):
            light_colours(tmp_path)
    with pytest.raises(BuildError, match="--finns-inte"):
        poster("T", '<svg viewBox="0 0 9 9" fill="var(--finns-inte)"><g fill="var(--finns-inte)"/></svg>', (), colours)
