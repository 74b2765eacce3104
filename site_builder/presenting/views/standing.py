"""What is known of a partnership's state on a day, as of when and according to whom."""

from dataclasses import dataclass
from datetime import date

from site_builder.presenting import words
from site_builder.presenting.views.facts import Footnotes
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Source
from site_builder.register.status import Standing, Status


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a source says of the status, as of when, with the number of its footnote."""

    text: str
    source: Source
    note: int


def statement_lines(agreement: Agreement, notes: Footnotes) -> tuple[StatementLine, ...]:
    """All that sources say of the status, the latest first; those that name no day come last."""
    said = [entry for entry in agreement.sources if entry.reported_status]
    said.sort(key=lambda entry: entry.as_of.last if entry.as_of else date.min, reverse=True)
    return tuple(
        StatementLine(words.statement(entry), notes[entry.source].source, notes[entry.source].number) for entry in said
    )


def status_text(now: Standing, on: date) -> str:
    """What the status means for this partnership on the day, and what is not known, in plain Swedish."""
    match now.status:
        case Status.ACTIVE if now.is_open_ended:
            return "Gäller tills vidare enligt källan. Det kan ha sagts upp utan att registret vet det."
        case Status.ACTIVE if now.end:
            return f"Pågår enligt den senast kända perioden, som slutar {words.day(now.end)}."
        case Status.ACTIVE:
            return "Pågår enligt källan. Slutdatum är inte känt."
        case Status.PLANNED if now.start and now.start > on:
            return f"Planerat att börja {words.day(now.start)}."
        case Status.PLANNED:
            said = f" {words.partial_date(now.latest_statement)}" if now.latest_statement else ""
            return f"Planerat enligt källan{said}. Om det blev av är inte känt."
        case Status.EXPIRED if now.end and now.confirmed and now.confirmed.last > now.end:
            return (
                f"Den senast kända perioden slutade {words.day(now.end)}, men en källa anger det som pågående "
                f"{words.partial_date(now.confirmed)}. Om det har förlängts eller avslutats är inte känt."
            )
        case Status.EXPIRED if now.end:
            return (
                f"Den senast kända perioden slutade {words.day(now.end)}. Ingen källa säger om partnerskapet har "
                "förlängts eller avslutats."
            )
        case Status.ENDED:
            said = f" {words.partial_date(now.latest_statement)}" if now.latest_statement else ""
            return f"Avslutat enligt källan{said}."
        case _ if now.start or now.end:
            return "Partnerskapet har förlängts eller saknar känt slut, så om det pågår är inte känt."
        case _:
            return "Källan anger inga datum, så om partnerskapet pågår är inte känt."
