from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.register.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2022-12-31", date(2022, 12, 31), date(2022, 12, 31)),
    ],
)
def test_a_date_spans_its_precision(text: str, first: date, last: date) -> None:
    parsed = PartialDate.from_text(text)
    assert (parsed.first, parsed.last, str(parsed)) == (first, last, text)


@pytest.mark.parametrize("text", ["2023-02-29", "2022-13", "22", "", "2022-1-1", "2022-01-01T00:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.from_text(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    for text in (day.isoformat()[:4], day.isoformat()[:7], day.isoformat()):
        parsed = PartialDate.from_text(text)
        assert parsed.first <= day <= parsed.last
