"""Check as a pull request runs it: all problems are told, but only those that it brings stop it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.answering.test_changes import NEW
from tests.reading.test_history import Repository
from tests.toy_project import toy_project

NATTHEM, OLD = "data/agreements/umea/natthem.yaml", "data/agreements/malmo/avslutat.yaml"
GONE = "data/agreements/malmo/ingen-part.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The toy project with an old fault on main, and a branch."""
    found = Repository(toy_project(tmp_path / "project"))
    change(found, OLD, "title:", "titel:")
    found.commit("2025-01-01")
    found.git("checkout", "-q", "-b", "gren")
    return found


def change(repository: Repository, path: str, old: str, new: str) -> None:
    text = (repository.folder / path).read_text(encoding="utf-8")
    assert old in text
    (repository.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


Check = Callable[..., tuple[int, str]]


@pytest.fixture
def check(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Check:
    def checked(*more: str) -> tuple[int, str]:
        code = main(["check", "--root", str(repository.folder), "--today", "2025-06-01", *more])
        return code, capsys.readouterr().out

    return checked


def test_an_old_fault_stops_nobody_new_but_is_told(repository: Repository, check: Check) -> None:
    change(repository, NATTHEM, "title: Natthem", "title: Nattlogi")
    change(repository, OLD, "sources:", "# en rad som flyttar felet\nsources:")
    assert check()[0] == 1
    code, report = check("--since", "main")
    assert code == 0
    assert f"{OLD}:1:1: schema/unknown-key" in report
    assert "äldre fel, som ändringen inte har gjort, hindrar inte." in report and report.endswith(
        "0 fel, 0 varningar\n"
    )


def test_what_the_change_brings_stops_it_committed_or_not(repository: Repository, check: Check) -> None:
    change(repository, NATTHEM, '"2021-12-31"', '"2018-12-31"')
    code, report = check("--since", "main", "--reporter", "github")
    assert code == 1
    assert [line.partition(",")[0] for line in report.splitlines() if line.startswith("::error")] == [
        f"::error file={NATTHEM}"
    ]
    assert report.count("::group::") == report.count("::endgroup::") == 1
    repository.commit("2025-01-02")
    assert check("--since", "main", "--reporter", "github") == (1, report)
    assert check("--since", "HEAD")[0] == 0
    told = json.loads(check("--since", "main", "--reporter", "json")[1])
    assert told["errors"] == 1 and {problem["path"] for problem in told["older"]} == {OLD}


def test_what_came_to_main_since_is_not_the_branch_s_doing(repository: Repository, check: Check) -> None:
    repository.git("checkout", "-q", "main", "--")
    (repository.folder / GONE).unlink()
    repository.commit("2025-01-02")
    repository.git("checkout", "-q", "gren")
    assert check("--since", "main")[0] == 0


def test_a_record_may_not_vanish_unsaid(repository: Repository, check: Check) -> None:
    change(repository, OLD, "titel:", "title:")  # or its own faults would be old
    repository.commit("2025-01-02")
    (repository.folder / GONE).unlink()
    assert check()[0] == 0
    code, report = check("--since", "main")
    assert code == 1
    assert f"data/release.yaml:1:1: file/vanished: {GONE} har tagits bort. Återställ filen" in report
    (repository.folder / "data/release.yaml").write_text(
        "agreements: 8\norganisations: 3\n"
        "removed:\n  - {kind: agreement, id: malmo/ingen-part, reason: Det var ett bidrag.}\n",
        encoding="utf-8",
    )
    assert check("--since", "main")[0] == 0


def test_a_renamed_record_leaves_a_redirect(repository: Repository, check: Check) -> None:
    repository.git("mv", GONE, "data/agreements/malmo/parten.yaml")
    assert "file/vanished" in check("--since", "main")[1]
    with (repository.folder / "data/redirects.yaml").open("a", encoding="utf-8") as file:
        file.write('- {kind: agreement, from: malmo/ingen-part, to: malmo/parten, since: "2025-01-02"}\n')
    assert "file/vanished" not in check("--since", "main")[1]


def test_strict_lets_warnings_stop_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = toy_project(tmp_path / "project")
    (project / "data/agreements/umea/laxhjalp.yaml").write_text(NEW, encoding="utf-8")  # overlaps another
    arguments = ["check", "--root", str(project), "--today", "2025-06-01"]
    assert main(arguments) == 0
    assert "0 fel, 1 varning" in capsys.readouterr().out
    assert main([*arguments, "--strict"]) == 1


def test_drafts_and_since_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "utkast", "--since", "main"])
    assert ended.value.code == 2
