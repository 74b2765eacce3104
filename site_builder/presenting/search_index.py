"""The search index: what the explorer's scripts need of every partnership, as JSON beside the page.

`subjects` are the bodies, organisations, areas and other things that partnerships refer to by place, each with what
else it is found by; every municipality and region is one, so that its page is found. `facets` and `ranks` hold one
value a partnership, in the order of `partnerships`.
"""

import json
from collections.abc import Iterable
from typing import Any

from site_builder.exporting.cells import one_line
from site_builder.presenting.addresses import UrlFor
from site_builder.presenting.edition import Edition
from site_builder.presenting.facets import facets
from site_builder.presenting.rows import COLUMNS, Column, Row
from site_builder.presenting.views.agreement import body_page
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Body, Organisation, Programme, Term

PATH = "partnerskap/sok.json"
Subject = Body | Organisation | Term | Programme


class Subjects:
    """The subjects that partnerships refer to, each once, numbered in the order they are first met."""

    def __init__(self, edition: Edition, url: UrlFor) -> None:
        self._edition = edition
        self._url = url
        self._places: dict[tuple[str, str], int] = {}
        self.found: list[dict[str, str]] = []

    def place(self, page: str, subject: Subject) -> int:
        key = (page, subject.id)
        if key not in self._places:
            self._places[key] = len(self.found)
            name = subject.sv if isinstance(subject, Term | Programme) else subject.name
            record = {"name": name, "page": self._url(page, subject), "also": self._also(subject)}
            self.found.append({key: value for key, value in record.items() if value})
        return self._places[key]

    def _also(self, subject: Subject) -> str:
        """What the subject is found by beside its name."""
        if isinstance(subject, Body):
            return subject.official_name if subject.official_name != subject.name else ""
        if isinstance(subject, Organisation):
            federation = self._edition.register.organisations.get(subject.federation or "")
            return _text([*subject.aliases, federation.name if federation else None])
        return ""


def search_index(edition: Edition, url: UrlFor) -> bytes:
    """The index as compact JSON; `url` gives addresses relative to the explorer's page."""
    subjects = Subjects(edition, url)
    partnerships = [_partnership(edition, row, subjects, url) for row in edition.rows]
    for body in (*edition.register.municipalities, *edition.register.regions):
        subjects.place(body_page(body), body)
    index = {
        "date": edition.on.isoformat(),
        "partnerships": partnerships,
        "subjects": subjects.found,
        "facets": [
            {"id": facet.id, "choices": [choice.id for choice in facet.choices], "rows": facet.rows}
            for facet in facets(edition.register, edition.rows)
        ],
        "ranks": {column.id: _ranks(column, edition.rows) for column in COLUMNS},
    }
    return (json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _partnership(edition: Edition, row: Row, subjects: Subjects, url: UrlFor) -> dict[str, Any]:
    """One partnership as the table shows it, with what else it is found by; nothing that is not known."""
    register, agreement = edition.register, row.agreement
    about = [subjects.place("target-group", row.target_group)] if row.target_group else []
    about += [subjects.place("area", register.areas[id]) for id in agreement.secondary_areas]
    if agreement.programme:
        about.append(subjects.place("programme", register.programmes[agreement.programme]))
    record = {
        "id": agreement.id,
        "page": url("agreement", agreement),
        "title": agreement.title,
        "name": agreement.name,
        "bodies": [subjects.place(body_page(body), body) for body in row.public],
        "organisations": [subjects.place("organisation", each) for each in row.nonprofit],
        "areas": [subjects.place("area", row.area)] if row.area else [],
        "about": about,
        "start": row.start,
        "end": row.end,
        "status": row.status,
        "parties": _text(_party_words(agreement)),
        "text": _text([agreement.purpose, agreement.target_description]),
    }
    return {key: value for key, value in record.items() if value}


def _party_words(agreement: Agreement) -> Iterable[str | None]:
    """Spellings and units of the parties, and the names of those that are no subjects of their own."""
    for organisation in agreement.nonprofit_parties:
        yield from (organisation.as_named, *organisation.units)
    for body in agreement.public_parties:
        yield from (body.as_named, *body.units)
    for other in agreement.other_parties:
        yield from (other.name, other.as_named)


def _text(parts: Iterable[str | None]) -> str:
    return " · ".join(filter(None, map(one_line, parts)))


def _ranks(column: Column, rows: tuple[Row, ...]) -> list[int | None]:
    """Each row's place by the column, equal ones sharing theirs; None where the column has no value."""
    keys = sorted({key for row in rows if (key := column.key(row)) is not None})
    places: dict[str | None, int] = {key: place for place, key in enumerate(keys)}
    return [places.get(column.key(row)) for row in rows]
