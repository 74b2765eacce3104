"""Shapes and tiles: a topology decoded by hand, and the real tables with a place for every body."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.errors import BuildError
from site_builder.reading.geography import geography
from site_builder.reading.topology import Bounds, drawn
from site_builder.register.register import Register

# Two fields side by side, 100 m by 100 m in all, on a grid of 10 m by 20 m. Arc 0 is the border between them, from
# south to north; arc 1 goes from its north end round the western field to its south end, arc 2 round the eastern one.
TWO_FIELDS: dict[str, Any] = {
    "type": "Topology",
    "bbox": [500, 7000, 600, 7100],
    "transform": {"scale": [10, 20], "translate": [500, 7000]},
    "arcs": [
        [[4, 0], [0, 5]],
        [[4, 5], [-4, 0], [0, -5], [4, 0]],
        [[4, 5], [6, 0], [0, -5], [-6, 0]],
    ],
    "objects": {
        "fields": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "MultiPolygon", "id": "west", "arcs": [[[0, 1]]]},
                {"type": "MultiPolygon", "id": "east", "arcs": [[[-3, -1]], [[0, -1]]]},
            ],
        },
        "border": {"type": "MultiLineString", "arcs": [[0]]},
    },
}


def test_arcs_are_steps_on_a_grid_and_north_is_up() -> None:
    """100 m are 1000 units: the border stands 400 units in, and its south end lies lowest."""
    found = drawn(TWO_FIELDS)
    assert found["border"].path == "M400 1000l0-1000"
    assert found["west"].path == "M400 1000l0-1000-400 0 0 1000 400 0z"
    assert found["west"].bounds == Bounds(0, 0, 400, 1000)


def test_an_arc_told_backwards_is_turned_and_a_ring_without_an_inside_left_out() -> None:
    """East goes round by arc 2 and then arc 0, both backwards; its second ring goes to and fro along the border."""
    east = drawn(TWO_FIELDS)["east"]
    assert east.path == "M400 1000l600 0 0-1000-600 0 0 1000z"
    assert east.bounds == Bounds(400, 0, 1000, 1000)


def test_every_body_has_its_place(project: Path, toy: Register) -> None:
    found = geography(project, toy.bodies)
    assert set(found.municipalities) == {body.id for body in toy.municipalities}
    assert set(found.regions) == {body.id for body in toy.regions}
    assert (len(found.municipalities), len(found.regions)) == (290, 21)
    assert all(shape.path for shape in (*found.municipalities.values(), *found.regions.values()))
    assert set(found.tiles) == set(found.municipalities)
    assert len(set(found.tiles.values())) == 290


def test_places_are_where_they_are(project: Path, toy: Register) -> None:
    """The two drawings lie on each other, a municipality within its region; Kiruna lies farthest north."""
    found = geography(project, toy.bodies)
    malmo, skane = found.municipalities["malmo"].bounds, found.regions["region-skane"].bounds
    assert skane.left <= malmo.left < malmo.right <= skane.right
    assert skane.top <= malmo.top < malmo.bottom <= skane.bottom
    assert min(found.municipalities, key=lambda id: found.municipalities[id].bounds.top) == "kiruna"
    assert found.municipalities["region-gotland"].bounds.left > found.municipalities["malmo"].bounds.right
    tiles = found.tiles
    assert tiles["kiruna"].row < tiles["umea"].row < tiles["stockholm"].row < tiles["malmo"].row
    assert tiles["goteborg"].column < tiles["jonkoping"].column < tiles["region-gotland"].column


@pytest.mark.parametrize("name", ["kommun.topo.json", "lan.topo.json", "tiles.csv"])
def test_a_missing_table_is_named(project: Path, toy: Register, name: str) -> None:
    (project / "data/reference" / name).unlink()
    with pytest.raises(BuildError, match=f"{name} går inte att läsa"):
        geography(project, toy.bodies)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"arcs": 1}', json.dumps(TWO_FIELDS), "\x00"])
def test_a_broken_map_is_named(project: Path, toy: Register, content: str) -> None:
    """Also one that is sound but lacks the municipalities."""
    (project / "data/reference/kommun.topo.json").write_text(content, encoding="utf-8")
    with pytest.raises(BuildError, match=r"Kartan .*kommun\.topo\.json är trasig"):
        geography(project, toy.bodies)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id,column,row", "id,x,y", "trasig"),
        ("malmo,", "malmoe,", "en egen ruta"),
        ("\nvallentuna,11,16", "\nvallentuna,10,16", "en egen ruta"),
        ("\nvallentuna,11,16", "\nvallentuna,elva,16", "trasig"),
    ],
)
def test_broken_tiles_are_named(project: Path, toy: Register, old: str, new: str, message: str) -> None:
    path = project / "data/reference/tiles.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BuildError, match=rf"tiles\.csv .*{message}"):
        geography(project, toy.bodies)
