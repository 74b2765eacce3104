"""Removed records, read from a small git repository made for each test."""

from pathlib import Path

import pytest

from site_builder.reading.removals import ever_removed
from site_builder.register.release import Key
from tests.reading.test_history import ONE, OTHER, Repository

ORGANISATION = "data/organisations/natthjalpen.yaml"


def removed(*keys: Key) -> frozenset[Key]:
    return frozenset(keys)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def test_every_record_that_was_ever_taken_away(repository: Repository) -> None:
    repository.write(ONE)
    repository.write(ORGANISATION)
    repository.write("data/organisations/kvar.yaml")
    repository.write("data/sources.yaml")
    repository.commit("2025-01-01")
    assert ever_removed(repository.folder) == frozenset()
    repository.git("mv", ONE, OTHER)
    (repository.folder / "data/sources.yaml").unlink()
    repository.commit("2025-01-02")
    (repository.folder / ORGANISATION).unlink()
    repository.commit("2025-01-03")
    repository.write("data/organisations/annan.yaml")
    repository.commit("2025-01-04")
    assert ever_removed(repository.folder) == removed(("agreement", "umea/natthem"), ("organisation", "natthjalpen"))


def test_what_a_merge_took_away(repository: Repository) -> None:
    repository.write(ONE)
    repository.write(OTHER)
    repository.commit("2025-01-01")
    repository.git("checkout", "-q", "-b", "gren")
    (repository.folder / ONE).unlink()
    repository.write("data/agreements/umea/forsok.yaml")
    repository.commit("2025-01-02")
    (repository.folder / "data/agreements/umea/forsok.yaml").unlink()
    repository.commit("2025-01-03")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Sammanslagning", "gren", day="2025-01-04")
    assert ever_removed(repository.folder) == removed(("agreement", "umea/natthem")), (
        "a trial within the branch never stood"
    )


def test_what_is_not_committed_yet(repository: Repository) -> None:
    repository.write("register/" + ONE)
    repository.write("register/" + OTHER)
    repository.write("register/" + ORGANISATION)
    repository.commit("2025-01-01")
    (repository.folder / "register" / ONE).unlink()
    repository.git("rm", "-q", "register/" + OTHER)
    assert ever_removed(repository.folder / "register") == removed(
        ("agreement", "umea/natthem"), ("agreement", "umea/nattlogi")
    )


def test_where_history_cannot_be_known_there_is_no_answer(repository: Repository, tmp_path: Path) -> None:
    assert ever_removed(repository.folder) is None  # no commit yet
    repository.write(ONE)
    repository.commit("2025-01-01")
    repository.write(ONE, end="2022")
    repository.commit("2025-01-02")
    shallow = tmp_path / "grund"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(shallow))
    assert ever_removed(shallow) is None
    (tmp_path / "utan").mkdir()
    assert ever_removed(tmp_path / "utan") is None
