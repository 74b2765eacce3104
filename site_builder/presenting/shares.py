"""Shares: what others can take from a body's page to show it on their own site or to follow it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from site_builder.exporting.calendars import icalendar
from site_builder.exporting.feeds import Entry, Feed, atom
from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.addresses import relative
from site_builder.presenting.badges import HEIGHT, badge
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.views.agreement import body_page
from site_builder.presenting.views.view import BODY_ROUTES
from site_builder.register.directory import Body
from site_builder.register.events import Event, EventKind, events
from site_builder.register.status import Status

FRAME_HEIGHT = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A body with what can be taken from it; `id` is its page's address without the last slash.

    `badge_text` is None where nothing is known: then there is nothing to show. `dated` are those with an exact end.
    """

    id: str
    body: Body
    name: str
    badge_text: str | None
    badge_source: str
    register: str
    dated: tuple[Row, ...]
    undated: int

    @property
    def feed_path(self) -> str:
        return f"{self.id}/handelser.xml"

    @property
    def calendar_path(self) -> str:
        return f"{self.id}/slutdatum.ics"

    @property
    def badge_path(self) -> str:
        return f"{self.id}/marke.svg"

    def frame_code(self, base_url: str) -> str:
        """The HTML that shows the body's partnerships in a frame on another site."""
        return (
            f'<iframe src="{escape(base_url)}{self.id}/inbaddning/" title="{escape(self.name)}"\n'
            f'  width="100%" height="{FRAME_HEIGHT}" loading="lazy"></iframe>'
        )

    def badge_code(self, base_url: str) -> str:
        """The HTML that shows the badge on another site, without what would grow old there."""
        return (
            f'<a href="{escape(base_url)}{self.id}/"><img src="{escape(base_url)}{self.badge_path}"\n'
            f'  alt="{escape(self.name)}, enligt {escape(self.register)}" height="{HEIGHT}"></a>'
        )


def share(edition: Edition, body: Body) -> Share:
    rows = edition.rows_of(edition.register.of_body(body.id))
    running = len(of_status(rows, Status.ACTIVE))
    known = words.counted(len(rows), "känt IOP", "kända IOP")
    ends = [row for row in of_status(rows, Status.ACTIVE, Status.EXPIRED) if row.standing.end]
    dated = tuple(row for row in ends if len(row.end or "") == len("ÅÅÅÅ-MM-DD"))
    return Share(
        id=BODY_ROUTES[body_page(body)].format(id=body.id).rstrip("/"),
        body=body,
        name=f"Idéburna offentliga partnerskap i {body.name}",
        badge_text=(f"{known}, {running} pågår" if running else known) if rows else None,
        badge_source=f"{edition.site.title}, {words.day(edition.on)}",
        register=edition.site.title,
        dated=dated,
        undated=len(ends) - len(dated),
    )


def shares(edition: Edition) -> Iterator[Share]:
    """Every body's."""
    return (share(edition, body) for body in edition.register.bodies.values())


def share_outputs(edition: Edition) -> Iterator[Output]:
    """A feed of every body, a badge where something is known, a calendar where an end is."""
    for each in shares(edition):
        yield _output(each.feed_path, "application/atom+xml", _feed(edition, each))
        if each.badge_text:
            yield _output(each.badge_path, "image/svg+xml", _badge(edition, each))
        if each.dated:
            yield _output(each.calendar_path, "text/calendar", _calendar(edition, each))


def _output(path: str, media_type: str, produce: Callable[[], bytes]) -> Output:
    return Output(path=path, produce=produce, title=path.rpartition("/")[2], media_type=media_type)


def _badge(edition: Edition, share: Share) -> Callable[[], bytes]:
    return lambda: badge(share.badge_text or "", share.badge_source, edition.colours).encode("utf-8")


def _feed(edition: Edition, share: Share) -> Callable[[], bytes]:
    base = edition.site.known_base_url

    def produce() -> bytes:
        found = events(edition.register.of_body(share.body.id), edition.on)
        return atom(
            Feed(
                key=share.id,
                title=share.name,
                author=edition.site.publisher,
                address=_address(edition, f"{share.id}/", share.feed_path),
                own=f"{base}{share.feed_path}" if base else None,
                day=edition.on,
                entries=tuple(_news(edition, event, share.feed_path) for event in found),
            )
        )

    return produce


def _address(edition: Edition, path: str, here: str) -> str:
    base = edition.site.known_base_url
    return f"{base}{path}" if base else relative(path, here)


def _news(edition: Edition, event: Event, here: str) -> Entry:
    row = edition.row_of(event.agreement)
    said = said_of(event)
    return Entry(
        key=f"{event.agreement.id} {event.kind} {event.stated.text}",
        title=f"{said}: {event.agreement.title}",
        text=f"{said}. {_parties(row)} Kontrollera mot källorna på partnerskapets sida.",
        day=event.day,
        address=_address(edition, f"partnerskap/{event.agreement.id}/", here),
    )


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


def _parties(row: Row) -> str:
    names = words.listed([*(party.name for party in row.nonprofit), *(body.name for body in row.public)])
    return f"Parter: {names}."


def _calendar(edition: Edition, share: Share) -> Callable[[], bytes]:
    def entry(row: Row) -> Entry:
        assert row.standing.end is not None
        agreement = row.agreement
        return Entry(
            key=f"{agreement.id} end {row.end}",
            title=f"Slutar: {agreement.title}",
            text=f"Sista dagen i den senast kända perioden, enligt {share.badge_source}. {_parties(row)}",
            day=row.standing.end,
            address=_address(edition, f"partnerskap/{agreement.id}/", share.calendar_path),
        )

    def produce() -> bytes:
        entries = sorted(map(entry, share.dated), key=lambda each: (each.day, each.key))
        return icalendar(f"{share.name}: slutdatum", entries, edition.on)

    return produce
