"""Drawings: pictures kept between builds in one file, by what they were drawn from and by what drew them.

Without the file, or with a broken one, every picture is drawn anew: the site's bytes are the same.
"""

import inspect
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from site_builder.presenting import atlas, lanes, pictures, plots, posters, timeline
from site_builder.presenting import drawing as figures
from site_builder.presenting.pictures import Drawing, Specified, Vega
from site_builder.reading.kept import FOLDER, digest, keep, kept

FILE = FOLDER / "drawings.json"
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
        """Writes the pictures that this build used, and as many of earlier ones: another day's may be wanted again."""
        if list(self._used) != list(self._kept)[: len(self._used)]:
            earlier = [(key, picture) for key, picture in self._kept.items() if key not in self._used]
            keep(self._path, json.dumps(self._used | dict(earlier[: len(self._used)])))


def _tools() -> str:
    """The versions of all that has a part in how a picture looks."""
    code = "".join(inspect.getsource(module) for module in DRAWN_BY)
    return " ".join([*map(version, LIBRARIES), digest(code)])


def _read(path: Path) -> dict[str, str]:
    """The pictures kept; none where there are none to trust."""
    found: dict[str, str] = json.loads(kept(path) or "{}")
    return found
