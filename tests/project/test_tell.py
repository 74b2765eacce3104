"""The second stage as it runs: the workflow's own shell, in a clone of main, on a commit that it has never checked out.

A bare repository stands in for GitHub's, and `gh` is a stand-in that answers from a file.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.answering.changes import MARKER
from site_builder.cli import main
from site_builder.presenting.words import NO_BREAK
from tests.project.test_scripts import FAKE, SCRIPTS
from tests.project.test_workflows import steps
from tests.reading.test_history import Repository
from tests.toy_project import ROOT, toy_project

NATTHEM = "data/agreements/umea/natthem.yaml"
TELL = ROOT / ".github/workflows/tell.yml"


@dataclass(frozen=True)
class Stage:
    """What GitHub has, what a stranger has, and what the stage runs in."""

    stranger: Repository
    clone: Path
    folder: Path

    def proposes(self) -> str:
        """The stranger's files as the pull request's latest commit."""
        (self.stranger.folder / "README.md").write_text("Förslag", encoding="utf-8")
        head = self.stranger.commit("2025-02-01")
        self.stranger.git("push", "-q", "--force", "origin", "HEAD:refs/pull/7/head")
        pulls = [{"number": 6, "head": {"sha": "0" * 40}}, {"number": 7, "head": {"sha": head}}]
        (self.folder / "answer").write_text(json.dumps(pulls), encoding="utf-8")
        return head

    def run(self, head: str) -> str | None:
        """Runs every step of the workflow that is a shell; what was posted, None where nothing was."""
        output = self.folder / "output"
        environment = os.environ | {
            "PATH": f"{self.folder}:{os.environ['PATH']}", "CALLS": str(self.folder / "calls"),
            "SENT": str(self.folder / "sent"), "ANSWER": str(self.folder / "answer"), "GITHUB_OUTPUT": str(output),
            "GITHUB_REPOSITORY": "anna/iop", "GITHUB_SERVER_URL": "https://github.com", "RUN_ID": "9",
            "OUTCOME": "failure", "HEAD_SHA": head, "TZ": "Europe/Stockholm",
        }  # fmt: skip
        for step in steps(TELL):
            shell = step.get("run", "").replace("make .venv/runtime", "true")
            found = output.read_text(encoding="utf-8") if output.exists() else ""
            if shell and not ("if" in step and found == "number=\n"):
                if step["name"] == "Svara":
                    (self.folder / "answer").write_text("[]", encoding="utf-8")
                shell = shell.replace(".venv/bin/python build.py", f"{sys.executable} {ROOT}/build.py")
                number = {"NUMBER": found.strip().removeprefix("number=")}
                subprocess.run(["bash", "-e", "-c", shell], cwd=self.clone, env=environment | number, check=True)
        sent = self.folder / "sent"
        return json.loads(sent.read_text(encoding="utf-8"))["body"] if sent.exists() else None


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    ours = Repository(toy_project(tmp_path / "project"))
    shutil.copytree(SCRIPTS, ours.folder / ".github/scripts")
    ours.commit("2025-01-01")
    bare = tmp_path / "github.git"
    ours.git("clone", "-q", "--bare", str(ours.folder), str(bare))
    for name in ("stranger", "clone"):
        ours.git("clone", "-q", str(bare), str(tmp_path / name))
    (tmp_path / "gh").write_text(FAKE, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    stranger = Repository(tmp_path / "stranger")
    return Stage(stranger=stranger, clone=tmp_path / "clone", folder=tmp_path)


def test_a_stranger_s_change_is_told_by_main_s_code(stage: Stage) -> None:
    path = stage.stranger.folder / NATTHEM
    path.write_text(path.read_text(encoding="utf-8").replace('"2021-12-31"', '"2022-01-31"'), encoding="utf-8")
    evil = stage.stranger.folder / ".github/scripts/comment.sh"
    evil.write_text('#!/bin/sh\ntouch "$SENT.evil"\n', encoding="utf-8")
    (stage.stranger.folder / "schema/agreement.schema.json").write_text("{}", encoding="utf-8")
    text = stage.run(stage.proposes())
    assert text is not None and text.startswith(MARKER)
    assert "slutdatum: `2021-12-31` → `2022-01-31`" in text
    assert "Kontrollen är röd: [se kontrollens sida](https://github.com/anna/iop/actions/runs/9)" in text
    assert f"3{NO_BREAK}andra filer" in text
    assert "repos/anna/iop/issues/7/comments" in (stage.folder / "calls").read_text(encoding="utf-8")
    assert not (stage.folder / "sent.evil").exists()
    assert subprocess.run(["git", "diff", "--quiet"], cwd=stage.clone, check=False).returncode == 0, "checked out"


def test_a_hostile_one_is_answered_and_nothing_else_happens(stage: Stage) -> None:
    umea = stage.stranger.folder / "data/agreements/umea"
    (umea / "lank.yaml").symlink_to("/etc/passwd")
    (umea / "$(touch evil)\n`touch evil`.yaml").write_text("title: '@everyone ![x](http://evil.example)'\n")
    (stage.stranger.folder / NATTHEM).write_bytes(b"\xff")
    text = stage.run(stage.proposes())
    assert text is not None and "### Att rätta: " in text and "symbolisk länk" in text
    assert "root:" not in text and not list(stage.folder.rglob("evil"))


@pytest.mark.parametrize("head", ["1" * 40, "0" * 39 + "1"])
def test_a_commit_that_no_open_pull_request_ends_with_gets_no_answer(stage: Stage, head: str) -> None:
    stage.proposes()
    assert stage.run(head) is None


def test_what_is_no_commit_stops_the_run_at_once(stage: Stage) -> None:
    stage.proposes()
    with pytest.raises(subprocess.CalledProcessError):
        stage.run("main; touch evil")
    assert not (stage.folder / "calls").exists()


def test_the_first_stage_stops_what_the_second_tells_of(stage: Stage) -> None:
    """What the first one runs, on the same commit: red for the new fault."""
    path = stage.stranger.folder / NATTHEM
    path.write_text(path.read_text(encoding="utf-8").replace('"2021-12-31"', '"2018-12-31"'), encoding="utf-8")
    text = stage.run(stage.proposes())
    assert text is not None and "### Att rätta: 1 fel" in text
    assert main(["check", "--since", "origin/main", "--root", str(stage.stranger.folder), "--today", "2025-06-01"]) == 1
