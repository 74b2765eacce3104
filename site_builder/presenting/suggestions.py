"""Suggestions: the register's names, and what may be reported twice, as JSON for the editor's scripts.

Of each body and organisation `id`, `name` and what else it is called. Of each partnership the ids of its parties, and
the first and last day it may run; `page` is relative to the editor's.
"""

import json
from typing import Any

from site_builder.presenting.addresses import UrlFor
from site_builder.presenting.asking import NAMED
from site_builder.presenting.edition import Edition
from site_builder.register.agreement import Agreement, PeriodKind
from site_builder.register.directory import Body

PATH = "bidra/namn.json"


def suggestions(edition: Edition, url: UrlFor) -> bytes:
    """Compact JSON; `url` gives addresses relative to the editor's page."""
    register = edition.register
    bodies = {body.id: body for body in register.bodies.values()}
    found = {
        NAMED["body"]: [_named(id, body.name, _also(body)) for id, body in bodies.items()],
        NAMED["organisation"]: [_named(each.id, each.name, each.aliases) for each in register.organisations.values()],
        "partnerskap": [_partnership(agreement, url) for agreement in register.agreements],
    }
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _named(id: str, name: str, also: tuple[str, ...]) -> dict[str, Any]:
    others = sorted({other for other in also if other != name})
    return {"id": id, "name": name, **({"also": others} if others else {})}


def _also(body: Body) -> tuple[str, ...]:
    short = (body.municipality.short_name,) if body.municipality else ()
    return (body.official_name, *short)


def _partnership(agreement: Agreement, url: UrlFor) -> dict[str, Any]:
    first, last = _bounds(agreement)
    return {
        "id": agreement.id,
        "title": agreement.title,
        "page": url("agreement", agreement),
        "bodies": [party.body for party in agreement.public_parties],
        "organisations": [party.organisation for party in agreement.nonprofit_parties],
        "first": first,
        "last": last,
    }


def _bounds(agreement: Agreement) -> tuple[str, str]:
    """The first and last day it may run: an unknown bound may be any day."""
    periods = [period for period in agreement.periods if period.kind != PeriodKind.MAXIMUM]
    starts = [period.start.first.isoformat() for period in periods if period.start]
    ends = [period.end.last.isoformat() for period in periods if period.end]
    return min(starts, default="0000"), max(ends) if periods and len(ends) == len(periods) else "9999"
