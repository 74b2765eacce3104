"""Commits: a commit's data as files in a folder, and what differs between two; nothing is checked out or run.

A commit may be anyone's: what is neither a plain file nor of a plain name is refused, and all of it is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.files import NAME, SYMBOLIC_LINK, UNEXPECTED
from site_builder.reading.git import git
from site_builder.reading.plaintext import MAX_LIST_BYTES, TOO_LARGE
from site_builder.reading.problems import Problem, Rule

DATA = ("data", "site.yaml")
PROSE = ("content",)
MOST_FILES = 30_000
MOST_BYTES = 256 * 1024 * 1024
_PLAIN_FILES = ("100644", "100755")
_LONGEST_NAME = 200  # bytes; file systems take 255
_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A file of a commit: `content` names it to git."""

    mode: str
    content: str
    size: int
    path: str


def commit_id(root: Path, name: str) -> str:
    """The commit that a branch, tag or id stands for. Raises BuildError where there is none."""
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None or not _COMMIT.fullmatch(found):
        raise BuildError(f"{name} finns inte i förrådets git-historik. Hämta den först: git fetch origin.")
    return found.decode("ascii").strip()


def merge_base(root: Path, base: str, head: str | None = None) -> str:
    """The commit that the two have in common, so that what happened on `base` since is nobody's change.

    `head` is the working tree's commit where none is given. Two that share no history have `base` itself.
    """
    tips = commit_id(root, base), commit_id(root, head or "HEAD")
    found = git(root, "merge-base", *tips)
    return found.decode("ascii").split()[0] if found else tips[0]


def changed_paths(root: Path, base: str, head: str | None = None) -> tuple[str, ...]:
    """Every file that differs between the commits; without `head`, that differs in the working tree."""
    names = ("--no-renames", "--relative", "--name-only", "-z")
    differing = git(root, "diff", *names, base, *([head] if head else []), "--")
    new = b"" if head else git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if differing is None or new is None:
        raise BuildError("git kan inte jämföra de två versionerna. Hämta hela historiken: git fetch --unshallow.")
    return tuple(sorted({_decoded(path) for path in (differing + new).split(b"\0") if path}))


def snapshot(root: Path, commit: str, folder: Path, parts: tuple[str, ...] = DATA) -> tuple[Problem, ...]:
    """Writes the commit's files below `parts` into the folder, and returns what was refused instead.

    Raises BuildError where there is more than any register holds, or git does not answer.
    """
    refused: list[Problem] = []
    wanted: list[_Entry] = []
    for entry in _entries(root, commit, parts):
        problem = _refused(entry)
        if problem:
            refused.append(problem)
        else:
            wanted.append(entry)
    if sum(entry.size for entry in wanted) > MOST_BYTES:
        raise BuildError(f"uppgifterna är större än {MOST_BYTES // 1024 // 1024} MB. Dela upp förslaget.")
    for entry, content in zip(wanted, _contents(root, wanted), strict=True):
        place = folder / entry.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return tuple(refused)


def _entries(root: Path, commit: str, parts: tuple[str, ...]) -> tuple[_Entry, ...]:
    listed = git(root, "ls-tree", "-r", "-l", "-z", commit, "--", *parts)
    if listed is None:
        raise BuildError("git kan inte lista filerna i förslaget.")
    lines = [line for line in listed.split(b"\0") if line]
    if len(lines) > MOST_FILES:
        raise BuildError(f"det är fler än {MOST_FILES} filer. Dela upp förslaget.")
    return tuple(map(_entry, lines))


def _entry(line: bytes) -> _Entry:
    told, _, path = line.partition(b"\t")
    mode, _, content, size = told.decode("ascii").split()
    return _Entry(mode=mode, content=content, size=0 if size == "-" else int(size), path=_decoded(path))


def _decoded(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")


def _refused(entry: _Entry) -> Problem | None:
    """Why the file is not written anywhere; None for a plain one."""

    def refused(rule: Rule, message: str) -> Problem:
        return Problem(path=_HIDDEN.sub("\N{REPLACEMENT CHARACTER}", entry.path), rule=rule.id, message=message)

    parts = entry.path.split("/")
    is_long = any(len(part.encode("utf-8", "surrogateescape")) > _LONGEST_NAME for part in parts)
    if is_long or _HIDDEN.search(entry.path) or {"", ".", "..", ".git"} & {part.lower() for part in parts}:
        return refused(NAME, "Filens namn går inte att använda. Skriv bara små bokstäver a–z, siffror och bindestreck.")
    if entry.mode == "120000":
        return refused(SYMBOLIC_LINK, "Filen är en symbolisk länk. Lägg en riktig fil här i stället.")
    if entry.mode not in _PLAIN_FILES:
        return refused(UNEXPECTED, "Här ligger ett annat förråd och ingen fil. Ta bort det.")
    if entry.size > MAX_LIST_BYTES:
        return refused(
            TOO_LARGE, f"Filen är större än {MAX_LIST_BYTES // 1024 // 1024} MB och läses inte. Dela upp den."
        )
    return None


def _contents(root: Path, entries: list[_Entry]) -> Iterator[bytes]:
    """The entries' contents in order, as one answer from git."""
    asked = "".join(f"{entry.content}\n" for entry in entries).encode("ascii")
    answer = git(root, "cat-file", "--batch", text=asked) if entries else b""
    place = 0
    for entry in entries:
        start = (answer or b"").find(b"\n", place) + 1
        if answer is None or not start:
            raise BuildError("git kan inte läsa filerna i förslaget.")
        place = start + entry.size + 1
        yield answer[start : place - 1]
