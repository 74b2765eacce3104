"""Which pages a change makes different, and that they open from a folder: on the toy project in a git repository."""

import re
from pathlib import Path
from posixpath import normpath

import pytest

from site_builder.cli import main
from tests.answering.test_changes import NEW
from tests.made_once import made_once, with_drawings
from tests.reading.test_history import Repository
from tests.toy_project import toy_project

NATTHEM = "data/agreements/umea/natthem.yaml"


def repository_at(folder: Path, site: Path) -> Repository:
    """The toy project committed twice, so that histories would differ, with a branch that has not begun."""
    found = Repository(with_drawings(toy_project(folder), site))
    (found.folder / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    found.commit("2024-01-01")
    (found.folder / "README.md").write_text("x", encoding="utf-8")
    found.commit("2025-01-01")
    found.git("checkout", "-q", "-b", "gren")
    return found


def preview(repository: Repository, out: Path) -> int:
    return main(["preview", "main", "--root", str(repository.folder), "--out", str(out), "--today", "2025-06-01"])


@pytest.fixture(scope="session")
def previewed(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """One record's end changed, and a new record."""

    def make(folder: Path) -> None:
        repository = repository_at(folder, site)
        path = folder / NATTHEM
        path.write_text(path.read_text(encoding="utf-8").replace('"2021-12-31"', '"2022-01-31"'), encoding="utf-8")
        (folder / "data/agreements/umea/laxhjalp.yaml").write_text(NEW, encoding="utf-8")
        repository.commit("2025-01-02")
        assert preview(repository, folder / "ut") == 0

    return made_once(tmp_path_factory, "previewed", make) / "ut"


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_one_date_changes_the_pages_that_show_it(tmp_path: Path, site: Path) -> None:
    repository = repository_at(tmp_path / "project", site)
    path = repository.folder / NATTHEM
    path.write_text(path.read_text(encoding="utf-8").replace('"2021-12-31"', '"2022-01-31"'), encoding="utf-8")
    assert preview(repository, tmp_path / "ut") == 0
    found = pages(tmp_path / "ut")
    records = {page for page in found if re.fullmatch(r"partnerskap/(?!sortera|status)[^/]+/[^/]+/index\.html", page)}
    assert records == {"partnerskap/umea/natthem/index.html"}
    assert {"kommuner/umea/index.html", "organisationer/norrskensmissionen/index.html"} <= found
    assert not {"kommuner/malmo/index.html", "data/index.html", "om/metod/index.html"} & found
    listed = (tmp_path / "ut/index.html").read_text(encoding="utf-8")
    assert listed.index("<h2>Ändrade partnerskap</h2>") < listed.index("natthem/index.html") < listed.index("<h2>Andra")


def test_nothing_changed_gives_an_empty_list(tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = repository_at(tmp_path / "project", site)
    assert preview(repository, tmp_path / "ut") == 0
    assert pages(tmp_path / "ut") == {"index.html"}
    assert "Inga sidor blir annorlunda." in (tmp_path / "ut/index.html").read_text(encoding="utf-8")
    assert preview(repository, tmp_path / "ut") == 2, "a folder that holds something is left alone"
    assert "är inte tom" in capsys.readouterr().err


def test_every_page_in_the_list_is_there_and_the_other_way_round(previewed: Path) -> None:
    listed = re.findall(r'<a href="([^"]+)">', (previewed / "index.html").read_text(encoding="utf-8"))
    assert set(listed) == pages(previewed) - {"index.html"}
    assert "<h2>Nya sidor</h2>" in (previewed / "index.html").read_text(encoding="utf-8")


def test_pages_have_what_they_show_and_lead_to_each_other_as_files(previewed: Path) -> None:
    text = (previewed / "partnerskap/umea/natthem/index.html").read_text(encoding="utf-8")
    assert 'href="../../../kommuner/umea/index.html"' in text
    assert 'href="../../../start.html"' in text
    for page in sorted(pages(previewed)):
        text = (previewed / page).read_text(encoding="utf-8")
        for address in re.findall(r'(?:src|rel="stylesheet" href)="([^"]+)"', text):
            assert (previewed / normpath(f"{page}/../{address}")).is_file(), (page, address)
        for address in re.findall(r' href="([^":#?]+\.(?:csv|json|yaml|svg|png|ics|bib))"', text):
            assert (previewed / normpath(f"{page}/../{address}")).is_file(), (page, address)


@pytest.mark.parametrize(("is_old", "words"), [(True, "Den tidigare versionen har fel"), (False, "Registret har fel")])
def test_faults_are_said_to_be_in_the_way_and_are_no_failure(
    tmp_path: Path, site: Path, is_old: bool, words: str
) -> None:
    repository = repository_at(tmp_path / "project", site)
    path = repository.folder / NATTHEM
    whole = path.read_text(encoding="utf-8")
    path.write_text("title: [", encoding="utf-8")
    if is_old:
        repository.git("checkout", "-q", "-B", "main")
        repository.commit("2025-01-02")
        path.write_text(whole, encoding="utf-8")
    assert preview(repository, tmp_path / "ut") == 0
    assert words in (tmp_path / "ut/index.html").read_text(encoding="utf-8")
