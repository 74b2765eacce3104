"""The toy site as it is once it has an address of its own."""

from pathlib import Path

import pytest

from site_builder.publishing.build import build
from tests.made_once import made_once, with_drawings
from tests.toy_project import TODAY, toy_project

GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "anna/iop"}
BASE = "https://anna.github.io/iop/"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """No test changes it; its charts are drawn already."""

    def make(folder: Path) -> None:
        project = with_drawings(toy_project(folder), site)
        assert build(project, project / "_site", TODAY, GITHUB).written

    return made_once(tmp_path_factory, "published", make) / "_site"
