"""History: the project's git history → what changed in each partnership's record, and when.

Each step is what one commit on the branch itself made of the files, so a merge is told of as what it brought. Commit
texts and authors are never read: they may say anything, and name anyone.
"""

import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from site_builder.reading import yamlfile
from site_builder.reading.git import git
from site_builder.reading.kept import FOLDER, digest, keep, kept
from site_builder.reading.yamlfile import parsed
from site_builder.register import history
from site_builder.register.history import Change, Histories, Revision, changes

FILE = FOLDER / "history.json"
_AGREEMENT = re.compile(r"data/agreements/([a-z0-9-]+/[a-z0-9-]+)\.yaml")
_COMMIT = "\x01"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """A file's content after a commit; `content` names it to git and is None where the file was removed."""

    commit: str
    day: str
    content: str | None
    renamed_from: str | None


def histories(root: Path) -> Histories | None:
    """Every partnership's history, at the commit that is checked out.

    None where it cannot be told: no git, no commit, a shallow clone, or a clone that lacks old contents.
    """
    answer = git(root, "rev-parse", "--is-shallow-repository", "HEAD")
    is_shallow, _, head = (answer or b"true").decode("ascii", "replace").partition("\n")
    if is_shallow != "false":
        return None
    key = digest("".join([head, *map(inspect.getsource, (history, yamlfile)), Path(__file__).read_text("utf-8")]))
    found = json.loads(kept(root / FILE) or "{}")
    if found.get("key") != key:
        told = _told(root)
        if told is None:
            return None
        plain = {id: [asdict(revision) for revision in revisions] for id, revisions in told.items()}
        found = json.loads(json.dumps({"key": key, "histories": plain}, default=str))
        keep(root / FILE, json.dumps(found))
    return {id: tuple(map(_revision, revisions)) for id, revisions in found["histories"].items()}


def _told(root: Path) -> Histories | None:
    log = git(
        root, "log", "--first-parent", "-m", "--reverse", "--relative", "--raw", "--no-abbrev", "-M", "-l0", "-z",
        f"--format={_COMMIT}%H %cs", "--", "data/agreements",
    )  # fmt: skip
    if log is None:
        return None
    versions = _versions(log.decode("utf-8", "replace"))
    wanted = dict.fromkeys(version.content for each in versions.values() for version in each if version.content)
    records = _records(root, wanted)
    return None if records is None else {id: tuple(_revisions(each, records)) for id, each in versions.items()}


def _versions(log: str) -> Mapping[str, tuple[_Version, ...]]:
    """The versions of each partnership's file in order, by its latest id."""
    found: dict[str, tuple[_Version, ...]] = {}
    commit = day = ""
    tokens = iter(log.split("\0"))
    for token in tokens:
        word = token.strip("\n")
        if word.startswith(_COMMIT):
            commit, _, day = word.removeprefix(_COMMIT).partition(" ")
        elif word.startswith(":"):
            *_, content, kind = word.split(" ")
            paths = [next(tokens)] + ([next(tokens)] if kind.startswith("R") else [])
            *renamed, id = [match[1] if (match := _AGREEMENT.fullmatch(path)) else None for path in paths]
            earlier = renamed[0] if renamed and renamed[0] != id else None
            if id:
                content_now = None if kind == "D" else content
                version = _Version(commit=commit, day=day, content=content_now, renamed_from=earlier)
                found[id] = (*found.get(id, ()), *found.pop(earlier or "", ()), version)
    return found


def _records(root: Path, contents: Iterable[str]) -> dict[str, Any] | None:
    """The contents as plain data; those that cannot be read as a record are left out. None where some are missing."""
    wanted = list(contents)
    answer = git(root, "cat-file", "--batch", text="".join(f"{content}\n" for content in wanted).encode("ascii"))
    if answer is None:
        return None
    found: dict[str, Any] = {}
    place = 0
    for content in wanted:
        end = answer.index(b"\n", place)
        _, kind, *size = answer[place:end].split()
        if kind != b"blob":
            return None
        start = end + 1
        place = start + int(size[0]) + 1
        document, problems = parsed("", answer[start : place - 1])
        if document is not None and not problems and isinstance(document.data, dict):
            found[content] = document.data
    return found


def _revisions(versions: Iterable[_Version], records: Mapping[str, Any]) -> Iterator[Revision]:
    """The steps between versions. Those that change no field are left out, and versions nobody can read are passed."""
    before: Any = None
    for version in versions:
        if version.content and version.content not in records:
            continue
        after = records[version.content] if version.content else None
        is_whole = before is None or after is None
        found = () if is_whole else tuple(changes(before, after))
        if is_whole or found or version.renamed_from:
            yield Revision(
                day=date.fromisoformat(version.day),
                commit=version.commit,
                kind="added" if before is None else "removed" if after is None else "changed",
                renamed_from=version.renamed_from,
                changes=found,
            )
        before = after


def _revision(raw: dict[str, Any]) -> Revision:
    found = tuple(Change(**{**each, "pointer": tuple(each["pointer"])}) for each in raw["changes"])
    return Revision(**{**raw, "day": date.fromisoformat(raw["day"]), "changes": found})
