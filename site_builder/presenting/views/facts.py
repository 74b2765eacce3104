"""The facts of one partnership in words, each with the number of the source the data ties it to."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.presenting import words
from site_builder.presenting.markdown import block
from site_builder.register.agreement import Agreement, Evidence, OtherParty, Period
from site_builder.register.directory import Body, Organisation, Source, Term
from site_builder.register.register import Register


@dataclass(frozen=True, slots=True)
class PartyLine:
    """An organisation or body as a party: its name in the source where that differs, and what of it takes part.

    `where` is the county of a body.
    """

    party: Organisation | Body
    as_named: str | None
    units: tuple[str, ...]
    where: str | None = None


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
class FundingLine:
    """A contribution in words."""

    payer: str
    text: str
    as_written: str | None
    note: int


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result; `when` None where no source says which time it concerns."""

    text: Markup
    when: str | None
    note: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A source of the partnership with its number, and each place in it with what it says of the status."""

    number: int
    source: Source
    places: tuple[tuple[Evidence, str], ...]


Footnotes = dict[str, Footnote]


def footnotes(register: Register, agreement: Agreement) -> Footnotes:
    """The partnership's sources by id, numbered in the record's order."""
    stated = [entry.source for entry in agreement.sources]
    cited = [*(each.source for each in agreement.funding), *(each.source for each in agreement.results)]
    return {
        id: Footnote(
            number=number,
            source=register.sources[id],
            places=tuple((entry, words.statement(entry)) for entry in agreement.sources if entry.source == id),
        )
        for number, id in enumerate(dict.fromkeys((*stated, *cited)), start=1)
    }


def nonprofit_lines(register: Register, agreement: Agreement) -> tuple[PartyLine, ...]:
    return tuple(
        PartyLine(register.organisations[party.organisation], party.as_named, party.units)
        for party in agreement.nonprofit_parties
    )


def public_lines(register: Register, agreement: Agreement) -> tuple[PartyLine, ...]:
    return tuple(
        PartyLine(body, party.as_named, party.units, _county(register, body))
        for party in agreement.public_parties
        for body in (register.bodies[party.body],)
    )


def _county(register: Register, body: Body) -> str | None:
    """Where a municipality lies; the name of any other body says it already."""
    region = register.region_of(body).region if body.municipality and not body.region else None
    return region.county_name if region else None


def other_lines(register: Register, agreement: Agreement) -> tuple[OtherLine, ...]:
    kinds = {term.id: term for term in register.vocabularies["other-party-kinds"].terms}
    return tuple(OtherLine(party, kinds[party.kind]) for party in agreement.other_parties)


def period_lines(agreement: Agreement) -> tuple[PeriodLine, ...]:
    return tuple(map(_period_line, agreement.periods))


def _period_line(period: Period) -> PeriodLine:
    end = words.partial_date(period.end) if period.end else None
    return PeriodLine(
        kind=words.PERIOD[period.kind],
        start=words.partial_date(period.start) if period.start else None,
        end=words.UNTIL_FURTHER_NOTICE if period.open_ended else end,
        as_written=period.as_written,
    )


def time_text(agreement: Agreement) -> str | None:
    """From when to when in all, as far as anyone states; None where nobody states a bound."""
    start, latest = agreement.first_start, agreement.latest_period
    begins = words.partial_date(start) if start else None
    if latest and latest.open_ended:
        return f"{begins}, {words.UNTIL_FURTHER_NOTICE}" if begins else words.upper_first(words.UNTIL_FURTHER_NOTICE)
    ends = words.partial_date(latest.end) if latest and latest.end else None
    if begins and ends:
        return f"{begins} – {ends}"
    if begins:
        return f"{begins} – slut ej känt"
    return f"Till och med {ends}" if ends else None


def funding_lines(register: Register, agreement: Agreement, notes: Footnotes) -> tuple[FundingLine, ...]:
    def line_amount(amount: int | None, per: str | None, *, at_most: bool) -> str:
        limit = "högst " if at_most else ""
        return f"{limit}{words.number(amount)} kronor {words.PER[per]}, " if amount and per else ""

    def payer(name: str) -> str:
        found = register.payer(name)
        return found.name if found else name

    return tuple(
        FundingLine(
            payer=payer(each.payer),
            text=line_amount(each.amount, each.per, at_most=each.at_most) + words.CONTRIBUTION[each.kind],
            as_written=each.as_written,
            note=notes[each.source].number,
        )
        for each in agreement.funding
    )


def result_lines(agreement: Agreement, notes: Footnotes) -> tuple[ResultLine, ...]:
    return tuple(
        ResultLine(
            text=block(result.text),
            when=words.partial_date(result.when) if result.when else None,
            note=notes[result.source].number,
        )
        for result in agreement.results
    )
