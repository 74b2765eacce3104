"""Directory tables: organisations, bodies, sources and published figures as rows."""

from collections.abc import Iterator
from datetime import date

from site_builder.exporting.cells import Row, joined, one_line, text
from site_builder.register.counts import active_count
from site_builder.register.directory import Body
from site_builder.register.register import Register


def organisation_rows(register: Register, on: date) -> Iterator[Row]:
    """One row an organisation."""
    for organisation in register.organisations.values():
        agreements = register.of_organisation(organisation.id)
        yield {
            "id": organisation.id,
            "name": organisation.name,
            "aliases": joined(organisation.aliases),
            "org_number": organisation.org_number,
            "federation": organisation.federation,
            "legal_form": organisation.legal_form,
            "seat": organisation.seat,
            "url": organisation.url,
            "note": one_line(organisation.note),
            "agreements": len(agreements),
            "active": active_count(agreements, on),
        }


def _body_cells(register: Register, body: Body, on: date) -> Row:
    agreements = register.of_body(body.id)
    answer = register.coverage_of(body.id)
    return {
        "coverage": answer.state if answer else "unknown",
        "agreements": len(agreements),
        "active": active_count(agreements, on),
    }


def municipality_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a municipality, also those without known partnerships."""
    for body in register.municipalities:
        municipality = body.municipality
        assert municipality is not None
        yield {
            "id": body.id,
            "code": municipality.code,
            "name": body.name,
            "official_name": body.official_name,
            "county_code": municipality.county_code,
            "region": register.region_of(body).id,
            "population": municipality.population,
            "population_date": municipality.population_date,
            "skr_group_code": municipality.skr_group_code,
            "skr_group": municipality.skr_group,
            **_body_cells(register, body, on),
        }


def region_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a region, also those without known partnerships."""
    for body in register.regions:
        region = body.region
        assert region is not None
        yield {
            "id": body.id,
            "county_code": region.county_code,
            "county_name": region.county_name,
            "name": body.name,
            "population": region.population,
            "population_date": region.population_date,
            **_body_cells(register, body, on),
        }


def work_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a source."""
    for source in register.sources.values():
        yield {
            "id": source.id,
            "title": source.title,
            "short": source.short,
            "kind": source.kind,
            "author": source.author,
            "publisher": source.publisher,
            "date": text(source.date),
            "as_of": text(source.as_of),
            "url": source.url,
            "broken_addresses": joined(source.broken_addresses),
            "mentioned_in": joined(mention.source for mention in source.mentioned_in),
            "licence": source.licence,
            "note": one_line(source.note),
            "agreements": len(register.of_source(source.id)),
            "figures": len(register.figures_from(source.id)),
        }


def figure_rows(register: Register, on: date) -> Iterator[Row]:
    """One row a published figure."""
    for figure in register.figures.values():
        yield {
            "id": figure.id,
            "topic": figure.topic,
            "source": figure.source,
            "locator": figure.locator,
            "text": figure.text,
            "value": figure.value,
            "unit": figure.unit,
            "precision": figure.precision,
            "illegible": figure.illegible,
            "base": figure.base,
            "as_of": text(figure.as_of),
            "body": figure.body,
            "organisation": figure.organisation,
            "area": figure.area,
            "target_group": figure.target_group,
            "contradicts": joined(figure.contradicts),
            "counterpart": figure.counterpart,
            "difference": figure.difference,
            "needs": figure.needs,
            "note": one_line(figure.note),
        }
