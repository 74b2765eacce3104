"""Shared ground: a toy project of each test's own, and the toy register read once."""

from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.reading.validate import read
from site_builder.register.register import Register
from tests.toy_project import TODAY, toy_project

# Machines are noisy: no test is judged by its time, and every run tries the same examples.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A toy project of the test's own."""
    return toy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The toy register. Reading it must report nothing."""
    reading = read(toy_project(tmp_path_factory.mktemp("toy")), TODAY)
    assert reading.problems == ()
    assert reading.register is not None
    return reading.register
