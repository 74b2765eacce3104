import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

from site_builder.presenting.charts import Chart, chart, timeline_chart
from site_builder.presenting.drawing import embeddable
from site_builder.presenting.lanes import Timeline
from site_builder.presenting.pictures import Vega
from site_builder.presenting.plots import Bars
from site_builder.presenting.rows import rows
from site_builder.register.register import Register
from site_builder.register.statistics import areas, development

DAY = date(2025, 6, 1)


def area_chart(toy: Register) -> Chart:
    return chart(areas.by_area(toy, DAY), toy, DAY)


def year_end_chart(toy: Register) -> Chart:
    return chart(development.year_ends(toy, DAY), toy, DAY)


def shown(chart: Chart) -> str:
    """The chart's picture as it stands in a page."""
    assert chart.drawing
    return embeddable(Vega().svg(chart.drawing), chart.id, chart.description)


def umea(toy: Register) -> Chart:
    chart = timeline_chart(rows(toy, toy.of_body("umea"), DAY), DAY, where="Umeå kommun")
    assert chart is not None
    return chart


def test_a_chart_has_everything_a_reader_needs(toy: Register) -> None:
    for each in (area_chart(toy), year_end_chart(toy), umea(toy)):
        assert each.title and each.description and each.coverage
        assert "1\N{NO-BREAK SPACE}juni 2025" in each.source
        assert all(len(row) == len(each.columns) for row in each.rows)
        drawn = ElementTree.fromstring(shown(each))
        assert drawn.get("role") == "img"
        assert drawn.get("aria-label") == each.description


def test_the_picture_shows_the_numbers_of_its_table(toy: Register) -> None:
    chart = area_chart(toy)
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", shown(chart))
    for name, count, *_ in chart.rows:
        assert name in texts
        assert count in texts


def test_the_same_data_is_the_same_picture(toy: Register) -> None:
    chart = replace(area_chart(toy), drawing=Bars(values=(("Åäö <b>", 3), ("B", 1))))
    first = shown(chart)
    assert shown(chart) == first
    assert "<b>" not in first
    assert shown(umea(toy)) == shown(umea(toy))


def test_colours_are_the_page_s_own(toy: Register) -> None:
    for each in (area_chart(toy), year_end_chart(toy), umea(toy)):
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', shown(each)))
        assert {colour for colour in colours if colour.startswith(("#", "rgb"))} == set()


def test_a_timeline_s_table_has_every_period_as_stated(toy: Register) -> None:
    chart = umea(toy)
    assert chart.rows == (
        ("Natthem för vuxna i hemlöshet", "Ursprunglig period", "2019-03-01", "2021-12-31"),
        ("Natthem för vuxna i hemlöshet", "Förlängning", "ej känt", "2023"),
        ("Natthem för vuxna i hemlöshet", "Längsta möjliga tid", "ej känt", "2026-12-31"),
        ("Dagverksamhet för vuxna i hemlöshet", "Ursprunglig period", "2022-01-01", "2023-03-31"),
        ("Dagverksamhet för vuxna i hemlöshet", "Förlängning", "ej känt", "ej känt"),
    )
    assert chart.coverage.startswith("1\N{NO-BREAK SPACE}partnerskap utan känd tid är inte med.")  # läxhjälpen
    assert "började 2019" in chart.description
    assert chart.source.startswith("IOP-registret, 2 partnerskap")


def test_a_timeline_can_name_the_body_and_says_until_further_notice(toy: Register) -> None:
    gotland = rows(toy, toy.of_body("region-gotland"), DAY)
    chart = timeline_chart(gotland, DAY, where="Brottsofferstöd", names_body=True)
    assert chart is not None
    assert chart.rows == (
        ("Region Gotland: Stöd till brottsoffer på Gotland", "Ursprunglig period", "2020-05", "tills vidare"),
    )
    assert "utan känd tid" not in chart.coverage


def test_partnerships_without_known_time_make_no_timeline(toy: Register) -> None:
    undated = [one for one in toy.agreements if one.id in ("umea/utan-datum", "malmo/planerat")]
    assert timeline_chart(rows(toy, undated, DAY), DAY, where="Ingenstans") is None


def test_labels_and_patterns_find_their_way_into_the_picture(toy: Register) -> None:
    """They are put in after Vega has drawn, in place of dots."""
    natthem = rows(toy, [one for one in toy.agreements if one.id == "umea/natthem"], DAY)
    chart = timeline_chart(natthem, DAY, where="<Umeå>")
    assert chart is not None and isinstance(chart.drawing, Timeline)
    lane = replace(chart.drawing.lanes[0], label='A & <b> class="c" ·')
    drawn = shown(replace(chart, drawing=replace(chart.drawing, lanes=(lane,))))
    texts = [each.text or "" for each in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    years = [str(year) for year in range(2019, 2027)]
    assert texts[:4] == ["Ursprunglig period", "Förlängning", "Möjlig tid", 'A & <b> class="c" ·']
    assert sorted(texts[4:]) == [*years, "per 1\N{NO-BREAK SPACE}juni 2025"]
    fills = set(re.findall(r'fill="url\(#([^)]+)\)"', drawn))
    assert fills == {"tidslinje-0"}  # the hatching, under the chart's own name
    assert '<pattern id="tidslinje-0"' in drawn
