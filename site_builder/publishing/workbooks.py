"""Workbooks: the underlag beside the pages, kept between builds by what they were made of and by what made them.

Making one takes some hundredths of a second and there are hundreds. Without the file, or with a broken one, every
workbook is made anew: the bytes are the same.
"""

import inspect
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from site_builder.exporting import workbook as making
from site_builder.exporting.workbook import MEDIA_TYPE, Underlag, workbook
from site_builder.output import Output
from site_builder.presenting.edition import Edition
from site_builder.presenting.underlag import workbooks
from site_builder.reading.kept import FOLDER, digest, keep, kept

FILE = FOLDER / "workbooks.json"


class Workbooks:
    """The workbooks of one build; `count` says how many had to be made."""

    def __init__(self, root: Path) -> None:
        self.count = 0
        self._path = root / FILE
        self._kept: dict[str, str] = json.loads(kept(self._path) or "{}")
        self._used: dict[str, str] = {}
        self._tools = f"{version('xlsxwriter')} {digest(inspect.getsource(making))}"

    def outputs(self, edition: Edition) -> Iterator[Output]:
        for path, title, content in workbooks(edition):
            yield Output(path=path, produce=self._produce(content), title=title, media_type=MEDIA_TYPE)

    def _produce(self, content: Underlag) -> Callable[[], bytes]:
        return lambda: self._once(content)

    def _once(self, content: Underlag) -> bytes:
        key = sha256(f"{self._tools} {content!r}".encode()).hexdigest()
        if key not in self._used:
            self._used[key] = self._kept.get(key) or self._made(content)
        return b64decode(self._used[key])

    def _made(self, content: Underlag) -> str:
        self.count += 1
        return b64encode(workbook(content)).decode("ascii")

    def keep(self) -> None:
        """Writes those that this build used."""
        if self._used.keys() != self._kept.keys():
            keep(self._path, json.dumps(self._used))
