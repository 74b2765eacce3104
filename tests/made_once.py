"""Made once: folders that are costly to make and that no test changes, shared by all workers of a test run."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.publishing.drawings import FILE


def made_once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder of the name, made by the worker that is first to ask; the others wait for it."""
    base = temporary.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = shared / f"{name}.unfinished"
            make(unfinished)
            unfinished.rename(folder)
    return folder


def with_drawings(project: Path, site: Path) -> Path:
    """The project, with the charts that were drawn for the site, so that those it shares need not be drawn again."""
    (project / FILE).parent.mkdir()
    shutil.copy(site.parent / FILE, project / FILE)
    return project
