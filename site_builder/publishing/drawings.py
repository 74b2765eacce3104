"""Drawings: pictures kept between builds in one file, by what they were drawn from and by what drew them.

Without the file, or with a broken one, every picture is drawn anew: the site's bytes are the same.
"""

import contextlib
import inspect
import json
import os
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from site_builder.presenting import drawing as figures
from site_builder.presenting import lanes, plots, timeline
from site_builder.presenting.pictures import Drawing, svg

FILE = Path(".cache") / "drawings.json"
LIBRARIES = ("altair", "vl-convert-python")
DRAWN_BY: tuple[ModuleType, ...] = (figures, lanes, plots, timeline)


class Drawings:
    """The pictures of one build: what is not in the file is drawn once, and `count` says how many were."""

    def __init__(self, root: Path) -> None:
        self.count = 0
        self._path = root / FILE
        self._kept = _read(self._path)
        self._used: dict[str, str] = {}
        self._tools = _tools()

    def __call__(self, drawing: Drawing) -> str:
        key = sha256(f"{self._tools} {drawing!r}".encode()).hexdigest()
        if key not in self._used:
            if key not in self._kept:
                self._kept[key] = svg(drawing)
                self.count += 1
            self._used[key] = self._kept[key]
        return self._used[key]

    def keep(self) -> None:
        """Writes the pictures that this build used, and no others; a folder that refuses only makes builds slower."""
        if self._used != _read(self._path):
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(exist_ok=True)
                fresh = self._path.with_suffix(f".{os.getpid()}")
                fresh.write_text(json.dumps(self._used, ensure_ascii=False), encoding="utf-8")
                fresh.replace(self._path)


def _tools() -> str:
    """The versions of all that has a part in how a picture looks."""
    code = "".join(inspect.getsource(module) for module in DRAWN_BY)
    return " ".join([*map(version, LIBRARIES), sha256(code.encode()).hexdigest()])


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_whole = isinstance(found, dict) and all(
        isinstance(picture, str) and picture.startswith("<svg") and picture.endswith("</svg>")
        for picture in found.values()
    )
    return found if is_whole else {}
