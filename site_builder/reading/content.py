"""Content: the prose pages in content/, Markdown under a few lines of YAML front matter."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.plaintext import MAX_BYTES
from site_builder.reading.yamlfile import parsed

FENCE = "---\n"
PARTS = ("criteria", "checklist", "reading-list", "glossary", "responsible")
ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A page written by hand: `id` is its address, such as `om/metod`; `text` is Markdown.

    `order` is its place among the pages beside it, `part` what the builder makes from data and puts below the text.
    """

    id: str
    title: str
    description: str
    order: int
    part: str | None
    text: str

    @property
    def is_swedish(self) -> bool:
        """All but the English page, which has a frame of its own."""
        return self.id != ENGLISH


def prose_files(root: Path) -> tuple[Prose, ...]:
    """Every content/**/*.md, by address. Raises BuildError where one lacks a title or says something unknown."""
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
    fields = document.data if document else {}
    if problems or not {"title", "description"} <= set(fields) <= {"title", "description", "order", "part"}:
        detail = f" {problems[0].message}" if problems else ""
        raise BuildError(
            f"{shown} ska ha fälten title och description mellan raderna med ---, kanske order och part, och inga "
            f"andra.{detail}"
        )
    order, part = fields.get("order", 0), fields.get("part")
    if not isinstance(order, int) or part not in (None, *PARTS):
        raise BuildError(f"{shown}: order ska vara ett heltal och part en av {', '.join(PARTS)}.")
    return Prose(
        id=path.relative_to(folder).with_suffix("").as_posix(),
        title=fields["title"],
        description=fields["description"],
        order=order,
        part=part,
        text=body,
    )
