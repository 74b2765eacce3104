"""Proposal: what a branch would change in the register, judged against the commit that it sprang from."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.errors import BuildError
from site_builder.intake.trial import new_problems
from site_builder.reading.commits import changed_paths, commit_id, merge_base, snapshot
from site_builder.reading.differences import Differences, differences
from site_builder.reading.problems import Problem, in_order
from site_builder.reading.validate import Reading, read
from site_builder.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What differs, and the problems that it, and nothing older, brings; `older` are the others.

    `registers` are those that could be read, the later first. `paths` are all files that differ, data or not.
    """

    differences: Differences
    paths: tuple[str, ...]
    problems: tuple[Problem, ...]
    older: tuple[Problem, ...]
    registers: tuple[Register, ...]


def proposal(root: Path, base: str, head: str | None, checked_on: date) -> Proposal:
    """What `head`, or the working tree, changes in what it has in common with `base`.

    Both are read by the rules that are checked out here. Raises BuildError where either cannot be read at all.
    """
    common = merge_base(root, base, head)
    with laid_out(root, common) as (before, _), _later(root, head) as (after, refused):
        old, new = read(before, checked_on), read(after, checked_on)
        found = differences(before, after)
    brought = (*new_problems(old, new), *refused, *found.problems)
    return Proposal(
        differences=found,
        paths=changed_paths(root, common, commit_id(root, head) if head else None),
        problems=in_order(brought),
        older=in_order(set(new.problems) - set(brought)),
        registers=tuple(_registers(new, old)),
    )


@contextmanager
def laid_out(root: Path, commit: str) -> Iterator[tuple[Path, tuple[Problem, ...]]]:
    """A folder with the commit's data under this checkout's schema, for a while; and what was refused of it."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        try:
            refused = snapshot(root, commit, place)
            shutil.copytree(root / "schema", place / "schema")
            yield place, refused
        except BuildError as error:
            raise BuildError(str(error).replace(f"{place}/", "").replace(str(place), "förslaget")) from error


@contextmanager
def _later(root: Path, head: str | None) -> Iterator[tuple[Path, tuple[Problem, ...]]]:
    if head is None:
        yield root, ()
        return
    with laid_out(root, commit_id(root, head)) as found:
        yield found


def _registers(*readings: Reading) -> Iterator[Register]:
    yield from (reading.register for reading in readings if reading.register)
