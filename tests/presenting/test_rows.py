from datetime import date

from site_builder.presenting.rows import COLUMNS, SORTINGS, headings, rows
from site_builder.register.register import Register


def titles(toy: Register, order: str) -> list[str]:
    shown = next(one for one in SORTINGS if one.id == order)
    return [row.agreement.id for row in shown.applied(rows(toy, toy.agreements, date(2025, 6, 1)))]


def test_each_column_sorts_both_ways_and_the_unknown_come_last(toy: Register) -> None:
    assert titles(toy, "start")[:2] == ["malmo/avslutat", "umea/natthem"]
    assert titles(toy, "start-fallande")[:2] == ["malmo/ingen-part", "umea/dagverksamhet"]
    for order in ("start", "start-fallande"):
        assert set(titles(toy, order)[-2:]) == {"malmo/planerat", "umea/utan-datum"}


def test_dates_of_any_precision_sort_by_the_day_they_mean(toy: Register) -> None:
    ends = [
        one for one in titles(toy, "slut") if one not in ("malmo/planerat", "umea/utan-datum", "umea/dagverksamhet")
    ]
    assert ends == [
        "malmo/avslutat",  # 2018
        "umea/natthem",  # 2023
        "malmo/ingen-part",  # 2024
        "region-skane/gemensamt",  # 2027-06-30
        "region-gotland/tills-vidare",
    ]


def test_the_swedish_alphabet_orders_titles(toy: Register) -> None:
    assert titles(toy, "ideburen-part")[-1] == "malmo/ingen-part"
    assert titles(toy, "titel")[0] == "malmo/avslutat"


def test_every_order_keeps_every_row(toy: Register) -> None:
    for one in SORTINGS:
        assert sorted(titles(toy, one.id)) == sorted(agreement.id for agreement in toy.agreements)


def test_a_second_click_turns_the_order() -> None:
    by_title = {one.column.id: one for one in headings(next(s for s in SORTINGS if s.id == "titel"))}
    assert by_title["titel"].leads_to.id == "titel-fallande"
    assert by_title["titel"].aria_sort == "ascending"
    assert by_title["start"].leads_to.id == "start"
    assert by_title["start"].aria_sort is None
    assert len(by_title) == len(COLUMNS)
