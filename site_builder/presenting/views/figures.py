"""Published figures: what others have counted, where they disagree, and what cannot be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.register.directory import Body, Source, Term
from site_builder.register.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A published figure in words; `value` None where the source gives none."""

    figure: Figure
    source: Source
    body: Body | None
    value: str | None
    as_of: str | None
    note: Markup
    ours: str | None
    contradicts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """The figures of one topic."""

    topic: Term
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """Every published figure by topic."""

    title: str
    description: str
    groups: tuple[FigureGroup, ...]
    contradicting: int
    illegible: int
    trail: Trail = (START, Crumb("Statistik", "statistics"))


def figure_lines(edition: Edition, figures: Iterable[Figure]) -> tuple[FigureLine, ...]:
    """The figures in words."""
    register = edition.register
    return tuple(
        FigureLine(
            figure=figure,
            source=register.sources[figure.source],
            body=register.bodies[figure.body] if figure.body else None,
            value=_value(figure),
            as_of=words.partial_date(figure.as_of) if figure.as_of else None,
            note=block(figure.note),
            ours=edition.counterparts.get(figure.id),
            contradicts=tuple(register.figures[id] for id in figure.contradicts),
        )
        for figure in figures
    )


def _value(figure: Figure) -> str | None:
    if figure.illegible:
        return "går inte att läsa"
    if figure.value is None or figure.unit is None:
        return None
    return words.quantity(figure.value, figure.unit, figure.precision)


def figures_view(edition: Edition, _: None) -> FiguresView:
    figures = tuple(edition.register.figures.values())
    topics = edition.register.vocabularies["figure-topics"].terms
    groups = (
        FigureGroup(topic=topic, lines=figure_lines(edition, (each for each in figures if each.topic == topic.id)))
        for topic in topics
    )
    return FiguresView(
        title="Publicerade siffror",
        description="Siffror om IOP som andra har publicerat, bredvid registrets, och varför de skiljer sig.",
        groups=tuple(group for group in groups if group.lines),
        contradicting=sum(bool(figure.contradicts) for figure in figures),
        illegible=sum(figure.illegible for figure in figures),
    )
