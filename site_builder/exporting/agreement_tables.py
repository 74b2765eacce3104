"""Agreement tables: partnerships and their parts as rows, in the register's order."""

from collections.abc import Iterable, Iterator
from datetime import date

from site_builder.exporting.cells import Row, joined, one_line, text
from site_builder.register.agreement import Agreement
from site_builder.register.quality import missing
from site_builder.register.register import Register
from site_builder.register.status import standing


def agreement_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a partnership."""
    for agreement in register.agreements:
        now = standing(agreement, on)
        latest = agreement.latest_period
        yield {
            "id": agreement.id,
            "title": agreement.title,
            "status": now.status,
            "status_date": on.isoformat(),
            "name": agreement.name,
            "body": agreement.leading_body,
            "body_name": register.bodies[agreement.leading_body].name,
            "public_parties": joined(register.bodies[party.body].name for party in agreement.public_parties),
            "nonprofit_parties": joined(
                register.organisations[party.organisation].name for party in agreement.nonprofit_parties
            ),
            "other_parties": joined(party.name for party in agreement.other_parties),
            "area": agreement.area,
            "secondary_areas": joined(agreement.secondary_areas),
            "target_group": agreement.target_group,
            "target_description": agreement.target_description,
            "purpose": one_line(agreement.purpose),
            "start": text(agreement.first_start),
            "end": text(latest.end if latest else None),
            "open_ended": bool(latest and latest.open_ended),
            "confirmed_as_of": text(now.confirmed),
            "missing": joined(wanted.id for wanted in missing(agreement)),
            "note": one_line(agreement.note),
            "programme": agreement.programme,
            "contradictions": len(agreement.contradictions),
        }


def party_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a party of each partnership."""

    def row(
        agreement: Agreement, role: str, id: str | None, name: str, as_named: str | None, units: Iterable[str]
    ) -> Row:
        return {
            "agreement": agreement.id,
            "role": role,
            "id": id,
            "name": name,
            "as_named": as_named,
            "units": joined(units),
        }

    for agreement in register.agreements:
        for party in agreement.nonprofit_parties:
            name = register.organisations[party.organisation].name
            yield row(agreement, "nonprofit", party.organisation, name, party.as_named, party.units)
        for public in agreement.public_parties:
            name = register.bodies[public.body].name
            yield row(agreement, "public", public.body, name, public.as_named, public.units)
        for other in agreement.other_parties:
            yield row(agreement, "other", None, other.name, other.as_named, ())


def period_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a period of each partnership."""
    for agreement in register.agreements:
        for period in agreement.periods:
            yield {
                "agreement": agreement.id,
                "kind": period.kind,
                "start": text(period.start),
                "end": text(period.end),
                "open_ended": period.open_ended,
                "as_written": period.as_written,
            }


def source_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a source reference of each partnership."""
    for agreement in register.agreements:
        for entry in agreement.sources:
            yield {
                "agreement": agreement.id,
                "source": entry.source,
                "locator": entry.locator,
                "reported_status": entry.reported_status,
                "as_of": text(entry.as_of),
                "link_marker": entry.link_marker,
                "link_text": entry.link_text,
            }


def funding_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a contribution to each partnership."""
    for agreement in register.agreements:
        for funding in agreement.funding:
            payer = register.payer(funding.payer)
            yield {
                "agreement": agreement.id,
                "payer": funding.payer,
                "payer_name": payer.name if payer else None,
                "kind": funding.kind,
                "amount": funding.amount,
                "at_most": funding.at_most,
                "per": funding.per,
                "as_written": funding.as_written,
                "source": funding.source,
            }


def result_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a result of each partnership."""
    for agreement in register.agreements:
        for result in agreement.results:
            yield {
                "agreement": agreement.id,
                "text": one_line(result.text),
                "when": text(result.when),
                "source": result.source,
            }


def contradiction_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a point on which the sources of each partnership disagree."""
    for agreement in register.agreements:
        for contradiction in agreement.contradictions:
            yield {
                "agreement": agreement.id,
                "field": contradiction.field,
                "text": one_line(contradiction.text),
            }
