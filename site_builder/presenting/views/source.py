"""The pages of sources: what each one gave, and what in it does not agree."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.rows import Row
from site_builder.presenting.views.figures import FigureLine, figure_lines
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.reading.content import Prose
from site_builder.register.agreement import Agreement, Contradiction
from site_builder.register.alphabet import by_number
from site_builder.register.criteria import Criterion, Theme
from site_builder.register.directory import Body, CoverageEntry, Mention, Programme, Source, Term, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """A partnership that the source tells of: where in it, and what it says of the status."""

    row: Row
    locator: str
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementLine:
    """What does not agree: in the source itself at `locator`, or told of a partnership."""

    locator: str | None
    row: Row | None
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The page of one source."""

    source: Source
    title: str
    description: str
    trail: Trail
    kind: Term
    note: Markup
    given: tuple[GivenLine, ...]
    programmes: tuple[tuple[Programme, str], ...]
    figures: tuple[FigureLine, ...]
    criteria: tuple[tuple[Theme, Criterion], ...]
    vocabularies: tuple[Vocabulary, ...]
    answers: tuple[tuple[Body, CoverageEntry], ...]
    prose: tuple[Prose, ...]
    disagreements: tuple[DisagreementLine, ...]
    mentioned_in: tuple[tuple[Mention, Source], ...]
    mentions: tuple[tuple[Mention, Source], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceListLine:
    """A source in the list, with how much it gave."""

    source: Source
    agreements: int
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceListView:
    """All sources by kind."""

    title: str
    description: str
    groups: tuple[tuple[Term, tuple[SourceListLine, ...]], ...]
    trail: Trail = (START,)


_WITH_PAGES = ("areas", "target-groups")  # vocabularies whose page has their own id as its name


def source_view(edition: Edition, source: Source) -> SourceView:
    """The source with everything that came from it."""
    register = edition.register
    agreements = register.of_source(source.id)
    given = sorted((_given(edition, source, one) for one in agreements), key=lambda line: by_number(line.locator))
    return SourceView(
        source=source,
        title=source.title,
        description=f"Vad registret har hämtat ur {source.title} ({source.publisher}), och vad som inte går ihop.",
        trail=(START, Crumb("Källor", "sources")),
        kind=next(term for term in register.vocabularies["source-kinds"].terms if term.id == source.kind),
        note=block(source.note),
        given=tuple(given),
        programmes=tuple(
            (programme, reference.locator)
            for programme in register.programmes.values()
            for reference in programme.sources
            if reference.source == source.id
        ),
        figures=figure_lines(edition, register.figures_from(source.id)),
        criteria=tuple(
            (theme, criterion)
            for theme in register.criteria
            for criterion in theme.criteria
            if source.id in (criterion.source, criterion.via)
        ),
        vocabularies=tuple(
            register.vocabularies[id] for id in _WITH_PAGES if register.vocabularies[id].source == source.id
        ),
        answers=tuple((register.bodies[each.body], each) for each in register.coverage if each.source == source.id),
        prose=tuple(page for page in edition.prose if page.is_swedish and f"(page:source/{source.id})" in page.text),
        disagreements=_disagreements(edition, source, given),
        mentioned_in=tuple((mention, register.sources[mention.source]) for mention in source.mentioned_in),
        mentions=tuple(
            (mention, other)
            for other in register.sources.values()
            for mention in other.mentioned_in
            if mention.source == source.id
        ),
    )


def _given(edition: Edition, source: Source, agreement: Agreement) -> GivenLine:
    entries = [entry for entry in agreement.sources if entry.source == source.id]
    statements = [words.statement(entry) for entry in entries if entry.reported_status]
    return GivenLine(
        row=edition.row_of(agreement),
        locator="; ".join(entry.locator for entry in entries),
        statement=", ".join(dict.fromkeys(statements)) or None,
    )


def _disagreements(edition: Edition, source: Source, given: list[GivenLine]) -> tuple[DisagreementLine, ...]:
    def told(row: Row, contradiction: Contradiction) -> DisagreementLine:
        return DisagreementLine(locator=None, row=row, text=block(contradiction.text))

    own = (DisagreementLine(locator=each.locator, row=None, text=block(each.text)) for each in source.contradictions)
    others = (told(line.row, each) for line in given for each in line.row.agreement.contradictions)
    return (*own, *others)


def source_list_view(edition: Edition, _: None) -> SourceListView:
    register = edition.register

    def line(source: Source) -> SourceListLine:
        return SourceListLine(
            source=source,
            agreements=len(register.of_source(source.id)),
            figures=len(register.figures_from(source.id)),
        )

    groups = (
        (kind, tuple(line(source) for source in register.sources.values() if source.kind == kind.id))
        for kind in register.vocabularies["source-kinds"].terms
    )
    return SourceListView(
        title="Källor",
        description=f"De {len(register.sources)} källor som registret bygger på eller hänvisar till, och vad de gav.",
        groups=tuple((kind, lines) for kind, lines in groups if lines),
    )
