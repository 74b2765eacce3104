"""Quality: the rules, what breaks them now, and what is missing per record."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.presenting.views.view import START, Trail
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.waivers import Waived
from site_builder.register.quality import Wanted, completeness, missing, missing_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule, what breaks it now, and what a waiver accepts."""

    rule: Rule
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLine:
    """A wanted piece of information and how many partnerships lack it."""

    wanted: Wanted
    count: int
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A partnership with what the register lacks of it."""

    row: Row
    labels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """The rules, their breaches, and what is missing per record."""

    title: str
    description: str
    completeness: str
    missing: tuple[MissingLine, ...]
    gaps: tuple[GapLine, ...]
    rules: tuple[RuleLine, ...]
    broken: int
    waived: int
    trail: Trail = (START,)


def quality_view(edition: Edition, _: None) -> QualityView:
    agreements = edition.register.agreements
    total = len(agreements)
    return QualityView(
        title="Kvalitet",
        description="Reglerna som uppgifterna följer, vad som bryter mot dem nu och vad som saknas.",
        completeness=f"{words.number(100 * completeness(agreements))} %",
        missing=tuple(
            MissingLine(wanted=wanted, count=count, share=f"{words.number(100 * count / total)} %" if total else "–")
            for wanted, count in missing_counts(agreements)
        ),
        gaps=tuple(
            GapLine(row=row, labels=", ".join(wanted.label.lower() for wanted in missing(row.agreement)))
            for row in edition.rows
            if missing(row.agreement)
        ),
        rules=tuple(
            RuleLine(
                rule=rule,
                problems=tuple(problem for problem in edition.problems if problem.rule == rule.id),
                waived=tuple(waived for waived in edition.waived if waived.problem.rule == rule.id),
            )
            for rule in edition.rules
        ),
        broken=len(edition.problems),
        waived=len(edition.waived),
    )
