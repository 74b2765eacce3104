"""Waivers: rule breaches accepted for a time, with a reason; one that no longer applies is itself an error."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from site_builder.reading.problems import Problem, Rule
from site_builder.reading.wording import nearest
from site_builder.reading.yamlfile import Document, Pointer

EXPIRED = Rule(
    id="waivers/expired",
    sentence="Ett undantag används inte efter sin sista dag.",
    reason="Undantag ska prövas på nytt, inte leva kvar av gammal vana.",
)
UNUSED = Rule(
    id="waivers/unused",
    sentence="Ett undantag gäller ett regelbrott som finns.",
    reason="Ett undantag som inte behövs kan dölja nästa fel.",
)
UNKNOWN_RULE = Rule(
    id="waivers/unknown-rule",
    sentence="Ett undantag gäller en regel som går att göra undantag från.",
    reason="Fel i filens form rättas alltid; bara regler om innehåll kan ha undantag.",
)

RULES = (EXPIRED, UNUSED, UNKNOWN_RULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One accepted breach: of `rule` in the file `record` below data/, until the day `expires` inclusive."""

    rule: str
    record: str
    reason: str
    expires: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A problem that a waiver accepts."""

    problem: Problem
    waiver: Waiver


def waivers(raw: Sequence[dict[str, Any]]) -> tuple[Waiver, ...]:
    """The waivers of a file that follows its schema and whose dates exist."""
    return tuple(
        Waiver(rule=w["rule"], record=w["record"], reason=w["reason"], expires=date.fromisoformat(w["expires"]))
        for w in raw
    )


def split(problems: Sequence[Problem], accepted: Sequence[Waiver], today: date) -> tuple[list[Problem], list[Waived]]:
    """The problems that stand, and those that a waiver in force accepts."""
    in_force = {(w.rule, f"data/{w.record}"): w for w in accepted if today <= w.expires}
    standing = [p for p in problems if (p.rule, p.path) not in in_force]
    waived = [Waived(problem=p, waiver=in_force[p.rule, p.path]) for p in problems if (p.rule, p.path) in in_force]
    return standing, waived


def waiver_problems(
    accepted: Sequence[Waiver], found: Sequence[Problem], waivable: frozenset[str], document: Document, today: date
) -> Iterator[Problem]:
    """What is wrong with the waivers themselves."""
    breaches = {(problem.rule, problem.path) for problem in found}
    for index, waiver in enumerate(accepted):

        def problem(rule: Rule, key: str, message: str, index: int = index) -> Problem:
            pointer: Pointer = (index, key)
            line, column = document.position(pointer)
            return Problem(path=document.path, line=line, column=column, rule=rule.id, message=message)

        if waiver.rule not in waivable:
            near = nearest(waiver.rule, waivable)
            advice = f"Menade du {near}?" if near else "Reglerna som går att göra undantag från står på sidan Kvalitet."
            yield problem(
                UNKNOWN_RULE, "rule", f"Regeln ”{waiver.rule}” finns inte eller medger inga undantag. {advice}"
            )
        elif (waiver.rule, waiver.record) in {(other.rule, other.record) for other in accepted[:index]}:
            yield problem(UNUSED, "rule", "Samma undantag står redan ovanför. Ta bort det ena.")
        elif (waiver.rule, f"data/{waiver.record}") not in breaches:
            yield problem(UNUSED, "record", f"data/{waiver.record} bryter inte mot {waiver.rule}. Ta bort undantaget.")
        elif today > waiver.expires:
            yield problem(
                EXPIRED, "expires", f"Undantaget gick ut {waiver.expires}. Rätta felet, eller förnya med nytt skäl."
            )
