"""The toy project: a few hand-made partnerships that cover every awkward case, to read, build and break."""

import shutil
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOY = ROOT / "tests" / "toy"
TODAY = date(2025, 6, 1)
GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "anna/iop"}
BASE = "https://anna.github.io/iop/"
"""Where the toy site is published from GITHUB."""


def toy_project(folder: Path) -> Path:
    """A whole project in `folder`: the toy data and pages with the real schemas, templates and reference tables."""
    for name in ("schema", "templates", "assets", "data/reference", "data/vocabularies"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    shutil.copytree(TOY, folder, dirs_exist_ok=True)
    return folder
