"""Formatting: which of the register's record files are not written as they should be, and how they would be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.intake.canonical import canonical
from site_builder.reading.fields import Schemas
from site_builder.reading.files import DataFile, data_files

KINDS = ("agreement", "organisation")
"""Files with one record each. Shared lists, such as the sources, are ordered by hand and stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A file that is not as it should be, by its path; `text` as it would be, None where it cannot be read as YAML."""

    path: str
    text: str | None


def unformatted(root: Path, schemas: Schemas, only: Iterable[Path] = ()) -> Iterator[Formatted]:
    """Every record file of the project that formatting would change, or cannot; of those named, where any are.

    Raises BuildError where one that is named is no record of the project.
    """
    found, _ = data_files(root)
    records = {(root / file.path).resolve(): file for file in found if file.kind in KINDS}
    for path in only:
        if path.resolve() not in records:
            raise BuildError(f"{path} är ingen post i data/agreements/ eller data/organisations/.")
    wanted = {path.resolve() for path in only} or records.keys()
    for path, file in records.items():
        if path in wanted and (changed := _formatted(file, schemas)):
            yield changed


def _formatted(file: DataFile, schemas: Schemas) -> Formatted | None:
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError:
        return Formatted(path=file.path, text=None)
    wanted = canonical(file.kind, file.path, text, schemas)
    return None if wanted == text else Formatted(path=file.path, text=wanted)
