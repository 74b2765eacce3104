"""Git: what git answers about the project's own repository."""

import os
import subprocess
from pathlib import Path

_TIMEOUT = 60
# What a user's own settings could change about the answers.
_SETTINGS = ("--no-replace-objects", "-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "color.ui=false")


def git(root: Path, *arguments: str, text: bytes = b"") -> bytes | None:
    """What git answers about the project; None where there is no git, or it refuses."""
    # Within a hook, git's variables would lead to another repository; nothing is fetched while building.
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(root), *_SETTINGS, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and the project's own folder
            command,
            input=text,
            env=own | {"GIT_NO_LAZY_FETCH": "1"},
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
