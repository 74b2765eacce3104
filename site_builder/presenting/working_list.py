"""Working lists: partnerships by what there is to do about them, for whoever looks after them."""

from dataclasses import dataclass

from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.sections import Section
from site_builder.register.expiry import ending
from site_builder.register.register import Agreements
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingList:
    """All of the partnerships, and each once by status; those that end within a year stand apart too, earliest first.

    `unconfirmed` have run out with no word of what became of them, or have no known end.
    """

    rows: tuple[Row, ...]
    ending_soon: Section
    running: Section
    unconfirmed: Section
    planned: Section
    ended: Section


def working_list(
    edition: Edition, agreements: Agreements, columns: tuple[str, ...], *, whose: str = "", prefix: str = ""
) -> WorkingList:
    """The partnerships as of the edition's day. `whose` and `prefix` tell two lists on one page apart."""
    rows = edition.rows_of(agreements)

    def section(id: str, heading: str, caption: str, chosen: tuple[Row, ...], *more: str) -> Section:
        return Section(
            id=f"{prefix}{id}",
            heading=heading,
            caption=f"{caption}: {whose}" if whose else caption,
            rows=chosen,
            columns=(*columns, *more),
        )

    soon = tuple(map(edition.row_of, ending(agreements, edition.on)))
    unsure = of_status(rows, Status.EXPIRED, Status.UNKNOWN)
    return WorkingList(
        rows=rows,
        ending_soon=section("snart", "Löper ut inom ett år", "Tidigast först", soon),
        running=section("pagar", "Pågår", "Pågående enligt senast kända uppgift", of_status(rows, Status.ACTIVE)),
        unconfirmed=section("obekraftade", "Behöver bekräftas", "Löpt ut utan besked, eller okänt", unsure, "status"),
        planned=section("planerade", "Annonserade", "Planerade enligt en källa", of_status(rows, Status.PLANNED)),
        ended=section("avslutade", "Avslutade", "Avslutade enligt en källa", of_status(rows, Status.ENDED)),
    )
