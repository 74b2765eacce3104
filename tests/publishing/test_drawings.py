"""Kept drawings: nothing is drawn twice, and the site is the same with them, without them and with broken ones."""

import json
import shutil
from pathlib import Path

import pytest

from site_builder.presenting.plots import Bars
from site_builder.publishing import drawings
from site_builder.publishing.build import build
from site_builder.publishing.drawings import FILE, Drawings
from tests.publishing.test_build import digest
from tests.toy_project import TODAY

ONE, OTHER = (Bars(values=((name, 1),)) for name in "AB")


@pytest.fixture
def undrawn(project: Path) -> Path:
    """A toy project whose charts nobody has drawn."""
    shutil.rmtree(project / FILE.parent)
    return project


def drawn(project: Path) -> int:
    return build(project, project / "_site", TODAY, {}).drawn


def test_a_second_build_draws_nothing_and_an_edit_only_what_it_touches(undrawn: Path) -> None:
    """Charts of all statistics that have one, maps, timelines of a partnership, four bodies, three organisations and
    two areas, the trends of five areas and two target groups, and a trend and a timeline as examples. What shows the
    same is drawn once: the timelines of two partnerships that are the only one of a body and of a programme, of one
    movement's members and of two more areas, and the trend of a third target group.
    """
    assert drawn(undrawn) == 18 + 6 + 1 + 4 + 3 + 2 + 5 + 2 + 2
    before = digest(undrawn / "_site")
    shutil.rmtree(undrawn / "_site")
    assert drawn(undrawn) == 0
    assert digest(undrawn / "_site") == before
    path = undrawn / "data/agreements/region-gotland/tills-vidare.yaml"
    original = path.read_text(encoding="utf-8")
    path.write_text(original.replace("2020-05", "2020-06"), encoding="utf-8")
    assert drawn(undrawn) == 2  # timelines: of its body; of its organisation, its movement and its area
    path.write_text(original, encoding="utf-8")
    assert drawn(undrawn) == 0  # the ones before the edit were kept too


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"a": 1}', "abc\n{}", "å"])
def test_a_broken_file_is_ignored(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(broken, encoding="utf-8")
    first = Drawings(tmp_path)
    assert first.svg(ONE).endswith("</svg>")
    first.keep()
    again = Drawings(tmp_path)
    assert again.svg(ONE) == first.svg(ONE)
    assert (first.count, again.count) == (1, 0)


def test_a_truncated_file_is_drawn_anew(tmp_path: Path) -> None:
    first = Drawings(tmp_path)
    first.svg(ONE)
    first.keep()
    whole = (tmp_path / FILE).read_text(encoding="ascii")
    (tmp_path / FILE).write_text(whole[:-3], encoding="ascii")
    again = Drawings(tmp_path)
    assert again.svg(ONE) == first.svg(ONE)
    assert again.count == 1


def test_only_as_many_earlier_pictures_are_kept_as_the_build_used(tmp_path: Path) -> None:
    for number in range(5):
        drawings = Drawings(tmp_path)
        drawings.svg(Bars(values=(("A", number),)))
        drawings.keep()
    content = (tmp_path / FILE).read_text(encoding="ascii").partition("\n")[2]
    assert len(json.loads(content)) == 2
    latest = Drawings(tmp_path)
    latest.svg(Bars(values=(("A", 4),)))
    latest.svg(Bars(values=(("A", 3),)))
    assert latest.count == 0


def test_a_folder_that_refuses_does_not_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / FILE.parent).write_text("en fil där mappen ska ligga", encoding="utf-8")
    drawings = Drawings(tmp_path)
    assert drawings.svg(ONE).endswith("</svg>")
    drawings.keep()


def test_pictures_are_kept_by_form_and_by_what_drew_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Drawings(tmp_path)
    assert first.svg(ONE) == first.svg(ONE) != first.svg(OTHER)
    assert first.vega_lite(ONE) != first.svg(ONE)
    assert first.png(first.svg(ONE)).startswith(b"\x89PNG")
    first.keep()
    again = Drawings(tmp_path)
    assert again.svg(ONE) == first.svg(ONE)
    assert again.png(first.svg(ONE)) == first.png(first.svg(ONE))
    assert (first.count, again.count) == (2, 0)
    monkeypatch.setattr(drawings, "DRAWN_BY", ())
    changed = Drawings(tmp_path)
    changed.svg(ONE)
    assert changed.count == 1
