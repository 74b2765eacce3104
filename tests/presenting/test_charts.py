import re
from datetime import date
from xml.etree import ElementTree

from site_builder.presenting.charts import area_chart, year_end_chart
from site_builder.presenting.drawing import drawn
from site_builder.presenting.plots import Bars
from site_builder.register.register import Register

DAY = date(2025, 6, 1)


def test_a_chart_has_everything_a_reader_needs(toy: Register) -> None:
    for chart in (area_chart(toy, DAY), year_end_chart(toy, DAY)):
        assert chart.title and chart.description and chart.coverage
        assert "1\N{NO-BREAK SPACE}juni 2025" in chart.source
        assert all(len(row) == len(chart.columns) for row in chart.rows)
        picture = ElementTree.fromstring(chart.svg)
        assert picture.get("role") == "img"
        assert picture.get("aria-label") == chart.description


def test_the_picture_shows_the_numbers_of_its_table(toy: Register) -> None:
    chart = area_chart(toy, DAY)
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", chart.svg)
    for name, count, *_ in chart.rows:
        assert name in texts
        assert count in texts


def test_the_same_data_is_the_same_picture() -> None:
    drawing = Bars(values=(("Åäö <b>", 3), ("B", 1)))
    first = drawn(drawing, "a", "Beskrivning")
    drawn.cache_clear()
    assert drawn(drawing, "a", "Beskrivning") == first
    assert "<b>" not in first


def test_colours_are_the_page_s_own(toy: Register) -> None:
    for chart in (area_chart(toy, DAY), year_end_chart(toy, DAY)):
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', chart.svg))
        assert {colour for colour in colours if colour.startswith(("#", "rgb"))} == set()
