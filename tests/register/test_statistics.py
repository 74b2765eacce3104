"""Every statistic on the toy register, counted by hand from its eight files."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.register.agreement import Agreement
from site_builder.register.comparison import per_100_000
from site_builder.register.register import Register
from site_builder.register.statistics import STATISTICS, Table
from site_builder.register.statistics.length import length_class
from site_builder.register.statistics.table import share

DAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def tables(toy: Register) -> dict[str, Table]:
    return {table.id: table for table in (statistic(toy, DAY) for statistic in STATISTICS)}


def seen(table: Table, *columns: str) -> list[tuple[object, ...]]:
    """The named columns of the rows where any of their numbers is more than nothing."""
    rows = zip(*(table.column(name) for name in columns), strict=True)
    return [row for row in rows if any(cell for cell in row[1:])]


def test_every_statistic_says_what_it_is(tables: dict[str, Table]) -> None:
    assert len(tables) == len(STATISTICS)
    for table in tables.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert all(len(row) == len(names) for row in table.rows)
        for sentence in (table.definition, table.base, table.left_out):
            assert sentence.endswith("."), table.id


def test_year_ends(tables: dict[str, Table]) -> None:
    # Started 2015 avslutat; 2019-03 natthem; 2020-05 Gotland; 2021 gemensamt; 2022 ingen-part and dagverksamhet.
    # utan-datum is first heard of in 2023; natthem ran out 2023; ingen-part 2024; dagverksamhet was confirmed 2023-04.
    assert tables["arsskiften"].rows == (
        (2015, 1, 0), (2016, 1, 0), (2017, 1, 0), (2018, 1, 0), (2019, 1, 0), (2020, 2, 0), (2021, 3, 0), (2022, 5, 0),
        (2023, 4, 2), (2024, 3, 3),
    )  # fmt: skip


def test_begun_and_ended(tables: dict[str, Table]) -> None:
    # planerat and utan-datum have no start; dagverksamhet is extended without an end.
    assert seen(tables["borjade-slutade"], "year", "begun", "ended", "expired") == [
        (2015, 1, 0, 0), (2018, 0, 1, 0), (2019, 1, 0, 0), (2020, 1, 0, 0), (2021, 1, 0, 0), (2022, 2, 0, 0),
        (2023, 0, 0, 1), (2024, 0, 0, 1),
    ]  # fmt: skip
    assert tables["borjade-slutade"].left_out.startswith("2 partnerskap")


def test_spread(tables: dict[str, Table]) -> None:
    # Malmö, Umeå and Gotland; Skåne and Gotland. Gotland and the joint one in Skåne and Malmö are the two that run.
    assert tables["minst-ett"].rows == (("Kommuner", 290, 3, 1.0, 2, 0.7), ("Regioner", 21, 2, 9.5, 2, 9.5))
    assert tables["kommun-region"].rows == (
        ("Kommun", 6, 75.0, 0, 0.0), ("Region", 2, 25.0, 2, 100.0), ("Annat organ", 0, 0.0, 0, 0.0),
    )  # fmt: skip
    assert seen(tables["flest-kommuner"], "body", "agreements", "active") == [
        ("malmo", 4, 1), ("umea", 3, 0), ("region-gotland", 1, 1),
    ]  # fmt: skip
    assert seen(tables["flest-regioner"], "body", "agreements") == [("region-gotland", 1), ("region-skane", 1)]


def test_a_skr_group_counts_its_municipalities(tables: dict[str, Table], toy: Register) -> None:
    groups = tables["kommungrupper"]
    assert sum(int(number or 0) for number in groups.column("municipalities")) == 290
    assert seen(groups, "group", "with_any", "agreements", "active") == [
        ("Storstäder", 1, 4, 1), ("Större stad", 1, 3, 0), ("Mindre stad/tätort", 1, 1, 1),
    ]  # fmt: skip
    cities = sum(body.municipality.population for body in toy.municipalities if body.id in CITIES and body.municipality)
    assert groups.rows[0][-1] == round(per_100_000(4, cities), 2)


CITIES = {"stockholm", "goteborg", "malmo"}


def test_parties(tables: dict[str, Table]) -> None:
    assert tables["flest-organisationer"].rows == (
        ("Norrskensmissionen", "norrskensmissionen", 4, 1, 3), ("Åldermans vänner", "aldermans-vanner", 2, 1, 2),
        ("Österns kvinnoförening", "osterns-kvinnoforening", 2, 0, 1),
    )  # fmt: skip
    # Its four, its member's one on Gotland, and the one in Umeå where both are parties once.
    assert tables["flest-rorelser"].rows == (("Norrskensmissionen", "norrskensmissionen", 1, 5, 2),)
    assert seen(tables["antal-parter"], "parties", "agreements", "share") == [("2", 4, 57.1), ("3", 3, 42.9)]


def test_areas(tables: dict[str, Table]) -> None:
    assert seen(tables["insatsomraden"], "area", "agreements", "share", "active") == [
        ("akuta-insatser", 3, 42.9, 0), ("fritid-utbildning", 1, 14.3, 0), ("halsa-rehabilitering", 1, 14.3, 1),
        ("brottsoffer-brottsforebyggande", 1, 14.3, 1), ("arbete-integration", 1, 14.3, 0),
    ]  # fmt: skip
    kinds = seen(tables["insatsomraden-kommun-region"], "area", "share_municipalities", "share_regions")
    assert ("akuta-insatser", 60.0, 0.0) in kinds
    assert ("halsa-rehabilitering", 0.0, 50.0) in kinds
    grid = seen(tables["malgrupper-omraden"], "area", "barn_unga", "vuxna", "aldre", "samtliga")
    assert ("akuta-insatser", 0, 2, 0, 1) in grid
    over_time = seen(tables["insatsomraden-over-tid"], "year", "akuta_insatser")
    assert over_time == [(2019, 1), (2020, 1), (2021, 1), (2022, 3), (2023, 2), (2024, 1)]


def test_length(tables: dict[str, Table]) -> None:
    assert seen(tables["langd"], "length", "agreements", "extended") == [
        ("1–2 år", 1, 1), ("2–3 år", 2, 2), ("3–5 år", 2, 0), ("Tills vidare", 1, 0),
    ]  # fmt: skip
    by_area = seen(tables["langd-insatsomraden"], "area_name", "known", "share_under_2", "share_short_extended")
    assert ("Akuta insatser", 3, 33.3, 100.0) in by_area
    assert ("Hälsa och rehabilitering", 1, 0.0, None) in by_area


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-01-01", "2022-12-30", "Under 1 år"),
        ("2022-01-01", "2022-12-31", "1–2 år"),
        ("2022", "2022", "1–2 år"),
        ("2022-03-15", "2024-03-13", "1–2 år"),
        ("2022-03-15", "2024-03-14", "2–3 år"),
        ("2020", "2023", "3–5 år"),
        ("2022-01-01", "2026-12-31", "5 år eller mer"),
        ("2020-02-29", "2021-02-27", "Under 1 år"),
        ("2022", None, None),
    ],
)
def test_a_year_is_a_year_from_the_first_day_to_the_last(start: str, end: str | None, expected: str | None) -> None:
    period = {"kind": "original", "start": start, **({"end": end} if end else {})}
    raw = {"title": "Prov", "nonprofit_parties": [], "public_parties": [{"body": "umea"}], "periods": [period],
           "sources": [{"source": "rapport", "locator": "1"}]}  # fmt: skip
    assert length_class(Agreement.from_raw("umea/prov", raw)) == expected


def test_money_and_information(tables: dict[str, Table]) -> None:
    assert seen(tables["pengar"], "payer_kind", "contributions", "sum_per_year", "sum_total") == [
        ("Kommun", 1, 553200, 0), ("Idéburen organisation", 1, 0, 0), ("Annan eller okänd", 1, 0, 90000),
    ]  # fmt: skip
    assert seen(tables["senaste-besked"], "year", "agreements") == [("2017", 1), ("2023", 7)]
    assert ("Startdatum", 6, 75.0) in tables["kanda-uppgifter"].rows


def test_nothing_is_divided_by_nothing(toy: Register) -> None:
    empty = replace(toy, agreements=(), organisations={})
    for statistic in STATISTICS:
        statistic(empty, DAY)
    assert share(0, 0) is None
