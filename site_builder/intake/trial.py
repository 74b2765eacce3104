"""Trial: what the register would say of files that someone proposes; and, when it says yes, those files written."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.files import Proposed
from site_builder.reading.problems import Problem
from site_builder.reading.validate import Reading, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How the project would read with the proposed files, and the problems that they, and nothing older, bring.

    A problem is old when the same rule says the same of the same file today, wherever in the file that is.
    """

    reading: Reading
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


def trial(root: Path, proposed: Proposed, checked_on: date) -> Trial:
    """Nothing is written."""
    reading = read(root, checked_on, proposed=proposed)
    return Trial(reading=reading, problems=new_problems(read(root, checked_on), reading))


def new_problems(before: Reading, after: Reading) -> tuple[Problem, ...]:
    """The problems of the later reading that the earlier one did not have."""
    old = Counter(map(_without_place, before.problems))
    found = []
    for problem in after.problems:
        old[_without_place(problem)] -= 1
        if old[_without_place(problem)] < 0:
            found.append(problem)
    return tuple(found)


def _without_place(problem: Problem) -> Problem:
    return replace(problem, line=1, column=1)


def write(root: Path, proposed: Proposed) -> None:
    """Puts each file in its place, whole or not at all. Raises BuildError where that lies outside the data."""
    data = (root / "data").resolve()
    for path in proposed:
        if not (root / path).resolve().is_relative_to(data) or (root / path).is_symlink():
            raise BuildError(f"{path} ligger inte i data/ och skrivs inte.")
    for path, text in proposed.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f".{place.name}.swp")
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(place)
