"""Publishing as the workflow does it, from a real repository: what the guard refuses, and how the change says so."""

from pathlib import Path

import pytest

from site_builder.cli import main
from tests.made_once import with_drawings
from tests.reading.test_history import Repository
from tests.toy_project import BASE, toy_project

SETTINGS = (
    f"title: Leksaksregistret\ndescription: D\nbase_url: {BASE}\nrepository: https://github.com/anna/iop\n"
    "contact_email: kontakt@iop.se\npublisher: Föreningen\n"
)
GONE = "data/agreements/malmo/ingen-part.yaml"


@pytest.fixture
def repository(tmp_path: Path, published: Path) -> Repository:
    """The toy project with settings of its own, committed once."""
    project = with_drawings(toy_project(tmp_path / "project"), published)
    (project / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    (project / ".gitignore").write_text("/_site/\n/.cache/\n", encoding="utf-8")
    found = Repository(project)
    found.commit("2025-01-01")
    return found


def publish(repository: Repository) -> int:
    return main(["build", "--publish", "--root", str(repository.folder), "--today", "2025-06-01"])


def test_a_vanished_record_stops_every_later_publication_until_the_change_says_so(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.folder / GONE).unlink()
    repository.commit("2025-01-02")
    (repository.folder / "README.md").write_text("Annat", encoding="utf-8")
    repository.commit("2025-01-03")
    assert publish(repository) == 2
    error = capsys.readouterr().err
    assert f"- {GONE} har tagits bort." in error
    assert "data/release.yaml" in error
    assert not (repository.folder / "_site").exists()
    (repository.folder / "data/release.yaml").write_text(
        "agreements: 8\norganisations: 3\n"
        "removed:\n  - {kind: agreement, id: malmo/ingen-part, reason: Det var ett bidrag.}\n",
        encoding="utf-8",
    )
    assert publish(repository) == 0


def test_a_jump_in_numbers_is_refused(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    (repository.folder / "data/release.yaml").write_text(
        "agreements: 8\norganisations: 300\nremoved: []\n", encoding="utf-8"
    )
    assert publish(repository) == 2
    assert "Registret har 3 organisationer, men 300 väntades." in capsys.readouterr().err


def test_without_history_nothing_can_be_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = toy_project(tmp_path / "utan-git")
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    assert main(["build", "--publish", "--root", str(folder), "--today", "2025-06-01"]) == 2
    assert "hela git-historik" in capsys.readouterr().err
