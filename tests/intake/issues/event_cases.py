"""Event cases: recorded events of issues, and all that the command that the workflow runs makes of each.

`events/<case>.json` is the event as GitHub writes it, `events/<case>.expected` the exit code, the answer to the sender,
the commit's message and what changes in the toy register. Adding a case is adding an event, and refreshing.
"""

import contextlib
import io
import shutil
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.cli import main

EVENTS = Path(__file__).parent / "events"
CASES = tuple(sorted(path.stem for path in EVENTS.glob("*.json")))


def expected(case: str) -> Path:
    return EVENTS / f"{case}.expected"


def outcome(project: Path, case: str) -> str:
    """What the command tells and writes; the project is left as it was."""
    return outcome_of(project, ["--event", str(EVENTS / f"{case}.json")])


def outcome_of(project: Path, arguments: list[str]) -> str:
    with TemporaryDirectory() as folder, kept(project) as before:
        into = Path(folder)
        where = ["--root", str(project), "--today", "2026-11-23", "--write", "--into", folder]
        with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
            code = main(["intake", *where, *arguments])
        answers = (into / name for name in ("svar.md", "andring.txt"))
        told = [path.read_text(encoding="utf-8") for path in answers if path.exists()]
        return f"{code}\n" + "\n".join(["", *told, "".join(_changes(before, texts(project)))])


@contextlib.contextmanager
def kept(project: Path) -> Iterator[Mapping[str, str]]:
    before = texts(project)
    copy = project.with_name(f"{project.name}.before")
    shutil.copytree(project / "data", copy)
    try:
        yield before
    finally:
        shutil.rmtree(project / "data")
        copy.rename(project / "data")


def texts(project: Path) -> dict[str, str]:
    """Every data file, by path."""
    paths = sorted((project / "data").rglob("*.yaml"))
    return {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for path in sorted(before.keys() | after.keys()):
        old, new = before.get(path, "").splitlines(keepends=True), after.get(path, "").splitlines(keepends=True)
        yield from unified_diff(old, new, path, path, n=0)
