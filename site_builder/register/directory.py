"""The directory: organisations, bodies, sources and vocabularies, which agreements refer to by id."""

from dataclasses import dataclass
from typing import Literal, Self

from site_builder.register.dates import PartialDate
from site_builder.register.raw import Raw, date_or_none, texts


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
            aliases=texts(raw, "aliases"),
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
class Reference:
    """A place in a source."""

    source: str
    locator: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(source=raw["source"], locator=raw["locator"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where another source refers to a work; `is_reading_tip` when it recommends it for further reading."""

    source: str
    locator: str
    is_reading_tip: bool

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(source=raw["source"], locator=raw["locator"], is_reading_tip=raw.get("is_reading_tip", False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Something in a source that does not agree with itself; `text` is Markdown."""

    locator: str
    text: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(locator=raw["locator"], text=raw["text"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report, web page or other source.

    `short` is what tables call it: its own short name, else publisher and year. `broken_addresses` are addresses as
    printed that do not lead to the work.
    """

    id: str
    title: str
    short: str
    kind: str
    author: str | None
    publisher: str
    date: PartialDate | None
    as_of: PartialDate | None
    url: str | None
    broken_addresses: tuple[str, ...]
    mentioned_in: tuple[Mention, ...]
    contradictions: tuple[Disagreement, ...]
    licence: str | None
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            title=raw["title"],
            short=raw.get("short") or f"{raw['publisher']} {raw.get('date', '')[:4]}".strip(),
            kind=raw["kind"],
            author=raw.get("author"),
            publisher=raw["publisher"],
            date=date_or_none(raw, "date"),
            as_of=date_or_none(raw, "as_of"),
            url=raw.get("url"),
            broken_addresses=texts(raw, "broken_addresses"),
            mentioned_in=tuple(map(Mention.from_raw, raw.get("mentioned_in", ()))),
            contradictions=tuple(map(Disagreement.from_raw, raw.get("contradictions", ()))),
            licence=raw.get("licence"),
            note=raw.get("note"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """An effort that several partnerships are part of; `definition` is Markdown, `sources` describe it as a whole."""

    id: str
    sv: str
    en: str
    definition: str
    sources: tuple[Reference, ...]
    note: str | None

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            id=raw["id"],
            sv=raw["sv"],
            en=raw["en"],
            definition=raw["definition"],
            sources=tuple(map(Reference.from_raw, raw["sources"])),
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
class Redirect:
    """An id that has been renamed; `kind` is the name of its page."""

    kind: Literal["agreement", "organisation", "source", "programme", "area", "target-group", "other-body"]
    old: str
    new: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(kind=raw["kind"], old=raw["from"], new=raw["to"])


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """Links that are not checked, and why: `address` is a host, or how the addresses begin."""

    address: str
    reason: str

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(address=raw["address"], reason=raw["reason"])

    def covers(self, url: str, host: str | None) -> bool:
        return url.startswith(self.address) if "://" in self.address else host == self.address
