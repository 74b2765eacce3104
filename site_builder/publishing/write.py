"""Write: outputs → a folder, swapped into place whole. The one place where the site meets the disk."""

import ctypes
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from site_builder.errors import BuildError
from site_builder.output import Output

SITE_MARKS = ("404.html", "sitemap.xml")
_AT_CWD = -100
_EXCHANGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What writing changed, in number of files."""

    files: int
    changed: int
    removed: int


def write(outputs: Iterable[Output], target: Path) -> Written:
    """Makes `target` hold exactly the outputs.

    All bytes are made first and the new tree is built beside the old one, with unchanged files linked, not copied.
    Then the two change places in one step, so that whatever interrupts this, `target` is the old site or the new.
    Raises BuildError when two outputs claim one path or one leads outside the target.
    """
    contents = produced(outputs)
    old = (
        {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
        if target.exists()
        else set()
    )
    unchanged = {path for path in old & contents.keys() if (target / path).read_bytes() == contents[path]}
    written = Written(
        files=len(contents),
        changed=len(contents) - len(unchanged),
        removed=len(old - contents.keys()),
    )
    if written.changed or written.removed:
        fresh = target.with_name(f"{target.name}.new")
        _remove(fresh)
        _build(fresh, contents, unchanged, target)
        _swap(fresh, target)
        _remove(fresh)
    return written


def produced(outputs: Iterable[Output]) -> dict[str, bytes]:
    """All bytes by path. Raises BuildError when two outputs claim one path or one leads outside the site."""
    contents: dict[str, bytes] = {}
    for output in outputs:
        parts = PurePosixPath(output.path).parts
        if output.path.startswith("/") or ".." in parts or not parts:
            raise BuildError(f"En utdatafil leder utanför webbplatsen: {output.path!r}.")
        if output.path in contents:
            raise BuildError(f"Två utdatafiler har samma adress: {output.path}.")
        contents[output.path] = output.produce()
    return contents


def _build(fresh: Path, contents: dict[str, bytes], unchanged: set[str], target: Path) -> None:
    for folder in sorted({(fresh / path).parent for path in contents}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        if path in unchanged:
            _link(target / path, fresh / path)
        else:
            (fresh / path).write_bytes(content)


def _link(source: Path, destination: Path) -> None:
    try:
        os.link(source, destination)
    except OSError:  # a file system without hard links
        shutil.copy2(source, destination)


def _swap(fresh: Path, target: Path) -> None:
    """Puts `fresh` at `target` and what was there at `fresh`: in one step where the system can exchange folders."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchanged(fresh, target):
        old = target.with_name(f"{target.name}.old")
        _remove(old)
        target.rename(old)
        fresh.rename(target)
        _remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Linux's renameat2 with RENAME_EXCHANGE; False where there is none."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0)


def check_target(target: Path) -> None:
    """Raises BuildError when the target is anything but a site, an empty folder or nothing: it would be replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise BuildError(f"{target} är ingen mapp. Ange en annan med --out.")
    if not target.parent.is_dir():
        raise BuildError(f"Mappen {target.parent} finns inte. Skapa den, eller ange en annan med --out.")
    is_site = all((target / name).is_file() for name in SITE_MARKS)
    if target.exists() and not is_site and any(target.iterdir()):
        raise BuildError(
            f"{target}/ innehåller annat än en byggd webbplats och skulle ersättas. Ange en annan med --out."
        )


def restore(target: Path) -> None:
    """Puts back the site that an interrupted two-step swap left beside its place."""
    old = target.with_name(f"{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
