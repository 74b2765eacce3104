"""Invalid cases: broken data files with the complete report each must give; adding a case is adding a file.

`invalid/agreements/<case>.*` is laid among the toy register's agreements, under its own name. Every other folder
holds cases of one or more files, `invalid/<folder>/<case>/**`, that take the place of the files they are named like.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_builder.reading.problems import as_text
from site_builder.reading.validate import read
from tests.toy_project import TODAY

INVALID = Path(__file__).parent / "invalid"
FLAT = "agreements"
PLACES = {
    FLAT: "data/agreements/umea",
    "bodies": "data",
    "coverage": "data",
    "criteria": "data",
    "elsewhere": "data",
    "figures": "data/reference",
    "organisations": "data/organisations",
    "programmes": "data",
    "redirects": "data",
    "site": ".",
    "sources": "data",
    "vocabularies": "data/vocabularies",
    "waivers": "data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Broken files as (file, its place in a project), and the file that holds the report they must give."""

    name: str
    files: tuple[tuple[Path, Path], ...]
    expected: Path


def invalid_cases() -> tuple[Case, ...]:
    """Every case below invalid/, by name."""
    cases = [case for folder in sorted(INVALID.iterdir()) for case in _cases_in(folder)]
    return tuple(sorted(cases, key=lambda case: case.name))


def _cases_in(folder: Path) -> Iterator[Case]:
    place = Path(PLACES[folder.name])
    for path in sorted(folder.iterdir()):
        if folder.name == FLAT and path.suffix != ".expected":
            yield Case(
                name=f"{FLAT}/{path.stem}",
                files=((path, place / path.name),),
                expected=path.with_suffix(".expected"),
            )
        elif path.is_dir():
            expected = path / "expected"
            broken = (file for file in sorted(path.rglob("*")) if file.is_file() and file != expected)
            yield Case(
                name=f"{folder.name}/{path.name}",
                files=tuple((file, place / file.relative_to(path)) for file in broken),
                expected=expected,
            )


def report(project: Path, case: Case) -> str:
    """What reading the project says with the case's files in it, one line a problem, without the totals."""
    with _laid_in(project, case):
        text = as_text(read(project, TODAY).problems)
    problems, _, _ = text.rpartition("\n")
    return problems + "\n" if problems else ""


@contextmanager
def _laid_in(project: Path, case: Case) -> Iterator[None]:
    """The case's files in the project for a while, so that a whole project need not be copied for each case."""
    places = [project / place for _, place in case.files]
    before = {place: place.read_bytes() if place.is_file() else None for place in places}
    try:
        for (file, _), place in zip(case.files, places, strict=True):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
        yield
    finally:
        for place, content in before.items():
            if content is None:
                place.unlink(missing_ok=True)
            else:
                place.write_bytes(content)
