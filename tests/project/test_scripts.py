"""The scripts of the workflows, with a stand-in for `gh` that answers from a file and writes down what it was asked."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from site_builder.answering.changes import MARKER
from tests.toy_project import ROOT

SCRIPTS = ROOT / ".github/scripts"
OWN = "github-actions[bot]"
FAKE = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in *--input*) cat > "$SENT" ;; *) cat "$ANSWER" ;; esac
"""


@dataclass(frozen=True)
class GitHub:
    """A folder with the stand-in, what it answers and what it was sent."""

    folder: Path

    def answers(self, *pages: list[dict[str, Any]]) -> None:
        (self.folder / "answer").write_text("".join(map(json.dumps, pages)), encoding="utf-8")

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        own = {name: str(self.folder / name.lower()) for name in ("CALLS", "SENT", "ANSWER", "GITHUB_STEP_SUMMARY")}
        path = f"{self.folder}:{os.environ['PATH']}"
        environment = os.environ | own | {"PATH": path, "GITHUB_REPOSITORY": "anna/iop"}
        command = [str(SCRIPTS / script), *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    @property
    def calls(self) -> list[str]:
        path = self.folder / "calls"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    @property
    def sent(self) -> Any:
        return json.loads((self.folder / "sent").read_text(encoding="utf-8"))


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    found = GitHub(tmp_path)
    (tmp_path / "gh").write_text(FAKE, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    found.answers([])
    return found


@pytest.fixture
def answer(tmp_path: Path) -> str:
    path = tmp_path / "svar med blank.md"
    path.write_text(f'{MARKER}\n\n"å" $(id) `x` \\n\n', encoding="utf-8")
    return str(path)


def comment(id: int, login: str, body: str) -> dict[str, Any]:
    return {"id": id, "user": {"login": login}, "body": body}


LIST = "api --paginate repos/anna/iop/issues/7/comments?per_page=100"


def test_the_first_answer_is_a_new_comment(github: GitHub, answer: str) -> None:
    github.answers([comment(1, "anna", "Hej")])
    assert github.run("comment.sh", "7", answer, MARKER).returncode == 0
    assert github.calls == [LIST, "api --method POST repos/anna/iop/issues/7/comments --input - --silent"]
    assert github.sent == {"body": Path(answer).read_text(encoding="utf-8")}


def test_the_next_one_takes_its_place_also_on_a_later_page(github: GitHub, answer: str) -> None:
    github.answers([comment(1, "anna", "Hej")], [comment(2, OWN, "Annat"), comment(3, OWN, f"{MARKER}\nförr")])
    assert github.run("comment.sh", "7", answer, MARKER).returncode == 0
    assert github.calls[1:] == ["api --method PATCH repos/anna/iop/issues/comments/3 --input - --silent"]


def test_nobody_else_s_comment_is_touched_even_with_the_marker(github: GitHub, answer: str) -> None:
    github.answers(
        [
            comment(1, "anna", f"{MARKER}\nlurendrejeri"),
            comment(2, OWN, f"> {MARKER}"),
            comment(3, "github-actions", MARKER),
        ]
    )
    assert github.run("comment.sh", "7", answer, MARKER).returncode == 0
    assert [call.split()[2] for call in github.calls[1:]] == ["POST"]


@pytest.mark.parametrize("number", ["", "0", "7/../8", "7 8", "-7", "7;id", "7\n8", "99999999999"])
def test_only_a_number_is_a_number(github: GitHub, answer: str, number: str) -> None:
    assert github.run("comment.sh", number, answer, MARKER).returncode == 2
    assert github.calls == []


def test_a_text_without_the_marker_or_none_at_all_is_refused(github: GitHub, answer: str, tmp_path: Path) -> None:
    (tmp_path / "tom.md").touch()
    for arguments in (("7", answer, "<!-- annat -->"), ("7", str(tmp_path / "tom.md"), MARKER), ("7", answer, "")):
        assert github.run("comment.sh", *arguments).returncode == 2
    assert github.calls == []


def test_where_github_does_not_answer_nothing_is_written(github: GitHub, answer: str) -> None:
    (github.folder / "answer").write_text("Not Found", encoding="utf-8")
    assert github.run("comment.sh", "7", answer, MARKER).returncode != 0
    assert github.calls == [LIST]


def test_a_commit_s_pull_request_is_the_open_one_that_ends_with_it(github: GitHub) -> None:
    commit, other = "a" * 40, "b" * 40
    github.answers([{"number": 5, "head": {"sha": other}}], [{"number": 6, "head": {"sha": commit}}])
    assert github.run("pull-request.sh", commit).stdout == "6\n"
    assert github.run("pull-request.sh", "c" * 40).stdout == ""
    for wrong in ("", "main", commit[1:], f"{commit}\n", "--help"):
        assert github.run("pull-request.sh", wrong).returncode == 2


def test_a_summary_shows_what_was_said_as_it_is_and_how_it_went(github: GitHub) -> None:
    good = github.run("summary.sh", "Rubrik", "printf", "a\\n</details>@b\\n")
    bad = github.run("summary.sh", "Annan", "sh", "-c", "echo fel >&2; exit 3")
    assert (good.returncode, bad.returncode) == (0, 3)
    assert good.stdout == "a\n</details>@b\n"
    assert (github.folder / "github_step_summary").read_text(encoding="utf-8") == (
        "## Rubrik: inget att göra\n\n    a\n    </details>@b\n\n## Annan: behöver ses över\n\n    fel\n\n"
    )
