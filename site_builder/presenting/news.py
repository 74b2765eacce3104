"""News: what happens to partnerships, worded for feeds and calendars."""

from collections.abc import Iterable

from site_builder.exporting.feeds import Entry
from site_builder.presenting import words
from site_builder.presenting.addresses import relative
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.register.events import Event, EventKind, events
from site_builder.register.register import Agreements


def address(edition: Edition, path: str, here: str) -> str:
    """Of the page at `path`, absolute where the site's address is known; else from the file at `here`."""
    base = edition.site.known_base_url
    return f"{base}{path}" if base else relative(path, here)


def news(edition: Edition, agreements: Agreements, here: str) -> tuple[Entry, ...]:
    """What has happened to the partnerships, the latest first, for the file at `here`."""

    def entry(event: Event) -> Entry:
        row = edition.row_of(event.agreement)
        said = said_of(event)
        return Entry(
            key=f"{event.agreement.id} {event.kind} {event.stated.text}",
            title=f"{said}: {event.agreement.title}",
            text=f"{said}. {_parties(row)} Kontrollera mot källorna på partnerskapets sida.",
            day=event.day,
            address=address(edition, f"partnerskap/{event.agreement.id}/", here),
        )

    return tuple(map(entry, events(agreements, edition.on)))


def said_of(event: Event) -> str:
    """What has happened, in words that claim no more than the sources do."""
    stated = words.partial_date(event.stated)
    match event.kind:
        case EventKind.BEGAN:
            return f"Började {stated}"
        case EventKind.ENDS_SOON:
            return f"Slutar {stated}, inom sex månader"
        case EventKind.RAN_OUT:
            return f"Löpte ut {stated}, förlängning okänd"
        case EventKind.ENDED:
            return f"Avslutat senast {stated}, enligt en källa"


def last_days(edition: Edition, rows: Iterable[Row], source: str, here: str) -> list[Entry]:
    """The last days of rows that have one, the earliest first, for the file at `here`."""

    def entry(row: Row) -> Entry:
        assert row.standing.end is not None
        return Entry(
            key=f"{row.agreement.id} end {row.end}",
            title=f"Slutar: {row.agreement.title}",
            text=f"Sista dagen i den senast kända perioden, enligt {source}. {_parties(row)}",
            day=row.standing.end,
            address=address(edition, f"partnerskap/{row.agreement.id}/", here),
        )

    return sorted(map(entry, rows), key=lambda each: (each.day, each.key))


def _parties(row: Row) -> str:
    names = words.listed([*(party.name for party in row.nonprofit), *(body.name for body in row.public)])
    return f"Parter: {names}."
