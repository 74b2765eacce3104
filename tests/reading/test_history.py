"""History read from a small git repository made for each test."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from site_builder.reading import history
from site_builder.reading.history import FILE, histories
from site_builder.register.history import Change, Revision

RECORD = """title: {title}
nonprofit_parties: []
public_parties:
  - body: umea
periods:
  - {{kind: original, start: "2020", end: "{end}"}}
sources:
  - {{source: rapport, locator: "1"}}
"""
ONE, OTHER = "data/agreements/umea/natthem.yaml", "data/agreements/umea/nattlogi.yaml"


class Repository:
    """A git repository whose every commit has a day of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2025-01-01") -> str:
        when = f"{day}T23:30:00-05:00"
        environment = os.environ | {
            "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
            "GIT_AUTHOR_NAME": "Anna <b>Hemlig</b>",
            "GIT_AUTHOR_EMAIL": "anna@hemlig.example",
            "GIT_COMMITTER_DATE": when,
            "GIT_COMMITTER_NAME": "Bo",
            "GIT_COMMITTER_EMAIL": "bo@hemlig.example",
        }
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return done.stdout.strip()

    def write(self, path: str, title: str = "Natthem", end: str = "2021") -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(RECORD.format(title=title, end=end), encoding="utf-8")

    def commit(self, day: str, message: str = "Ändring <script>alert(1)</script>\n\x01 :100644") -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, day=day)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def revision(day: str, commit: str, *changed: Change, **more: object) -> Revision:
    kind = "changed" if changed or "renamed_from" in more else "added"
    values = {"kind": kind, "renamed_from": None, **more}
    return Revision(day=date.fromisoformat(day), commit=commit, changes=changed, **values)  # type: ignore[arg-type]


def test_each_step_is_told_by_field_and_its_own_day(repository: Repository) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    repository.write(ONE, title="Nattlogi", end="2022")
    second = repository.commit("2025-02-03")
    assert histories(repository.folder) == {
        "umea/natthem": (
            revision("2025-01-01", first),
            revision(
                "2025-02-03",
                second,
                Change(pointer=("title",), before="Natthem", after="Nattlogi"),
                Change(pointer=("periods", 0, "end"), before="2021", after="2022"),
            ),
        )
    }


def test_commits_that_change_no_field_are_left_out(repository: Repository) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    file = repository.folder / ONE
    file.write_text("# En kommentar\n" + file.read_text("utf-8").replace('"1"', "'1'"), encoding="utf-8")
    repository.commit("2025-01-02")
    (repository.folder / "README.md").write_text("Annat", encoding="utf-8")
    repository.commit("2025-01-03")
    assert histories(repository.folder) == {"umea/natthem": (revision("2025-01-01", first),)}


def test_a_merge_is_told_once_as_what_it_brought(repository: Repository) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    repository.git("checkout", "-q", "-b", "gren")
    repository.write(ONE, end="2022")
    repository.commit("2025-01-02")
    repository.write(ONE, end="2023")
    repository.commit("2025-01-03")
    repository.git("checkout", "-q", "main")
    repository.write(OTHER, title="Annat", end="1999")
    (repository.folder / "README.md").write_text("Annat", encoding="utf-8")
    repository.commit("2025-01-04")
    repository.git("merge", "-q", "--no-ff", "-m", "Sammanslagning", "gren", day="2025-01-05")
    merge = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "-q", "-b", "tom")
    repository.git("commit", "-q", "--allow-empty", "-m", "tom", day="2025-01-06")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Tom sammanslagning", "tom", day="2025-01-07")
    found = histories(repository.folder)
    assert found is not None
    assert found["umea/natthem"] == (
        revision("2025-01-01", first),
        revision("2025-01-05", merge, Change(pointer=("periods", 0, "end"), before="2021", after="2023")),
    )


def test_a_rename_is_followed_with_what_it_changed(repository: Repository) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    repository.git("mv", ONE, OTHER)
    repository.write(OTHER, end="2022")
    second = repository.commit("2025-01-02")
    changed = Change(pointer=("periods", 0, "end"), before="2021", after="2022")
    assert histories(repository.folder) == {
        "umea/nattlogi": (
            revision("2025-01-01", first),
            revision("2025-01-02", second, changed, renamed_from="umea/natthem"),
        )
    }


def test_a_record_that_was_away_for_a_while(repository: Repository) -> None:
    repository.write(ONE)
    (repository.folder / "README.md").write_text("Kvar", encoding="utf-8")
    first = repository.commit("2025-01-01")
    (repository.folder / ONE).unlink()
    second = repository.commit("2025-01-02")
    repository.write(ONE, title="Åter")
    third = repository.commit("2025-01-03")
    found = histories(repository.folder)
    assert found is not None
    assert found["umea/natthem"] == (
        revision("2025-01-01", first),
        revision("2025-01-02", second, kind="removed"),
        revision("2025-01-03", third),
    )


@pytest.mark.parametrize("broken", ["title: [", "- en lista", "title: &a x", "", "titel: \u202e"])
def test_a_version_that_cannot_be_read_is_passed(repository: Repository, broken: str) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    (repository.folder / ONE).write_text(broken, encoding="utf-8")
    repository.commit("2025-01-02")
    repository.write(ONE, end="2024")
    third = repository.commit("2025-01-03")
    changed = Change(pointer=("periods", 0, "end"), before="2021", after="2024")
    assert histories(repository.folder) == {
        "umea/natthem": (revision("2025-01-01", first), revision("2025-01-03", third, changed))
    }


def test_a_project_in_a_folder_of_a_repository_has_its_own_history(repository: Repository) -> None:
    repository.write("register/" + ONE)
    repository.write(OTHER)
    commit = repository.commit("2025-01-01")
    assert histories(repository.folder / "register") == {"umea/natthem": (revision("2025-01-01", commit),)}


def test_where_history_cannot_be_known_there_is_none(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert histories(repository.folder) is None  # no commit yet
    repository.write(ONE)
    repository.commit("2025-01-01")
    repository.write(ONE, end="2022")
    repository.commit("2025-01-02")
    shallow = tmp_path / "grund"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(shallow))
    assert histories(shallow) is None
    repository.git("clone", "-q", f"file://{repository.folder}", str(tmp_path / "hel"))
    whole = histories(tmp_path / "hel")
    assert whole is not None and len(whole["umea/natthem"]) == 2
    (tmp_path / "utan").mkdir()
    assert histories(tmp_path / "utan") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert histories(repository.folder) is None


def test_a_hook_s_variables_do_not_lead_elsewhere(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(ONE)
    repository.commit("2025-01-01")
    other = Repository(tmp_path / "annat")
    other.write(OTHER)
    other.commit("2025-01-01")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    found = histories(repository.folder)
    assert found is not None and list(found) == ["umea/natthem"]


def test_a_user_s_own_settings_change_nothing(repository: Repository) -> None:
    repository.write(ONE)
    repository.commit("2025-01-01")
    repository.git("mv", ONE, OTHER)
    repository.commit("2025-01-02")
    before = histories(repository.folder)
    (repository.folder / FILE).unlink()
    for setting in (
        "diff.renames=false", "log.showSignature=true", "log.follow=true", "color.ui=always", "core.quotePath=true",
        "log.date=relative", "diff.noPrefix=true", "core.abbrev=4", "log.diffMerges=off", "format.pretty=fuller",
    ):  # fmt: skip
        repository.git("config", *setting.split("="))
    assert histories(repository.folder) == before


def test_it_is_kept_until_the_next_commit(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(ONE)
    repository.commit("2025-01-01")
    first = histories(repository.folder)
    told = history._told
    monkeypatch.setattr(history, "_told", lambda root: pytest.fail("read anew"))
    assert histories(repository.folder) == first
    monkeypatch.setattr(history, "_told", told)
    repository.write(ONE, end="2030")
    repository.commit("2025-01-02")
    second = histories(repository.folder)
    assert second is not None and len(second["umea/natthem"]) == 2
    (repository.folder / FILE).write_text("skräp", encoding="utf-8")
    assert histories(repository.folder) == second


def test_nothing_of_authors_or_messages_is_kept(repository: Repository) -> None:
    repository.write(ONE)
    repository.commit("2025-01-01")
    histories(repository.folder)
    text = (repository.folder / FILE).read_text("ascii")
    assert "natthem" in text
    for never in ("Hemlig", "hemlig", "Bo", "script", "ndring"):
        assert never not in text
