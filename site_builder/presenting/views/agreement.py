"""The page of one partnership."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from site_builder.exporting.api import data_file, data_file_path, record_path
from site_builder.exporting.citations import Citation, citation, citation_paths
from site_builder.presenting import words
from site_builder.presenting.charts import Chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.rows import Row
from site_builder.presenting.views import facts
from site_builder.presenting.views.facts import Footnote, FundingLine, OtherLine, PartyLine, PeriodLine, ResultLine
from site_builder.presenting.views.likeness import RelatedLine, SimilarLine, related_lines, similar_lines
from site_builder.presenting.views.revisions import RevisionLine, revision_lines
from site_builder.presenting.views.standing import StatementLine, statement_lines, status_text
from site_builder.presenting.views.view import BODY_INDEX, START, Crumb, Trail
from site_builder.register.agreement import Agreement, Link
from site_builder.register.directory import Body, Programme, Term
from site_builder.register.quality import Wanted, missing
from site_builder.register.status import Status
from site_builder.register.stretches import stretches


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A party's own comment: who and when, and the text."""

    heading: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """Everything on the page of one partnership.

    `time` is the whole time in one line; `timeline` None where it says no more than that. `revisions` is None where
    this build does not know the history.
    """

    row: Row
    description: str
    trail: Trail
    time: str | None
    status_text: str
    statements: tuple[StatementLine, ...]
    asks_for_news: bool
    nonprofit: tuple[PartyLine, ...]
    public: tuple[PartyLine, ...]
    other: tuple[OtherLine, ...]
    secondary_areas: tuple[Term, ...]
    purpose: Markup
    periods: tuple[PeriodLine, ...]
    timeline: Chart | None
    funding: tuple[FundingLine, ...]
    results: tuple[ResultLine, ...]
    replies: tuple[ReplyLine, ...]
    links: tuple[tuple[str, Link], ...]
    programme: Programme | None
    siblings: int
    related: tuple[RelatedLine, ...]
    similar: tuple[SimilarLine, ...]
    contradictions: tuple[tuple[str, Markup], ...]
    footnotes: tuple[Footnote, ...]
    note: Markup
    missing: tuple[Wanted, ...]
    revisions: tuple[RevisionLine, ...] | None
    citation: Citation
    files: tuple[tuple[str, str], ...]
    json_path: str
    data_file: str

    @property
    def title(self) -> str:
        return self.row.agreement.title


def body_page(body: Body) -> Literal["municipality", "region", "other-body"]:
    """The name of the page that a body's link leads to; for Gotland, which is both, the region's."""
    if body.region:
        return "region"
    return "municipality" if body.municipality else "other-body"


def agreement_view(edition: Edition, agreement: Agreement) -> AgreementView:
    """The page of the partnership as of the edition's day."""
    register = edition.register
    row = edition.row_of(agreement)
    notes = facts.footnotes(register, agreement)
    return AgreementView(
        row=row,
        description=_description(row),
        trail=(START, BODY_INDEX[body_page(row.body)], Crumb(row.body.name, body_page(row.body), row.body)),
        time=facts.time_text(agreement),
        status_text=status_text(row.standing, edition.on),
        statements=statement_lines(agreement, notes),
        asks_for_news=row.status in (Status.EXPIRED, Status.UNKNOWN, Status.PLANNED),
        nonprofit=facts.nonprofit_lines(register, agreement),
        public=facts.public_lines(register, agreement),
        other=facts.other_lines(register, agreement),
        secondary_areas=tuple(register.areas[area] for area in agreement.secondary_areas),
        purpose=block(agreement.purpose),
        periods=facts.period_lines(agreement),
        timeline=_timeline(edition, row),
        funding=facts.funding_lines(register, agreement, notes),
        results=facts.result_lines(agreement, notes),
        replies=tuple(
            ReplyLine(f"{reply.party}, {words.partial_date(reply.date)}", block(reply.text))
            for reply in agreement.replies
        ),
        links=tuple((words.LINK[link.kind], link) for link in agreement.links),
        programme=register.programmes[agreement.programme] if agreement.programme else None,
        siblings=len(register.of_programme(agreement.programme)) - 1 if agreement.programme else 0,
        related=related_lines(edition, agreement),
        similar=similar_lines(edition, agreement),
        contradictions=tuple((words.CONTRADICTION[each.field], block(each.text)) for each in agreement.contradictions),
        footnotes=tuple(notes.values()),
        note=block(agreement.note),
        missing=missing(agreement),
        revisions=revision_lines(edition, agreement.id),
        citation=citation(agreement, edition.site, edition.on),
        files=(("JSON", record_path(agreement)), ("YAML", data_file_path(agreement)), *citation_paths(agreement)),
        json_path=record_path(agreement),
        data_file=data_file(agreement),
    )


def _timeline(edition: Edition, row: Row) -> Chart | None:
    """The periods as a picture, where there are more of them than one."""
    if len(stretches(row.agreement)) < 2:
        return None
    return timeline_chart((row,), edition.on, where=row.agreement.title)


def _description(row: Row) -> str:
    partners = words.listed([organisation.name for organisation in row.nonprofit]) or "en icke namngiven idéburen part"
    public = words.listed([body.name for body in row.public])
    return f"{row.agreement.title}. Idéburet offentligt partnerskap (IOP) mellan {public} och {partners}."
