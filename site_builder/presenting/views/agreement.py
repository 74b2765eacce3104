"""The page of one partnership."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

from site_builder.exporting.api import record_path
from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.markdown import block
from site_builder.presenting.rows import Row
from site_builder.presenting.views.view import BODY_INDEX, START, Crumb, Trail
from site_builder.register.agreement import Agreement, Evidence, Funding, Link, OtherParty, Period
from site_builder.register.directory import Body, Organisation, Programme, Source, Term
from site_builder.register.quality import Wanted, missing
from site_builder.register.status import Standing, Status


@dataclass(frozen=True, slots=True)
class NonprofitLine:
    """An organisation as a party: its name in the source where that differs, and its sites or activities."""

    organisation: Organisation
    as_named: str | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A body as a party, with its committees or departments."""

    body: Body
    as_named: str | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Another party and its kind."""

    party: OtherParty
    kind: Term


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period in words; `start` and `end` None where no source states them."""

    kind: str
    start: str | None
    end: str | None
    as_written: str | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source reference with what the source said of the status, and as of when."""

    evidence: Evidence
    source: Source
    statement: str | None


@dataclass(frozen=True, slots=True)
class FundingLine:
    """A contribution in words."""

    payer: str
    text: str
    as_written: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result; `when` None where no source says which time it concerns."""

    text: Markup
    when: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A party's own comment: who and when, and the text."""

    heading: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Another partnership and how it relates to this one."""

    kind: str
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """Everything on the page of one partnership."""

    row: Row
    description: str
    trail: Trail
    status_text: str
    asks_for_news: bool
    nonprofit: tuple[NonprofitLine, ...]
    public: tuple[PublicLine, ...]
    other: tuple[OtherLine, ...]
    secondary_areas: tuple[Term, ...]
    purpose: Markup
    periods: tuple[PeriodLine, ...]
    funding: tuple[FundingLine, ...]
    results: tuple[ResultLine, ...]
    replies: tuple[ReplyLine, ...]
    links: tuple[tuple[str, Link], ...]
    programme: Programme | None
    siblings: int
    related: tuple[RelatedLine, ...]
    contradictions: tuple[tuple[str, Markup], ...]
    sources: tuple[SourceLine, ...]
    note: Markup
    missing: tuple[Wanted, ...]
    json_path: str
    yaml_path: str

    @property
    def title(self) -> str:
        return self.row.agreement.title


def body_page(body: Body) -> Literal["municipality", "region", "other-body"]:
    """The name of the page that a body's link leads to; for Gotland, which is both, the region's."""
    if body.region:
        return "region"
    return "municipality" if body.municipality else "other-body"


def status_text(now: Standing, on: date) -> str:
    """What is known of the partnership's state on the day, and what is not, in plain Swedish."""
    confirmed = f" Senast bekräftat av en källa: {words.partial_date(now.confirmed)}." if now.confirmed else ""
    match now.status:
        case Status.ACTIVE if now.is_open_ended:
            return f"Gäller tills vidare enligt källan. Det kan ha sagts upp utan att registret vet det.{confirmed}"
        case Status.ACTIVE if now.end:
            return f"Pågår enligt den senast kända perioden, som slutar {words.day(now.end)}.{confirmed}"
        case Status.ACTIVE:
            return f"Pågår enligt källan. Slutdatum är inte känt.{confirmed}"
        case Status.PLANNED if now.start and now.start > on:
            return f"Planerat att börja {words.day(now.start)}.{confirmed}"
        case Status.PLANNED:
            said = f" {words.partial_date(now.latest_statement)}" if now.latest_statement else ""
            return f"Planerat enligt källan{said}. Om det blev av är inte känt."
        case Status.EXPIRED if now.end and now.confirmed and now.confirmed.last > now.end:
            return (
                f"Den senast kända perioden slutade {words.day(now.end)}, men en källa anger det som pågående "
                f"{words.partial_date(now.confirmed)}. Om det har förlängts eller avslutats är inte känt."
            )
        case Status.EXPIRED if now.end:
            return (
                f"Den senast kända perioden slutade {words.day(now.end)}. Ingen källa säger om partnerskapet har "
                f"förlängts eller avslutats.{confirmed}"
            )
        case Status.ENDED:
            said = f" {words.partial_date(now.latest_statement)}" if now.latest_statement else ""
            return f"Avslutat enligt källan{said}."
        case _ if now.start or now.end:
            return f"Partnerskapet har förlängts eller saknar känt slut, så om det pågår är inte känt.{confirmed}"
        case _:
            return f"Källan anger inga datum, så om partnerskapet pågår är inte känt.{confirmed}"


def agreement_view(edition: Edition, agreement: Agreement) -> AgreementView:
    """The page of the partnership as of the edition's day."""
    register = edition.register
    row = edition.row_of(agreement)
    return AgreementView(
        row=row,
        description=_description(row),
        trail=(START, BODY_INDEX[body_page(row.body)], Crumb(row.body.name, body_page(row.body), row.body)),
        status_text=status_text(row.standing, edition.on),
        asks_for_news=row.status in (Status.EXPIRED, Status.UNKNOWN, Status.PLANNED),
        nonprofit=tuple(
            NonprofitLine(register.organisations[party.organisation], party.as_named, party.units)
            for party in agreement.nonprofit_parties
        ),
        public=tuple(
            PublicLine(register.bodies[party.body], party.as_named, party.units) for party in agreement.public_parties
        ),
        other=tuple(
            OtherLine(party, _term(edition, "other-party-kinds", party.kind)) for party in agreement.other_parties
        ),
        secondary_areas=tuple(register.areas[area] for area in agreement.secondary_areas),
        purpose=block(agreement.purpose),
        periods=tuple(map(_period_line, agreement.periods)),
        funding=tuple(_funding_line(edition, funding) for funding in agreement.funding),
        results=tuple(
            ResultLine(
                text=block(result.text),
                when=words.partial_date(result.when) if result.when else None,
                source=register.sources[result.source],
            )
            for result in agreement.results
        ),
        replies=tuple(
            ReplyLine(f"{reply.party}, {words.partial_date(reply.date)}", block(reply.text))
            for reply in agreement.replies
        ),
        links=tuple((words.LINK[link.kind], link) for link in agreement.links),
        programme=register.programmes[agreement.programme] if agreement.programme else None,
        siblings=len(register.of_programme(agreement.programme)) - 1 if agreement.programme else 0,
        related=_related(edition, agreement),
        contradictions=tuple((words.CONTRADICTION[each.field], block(each.text)) for each in agreement.contradictions),
        sources=tuple(_source_line(edition, evidence) for evidence in agreement.sources),
        note=block(agreement.note),
        missing=missing(agreement),
        json_path=record_path(agreement),
        yaml_path=f"data/agreements/{agreement.id}.yaml",
    )


def _description(row: Row) -> str:
    partners = words.listed([organisation.name for organisation in row.nonprofit]) or "en icke namngiven idéburen part"
    public = words.listed([body.name for body in row.public])
    return f"{row.agreement.title}. Idéburet offentligt partnerskap (IOP) mellan {public} och {partners}."


def _term(edition: Edition, vocabulary: str, id: str) -> Term:
    return next(term for term in edition.register.vocabularies[vocabulary].terms if term.id == id)


def _period_line(period: Period) -> PeriodLine:
    end = period.end.text if period.end else None
    return PeriodLine(
        kind=words.PERIOD[period.kind],
        start=period.start.text if period.start else None,
        end=words.UNTIL_FURTHER_NOTICE if period.open_ended else end,
        as_written=period.as_written,
    )


def _funding_line(edition: Edition, funding: Funding) -> FundingLine:
    register = edition.register
    payer = register.payer(funding.payer)
    amount = ""
    if funding.amount and funding.per:
        limit = "högst " if funding.at_most else ""
        amount = f"{limit}{words.number(funding.amount)} kronor {words.PER[funding.per]}, "
    return FundingLine(
        payer=payer.name if payer else funding.payer,
        text=f"{amount}{words.CONTRIBUTION[funding.kind]}",
        as_written=funding.as_written,
        source=register.sources[funding.source],
    )


def _source_line(edition: Edition, evidence: Evidence) -> SourceLine:
    source = edition.register.sources[evidence.source]
    return SourceLine(evidence=evidence, source=source, statement=words.statement(evidence) or None)


def _related(edition: Edition, agreement: Agreement) -> tuple[RelatedLine, ...]:
    """Relations in both directions, each partnership once."""
    own = {relation.agreement: words.RELATION[relation.kind] for relation in agreement.relations}
    back = {
        other.id: words.RELATION_BACK[relation.kind]
        for other, relation in edition.register.relations_to(agreement.id)
        if other.id not in own
    }
    by_id = edition.register.by_id
    return tuple(RelatedLine(kind, edition.row_of(by_id[id])) for id, kind in (own | back).items())
