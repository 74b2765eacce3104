"""Events of the toy register, told by hand, and the first day that an end is near."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.register.events import events, first_day_within
from site_builder.register.expiry import months_after
from site_builder.register.register import Register
from tests.toy_project import TODAY


def told(toy: Register, body: str, on: date = TODAY) -> list[tuple[str, str, str, str]]:
    return [
        (each.day.isoformat(), each.agreement.id, each.kind, each.stated.text) for each in events(toy.of_body(body), on)
    ]


def test_what_has_happened_in_umea(toy: Register) -> None:
    """One has no dates; one goes on with no known end."""
    assert told(toy, "umea") == [
        ("2023-12-31", "umea/natthem", "ran-out", "2023"),
        ("2023-07-01", "umea/natthem", "ends-soon", "2023"),
        ("2022-01-01", "umea/dagverksamhet", "began", "2022-01-01"),
        ("2019-03-01", "umea/natthem", "began", "2019-03-01"),
    ]


def test_what_has_happened_in_malmo(toy: Register) -> None:
    """A year counts as its last day. What was only announced has not begun; what is over ended as agreed."""
    assert told(toy, "malmo") == [
        ("2024-12-31", "malmo/ingen-part", "ran-out", "2024"),
        ("2024-07-01", "malmo/ingen-part", "ends-soon", "2024"),
        ("2022-12-31", "malmo/ingen-part", "began", "2022"),
        ("2021-01-01", "region-skane/gemensamt", "began", "2021-01-01"),
        ("2018-12-31", "malmo/avslutat", "ended", "2018"),
        ("2015-12-31", "malmo/avslutat", "began", "2015"),
    ]


@pytest.mark.parametrize(("on", "is_told"), [(date(2026, 12, 29), False), (date(2026, 12, 30), True)])
def test_an_end_is_told_six_months_before(toy: Register, on: date, is_told: bool) -> None:
    news = ("2026-12-30", "region-skane/gemensamt", "ends-soon", "2027-06-30")
    assert (news in told(toy, "region-skane", on)) == is_told


def test_looking_back_tells_only_what_had_happened(toy: Register) -> None:
    assert told(toy, "umea", date(2019, 12, 31)) == [("2019-03-01", "umea/natthem", "began", "2019-03-01")]


@given(st.integers(1, 12), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_first_day_within(months: int, end: date) -> None:
    first = first_day_within(months, end)
    assert months_after(first, months) >= end
    assert months_after(first - timedelta(days=1), months) < end
