from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.register.expiry import COMING, PAST, ending, months_after, run_out
from site_builder.register.register import Register


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 3, date(2025, 4, 30)),
        (date(2025, 2, 28), 1, date(2025, 3, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2025, 6, 1), 0, date(2025, 6, 1)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2024, 2, 29), -24, date(2022, 2, 28)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def ids(register: Register, on: date) -> list[list[str]]:
    return [[one.id for one in ending(register.agreements, on, window)] for window in COMING]


def test_what_ends_within_three_six_and_twelve_months(toy: Register) -> None:
    """The joint agreement runs to 2027-06-30; the one until further notice never ends."""
    joint = "region-skane/gemensamt"
    assert ids(toy, date(2026, 6, 29)) == [[], [], []]
    assert ids(toy, date(2026, 6, 30)) == [[], [], [joint]]
    assert ids(toy, date(2026, 12, 29)) == [[], [], [joint]]
    assert ids(toy, date(2026, 12, 30)) == [[], [joint], []]
    assert ids(toy, date(2027, 3, 29)) == [[], [joint], []]
    assert ids(toy, date(2027, 3, 30)) == [[joint], [], []]
    assert ids(toy, date(2027, 6, 30)) == [[joint], [], []]
    assert ids(toy, date(2027, 7, 1)) == [[], [], []]


def test_the_earliest_end_comes_first(toy: Register) -> None:
    """On the last day of 2023 the night shelter ends that day and the one without a party exactly a year later."""
    assert [one.id for one in ending(toy.agreements, date(2023, 12, 31))] == ["umea/natthem", "malmo/ingen-part"]


def past(register: Register, on: date) -> list[list[str]]:
    return [[one.id for one in run_out(register.agreements, on, window)] for window in PAST]


def test_what_has_run_out_by_how_long_ago(toy: Register) -> None:
    """The night shelter's last known end is 2023, that of the one without a party 2024; the rest are known or open."""
    assert past(toy, date(2024, 1, 1)) == [["umea/natthem"], [], []]
    assert past(toy, date(2024, 12, 30)) == [["umea/natthem"], [], []]
    assert past(toy, date(2025, 6, 1)) == [["malmo/ingen-part"], ["umea/natthem"], []]
    assert past(toy, date(2025, 12, 30)) == [["malmo/ingen-part"], ["umea/natthem"], []]
    assert past(toy, date(2025, 12, 31)) == [[], ["malmo/ingen-part"], ["umea/natthem"]]
    assert past(toy, date(2027, 1, 1)) == [[], [], ["malmo/ingen-part", "umea/natthem"]]


DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2040, 12, 31))


@given(DAYS, DAYS)
def test_the_windows_neither_overlap_nor_leave_gaps(on: date, day: date) -> None:
    assert sum(window.holds(day, on) for window in COMING) == (day <= months_after(on, 12))
    assert sum(window.holds(day, on) for window in PAST) == 1
