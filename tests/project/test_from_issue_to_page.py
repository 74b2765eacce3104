"""From an issue to the published page, by the very steps of the workflow, on a local repository instead of GitHub."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.publishing.build import build
from tests.intake.issues.event_cases import EVENTS
from tests.made_once import with_drawings
from tests.toy_project import ROOT, TODAY, toy_project

HERE = Path(__file__).parent
WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/intake.yml").read_text(encoding="utf-8"))


def git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=Förvaltare", "-c", "user.email=forvaltare@example.se", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


class Hub:
    """A bare repository with the toy register on main, and machines that run jobs on clones of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin = folder / "origin.git"
        self.notes = folder / "notes"
        self.jobs = 0
        first = toy_project(folder / "first")
        for name in ("site_builder", ".github"):
            shutil.copytree(ROOT / name, first / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("build.py", ".gitignore"):
            shutil.copy(ROOT / name, first / name)
        git(folder, "init", "--quiet", "--bare", str(self.origin))
        git(first, "init", "--quiet")
        git(first, "add", "--all")
        git(first, "commit", "--quiet", "--message", "Registret")
        git(first, "push", "--quiet", str(self.origin), "main")

    def clone(self) -> Path:
        self.jobs += 1
        place = self.folder / f"machine-{self.jobs}"
        git(self.folder, "clone", "--quiet", str(self.origin), str(place))
        (place / ".venv/bin").mkdir(parents=True)
        python = place / ".venv/bin/python"
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        python.chmod(0o755)
        return place

    def issue(self, name: str, **issue: Any) -> None:
        """What happens when the event is sent: both jobs, each on a machine of its own."""
        payload = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
        payload["issue"] |= issue
        event, shared = self.folder / "event.json", self.folder / "temp"
        event.write_text(json.dumps(payload), encoding="utf-8")
        shutil.rmtree(shared, ignore_errors=True)
        shared.mkdir()
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GH_NOTES": str(self.notes),
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_REPOSITORY": "iop/registret",
            "RUNNER_TEMP": str(shared),
            "NUMBER": str(payload["issue"]["number"]),
        }
        (self.folder / "bin").mkdir(exist_ok=True)
        shutil.copy(HERE / "gh", self.folder / "bin" / "gh")
        for job in ("read", "answer"):
            self._run(job, self.clone(), environment)

    def _run(self, job: str, machine: Path, environment: Mapping[str, str]) -> None:
        """The job's own steps, but those that set up the machine."""
        for step in WORKFLOW["jobs"][job]["steps"]:
            if "run" in step and step["name"] != "Installera":
                subprocess.run(["bash", "-e", "-c", step["run"]], cwd=machine, env=environment, check=True)

    def proposed(self, number: int) -> str:
        """What the issue's branch changes."""
        return git(self.origin, "diff", "--unified=0", f"main...arende-{number}")

    def merge(self, number: int) -> None:
        place = self.clone()
        git(place, "merge", "--quiet", "--no-ff", "--message", "Infört", f"origin/arende-{number}")
        git(place, "push", "--quiet", "origin", "main")

    @property
    def answer(self) -> str:
        body: str = json.loads(Path(f"{self.notes}.comments").read_text(encoding="utf-8"))[0]["body"]
        return body


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path)


def changed_lines(diff: str) -> list[str]:
    return [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_new_partnership_and_a_corrected_date_reach_their_pages(hub: Hub, site: Path) -> None:
    hub.issue("opened")
    assert "Nya partnerskap: 1" in hub.answer
    hub.issue("edited")
    assert changed_lines(hub.proposed(42)) == [
        '-  - {kind: original, start: "2019-03-01", end: "2021-12-31"}',
        '+  - {kind: original, start: "2019-03-01", end: "2022-06-30"}',
    ]
    notes = hub.notes.read_text(encoding="utf-8")
    assert "pr create --base main --head arende-42 --title Rättar umea/natthem: avtalsperioder" in notes
    assert notes.count("workflow run check.yml --ref arende-4") == 2
    assert "closes #42" in Path(f"{hub.notes}.body").read_text(encoding="utf-8")
    hub.merge(41)
    hub.merge(42)
    place = with_drawings(hub.clone(), site)
    assert build(place, place / "_site", TODAY, {}, checked_on=date(2026, 11, 23)).written

    def page(name: str) -> str:
        text = (place / "_site/partnerskap/umea" / name / "index.html").read_text(encoding="utf-8")
        return text.replace("\xa0", " ")

    new = page("laxhjalp-och-motesplats-for-unga")
    assert "<h1>Läxhjälp och mötesplats för unga</h1>" in new and "31 december 2026" in new
    assert "30 juni 2022" in page("natthem") and "31 december 2021" not in page("natthem").split("Historik")[0]


def test_an_issue_that_is_edited_changes_its_proposal_and_its_answer(hub: Hub) -> None:
    body = json.loads((EVENTS / "edited.json").read_text(encoding="utf-8"))["issue"]["body"]
    hub.issue("edited")
    hub.issue("edited", body=body.replace("2022-06-30", "2023-06-30"))
    assert 'end: "2023-06-30"' in hub.proposed(42) and "2022-06-30" not in hub.proposed(42)
    assert "2023-06-30" in hub.answer
    assert hub.notes.read_text(encoding="utf-8").count("pr create") == 1
    hub.issue("edited", body=body.replace("2022-06-30", "någon gång"))
    assert "Det här behöver du ändra" in hub.answer
    assert "pr close arende-42" in hub.notes.read_text(encoding="utf-8")


def test_what_somebody_has_worked_on_in_the_branch_is_left(hub: Hub) -> None:
    hub.issue("edited")
    place = hub.clone()
    git(place, "switch", "--quiet", "arende-42")
    git(place, "commit", "--quiet", "--allow-empty", "--message", "Källan tillagd")
    git(place, "push", "--quiet", "origin", "arende-42")
    before = git(hub.origin, "rev-parse", "arende-42")
    hub.issue("edited")
    assert git(hub.origin, "rev-parse", "arende-42") == before


def test_nothing_of_a_hostile_issue_reaches_a_branch(hub: Hub) -> None:
    hub.issue("hostile")
    assert git(hub.origin, "branch", "--list", "arende-*") == ""
    assert "Det här behöver du ändra" in hub.answer


def test_what_cannot_be_read_at_all_is_answered(hub: Hub) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        hub.issue("opened", number="1; id")
    answer = (hub.folder / "temp/svar/svar.md").read_text(encoding="utf-8")
    assert "gick inte att läsa automatiskt" in answer
