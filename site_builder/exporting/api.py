"""JSON: every record as data, beside its page and all together."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from site_builder.output import Output
from site_builder.register.agreement import Agreement
from site_builder.register.dates import PartialDate
from site_builder.register.quality import missing
from site_builder.register.register import Register
from site_builder.register.status import status

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


def plain(value: Any) -> Any:
    """The record as JSON values, keys as in the schema, without what is not known."""
    if isinstance(value, PartialDate):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        items = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {key: inner for key, inner in items.items() if inner is not None and inner != []}
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    return value


def agreement_record(agreement: Agreement, on: date) -> dict[str, Any]:
    """The agreement with its status on the day and what the register lacks of it."""
    return {
        "id": agreement.id,
        "status": status(agreement, on),
        "status_date": on.isoformat(),
        **plain(agreement),
        "missing": [wanted.id for wanted in missing(agreement)],
    }


def as_json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def page_path(agreement: Agreement) -> str:
    """The address of the partnership's page, below the site's root: a promise."""
    return f"partnerskap/{agreement.id}/"


def record_path(agreement: Agreement) -> str:
    """Where the record's JSON lies: the page's address with another ending."""
    return f"partnerskap/{agreement.id}.json"


def data_file(agreement: Agreement) -> str:
    """The partnership's own file in the project."""
    return f"data/agreements/{agreement.id}.yaml"


def data_file_path(agreement: Agreement) -> str:
    """Where that file lies on the site."""
    return f"partnerskap/{agreement.id}.yaml"


def json_outputs(register: Register, on: date) -> Iterator[Output]:
    """One file for each partnership, and one with them all beside organisations, bodies and sources."""
    for agreement in register.agreements:

        def produce(agreement: Agreement = agreement) -> bytes:
            return as_json({"licence": LICENCE, **agreement_record(agreement, on)})

        yield Output(path=record_path(agreement), produce=produce, title=agreement.title, media_type="application/json")

    def everything() -> bytes:
        return as_json(
            {
                "licence": LICENCE,
                "status_date": on.isoformat(),
                "agreements": [agreement_record(agreement, on) for agreement in register.agreements],
                "organisations": [plain(organisation) for organisation in register.organisations.values()],
                "sources": [plain(source) for source in register.sources.values()],
                "programmes": [plain(programme) for programme in register.programmes.values()],
                "figures": [plain(figure) for figure in register.figures.values()],
                "criteria": [plain(theme) for theme in register.criteria],
                "vocabularies": [plain(vocabulary) for vocabulary in register.vocabularies.values()],
            }
        )

    yield Output(
        path="data/partnerskap.json",
        produce=everything,
        title="Alla partnerskap, organisationer, källor, siffror och vokabulärer med alla fält, för datorprogram",
        media_type="application/json",
    )
