"""Quality: the rules, what breaks them now, and what is missing per record."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.presenting.views.figures import FigureLine, figure_lines
from site_builder.presenting.views.view import START, Trail
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.waivers import Waived
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Body, Source
from site_builder.register.quality import Wanted, completeness, is_old, missing, missing_counts


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
class RecordLine:
    """A partnership with what is unknown and contradictory of it, and when a source last said how it stands."""

    row: Row
    missing: str
    contradictions: str
    latest: str | None
    is_old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A body with how many of its partnerships lack something, are contradictory, or have old information."""

    body: Body
    agreements: int
    completeness: str
    contradictory: int
    old: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """The rules, their breaches, and what is missing per record."""

    title: str
    description: str
    completeness: str
    missing: tuple[MissingLine, ...]
    bodies: tuple[BodyLine, ...]
    claims: tuple[tuple[FigureLine, int], ...]
    records: tuple[RecordLine, ...]
    contradictory: int
    old: int
    sources: tuple[tuple[Source, int], ...]
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
        completeness=_percent(completeness(agreements)),
        missing=tuple(
            MissingLine(wanted=wanted, count=count, share=_percent(count / total) if total else "–")
            for wanted, count in missing_counts(agreements)
        ),
        bodies=_body_lines(edition),
        claims=_claims(edition),
        records=tuple(_record_line(edition, row) for row in edition.rows),
        contradictory=sum(bool(agreement.contradictions) for agreement in agreements),
        old=sum(is_old(agreement, edition.on) for agreement in agreements),
        sources=tuple(
            (source, len(source.contradictions))
            for source in edition.register.sources.values()
            if source.contradictions
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


def _percent(share: float) -> str:
    return f"{words.number(100 * share)} %"


def _record_line(edition: Edition, row: Row) -> RecordLine:
    agreement = row.agreement
    latest = row.standing.latest_statement
    return RecordLine(
        row=row,
        missing=", ".join(wanted.label.lower() for wanted in missing(agreement)),
        contradictions=", ".join(words.CONTRADICTION[each.field].lower() for each in agreement.contradictions),
        latest=words.partial_date(latest) if latest else None,
        is_old=is_old(agreement, edition.on),
    )


def _body_lines(edition: Edition) -> tuple[BodyLine, ...]:
    """Every body with partnerships, in the order of the alphabet."""

    def line(body: Body, agreements: tuple[Agreement, ...]) -> BodyLine:
        return BodyLine(
            body=body,
            agreements=len(agreements),
            completeness=_percent(completeness(agreements)),
            contradictory=sum(bool(agreement.contradictions) for agreement in agreements),
            old=sum(is_old(agreement, edition.on) for agreement in agreements),
        )

    register = edition.register
    return tuple(line(body, known) for body in register.bodies.values() if (known := register.of_body(body.id)))


def _claims(edition: Edition) -> tuple[tuple[FigureLine, int], ...]:
    """How many partnerships sources say that a body has or has had, each beside how many the register knows."""
    figures = (each for each in edition.register.figures.values() if each.body and each.unit == "partnerships")
    lines = figure_lines(edition, figures)
    return tuple((line, len(edition.register.of_body(line.body.id))) for line in lines if line.body)
