"""Files: what lies in the data folder, of which kind, and what should not be there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.plaintext import MAX_BYTES, MAX_LIST_BYTES
from site_builder.reading.problems import Problem, Rule
from site_builder.register.alphabet import slug

EXTENSION = Rule(
    id="file/extension",
    sentence="En datafil slutar på .yaml.",
    reason="Filer med andra ändelser läses inte, och då skulle uppgifterna tyst försvinna.",
)
SYMBOLIC_LINK = Rule(
    id="file/symbolic-link",
    sentence="Datamappen innehåller inga symboliska länkar.",
    reason="En länk kan peka utanför projektet.",
)
UNEXPECTED = Rule(
    id="file/unexpected",
    sentence="Varje fil ligger i en mapp där den läses.",
    reason="En fil på fel ställe skulle tyst försvinna.",
)
NAME = Rule(
    id="file/name",
    sentence="Filens och mappens namn består av små bokstäver a–z, siffror och bindestreck.",
    reason="Namnet blir sidans adress, som är ett löfte.",
)
MISSING = Rule(
    id="file/missing",
    sentence="Registrets gemensamma filer finns.",
    reason="Utan källor, vokabulärer och inställningar går posterna inte att förstå.",
)
UNREADABLE = Rule(
    id="file/unreadable",
    sentence="Filen går att öppna.",
    reason="Annars kan den inte kontrolleras.",
)

RULES = (EXTENSION, SYMBOLIC_LINK, UNEXPECTED, NAME, MISSING, UNREADABLE)

_LISTS = {
    "sources": "data/sources.yaml",
    "programmes": "data/programmes.yaml",
    "criteria": "data/criteria.yaml",
    "figures": "data/reference/published-statistics.yaml",
    "bodies": "data/bodies.yaml",
    "coverage": "data/coverage.yaml",
    "waivers": "data/waivers.yaml",
    "redirects": "data/redirects.yaml",
    "unasked": "data/unasked.yaml",
}
_RELEASE = "data/release.yaml"
_VOCABULARIES = (
    "areas", "target-groups", "other-party-kinds", "legal-forms", "public-body-kinds", "source-kinds", "figure-topics",
    "glossary",
)  # fmt: skip
# Files that are read by name: they lie where other things than data may lie too.
_NAMED = ("site.yaml", _LISTS["figures"])
# What operating systems and editors leave behind: never data, and not worth stopping for.
_IGNORED = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|.*~|\..*\.sw[a-p]|\.~lock\..*#")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file to read: `kind` is its schema's name, `id` its name in the register, `path` relative to the project."""

    kind: str
    id: str
    path: str
    content: bytes

    @property
    def max_bytes(self) -> int:
        return MAX_LIST_BYTES if self.kind in _LISTS else MAX_BYTES


Found = tuple[tuple[DataFile, ...], tuple[Problem, ...]]
Proposed = Mapping[str, str]
"""Files that someone proposes, by path in the project: what they would hold. Each new, or in a present one's place."""


def data_files(root: Path, drafts: Iterable[Path] = (), proposed: Proposed | None = None) -> Found:
    """Every data file of the project at `root`, in order of path, and a problem for all else that lies there.

    `drafts` are files or folders, read as partnerships beside the register's own; those within data/ are read anyway.
    With `proposed` the project is read as if it held those files; nothing is written.
    """
    data = root / "data"
    if not data.is_dir():
        raise BuildError(f"Mappen {data} finns inte. Kör kommandot i projektets mapp, eller ange --root.")
    wanted = proposed or {}
    paths = [*_everything(data), *(root / path for path in _NAMED if (root / path).exists())]
    found = [_classified(root, path) for path in paths if path.relative_to(root).as_posix() not in wanted]
    found += [_classified(root, root / path, text.encode("utf-8")) for path, text in wanted.items()]
    own = data.resolve()
    outside = [draft for draft in drafts if not draft.resolve().is_relative_to(own)]
    found += [_draft(path) for draft in outside for path in _draft_paths(draft)]
    files = tuple(file for file, _ in found if file)
    problems = tuple(problem for _, problem in found if problem)
    return files, problems + tuple(_missing(files, problems))


def _everything(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if path != folder / "reference" or folder.name != "data":
                yield from _everything(path)
        elif not _IGNORED.fullmatch(path.name):
            yield path


def _draft_paths(draft: Path) -> Iterator[Path]:
    if draft.is_dir():
        yield from _everything(draft)
    elif draft.exists() or draft.is_symlink():
        yield draft
    else:
        raise BuildError(f"{draft} finns inte. Ange en fil eller mapp med utkast.")


def _draft(path: Path) -> tuple[DataFile | None, Problem | None]:
    place = path.parent.name if _NAME.fullmatch(path.parent.name) else "utkast"
    return _read(path, path.as_posix(), "agreement", f"{place}/{path.stem}")


def _classified(root: Path, path: Path, proposed: bytes | None = None) -> tuple[DataFile | None, Problem | None]:
    kind, file_id = _kind_and_id(path.relative_to(root).with_suffix(""))
    return _read(path, path.relative_to(root).as_posix(), kind, file_id, proposed)


def _read(
    path: Path, shown: str, kind: str | None, file_id: str, proposed: bytes | None = None
) -> tuple[DataFile | None, Problem | None]:
    """The file at the path, with what is proposed for it if anything is, or why it is not one to read."""

    def refused(rule: Rule, message: str) -> tuple[None, Problem]:
        return None, Problem(path=shown, rule=rule.id, message=message)

    if path.is_symlink() and proposed is None:
        return refused(SYMBOLIC_LINK, "Filen är en symbolisk länk. Lägg en riktig fil här i stället.")
    if path.suffix != ".yaml":
        is_near = path.suffix.lower() in (".yml", ".yaml", ".txt", ".json")
        advice = (
            f"Byt namn på den till {path.stem.removesuffix('.yaml')}.yaml" if is_near else "Flytta eller ta bort den"
        )
        return refused(EXTENSION, f"Filen slutar inte på .yaml och läses inte. {advice}.")
    if kind is None:
        return refused(
            UNEXPECTED,
            "Filen ligger där inget läses. Partnerskap ligger i data/agreements/<plats>/, organisationer i "
            "data/organisations/.",
        )
    if wrong := [part for part in file_id.split("/") if not _NAME.fullmatch(part)]:
        better = slug(wrong[0])
        advice = f"Byt namn på ”{wrong[0]}” till {better}." if better else f"Byt namn på ”{wrong[0]}”."
        return refused(NAME, f"Namnet får bara ha små bokstäver a–z, siffror och bindestreck. {advice}")
    try:
        content = path.read_bytes() if proposed is None else proposed
        return DataFile(kind=kind, id=file_id, path=shown, content=content), None
    except OSError as error:
        return refused(UNREADABLE, f"Filen går inte att läsa (fel {error.errno}). Kontrollera dess rättigheter.")


def _kind_and_id(path: Path) -> tuple[str | None, str]:
    for kind, listed in _LISTS.items():
        if path == Path(listed).with_suffix(""):
            return kind, kind
    match path.parts:
        case ("site",):
            return "site", "site"
        case ("data", "release"):
            return "release", "release"
        case ("data", "agreements", place, name):
            return "agreement", f"{place}/{name}"
        case ("data", "organisations", name):
            return "organisation", name
        case ("data", "vocabularies", name) if name in _VOCABULARIES:
            return "vocabulary", name
        case _:
            return None, ""


def _missing(files: tuple[DataFile, ...], problems: tuple[Problem, ...]) -> Iterator[Problem]:
    needed = ["site.yaml", _RELEASE, *_LISTS.values()]
    needed += [f"data/vocabularies/{name}.yaml" for name in _VOCABULARIES]
    seen = {file.path for file in files} | {problem.path for problem in problems}
    for path in needed:
        if path not in seen:
            yield Problem(path=path, rule=MISSING.id, message="Filen saknas. Återställ den från förrådet.")
