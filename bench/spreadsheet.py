"""`python -m bench.spreadsheet`: taking in 600 rows of a foreign spreadsheet, and sending out and taking in our own.

The peer of taking in is reading and checking the register that comes of it once, in a process that has read nothing;
that of sending out is copying as many files of the same sizes.
"""

import contextlib
import io
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from bench.__main__ import DAY, project, row, seconds
from bench.foreign import COLUMNS, MAPPING, foreign_rows
from site_builder.commands import import_file
from site_builder.exporting.workbook import workbook
from site_builder.presenting.underlag import workbooks
from site_builder.publishing.build import edition
from site_builder.publishing.drawings import Drawings
from site_builder.reading import validate
from site_builder.reading.validate import read

ROUNDS = 3
ROWS = 600
SOURCE = "famna-fremia-2023"


def taken_in(folder: Path, file: Path, mapping: Path | None, *, is_written: bool) -> None:
    options = Namespace(
        root=folder, file=file, mapping=mapping, source=None, write=is_written, rows=False, checked_on=DAY, today=DAY
    )
    with contextlib.redirect_stdout(io.StringIO()) as told:
        assert import_file.COMMAND.run(options), told.getvalue()[:2000]


def read_anew(folder: Path) -> None:
    validate._document.cache_clear()
    assert read(folder, DAY).register


def written_files(folder: Path, contents: list[bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / f"{number}.xlsx").write_bytes(content)


def measured(base: Path, number: int) -> Iterator[tuple[float, float]]:
    """Ours and the peer's seconds of each piece of work."""
    folder = project(base / f"p{number}", 1)
    register = read(folder, DAY).register
    assert register is not None
    rows = foreign_rows(register, ROWS)
    (folder / "f.csv").write_text("\n".join(";".join(each) for each in (COLUMNS, *rows)), encoding="utf-8")
    (folder / "f.yaml").write_text(MAPPING.format(source=SOURCE), encoding="utf-8")
    shown = edition(folder, read(folder, DAY), DAY, {}, Drawings(folder))
    contents: list[bytes] = []
    sent = seconds(lambda: contents.extend(workbook(each) for _, _, each in workbooks(shown)))
    yield sent, seconds(lambda: written_files(base / "copies", contents))
    (folder / "alla.xlsx").write_bytes(contents[1])
    validate._document.cache_clear()
    own = seconds(lambda: taken_in(folder, folder / "alla.xlsx", None, is_written=False))
    yield own, seconds(lambda: read_anew(folder))
    validate._document.cache_clear()
    ours = seconds(lambda: taken_in(folder, folder / "f.csv", folder / "f.yaml", is_written=True))
    yield ours, seconds(lambda: read_anew(folder))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        rounds = [list(measured(Path(name), number)) for number in range(ROUNDS)]
    told = (
        ("all workbooks made anew", "writing as many files"),
        ("the whole register taken in, unchanged", "reading it once"),
        (f"{ROWS} foreign rows taken in", "reading what comes of it once"),
    )
    for place, (name, peer) in enumerate(told):
        ours, theirs = zip(*(each[place] for each in rounds), strict=True)
        print(row(name, list(ours), peer, list(theirs)))


if __name__ == "__main__":
    main()
