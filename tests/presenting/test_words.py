from datetime import date

from site_builder.presenting import words
from site_builder.register.agreement import PeriodKind, ReportedStatus
from site_builder.register.dates import PartialDate
from site_builder.register.status import Status

SPACE = words.NO_BREAK


def test_days_at_their_precision() -> None:
    assert words.day(date(2026, 11, 3)) == f"3{SPACE}november 2026"
    assert words.partial_date(PartialDate.from_text("2022")) == "2022"
    assert words.partial_date(PartialDate.from_text("2022-03")) == "mars 2022"
    assert words.partial_date(PartialDate.from_text("2022-03-09")) == f"9{SPACE}mars 2022"


def test_numbers_are_swedish() -> None:
    assert words.number(10587710) == f"10{SPACE}587{SPACE}710"
    assert words.number(4.56, 1) == "4,6"
    assert words.counted(1, "kommun", "kommuner") == f"1{SPACE}kommun"
    assert words.counted(2, "kommun", "kommuner") == f"2{SPACE}kommuner"


def test_lists() -> None:
    assert [words.listed([]), words.listed(["A"]), words.listed(["A", "B"]), words.listed(["A", "B", "C"])] == [
        "",
        "A",
        "A och B",
        "A, B och C",
    ]


def test_every_value_has_a_word() -> None:
    assert set(words.STATUS) == set(Status)
    assert set(words.PERIOD) == set(PeriodKind)
    assert set(words.REPORTED_STATUS) == set(ReportedStatus)
