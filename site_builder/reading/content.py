"""Content: the prose pages in content/, Markdown under a few lines of YAML front matter."""

from pathlib import Path
from typing import Any

from site_builder.errors import BuildError
from site_builder.reading.plaintext import MAX_BYTES
from site_builder.reading.yamlfile import parsed

FENCE = "---\n"
Prose = tuple[str, dict[str, Any], str]


def prose_files(root: Path) -> tuple[Prose, ...]:
    """Every content/**/*.md as (address, front matter, Markdown). Raises BuildError where one has no title."""
    folder = root / "content"
    return tuple(_prose(folder, path) for path in sorted(folder.rglob("*.md")))


def _prose(folder: Path, path: Path) -> Prose:
    shown = path.relative_to(folder.parent).as_posix()
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(f"{shown} går inte att läsa som UTF-8: {error}.") from error
    opening, _, rest = text.partition(FENCE)
    front, closing, body = rest.partition(FENCE)
    if opening or not closing:
        raise BuildError(f"{shown} ska börja med titel och beskrivning mellan två rader med ---.")
    document, problems = parsed(shown, front.encode("utf-8"), MAX_BYTES)
    if problems or document is None or set(document.data) != {"title", "description"}:
        detail = f" {problems[0].message}" if problems else ""
        raise BuildError(f"{shown} ska ha fälten title och description mellan raderna med ---, och inga andra.{detail}")
    return path.relative_to(folder).with_suffix("").as_posix(), document.data, body
