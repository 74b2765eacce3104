"""Dates and periods as people write them; nothing is taken where it may mean something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.intake.issues.corrected_periods import corrected_periods
from site_builder.intake.issues.written_time import Bounds, written_bounds, written_date
from site_builder.register.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022", "2022"),
        ("2022-01", "2022-01"),
        ("2022-1-5", "2022-01-05"),
        ("20220131", "2022-01-31"),
        ("31 december 2025", "2025-12-31"),
        ("Dec 2025", "2025-12"),
        (" 5 maj 2024. ", "2024-05-05"),
        ("2022-02-30", None),
        ("2023-13", None),
        ("22-01-01", None),
        ("2022-2024", None),
        ("igår", None),
        ("", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert written_date(text) == date


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Perioden slutar 2022-06-30.", Bounds(end="2022-06-30")),
        ("Slutdatum: 2025-12-31", Bounds(end="2025-12-31")),
        ("gäller till den 31 mars 2026", Bounds(end="2026-03-31")),
        ("t.o.m. 2027-12-31", Bounds(end="2027-12-31")),
        ("förlängt till 2026-12-31", Bounds(end="2026-12-31", is_extension=True)),
        ("börjar 1 januari 2024", Bounds(start="2024-01-01")),
        ("2022–2024", Bounds(start="2022", end="2024")),
        ("2022-2024", Bounds(start="2022", end="2024")),
        ("2022-01-01 - 2024-12-31", Bounds(start="2022-01-01", end="2024-12-31")),
        ("2022-01-01-2024-12-31", Bounds(start="2022-01-01", end="2024-12-31")),
        ("från 2020 till 2024", Bounds(start="2020", end="2024")),
        ("Ursprunglig period: 1 januari 2019 – 31 december 2021", Bounds(start="2019-01-01", end="2021-12-31")),
        ("2022 – tills vidare", Bounds(start="2022", is_open_ended=True)),
        ("Från 2022 tills vidare", Bounds(start="2022", is_open_ended=True)),
        ("Gäller tills vidare", Bounds(is_open_ended=True)),
    ],
)
def test_bounds(text: str, bounds: Bounds) -> None:
    assert written_bounds(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "2022-06-30",
        "2020, 2021",
        "slutar inte 2024 utan 2025",
        "Slutar inte 2024",
        "gäller ej tills vidare",
        "slutar 2024 eller 2025",
        "slutar 2022-13-01",
        "startade 2020 och slutar 2024",
        "början och slutet 2024",
        "vet inte",
        "",
    ],
)
def test_what_is_not_certain(text: str) -> None:
    assert written_bounds(text) is None


@given(st.text(), st.sampled_from(["", "2024", "slutar 2024-02-29", "2022–", "tills vidare"]))
def test_whatever_is_written_gives_real_dates_or_nothing(text: str, more: str) -> None:
    bounds = written_bounds(f"{text} {more}")
    for date in (written_date(text), bounds.start if bounds else None, bounds.end if bounds else None):
        assert date is None or PartialDate.from_text(date).text == date


ORIGINAL = {"kind": "original", "start": "2019", "end": "2021", "as_written": "2019 t.o.m. 2021"}
EXTENSION = {"kind": "extension", "start": "2022", "end": "2023"}


def test_the_only_period_is_the_one_that_is_meant() -> None:
    assert corrected_periods([ORIGINAL], "Slutar 2022-06-30", "") == [
        {"kind": "original", "start": "2019", "end": "2022-06-30"}
    ]
    assert corrected_periods([ORIGINAL], "Gäller tills vidare", "") == [
        {"kind": "original", "start": "2019", "open_ended": True}
    ]
    assert corrected_periods([], "2022–2024", "ej känt") == [{"kind": "original", "start": "2022", "end": "2024"}]


def test_of_several_it_has_to_be_said_which() -> None:
    both = [ORIGINAL, EXTENSION]
    assert corrected_periods(both, "Slutar 2024", "") is None
    ended = [ORIGINAL, {**EXTENSION, "end": "2024"}]
    assert corrected_periods(both, "Förlängning: 2022 – 2024", "") == ended
    assert corrected_periods(both, "Slutar 2024", "Förlängning: 2022 – 2023") == ended
    assert corrected_periods(both, "Förnyelse: 2024 – 2026", "") == [
        *both, {"kind": "renewal", "start": "2024", "end": "2026"},
    ]  # fmt: skip
    assert corrected_periods([EXTENSION, EXTENSION], "Förlängning: slutar 2025", "") is None


def test_an_extension_is_a_period_of_its_own() -> None:
    assert corrected_periods([ORIGINAL], "Förlängt till 2023-12-31", "") == [
        ORIGINAL, {"kind": "extension", "end": "2023-12-31"},
    ]  # fmt: skip


def test_one_line_that_is_not_read_and_nothing_is() -> None:
    assert corrected_periods([ORIGINAL], "Slutar 2022\noch sedan vet vi inte", "") is None
    assert corrected_periods([ORIGINAL], "vet inte", "") is None
