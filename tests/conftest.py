"""Shared ground: a toy project of each test's own, and the toy register, its site and the real site, made once."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.publishing.build import build
from site_builder.reading.validate import read
from site_builder.register.register import Register
from tests.made_once import made_once, with_drawings
from tests.toy_project import GITHUB, ROOT, TODAY, toy_project

# Machines are noisy: no test is judged by its time, and every run tries the same examples.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy project's site. No test changes it."""

    def make(folder: Path) -> None:
        project = toy_project(folder)
        assert build(project, project / "_site", TODAY, {}).written

    return made_once(tmp_path_factory, "toy", make) / "_site"


@pytest.fixture(scope="session")
def site(toy_site: Path) -> Path:
    """The site that is looked at: the toy's, but in a real browser the real one."""
    return toy_site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real register's site as of a fixed day. No test changes it."""

    def make(folder: Path) -> None:
        assert build(ROOT, folder, date(2026, 11, 23), {}).written

    return made_once(tmp_path_factory, "real", make)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, toy_site: Path) -> Path:
    """The toy project's site as it is once it has an address of its own. No test changes it."""

    def make(folder: Path) -> None:
        project = with_drawings(toy_project(folder), toy_site)
        assert build(project, project / "_site", TODAY, GITHUB).written

    return made_once(tmp_path_factory, "published", make) / "_site"


@pytest.fixture
def project(tmp_path: Path, site: Path) -> Path:
    """A toy project of the test's own, with its charts drawn already."""
    return with_drawings(toy_project(tmp_path / "project"), site)


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The toy register. Reading it must report nothing."""
    reading = read(toy_project(tmp_path_factory.mktemp("toy")), TODAY)
    assert reading.problems == ()
    assert reading.register is not None
    return reading.register
