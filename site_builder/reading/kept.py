"""Kept: text that one build leaves in .cache for the next. It may be deleted at any time; a broken one is ignored."""

import contextlib
import os
from hashlib import sha256
from pathlib import Path

FOLDER = Path(".cache")


def kept(path: Path) -> str | None:
    """What was kept there; None where the file is missing or not as it was written."""
    try:
        written, _, content = path.read_text(encoding="ascii").partition("\n")
    except (OSError, ValueError):
        return None
    return content if written == digest(content) else None


def keep(path: Path, content: str) -> None:
    """Leaves the text, in ASCII, for the next build. A folder that refuses only makes builds slower."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(f"{digest(content)}\n{content}", encoding="ascii")
        fresh.replace(path)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
