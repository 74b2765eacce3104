"""Drawings: pictures kept between builds in one file, by what they were drawn from and by what drew them.

Without the file, or with a broken one, every picture is drawn anew: the site's bytes are the same.
"""

import contextlib
import inspect
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from site_builder.presenting import atlas, lanes, pictures, plots, posters, timeline
from site_builder.presenting import drawing as figures
from site_builder.presenting.pictures import Drawing, Specified, Vega

FILE = Path(".cache") / "drawings.json"
LIBRARIES = ("altair", "vl-convert-python")
DRAWN_BY: tuple[ModuleType, ...] = (atlas, figures, lanes, pictures, plots, posters, timeline)


class Drawings:
    """The pictures of one build: what is not in the file is drawn once, and `count` says how many charts were."""

    def __init__(self, root: Path) -> None:
        self.count = 0
        self._path = root / FILE
        self._kept = _read(self._path)
        self._used: dict[str, str] = {}
        self._tools = _tools()
        self._vega = Vega()

    def svg(self, drawing: Drawing) -> str:
        def drawn() -> str:
            self.count += 1
            return self._vega.svg(drawing)

        return self._once("svg", repr(drawing), drawn)

    def vega_lite(self, drawing: Specified) -> str:
        return self._once("vega-lite", repr(drawing), lambda: self._vega.vega_lite(drawing))

    def png(self, svg: str) -> bytes:
        return b64decode(self._once("png", svg, lambda: b64encode(self._vega.png(svg)).decode("ascii")))

    def _once(self, form: str, recipe: str, drawn: Callable[[], str]) -> str:
        key = sha256(f"{self._tools} {form} {recipe}".encode()).hexdigest()
        if key not in self._used:
            self._used[key] = self._kept[key] if key in self._kept else drawn()
        return self._used[key]

    def keep(self) -> None:
        """Writes the pictures that this build used, and as many of earlier ones: another day's may be wanted again.

        A folder that refuses only makes builds slower.
        """
        if list(self._used) != list(self._kept)[: len(self._used)]:
            earlier = [(key, picture) for key, picture in self._kept.items() if key not in self._used]
            content = json.dumps(self._used | dict(earlier[: len(self._used)]))
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(exist_ok=True)
                fresh = self._path.with_suffix(f".{os.getpid()}")
                fresh.write_text(f"{_digest(content)}\n{content}", encoding="ascii")
                fresh.replace(self._path)


def _tools() -> str:
    """The versions of all that has a part in how a picture looks."""
    code = "".join(inspect.getsource(module) for module in DRAWN_BY)
    return " ".join([*map(version, LIBRARIES), _digest(code)])


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _read(path: Path) -> dict[str, str]:
    """The pictures kept; none where the file is missing or not as it was written."""
    try:
        digest, _, content = path.read_text(encoding="ascii").partition("\n")
    except (OSError, ValueError):
        return {}
    found: dict[str, str] = json.loads(content) if digest == _digest(content) else {}
    return found
