"""Problems: what is wrong with the data, as values, and the three ways of reporting them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from site_builder.reading.personal import masked


class Severity(StrEnum):
    """An error stops publication; a warning is shown and published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What data must satisfy: a stable id, the rule as a Swedish sentence, and why it exists."""

    id: str
    sentence: str
    reason: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One breach of one rule: `path` relative to the project, `line` and `column` counted from 1."""

    path: str
    line: int = 1
    column: int = 1
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and position, each once.

    Messages quote what they found and end up in public logs, so what could be a personal number is hidden here, and a
    file's name cannot begin a line of its own.
    """
    safe = {replace(each, path=_on_a_line(masked(each.path)), message=masked(each.message)) for each in problems}
    return tuple(sorted(safe, key=lambda p: (p.path, p.line, p.column, p.rule, p.message)))


def _on_a_line(path: str) -> str:
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in path)


def _summary(problems: Sequence[Problem]) -> str:
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    return f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}"


def as_text(problems: Sequence[Problem], older: Sequence[Problem] = ()) -> str:
    """For people: one line a problem, `file:line:col: rule: message`, then the totals.

    `older` are those that a change did not bring: in every report they are told of apart, and counted apart.
    """
    before = [*map(_line, older), _older(older), ""] if older else []
    return "\n".join([*before, *map(_line, problems), _summary(problems)])


def _line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {'' if problem.is_error else 'varning: '}{problem.rule}: {problem.message}"


def _older(older: Sequence[Problem]) -> str:
    errors = sum(problem.is_error for problem in older)
    return (
        f"{errors} äldre fel, som ändringen inte har gjort, hindrar inte." if errors else "Varningarna ovan är äldre."
    )


def _escaped(text: str, *, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def as_github(problems: Sequence[Problem], older: Sequence[Problem] = ()) -> str:
    """For GitHub Actions: workflow commands that become annotations on the changed lines; older ones become none."""
    before = ["::group::Äldre", *(_escaped(_line(p)) for p in older), "::endgroup::", _older(older)] if older else []
    lines = [
        f"::{p.severity} file={_escaped(p.path, in_property=True)},line={p.line},col={p.column},"
        f"title={_escaped(p.rule, in_property=True)}::{_escaped(p.message)}"
        for p in problems
    ]
    return "\n".join([*before, *lines, _summary(problems)])


def as_json(problems: Sequence[Problem], older: Sequence[Problem] = ()) -> str:
    """For programs: `{"errors": n, "warnings": n, "problems": [...], "older": [...]}`."""
    errors = sum(problem.is_error for problem in problems)
    report = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [asdict(problem) for problem in problems],
        "older": [asdict(problem) for problem in older],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


REPORTERS = {"text": as_text, "github": as_github, "json": as_json}
