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


def drawn(project: Path) -> int:
    return build(project, project / "_site", TODAY, {}).drawn


def test_a_second_build_draws_nothing_and_an_edit_only_what_it_touches(project: Path) -> None:
    """Charts of all statistics that have one, and timelines of four bodies, three organisations and two areas. Those of
    one movement's members and of two more areas are an organisation's again.
    """
    assert drawn(project) == 18 + 4 + 3 + 2
    before = digest(project / "_site")
    assert drawn(project) == 0
    assert digest(project / "_site") == before
    path = project / "data/agreements/region-gotland/tills-vidare.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2020-05", "2020-06"), encoding="utf-8")
    assert drawn(project) == 2  # of its body; of its organisation, its movement and its area
    assert len(json.loads((project / FILE).read_text(encoding="utf-8"))) == 27  # the old two are gone


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"a": 1}', "null", '{"a": "<svg>"}'])
def test_a_broken_file_is_ignored(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(broken, encoding="utf-8")
    first = Drawings(tmp_path)
    assert first(ONE).endswith("</svg>")
    first.keep()
    again = Drawings(tmp_path)
    assert again(ONE) == first(ONE)
    assert (first.count, again.count) == (1, 0)


def test_a_truncated_picture_is_drawn_anew(tmp_path: Path) -> None:
    first = Drawings(tmp_path)
    first(ONE)
    first.keep()
    (key,) = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    (tmp_path / FILE).write_text(json.dumps({key: first(ONE)[:-1]}), encoding="utf-8")
    again = Drawings(tmp_path)
    assert again(ONE) == first(ONE)
    assert again.count == 1


def test_the_site_is_the_same_without_what_was_kept(project: Path) -> None:
    drawn(project)
    before = digest(project / "_site")
    shutil.rmtree(project / FILE.parent)
    assert drawn(project) > 0
    assert digest(project / "_site") == before


def test_a_folder_that_refuses_does_not_stop_the_build(project: Path) -> None:
    (project / FILE.parent).write_text("en fil där mappen ska ligga", encoding="utf-8")
    assert drawn(project) == drawn(project) > 0


def test_pictures_are_kept_by_what_drew_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Drawings(tmp_path)
    assert first(ONE) == first(ONE) != first(OTHER)
    first.keep()
    again = Drawings(tmp_path)
    assert again(ONE) == first(ONE)
    assert (first.count, again.count) == (2, 0)
    monkeypatch.setattr(drawings, "DRAWN_BY", ())
    changed = Drawings(tmp_path)
    changed(ONE)
    assert changed.count == 1
