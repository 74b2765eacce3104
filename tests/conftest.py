"""Shared ground: a project folder with the toy register in it, to read, build and break."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_builder.reading.validate import read
from site_builder.register.register import Register

ROOT = Path(__file__).parents[1]
TOY = ROOT / "tests" / "toy"
TODAY = date(2025, 6, 1)


def toy_project(folder: Path) -> Path:
    """A whole project in `folder`: the toy data with the real schemas, templates, assets and reference tables."""
    shutil.copytree(TOY, folder, dirs_exist_ok=True)
    for name in ("schema", "templates", "assets", "content", "data/reference", "data/vocabularies"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A toy project of the test's own."""
    return toy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def toy() -> Iterator[Register]:
    """The toy register. Loading it must report nothing."""
    reading = read_toy()
    assert reading is not None
    yield reading


def read_toy() -> Register | None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        reading = read(toy_project(Path(folder)), TODAY)
    assert reading.problems == ()
    return reading.register
