"""The workflows: no more rights than said, nothing unpinned, no event text in a shell, and only commands that exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.cli import parser
from tests.toy_project import ROOT

WORKFLOWS = tuple(sorted((ROOT / ".github/workflows").glob("*.yml")))
SCRIPTS = tuple(sorted((ROOT / ".github/scripts").glob("*.sh")))
UNTRUSTED = re.compile(r"\$\{\{")  # no expression at all within a shell: what it needs stands in env
WITHOUT_SECRETS = ("check.yml", "nightly.yml", "links.yml")


def workflow(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> Iterator[Any]:
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


def shells(path: Path) -> Iterator[str]:
    return (step["run"] for step in steps(path) if "run" in step)


each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


@each_workflow
def test_rights_are_none_unless_a_job_says_which(path: Path) -> None:
    found = workflow(path)
    assert found["permissions"] == {}
    for name, job in found["jobs"].items():
        assert isinstance(job["permissions"], dict), name
        assert int(job["timeout-minutes"]) <= 90, name
        if path.name in WITHOUT_SECRETS:
            assert job["permissions"] == {"contents": "read"}, name


@each_workflow
def test_a_pull_request_s_code_never_runs_with_rights(path: Path) -> None:
    found = workflow(path)
    assert "pull_request_target" not in found["on"]
    text = path.read_text(encoding="utf-8")
    if "pull_request" in found["on"]:
        assert "secrets." not in text and "github.token" not in text and "write" not in str(found["jobs"])
    if "workflow_run" in found["on"]:
        checkouts = [step for step in steps(path) if "checkout" in step.get("uses", "")]
        assert [step["with"]["ref"] for step in checkouts] == ["main"]
        assert "download-artifact" not in text and "cache" not in text


@each_workflow
def test_actions_are_pinned_and_say_which_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    for step in steps(path):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_no_expression_is_pasted_into_a_shell(path: Path) -> None:
    for shell in shells(path):
        assert not UNTRUSTED.search(shell), shell


@pytest.mark.parametrize("path", (*WORKFLOWS, *SCRIPTS), ids=lambda path: path.name)
def test_every_command_exists_with_its_options(path: Path) -> None:
    texts = list(shells(path)) if path.suffix == ".yml" else [path.read_text(encoding="utf-8")]
    for text in texts:
        for line in text.replace("\\\n", " ").splitlines():
            _, found, command = line.partition("build.py ")
            if found and not line.startswith("#"):
                command = re.split(r" (?:[|>]|&&|\|\|)", command)[0]
                parser().parse_args(shlex.split(command))
        for script in re.findall(r"\.github/scripts/[\w-]+\.sh", text):
            assert (ROOT / script).stat().st_mode & 0o111, f"{script} is not there, or cannot be run"
        for target in re.findall(r"^make (\S+)", text, re.M):
            assert re.search(
                rf"^(\$\(VENV\)/|\.venv/)?{re.escape(target.removeprefix('.venv/'))}:",
                (ROOT / "Makefile").read_text("utf-8"),
                re.M,
            )


def test_what_is_checked_is_what_is_told_of() -> None:
    found = workflow(ROOT / ".github/workflows/tell.yml")
    assert found["on"]["workflow_run"]["workflows"] == [workflow(ROOT / ".github/workflows/check.yml")["name"]]
