"""The status table of the method page, case by case."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.register.agreement import Agreement, PeriodKind
from site_builder.register.dates import PartialDate
from site_builder.register.register import Register
from site_builder.register.status import Span, Status, spans, standing, status

REPORT = {"source": "rapport", "locator": "1"}
ACTIVE_2023 = [{**REPORT, "reported_status": "active", "as_of": "2023-04-01"}]


def agreement(periods: list[dict[str, Any]], sources: list[dict[str, Any]] | None = None) -> Agreement:
    raw = {
        "title": "Prov",
        "nonprofit_parties": [],
        "public_parties": [{"body": "umea"}],
        "periods": periods,
        "sources": ACTIVE_2023 if sources is None else sources,
    }
    return Agreement.from_raw("umea/prov", raw)


ORIGINAL = {"kind": "original", "start": "2022-01-01", "end": "2023-03-31"}
CASES: list[tuple[str, list[dict[str, Any]], str, Status]] = [
    ("before it starts", [ORIGINAL], "2021-12-31", Status.PLANNED),
    ("on its first day", [ORIGINAL], "2022-01-01", Status.ACTIVE),
    ("on its last day", [ORIGINAL], "2023-03-31", Status.ACTIVE),
    ("the day after", [ORIGINAL], "2023-04-01", Status.EXPIRED),
    ("a year is inclusive", [{"kind": "original", "start": "2022", "end": "2023"}], "2023-12-31", Status.ACTIVE),
    ("a whole-year period", [{"kind": "original", "start": "2022", "end": "2022"}], "2022-07-01", Status.ACTIVE),
    ("a month is inclusive", [{"kind": "original", "start": "2022-01", "end": "2024-02"}], "2024-02-29", Status.ACTIVE),
    ("open-ended", [{"kind": "original", "start": "2020", "open_ended": True}], "2031-01-01", Status.ACTIVE),
    ("extended to a known end", [ORIGINAL, {"kind": "extension", "end": "2024"}], "2024-12-31", Status.ACTIVE),
    ("past the extension's end", [ORIGINAL, {"kind": "extension", "end": "2024"}], "2025-01-01", Status.EXPIRED),
    ("extended, no end, as confirmed", [ORIGINAL, {"kind": "extension"}], "2023-04-01", Status.ACTIVE),
    ("extended, no end, later", [ORIGINAL, {"kind": "extension"}], "2023-04-02", Status.UNKNOWN),
    ("no end stated, as confirmed", [{"kind": "original", "start": "2021"}], "2022-06-01", Status.ACTIVE),
    ("no end stated, later", [{"kind": "original", "start": "2021"}], "2024-06-01", Status.UNKNOWN),
    ("a maximum extends nothing", [ORIGINAL, {"kind": "maximum", "end": "2026"}], "2024-01-01", Status.EXPIRED),
    ("in the gap before a renewal",
     [ORIGINAL, {"kind": "renewal", "start": "2024-01-01", "end": "2024-12-31"}], "2023-06-01", Status.UNKNOWN),
    ("in the renewal",
     [ORIGINAL, {"kind": "renewal", "start": "2024-01-01", "end": "2024-12-31"}], "2024-06-01", Status.ACTIVE),
    ("only the first end is known",
     [{"kind": "original", "end": "2022"}, {"kind": "extension", "start": "2023", "end": "2023"}],
     "2021-01-01", Status.UNKNOWN),
    ("start unknown, as confirmed", [{"kind": "original", "end": "2025"}], "2023-04-01", Status.ACTIVE),
    ("start unknown, up to the end", [{"kind": "original", "end": "2025"}], "2025-12-31", Status.ACTIVE),
    ("start unknown, before any word of it", [{"kind": "original", "end": "2025"}], "2023-03-31", Status.UNKNOWN),
    ("open-ended, start unknown", [{"kind": "original", "open_ended": True}], "2030-01-01", Status.ACTIVE),
    ("extended until further notice",
     [{"kind": "original", "start": "2020"}, {"kind": "extension", "open_ended": True}], "2030-01-01", Status.ACTIVE),
    ("a missing end that a later period ends",
     [{"kind": "original", "start": "2020"}, {"kind": "extension", "start": "2022", "end": "2024"}],
     "2026-01-01", Status.EXPIRED),
    ("a missing end that an extension gives",
     [{"kind": "original", "start": "2020"}, {"kind": "extension", "end": "2025"}], "2024-06-01", Status.ACTIVE),
    ("confirmed before a stated extension",
     [{"kind": "original", "as_written": "sedan länge"}, {"kind": "extension", "start": "2024"}],
     "2023-04-01", Status.ACTIVE),
    ("confirmed before the first stated start", [{"kind": "original", "start": "2025"}], "2024-06-01", Status.UNKNOWN),
    ("not yet heard of, and to start", [{"kind": "original", "start": "2025"}], "2023-03-31", Status.PLANNED),
    ("no dates, on the day confirmed", [], "2023-04-01", Status.ACTIVE),
    ("no dates, the day before", [], "2023-03-31", Status.UNKNOWN),
    ("no dates, today", [], "2026-11-23", Status.UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("periods", "on", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_status_by_periods(periods: list[dict[str, Any]], on: str, expected: Status) -> None:
    assert status(agreement(periods), date.fromisoformat(on)) is expected


def said(*statements: tuple[str, str]) -> list[dict[str, Any]]:
    return [{**REPORT, "reported_status": state, "as_of": as_of} for state, as_of in statements]


@pytest.mark.parametrize(
    ("sources", "on", "expected"),
    [
        (said(("ended", "2023-04-01")), "2023-04-01", Status.ENDED),
        (said(("ended", "2022-06-01")), "2022-06-01", Status.ENDED),  # ended early: the source counts
        (said(("ended", "2022-06-01")), "2022-05-31", Status.ACTIVE),
        (said(("ended", "2024-01-01")), "2023-06-01", Status.ENDED),  # its end has passed and it was never revived
        (said(("ended", "2022-06-01"), ("active", "2023-01-01")), "2023-02-01", Status.ACTIVE),
        (said(("planned", "2021-06-01")), "2022-06-01", Status.PLANNED),  # announced, never confirmed
        (said(("planned", "2021-06-01"), ("active", "2022-02-01")), "2022-06-01", Status.ACTIVE),
        (said(("ended", "2022")), "2022-06-01", Status.ACTIVE),  # a year's statement counts from its last day
        (said(("ended", "2022")), "2022-12-31", Status.ENDED),
        (said(("active", "2022-06-01"), ("ended", "2022-06-01")), "2022-06-01", Status.ENDED),  # of one day, the end
        ([REPORT], "2022-06-01", Status.ACTIVE),  # the source says nothing of status; the dates do
    ],
)
def test_status_by_statements(sources: list[dict[str, Any]], on: str, expected: Status) -> None:
    assert status(agreement([ORIGINAL], sources), date.fromisoformat(on)) is expected


def test_an_extension_without_a_start_goes_on_from_the_end_before() -> None:
    extended = agreement([ORIGINAL, {"kind": "extension", "end": "2024"}])
    assert spans(extended)[1] == Span(date(2023, 4, 1), date(2024, 12, 31), False, PeriodKind.EXTENSION)


DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2030, 12, 31))
BOUNDS = st.none() | DAYS.map(date.isoformat) | st.sampled_from(["2019", "2021", "2023", "2025", "2022-06"])


@st.composite
def periods_in_order(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Periods as the rules allow them: in order, the first original, bounds anywhere or nowhere."""
    bounds = [(draw(BOUNDS), draw(BOUNDS)) for _ in range(draw(st.integers(0, 3)))]
    bounds = [(s, e if s is None or e is None or e >= s else None) for s, e in bounds]
    known = sorted(start for start, _ in bounds if start)
    periods: list[dict[str, Any]] = []
    for index, (start, end) in enumerate(bounds):
        period = {"kind": "original" if index == 0 else "extension", "start": start and known.pop(0), "end": end}
        if period["start"] and end and end < period["start"]:
            period["end"] = None
        periods.append({key: value for key, value in period.items() if value})
    return periods


@given(periods_in_order(), DAYS, DAYS)
def test_laws_of_status(periods: list[dict[str, Any]], said_on: date, day: date) -> None:
    """What holds whatever the periods are."""
    active = agreement(periods, said(("active", said_on.isoformat())))
    assert status(active, said_on) in (Status.ACTIVE, Status.EXPIRED)
    assert status(active, day) is not Status.ENDED
    silent = agreement(periods, [REPORT])
    assert status(silent, day) is not Status.ENDED
    for period in silent.running_periods:
        if period.start and period.end and period.start.first <= day <= period.end.last:
            assert status(silent, day) is Status.ACTIVE
    over = agreement(periods, said(("ended", said_on.isoformat())))
    if day >= said_on:
        assert status(over, day) is Status.ENDED
    assert standing(active, day).confirmed == PartialDate.from_text(said_on.isoformat())


def test_the_toy_register(toy: Register) -> None:
    today = {one.id: status(one, date(2025, 6, 1)) for one in toy.agreements}
    assert today == {
        "malmo/avslutat": Status.ENDED,
        "malmo/ingen-part": Status.EXPIRED,
        "malmo/planerat": Status.PLANNED,
        "region-gotland/tills-vidare": Status.ACTIVE,
        "region-skane/gemensamt": Status.ACTIVE,
        "umea/dagverksamhet": Status.UNKNOWN,
        "umea/natthem": Status.EXPIRED,
        "umea/utan-datum": Status.UNKNOWN,
    }
