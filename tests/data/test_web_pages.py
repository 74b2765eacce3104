"""The real register against the public pages that name partnerships, one row a page and partnership.

`web-pages.tsv` holds the facts that were taken from each page (address, parties, start, end and amount in the page's
words), the record they went to, and why a doubtful row was left out.
"""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from tests.data.conftest import dates_of, letters

pytestmark = pytest.mark.data
with (Path(__file__).parent / "web-pages.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
USED = [row for row in ROWS if not row["reason_left_out"]]

# Words that are no date of the partnership, or not certain enough to be one; the record's note tells what they are.
NOT_TAKEN = {
    "14": {"2015"},  # the first home opened in May 2015
    "20": {"2024"},  # derived from the end of the period before
    "38": {"2020"},  # "before March 2020"
    "42": {"2022-06-30"},  # published
    "52": {"2016", "2023", "2010"},  # the years of the pages, and the contradicting start
    "54": {"2024-06-01", "2027-05-31"},  # only proposed
    "65": {"2014"},  # the activity's start, by a page that does not call it an IOP
    "66": {"2018"},  # derived from the weekday
    "68": {"2024-01-17"},  # the day of the news
}
# Named in brackets without a role; the record's note names them.
NO_ROLE = {"RF-SISU Västerbotten", "Idrottsservice Västerbotten"}
TURN_OF_THE_YEAR = {"5": "2020", "16": "2019"}
LENGTHS = {"5": "2022", "23": "2028-06-30"}  # counted from the start: three and five years
AMOUNTS = {
    "5": set(), "9": {340000}, "14": {2797000}, "17": {650000, 350000}, "18": {575000}, "19": {400000},
    "62": {3500000}, "63": {1000000}, "67": {800000},
}  # fmt: skip
# Amounts without a time, or that are no funding: told in words.
AMOUNTS_IN_WORDS = {"38", "39", "64", "65"}


def records(row: dict[str, str]) -> list[str]:
    return [each.strip() for each in row["record"].split(";")]


def test_every_row_is_used_or_left_out_with_a_reason() -> None:
    assert [row["row"] for row in ROWS] == [str(number) for number in range(1, 69)]
    assert [row["row"] for row in ROWS if row["reason_left_out"]] == ["13"]


@pytest.mark.parametrize("row", USED, ids=lambda row: f"{row['row']}-{row['record']}")
def test_the_page_is_a_source_of_the_record(
    row: dict[str, str], register: Register, names: Callable[[Agreement], list[str]]
) -> None:
    assert register.sources[row["source"]].url == row["url"]
    for id in records(row):
        if id.startswith("programme:"):
            cited = {reference.source for reference in register.programmes[id.removeprefix("programme:")].sources}
            assert row["source"] in cited
            continue
        agreement = register.by_id[id]
        assert row["source"] in {entry.source for entry in agreement.sources}
        printed = {part.strip(" ()") for part in re.split(r"[;(]", row["nonprofit"]) if "m.fl." not in part} - NO_ROLE
        for name in printed:
            assert any(one in letters(name) or letters(name) in one for one in names(agreement)), name


@pytest.mark.parametrize("row", USED, ids=lambda row: f"{row['row']}-{row['record']}")
def test_dates_and_amounts_are_the_page_s(row: dict[str, str], register: Register) -> None:
    for id in records(row):
        if id.startswith("programme:"):
            continue
        agreement = register.by_id[id]
        number = row["row"]
        stated = set(re.findall(r"\b\d{4}-\d{2}-\d{2}\b|\b(?:19|20)\d{2}\b(?!-)", f"{row['start']} {row['end']}"))
        if number in TURN_OF_THE_YEAR:
            stated = {TURN_OF_THE_YEAR[number]}
        if number in LENGTHS:
            stated.add(LENGTHS[number])
        for date in stated - NOT_TAKEN.get(number, set()):
            assert any(bound.startswith(date) for bound in dates_of(agreement)), (date, dates_of(agreement))
        if row["amounts"] and number not in AMOUNTS_IN_WORDS:
            found = {each.amount for each in agreement.funding if each.source == row["source"]}
            assert AMOUNTS[number] <= found


def test_a_new_record_has_no_dates_but_its_page_s(register: Register) -> None:
    """A record that only web pages tell of states no date that none of its rows gives or allows to be counted."""
    pages = {row["source"] for row in ROWS}
    for agreement in register.agreements:
        if not {entry.source for entry in agreement.sources} <= pages:
            continue
        rows = [row for row in USED if agreement.id in records(row)]
        words = " ".join(f"{row['start']} {row['end']}" for row in rows)
        counted = {LENGTHS.get(row["row"], "") for row in rows} | {TURN_OF_THE_YEAR.get(row["row"], "") for row in rows}
        for date in dates_of(agreement) - counted:
            assert date in words or date[:4] in words, (agreement.id, date)
