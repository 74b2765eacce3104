"""Differences: two versions of the project → the data files that differ, and the records that vanished."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.reading.files import DataFile, Proposed, data_files
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.yamlfile import parsed
from site_builder.register.release import WAYS_OUT, Key, path_of

VANISHED = Rule(
    id="file/vanished",
    sentence="En post försvinner inte utan att det står vart den tog vägen, eller varför.",
    reason="Den som följer en gammal länk ska komma rätt, och inget ska försvinna av misstag.",
)
RULES = (VANISHED,)
_NEEDED = ("data/redirects.yaml", "data/release.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A data file that came, went or changed: `kind` is its schema's name, `before` and `after` its plain data.

    None where there was no file, or one that cannot be read: the latter `is_unread`.
    """

    kind: str
    id: str
    path: str
    is_new: bool
    is_gone: bool
    is_unread: bool
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All of them by path, with how the later version explains records that are gone."""

    found: tuple[Difference, ...]
    gone: tuple[Key, ...]
    redirects: dict[Key, str]
    reasons: dict[Key, str]

    @property
    def vanished(self) -> tuple[Key, ...]:
        """The records of which the later version says nothing."""
        return tuple(key for key in self.gone if key not in self.redirects and key not in self.reasons)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """That a record is gone is told at the file that should have said so, for its own is no more."""
        return tuple(
            Problem(path=_NEEDED[1], rule=VANISHED.id, message=f"{path_of(key)} har tagits bort. {WAYS_OUT}.")
            for key in self.vanished
        )


def differences(before: Path, after: Path, proposed: Proposed | None = None) -> Differences:
    """What differs in the data of two projects on disk, the later as if it held the files that are proposed for it.

    Raises BuildError where one has no data at all.
    """
    old, new = _by_path(before), _by_path(after, proposed)
    changed = [path for path in sorted(old.keys() | new.keys()) if old.get(path) != new.get(path)]
    redirects, reasons = (_plain(new.get(path)) for path in _NEEDED)
    gone = {_key(file) for file in old.values()} - {_key(file) for file in new.values()}
    return Differences(
        found=tuple(_difference(old.get(path), new.get(path)) for path in changed),
        gone=tuple(sorted(key for key in gone if key)),
        redirects=dict(_said(redirects, "from", "to")),
        reasons=dict(_said(reasons.get("removed") if isinstance(reasons, dict) else None, "id", "reason")),
    )


def _by_path(root: Path, proposed: Proposed | None = None) -> dict[str, DataFile]:
    files, _ = data_files(root, proposed=proposed)
    return {file.path: file for file in files}


def _key(file: DataFile) -> Key | None:
    match file.kind:
        case "agreement" | "organisation":
            return file.kind, file.id
        case _:
            return None


def _difference(old: DataFile | None, new: DataFile | None) -> Difference:
    either = new or old
    assert either is not None
    before, after = _plain(old), _plain(new)
    return Difference(
        kind=either.kind,
        id=either.id,
        path=either.path,
        is_new=old is None,
        is_gone=new is None,
        is_unread=(old is not None and before is None) or (new is not None and after is None),
        before=before,
        after=after,
    )


def _plain(file: DataFile | None) -> Any:
    """What the file holds, be it after its schema or not; None where that cannot be told."""
    if file is None:
        return None
    document, _ = parsed(file.path, file.content, file.max_bytes)
    return document.data if document and isinstance(document.data, dict | list) else None


def _said(rows: Any, key: str, value: str) -> Iterator[tuple[Key, str]]:
    """Of rows that may be anything, what those of the right form say of a record."""
    found: Iterable[Any] = rows if isinstance(rows, list) else ()
    for row in found:
        match row:
            case {"kind": "agreement" | "organisation" as kind, **rest}:
                match rest.get(key), rest.get(value):
                    case str(id), str(said):
                        yield (kind, id), said
