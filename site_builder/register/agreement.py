"""The agreement and its parts: frozen records, made from validated data by `from_raw`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

from site_builder.register.dates import PartialDate
from site_builder.register.raw import Raw, date_or_none, texts


class PeriodKind(StrEnum):
    """How a period came about."""

    ORIGINAL = "original"
    EXTENSION = "extension"
    RENEWAL = "renewal"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time a document applies; a bound that nobody states is None. Both days are inclusive."""

    kind: PeriodKind
    start: PartialDate | None
    end: PartialDate | None
    open_ended: bool
    as_written: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            kind=PeriodKind(raw["kind"]),
            start=date_or_none(raw, "start"),
            end=date_or_none(raw, "end"),
            open_ended=raw.get("open_ended", False),
            as_written=raw.get("as_written"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NonprofitParty:
    """An organisation's part in an agreement; `units` are the sites or activities the source names."""

    organisation: str
    as_named: str | None
    units: tuple[str, ...]

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(organisation=raw["organisation"], as_named=raw.get("as_named"), units=texts(raw, "units"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicParty:
    """A body's part in an agreement; `units` are its committees, administrations or departments."""

    body: str
    as_named: str | None
    units: tuple[str, ...]

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(body=raw["body"], as_named=raw.get("as_named"), units=texts(raw, "units"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherParty:
    """A company or other actor that is neither civil society nor a public body."""

    name: str
    kind: str
    as_named: str | None
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(name=raw["name"], kind=raw["kind"], as_named=raw.get("as_named"), note=raw.get("note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """What a party contributes; `amount` in Swedish kronor, an upper limit if `at_most`, `per` year or total."""

    payer: str
    kind: Literal["cash", "in-kind"]
    amount: int | None
    at_most: bool
    per: Literal["year", "total"] | None
    as_written: str | None
    source: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            payer=raw["payer"],
            kind=raw["kind"],
            amount=raw.get("amount"),
            at_most=raw.get("at_most", False),
            per=raw.get("per"),
            as_written=raw.get("as_written"),
            source=raw["source"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an agreement has led to, as a source tells it; `text` is Markdown."""

    text: str
    when: PartialDate | None
    source: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(text=raw["text"], when=date_or_none(raw, "when"), source=raw["source"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page or document about an agreement."""

    kind: Literal["agreement", "decision", "web", "evaluation", "news"]
    title: str
    url: str
    archived_url: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(kind=raw["kind"], title=raw["title"], url=raw["url"], archived_url=raw.get("archived_url"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an agreement relates to another one, by its id."""

    kind: Literal["continues", "part-of", "related"]
    agreement: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(kind=raw["kind"], agreement=raw["agreement"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A party's own comment; `text` is Markdown."""

    party: str
    date: PartialDate
    text: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(party=raw["party"], date=PartialDate.from_text(raw["date"]), text=raw["text"])


class ReportedStatus(StrEnum):
    """What a source says of an agreement."""

    ACTIVE = "active"
    ENDED = "ended"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the facts of an agreement come from, and what that source said of its status as of when."""

    source: str
    locator: str
    reported_status: ReportedStatus | None
    as_of: PartialDate | None
    link_marker: bool | None
    link_text: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        status = raw.get("reported_status")
        return cls(
            source=raw["source"],
            locator=raw["locator"],
            reported_status=ReportedStatus(status) if status else None,
            as_of=date_or_none(raw, "as_of"),
            link_marker=raw.get("link_marker"),
            link_text=raw.get("link_text"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What sources say differently of an agreement, and which statement is followed; `text` is Markdown."""

    field: str
    text: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(field=raw["field"], text=raw["text"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One partnership. `id` is `<place>/<slug>`: its path, its address, never reused."""

    id: str
    title: str
    name: str | None
    programme: str | None
    nonprofit_parties: tuple[NonprofitParty, ...]
    public_parties: tuple[PublicParty, ...]
    other_parties: tuple[OtherParty, ...]
    area: str | None
    secondary_areas: tuple[str, ...]
    target_group: str | None
    target_description: str | None
    purpose: str | None
    periods: tuple[Period, ...]
    funding: tuple[Funding, ...]
    results: tuple[Result, ...]
    links: tuple[Link, ...]
    relations: tuple[Relation, ...]
    replies: tuple[Reply, ...]
    sources: tuple[Evidence, ...]
    contradictions: tuple[Contradiction, ...]
    note: str | None

    @classmethod
    def from_raw(cls, agreement_id: str, raw: Raw) -> Self:
        return cls(
            id=agreement_id,
            title=raw["title"],
            name=raw.get("name"),
            programme=raw.get("programme"),
            nonprofit_parties=tuple(map(NonprofitParty.from_raw, raw["nonprofit_parties"])),
            public_parties=tuple(map(PublicParty.from_raw, raw["public_parties"])),
            other_parties=tuple(map(OtherParty.from_raw, raw.get("other_parties", ()))),
            area=raw.get("area"),
            secondary_areas=texts(raw, "secondary_areas"),
            target_group=raw.get("target_group"),
            target_description=raw.get("target_description"),
            purpose=raw.get("purpose"),
            periods=tuple(map(Period.from_raw, raw.get("periods", ()))),
            funding=tuple(map(Funding.from_raw, raw.get("funding", ()))),
            results=tuple(map(Result.from_raw, raw.get("results", ()))),
            links=tuple(map(Link.from_raw, raw.get("links", ()))),
            relations=tuple(map(Relation.from_raw, raw.get("relations", ()))),
            replies=tuple(map(Reply.from_raw, raw.get("replies", ()))),
            sources=tuple(map(Evidence.from_raw, raw["sources"])),
            contradictions=tuple(map(Contradiction.from_raw, raw.get("contradictions", ()))),
            note=raw.get("note"),
        )

    @property
    def running_periods(self) -> tuple[Period, ...]:
        """The periods in which it runs or ran; a maximum is a limit to extensions, not a period of its own."""
        return tuple(period for period in self.periods if period.kind is not PeriodKind.MAXIMUM)

    @property
    def first_start(self) -> PartialDate | None:
        """The first period's start, where a source states it; a later period's start is no beginning."""
        return self.running_periods[0].start if self.running_periods else None

    @property
    def latest_period(self) -> Period | None:
        return self.running_periods[-1] if self.running_periods else None

    @property
    def cited(self) -> frozenset[str]:
        """The ids of every source that some fact of the partnership comes from."""
        stated = {entry.source for entry in self.sources}
        return frozenset(stated | {each.source for each in self.funding} | {each.source for each in self.results})

    @property
    def leading_body(self) -> str:
        """The id of the public body that leads the partnership."""
        return self.public_parties[0].body
