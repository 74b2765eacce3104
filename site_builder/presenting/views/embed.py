"""The light page of a body for a frame on another site: what runs, what ends soon, and the way to the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.shares import Share, shares
from site_builder.presenting.views.view import Trail
from site_builder.register.expiry import ending
from site_builder.register.status import Status

LONGEST = 8  # rows; the register has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """What runs, those that end within a year apart; `more` are those that run but do not fit."""

    share: Share
    title: str
    description: str
    summary: str
    ending_soon: tuple[Row, ...]
    running: tuple[Row, ...]
    more: int
    trail: Trail = ()


def embedded(edition: Edition) -> Iterator[Share]:
    """The bodies with something to show."""
    return (share for share in shares(edition) if share.badge_text)


def embed_view(edition: Edition, share: Share) -> EmbedView:
    agreements = edition.register.of_body(share.body.id)
    rows = edition.rows_of(agreements)
    soon = tuple(map(edition.row_of, ending(agreements, edition.on)))
    later = tuple(row for row in of_status(rows, Status.ACTIVE) if row not in soon)
    room = max(LONGEST - len(soon), 0)
    return EmbedView(
        share=share,
        title=share.name,
        description=f"{share.name}, för visning på en annan webbplats.",
        summary=_summary(rows),
        ending_soon=soon[:LONGEST],
        running=later[:room],
        more=len(soon[LONGEST:]) + len(later[room:]),
    )


def _summary(rows: tuple[Row, ...]) -> str:
    """`7 kända, varav 2 pågår. 4 har löpt ut utan känd förlängning eller har okänd status.`"""
    running = len(of_status(rows, Status.ACTIVE))
    unsure = len(of_status(rows, Status.EXPIRED, Status.UNKNOWN))
    known = words.counted(len(rows), "känt", "kända")
    runs = f"{known}, varav {running or 'inget'} pågår enligt senast kända uppgift."
    return f"{runs} {unsure} har löpt ut utan känd förlängning eller har okänd status." if unsure else runs
