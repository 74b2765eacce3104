"""Guidance: what the builder makes from data for the pages on how to enter a partnership."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.reading.content import Prose
from site_builder.register.alphabet import alphabetical
from site_builder.register.criteria import Criterion, Theme
from site_builder.register.directory import Mention, Source, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """What a source says of a theme; `via` is the source it was read in, where that is another."""

    criterion: Criterion
    source: Source
    via: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme with its criteria, and its question with what each answer means."""

    theme: Theme
    if_yes: Markup
    if_no: Markup
    criteria: tuple[CriterionLine, ...]

    def said_by(self, source: Source) -> tuple[CriterionLine, ...]:
        return tuple(line for line in self.criteria if line.source == source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """The sources' criteria beside each other: a column a source, a row a theme."""

    sources: tuple[Source, ...]
    themes: tuple[ThemeLine, ...]
    template: str = "criteria.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The questions, first those without whose answer it is hardly an IOP."""

    required: tuple[ThemeLine, ...]
    strengthening: tuple[ThemeLine, ...]
    template: str = "checklist.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """A work with the sources that mention it."""

    source: Source
    kind: Term
    mentions: tuple[tuple[Mention, Source], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingList:
    """The works that the documents recommend, and those they otherwise refer to."""

    tips: tuple[ReadingLine, ...]
    others: tuple[ReadingLine, ...]
    template: str = "reading-list.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The terms that are explained, by name."""

    terms: tuple[Term, ...]
    template: str = "glossary.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """Who answers for the site and how to reach them."""

    template: str = "responsible.html"


Part = Criteria | Checklist | ReadingList | Glossary | Responsible


def part_of(edition: Edition, prose: Prose) -> Part | None:
    """What belongs below the page's text."""
    return _PARTS[prose.part](edition) if prose.part else None


def _theme_lines(edition: Edition) -> tuple[ThemeLine, ...]:
    sources = edition.register.sources

    def line(criterion: Criterion) -> CriterionLine:
        via = sources[criterion.via] if criterion.via else None
        return CriterionLine(criterion=criterion, source=sources[criterion.source], via=via)

    return tuple(
        ThemeLine(
            theme=theme, if_yes=block(theme.if_yes), if_no=block(theme.if_no), criteria=tuple(map(line, theme.criteria))
        )
        for theme in edition.register.criteria
    )


def _criteria(edition: Edition) -> Criteria:
    themes = _theme_lines(edition)
    used = {line.source.id for theme in themes for line in theme.criteria}
    return Criteria(
        sources=tuple(edition.register.sources[id] for id in edition.register.sources if id in used), themes=themes
    )


def _checklist(edition: Edition) -> Checklist:
    themes = _theme_lines(edition)
    return Checklist(
        required=tuple(line for line in themes if line.theme.weight == "required"),
        strengthening=tuple(line for line in themes if line.theme.weight == "strengthening"),
    )


def _reading_list(edition: Edition) -> ReadingList:
    register = edition.register
    kinds = {term.id: term for term in register.vocabularies["source-kinds"].terms}
    lines = tuple(
        ReadingLine(
            source=source,
            kind=kinds[source.kind],
            mentions=tuple((mention, register.sources[mention.source]) for mention in source.mentioned_in),
        )
        for source in register.sources.values()
        if source.mentioned_in
    )
    is_tip = {line.source.id: any(mention.is_reading_tip for mention, _ in line.mentions) for line in lines}
    return ReadingList(
        tips=tuple(line for line in lines if is_tip[line.source.id]),
        others=tuple(line for line in lines if not is_tip[line.source.id]),
    )


def _glossary(edition: Edition) -> Glossary:
    return Glossary(terms=tuple(sorted(edition.glossary.values(), key=lambda term: alphabetical(term.sv))))


_PARTS: Mapping[str, Callable[[Edition], Part]] = {
    "criteria": _criteria,
    "checklist": _checklist,
    "reading-list": _reading_list,
    "glossary": _glossary,
    "responsible": lambda edition: Responsible(),
}
