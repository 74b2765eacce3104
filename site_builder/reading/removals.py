"""Removals: the project's git history → every record whose file was ever taken away."""

import re
from pathlib import Path

from site_builder.reading.git import git
from site_builder.register.release import Key

_FOLDERS = ("data/agreements", "data/organisations")
_RECORD = re.compile(
    r"data/(?:agreements/(?P<agreement>[a-z0-9-]+/[a-z0-9-]+)|organisations/(?P<organisation>[a-z0-9-]+))\.yaml"
)


def ever_removed(root: Path) -> frozenset[Key] | None:
    """Every record that stood on the branch and was removed or renamed, also those that have come back since.

    What is removed but not committed yet counts too. None where it cannot be told: no git, no commit, a shallow clone.
    """
    if not (git(root, "rev-parse", "--is-shallow-repository", "HEAD") or b"").startswith(b"false"):
        return None
    names = ("--no-renames", "--diff-filter=D", "--relative", "--name-only", "-z")
    committed = git(root, "log", "--first-parent", "-m", "--format=", *names, "--", *_FOLDERS)
    present = git(root, "diff", *names, "HEAD", "--", *_FOLDERS)
    if committed is None or present is None:
        return None
    paths = (committed + present).decode("utf-8", "replace").split("\0")
    return frozenset(_key(match) for path in paths if (match := _RECORD.fullmatch(path.strip("\n"))))


def _key(match: re.Match[str]) -> Key:
    if match["agreement"]:
        return "agreement", match["agreement"]
    return "organisation", match["organisation"]
