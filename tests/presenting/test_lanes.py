"""Where things lie on a timeline, computed by hand on the toy register."""

from datetime import date

import pytest

from site_builder.presenting.lanes import Lane, Mark, Timeline, Years, marks, years
from site_builder.register.register import Register
from site_builder.register.stretches import stretches

DAY = date(2025, 6, 1)


def timeline(toy: Register, *ids: str) -> Timeline:
    found = {one.id: one for one in toy.agreements}
    lanes = tuple(Lane(label=found[id].title, stretches=stretches(found[id])) for id in ids)
    return Timeline(lanes=lanes, on=DAY, label="per 1 juni 2025")


def layer(wanted: str, drawing: Timeline) -> list[Mark]:
    """The layer's marks below the legend."""
    return [mark for name, mark in marks(drawing) if name == wanted and float(mark["y"]) >= drawing.top - 36]


def test_bars_of_an_original_an_extension_and_a_maximum(toy: Register) -> None:
    """2019–2026 in 318 pixels: 39.75 a year from 16. The original begins 59 days into 2019."""
    drawing = timeline(toy, "umea/natthem")
    assert years(drawing) == Years(2019, 2026)
    top = drawing.top + 18
    assert layer("bars", drawing) == [
        {"x": 22.4, "x2": 135.2, "y": top, "y2": top + 14, "fill": "var(--chart-1)"},
        {"x": 135.2, "x2": 214.8, "y": top, "y2": top + 14, "fill": "url(#hatched)"},
    ]
    assert [(mark["x"], mark["x2"]) for mark in layer("dashes", drawing)] == [
        (214.8, 334), (214.8, 334), (214.8, 214.8), (334, 334),
    ]  # fmt: skip
    assert drawing.looks == ("original", "extension", "possible")


def test_the_edition_s_day_is_a_line_with_its_label(toy: Register) -> None:
    """1 June is 151 days into 2025, the seventh year: 16 + 6.4137 × 39.75. The label stays inside the picture."""
    drawing = timeline(toy, "umea/natthem")
    (line,) = layer("line", drawing)
    assert (line["x"], line["x2"], line["y2"]) == (270.9, 270.9, drawing.height - 18)
    label = next(mark for mark in layer("centred", drawing) if mark["text"] == "per 1 juni 2025")
    assert label["x"] == 270
    later = next(
        mark for mark in layer("centred", timeline(toy, "malmo/avslutat")) if mark["text"] == "per 1 juni 2025"
    )
    assert later["x"] == 270  # the line itself is at 321.2


def test_an_open_end_goes_on_past_the_day_with_an_arrow(toy: Register) -> None:
    drawing = timeline(toy, "region-gotland/tills-vidare")
    (bar,) = layer("bars", drawing)
    assert bar["x2"] == 334
    (arrow,) = layer("arrows", drawing)
    assert arrow == {"x": 341, "y": float(bar["y"]) + 7}


def test_an_unknown_end_goes_on_in_dashes(toy: Register) -> None:
    """2022–2025, 79.5 a year: the extension was confirmed on its first day, 90 days into 2023."""
    drawing = timeline(toy, "umea/dagverksamhet")
    assert [(mark["x"], mark["x2"]) for mark in layer("bars", drawing)] == [(16, 115.1), (115.1, 117.1)]
    assert [(mark["x"], mark["x2"]) for mark in layer("dashes", drawing)] == [(117.1, 133.1), (117.1, 133.1)]


def test_an_unknown_start_comes_out_of_dashes(toy: Register) -> None:
    found = {one.id: one for one in toy.agreements}["umea/natthem"]
    extension = stretches(found)[1]
    first = type(extension)(
        kind=extension.kind, start=extension.start, end=extension.end,
        is_start_stated=False, ending=extension.ending, is_certain=True,
    )  # fmt: skip
    drawing = Timeline(lanes=(Lane(label="A", stretches=(first,)),), on=DAY, label="")
    assert [(mark["x"], mark["x2"]) for mark in layer("dashes", drawing)] == [(0, 16), (0, 16)]


def test_everything_lies_inside_the_picture(toy: Register) -> None:
    for one in toy.agreements:
        if stretches(one):
            drawing = timeline(toy, one.id)
            for _, mark in marks(drawing):
                assert 0 <= float(mark["x"]) <= float(mark.get("x2", 350)) <= 350
                assert 0 <= float(mark["y"]) <= float(mark.get("y2", mark["y"])) <= drawing.height


def test_lanes_do_not_overlap_and_long_labels_take_more_lines(toy: Register) -> None:
    short, long = (Lane(label=label, stretches=()) for label in ("Natthem", "Natthem " * 8))
    assert (len(short.lines), len(long.lines)) == (1, 2)
    assert long.height == short.height + 18
    drawing = timeline(toy, "malmo/avslutat", "malmo/ingen-part")
    first, second = layer("bars", drawing)
    assert float(first["y2"]) < float(second["y"])


def test_a_tall_timeline_has_its_years_above_too(toy: Register) -> None:
    low, tall = (
        [mark["y"] for _, mark in marks(timeline(toy, *["malmo/avslutat"] * number)) if mark.get("text") == "2016"]
        for number in (12, 13)
    )
    assert len(low) == 1
    assert tall == [54 + 13 * 44 + 15, 14]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (2022, 2025, [2022, 2023, 2024, 2025]),
        (2012, 2020, [2012, 2014, 2016, 2018, 2020]),
        (1998, 2026, range(2000, 2026, 5)),
    ],
)
def test_years_are_labelled_where_there_is_room(first: int, last: int, wanted: list[int]) -> None:
    assert list(Years(first, last).labelled) == list(wanted)
