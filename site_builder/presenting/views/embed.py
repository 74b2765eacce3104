"""The light page of a topic for a frame on another site: what runs, what ends soon, and the way to the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.presenting.shares import Share, shares
from site_builder.presenting.topics import Topic
from site_builder.presenting.views.view import Trail
from site_builder.presenting.working_list import WorkingList, working_list

LONGEST = 8  # rows; the register has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """What runs, those that end within a year apart; `more` are those that run but do not fit."""

    topic: Topic
    title: str
    description: str
    summary: str
    ending_soon: tuple[Row, ...]
    running: tuple[Row, ...]
    more: int
    trail: Trail = ()


def embedded(edition: Edition) -> Iterator[Share]:
    """The topics with something to show."""
    return (share for share in shares(edition) if share.badge_text)


def embed_view(edition: Edition, share: Share) -> EmbedView:
    listed = working_list(edition, share.topic.agreements, share.topic.columns)
    soon = listed.ending_soon.rows
    later = tuple(row for row in listed.running.rows if row not in soon)
    room = max(LONGEST - len(soon), 0)
    return EmbedView(
        topic=share.topic,
        title=share.name,
        description=f"{share.name}, för visning på en annan webbplats.",
        summary=_summary(listed),
        ending_soon=soon[:LONGEST],
        running=later[:room],
        more=len(soon[LONGEST:]) + len(later[room:]),
    )


def _summary(listed: WorkingList) -> str:
    """`7 kända, varav 2 pågår. 4 har löpt ut utan känd förlängning eller har okänd status.`"""
    running, unsure = len(listed.running.rows), len(listed.unconfirmed.rows)
    known = words.counted(len(listed.rows), "känt", "kända")
    runs = f"{known}, varav {running or 'inget'} pågår enligt senast kända uppgift."
    return f"{runs} {unsure} har löpt ut utan känd förlängning eller har okänd status." if unsure else runs
