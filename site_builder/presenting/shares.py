"""Shares: what others can take from a topic's page to show it on their own site or to follow it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from site_builder.exporting.calendars import icalendar
from site_builder.exporting.feeds import Feed, atom
from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.badges import HEIGHT, badge
from site_builder.presenting.edition import Edition
from site_builder.presenting.news import address, last_days, news
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.topics import Topic, topics
from site_builder.register.directory import Term
from site_builder.register.status import Status

FRAME_HEIGHT = 420
BLANK_UNDERLAG = "data/underlag.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A topic with what can be taken from it; `id` is its page's address without the last slash.

    `badge_text` is None where nothing is known: then there is nothing to show. `dated` are those with an exact end.
    """

    id: str
    topic: Topic
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

    @property
    def underlag_path(self) -> str | None:
        """The workbook to correct the topic's partnerships in; areas and target groups have none to send one back."""
        if isinstance(self.topic.subject, Term):
            return None
        return f"{self.id}/underlag.xlsx" if self.topic.agreements else BLANK_UNDERLAG

    def frame_code(self, base_url: str) -> str:
        """The HTML that shows the topic's partnerships in a frame on another site."""
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


def share(edition: Edition, topic: Topic) -> Share:
    rows = edition.rows_of(topic.agreements)
    ends = [row for row in of_status(rows, Status.ACTIVE, Status.EXPIRED) if row.standing.end]
    dated = tuple(row for row in ends if len(row.end or "") == len("ÅÅÅÅ-MM-DD"))
    return Share(
        id=topic.path,
        topic=topic,
        name=f"Idéburna offentliga partnerskap {topic.phrase}",
        badge_text=_badge_text(topic.label, rows) if rows else None,
        badge_source=f"{edition.site.title}, {words.day(edition.on)}",
        register=edition.site.title,
        dated=dated,
        undated=len(ends) - len(dated),
    )


def _badge_text(label: str, rows: tuple[Row, ...]) -> str:
    """`4 kända IOP, 1 pågår`."""
    running = len(of_status(rows, Status.ACTIVE))
    known = words.counted(len(rows), "känt IOP", "kända IOP")
    said = f"{known}, {running} pågår" if running else known
    return f"{label}: {said}" if label else said


def shares(edition: Edition) -> Iterator[Share]:
    """Every topic's."""
    return (share(edition, topic) for topic in topics(edition.register))


def share_outputs(edition: Edition) -> Iterator[Output]:
    """A feed of every topic, a badge where something is known, a calendar where an end is."""
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
    return lambda: atom(
        Feed(
            key=share.id,
            title=share.name,
            author=edition.site.publisher,
            address=address(edition, f"{share.id}/", share.feed_path),
            own=f"{base}{share.feed_path}" if base else None,
            day=edition.on,
            entries=news(edition, share.topic.agreements, share.feed_path),
        )
    )


def _calendar(edition: Edition, share: Share) -> Callable[[], bytes]:
    return lambda: icalendar(
        f"{share.name}: slutdatum",
        last_days(edition, share.dated, share.badge_source, share.calendar_path),
        edition.on,
    )
