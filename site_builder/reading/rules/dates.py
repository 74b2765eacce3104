"""Dates: every date exists, and periods make sense."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from site_builder.reading.rules.rule import Corpus, Finding, Record, check, texts_of
from site_builder.register.dates import PartialDate

EARLIEST = 1995
LONGEST_YEARS = 15
DATE_FIELDS = ("start", "end", "as_of", "when", "date", "expires")


def _partial_date(text: str | None) -> PartialDate | None:
    """The date, or None where it is absent or impossible: another rule says so."""
    try:
        return PartialDate.from_text(text) if text else None
    except ValueError:
        return None


def _periods(record: Record) -> Iterator[tuple[int, dict[str, Any], PartialDate | None, PartialDate | None]]:
    for index, period in enumerate(record.data.get("periods", ())):
        yield index, period, _partial_date(period.get("start")), _partial_date(period.get("end"))


@check(
    "dates/impossible",
    on="agreement sources figures coverage waivers",
    reason="Ett datum som inte finns är ett skrivfel.",
)
def date_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Varje datum finns i kalendern."""
    for pointer, text in texts_of(record.data, *DATE_FIELDS):
        try:
            PartialDate.from_text(text)
        except ValueError:
            yield pointer, f"Datumet {text} finns inte i kalendern. Kontrollera månadens längd i källan."


@check(
    "dates/end-before-start",
    on="agreement",
    reason="En period kan inte sluta innan den börjar.",
)
def end_not_before_start(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Slutdatum ligger inte före startdatum."""
    for index, _, start, end in _periods(record):
        if start and end and end.last < start.first:
            yield (
                ("periods", index, "end"),
                f"Slutdatum (end) {end} ligger före startdatum (start) {start}. Kontrollera perioden.",
            )


@check(
    "dates/periods-in-order",
    on="agreement",
    reason="Perioderna läses som partnerskapets historia.",
)
def periods_in_order(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Avtalsperioderna står i tidsordning."""
    latest: PartialDate | None = None
    for index, period, start, _ in _periods(record):
        if start and latest and start.first < latest.first:
            yield (
                ("periods", index, "start"),
                f"Perioden börjar {period['start']}, före perioden ovanför ({latest}). Ställ perioderna i tidsordning.",
            )
        latest = start or latest


@check(
    "dates/first-period-original",
    on="agreement",
    reason="En förlängning förlänger något; den första perioden är den ursprungliga, även när dess datum är okända.",
)
def first_period_is_original(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Den första perioden är den ursprungliga, och bara den."""
    for index, period, _, _ in _periods(record):
        if (period["kind"] == "original") != (index == 0):
            wanted = "original" if index == 0 else "extension, renewal eller maximum"
            yield (
                ("periods", index, "kind"),
                f"Period {index + 1} har slaget {period['kind']}. Skriv {wanted}.",
            )


@check(
    "dates/open-ended-with-end",
    on="agreement",
    reason="Tills vidare betyder att inget slutdatum finns.",
)
def open_ended_has_no_end(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En period som gäller tills vidare har inget slutdatum."""
    for index, period, _, _ in _periods(record):
        if period.get("open_ended") and "end" in period:
            yield (
                ("periods", index, "open_ended"),
                "Perioden gäller tills vidare (open_ended) men har också slutdatum (end). Behåll det källan anger.",
            )


@check(
    "dates/empty-period",
    on="agreement",
    reason="En period som inte säger något gör historien otydlig.",
)
def period_says_something(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En period anger start, slut, tills vidare eller källans ordalydelse."""
    for index, period, _, _ in _periods(record):
        if not {"start", "end", "open_ended", "as_written"} & period.keys():
            yield (
                ("periods", index),
                "Perioden anger varken start, slut eller ordalydelse (as_written). Fyll i något eller ta bort den.",
            )


@check(
    "dates/implausible",
    on="agreement",
    reason="Årtal långt bort är nästan alltid skrivfel. Är de rätt, läggs ett undantag med skäl till.",
)
def dates_are_plausible(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En period börjar tidigast 1995, varar högst 15 år och slutar högst 15 år framåt."""
    for index, _, start, end in _periods(record):
        if start and start.first.year < EARLIEST:
            yield ("periods", index, "start"), f"Perioden börjar {start}, före {EARLIEST}. Kontrollera året i källan."
        elif end and end.last.year > corpus.checked_on.year + LONGEST_YEARS:
            yield ("periods", index, "end"), f"Perioden slutar {end}, mer än {LONGEST_YEARS} år fram. Kontrollera året."
        elif start and end and end.last.year - start.first.year > LONGEST_YEARS:
            yield (
                ("periods", index, "end"),
                f"Perioden {start}–{end} är längre än {LONGEST_YEARS} år. Kontrollera åren i källan.",
            )


@check(
    "dates/statement-in-future",
    on="agreement sources figures coverage",
    reason="En källa kan inte uttala sig från framtiden.",
)
def statement_is_not_in_future(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Uppgifter, svar och källor är inte daterade i framtiden."""
    for pointer, text in texts_of(record.data, "as_of", "date", "when"):
        stated = _partial_date(text)
        if stated and _is_after(stated, corpus.checked_on):
            yield pointer, f"Datumet {text} ligger i framtiden. Ange den dag uppgiften avser."


def _is_after(stated: PartialDate, today: date) -> bool:
    return stated.first > today


CHECKS = (
    date_exists,
    end_not_before_start,
    periods_in_order,
    first_period_is_original,
    open_ended_has_no_end,
    period_says_something,
    dates_are_plausible,
    statement_is_not_in_future,
)
