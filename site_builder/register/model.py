"""The model: one frozen record per thing the register knows, made from validated data by `from_raw`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, Self

from site_builder.register.dates import PartialDate

Raw = Mapping[str, Any]


def _date(raw: Raw, key: str) -> PartialDate | None:
    text = raw.get(key)
    return PartialDate.from_text(text) if text else None


def _texts(raw: Raw, key: str) -> tuple[str, ...]:
    return tuple(raw.get(key) or ())


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
            start=_date(raw, "start"),
            end=_date(raw, "end"),
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
        return cls(organisation=raw["organisation"], as_named=raw.get("as_named"), units=_texts(raw, "units"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicParty:
    """A body's part in an agreement; `units` are its committees, administrations or departments."""

    body: str
    as_named: str | None
    units: tuple[str, ...]

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(body=raw["body"], as_named=raw.get("as_named"), units=_texts(raw, "units"))


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
    """What a party contributes; `amount` in Swedish kronor, `per` year or total."""

    payer: str
    kind: Literal["cash", "in-kind"]
    amount: int | None
    per: Literal["year", "total"] | None
    as_written: str | None
    source: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            payer=raw["payer"],
            kind=raw["kind"],
            amount=raw.get("amount"),
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
        return cls(text=raw["text"], when=_date(raw, "when"), source=raw["source"])


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
            as_of=_date(raw, "as_of"),
            link_marker=raw.get("link_marker"),
            link_text=raw.get("link_text"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One partnership. `id` is `<place>/<slug>`: its path, its address, never reused."""

    id: str
    title: str
    name: str | None
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
    note: str | None

    @classmethod
    def from_raw(cls, agreement_id: str, raw: Raw) -> Self:
        return cls(
            id=agreement_id,
            title=raw["title"],
            name=raw.get("name"),
            nonprofit_parties=tuple(map(NonprofitParty.from_raw, raw["nonprofit_parties"])),
            public_parties=tuple(map(PublicParty.from_raw, raw["public_parties"])),
            other_parties=tuple(map(OtherParty.from_raw, raw.get("other_parties", ()))),
            area=raw.get("area"),
            secondary_areas=_texts(raw, "secondary_areas"),
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
            note=raw.get("note"),
        )

    @property
    def leading_body(self) -> str:
        """The id of the public body that leads the partnership."""
        return self.public_parties[0].body


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A civil-society organisation."""

    id: str
    name: str
    aliases: tuple[str, ...]
    org_number: str | None
    federation: str | None
    legal_form: str | None
    seat: str | None
    url: str | None
    note: str | None

    @classmethod
    def from_raw(cls, organisation_id: str, raw: Raw) -> Self:
        return cls(
            id=organisation_id,
            name=raw["name"],
            aliases=_texts(raw, "aliases"),
            org_number=raw.get("org_number"),
            federation=raw.get("federation"),
            legal_form=raw.get("legal_form"),
            seat=raw.get("seat"),
            url=raw.get("url"),
            note=raw.get("note"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A body's municipal side. Population on `population_date`; `code` and `county_code` by SCB, group by SKR."""

    code: str
    short_name: str
    county_code: str
    population: int
    population_date: str
    skr_group_code: str
    skr_group: str

    @classmethod
    def from_raw(cls, row: Raw) -> Self:
        return cls(
            code=row["code"],
            short_name=row["name"],
            county_code=row["region_code"],
            population=int(row["population"]),
            population_date=row["population_date"],
            skr_group_code=row["skr_group_code"],
            skr_group=row["skr_group"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A body's regional side, with the county it covers."""

    county_code: str
    county_name: str
    population: int
    population_date: str

    @classmethod
    def from_raw(cls, row: Raw) -> Self:
        return cls(
            county_code=row["code"],
            county_name=row["county_name"],
            population=int(row["population"]),
            population_date=row["population_date"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A public body. Region Gotland alone is both municipality and region; others than these have a `kind`."""

    id: str
    name: str
    official_name: str
    municipality: Municipality | None = None
    region: Region | None = None
    kind: str | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report, web page or other source."""

    id: str
    title: str
    author: str | None
    publisher: str
    date: PartialDate | None
    as_of: PartialDate | None
    url: str | None
    licence: str | None
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            title=raw["title"],
            author=raw.get("author"),
            publisher=raw["publisher"],
            date=_date(raw, "date"),
            as_of=_date(raw, "as_of"),
            url=raw.get("url"),
            licence=raw.get("licence"),
            note=raw.get("note"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a vocabulary, with its definition in Markdown."""

    id: str
    sv: str
    en: str
    definition: str
    definition_en: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            sv=raw["sv"],
            en=raw["en"],
            definition=raw["definition"],
            definition_en=raw.get("definition_en"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The values a field may have, in the order they are shown."""

    id: str
    sv: str
    en: str
    source: str | None
    terms: tuple[Term, ...]

    @classmethod
    def from_raw(cls, vocabulary_id: str, raw: Raw) -> Self:
        return cls(
            id=vocabulary_id,
            sv=raw["sv"],
            en=raw["en"],
            source=raw.get("source"),
            terms=tuple(map(Term.from_raw, raw["terms"])),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageEntry:
    """What a body has answered when asked for its partnerships."""

    body: str
    state: Literal["asked", "answered-none", "answered", "declined"]
    date: PartialDate
    source: str
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            body=raw["body"],
            state=raw["state"],
            date=PartialDate.from_text(raw["date"]),
            source=raw["source"],
            note=raw.get("note"),
        )
