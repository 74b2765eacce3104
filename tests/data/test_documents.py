"""The real register against what a second reader took from the five documents, outside the 2023 report's tables.

`documents.tsv` holds, for every place that tells of a partnership: record, source, locator, body, parties as printed,
dates, the words about time, status and amounts. Facts only, read from the sources without the records.
"""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from tests.data.conftest import dates_of, letters

pytestmark = pytest.mark.data
with (Path(__file__).parent / "documents.tsv").open(encoding="utf-8", newline="") as file:
    TOLD = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
OF_RECORDS = [row for row in TOLD if not row["record"].startswith("programme:")]

CHAPTER = "3."  # the 2023 report's tables, which test_report holds to their rows

# Dates that the register does not make a period of; the record tells of them in words.
IN_WORDS = {
    "uppsala/inkludering-av-migranter 4.1.4": {"2022"},  # commissioned to 2022; the table says 2023-12-31
    "nynashamn/kvinnojour Nynäshamns kommun och Kvinnojouren Pax, samt Brottsofferjouren och Motala kommun": {"2016"},
}
# Among the former ones in the report, though its next period is among the ongoing: no status is taken from there.
WITHOUT_STATUS = {"uppsala/inkludering-av-migranter 4.1.4"}
# Misprints, and parties that nobody names; the record's note tells of them.
NOT_A_NAME = {"Räddningsmisionen", "församlingar i Linköping"}
MISPRINTED = {"119450": 1194500}


def key(row: dict[str, str]) -> str:
    return f"{row['record']} {row['locator']}"


def listed(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


@pytest.mark.parametrize("row", OF_RECORDS, ids=key)
def test_what_a_document_tells_is_in_the_record(
    row: dict[str, str], register: Register, names: Callable[[Agreement], list[str]]
) -> None:
    agreement = register.by_id[row["record"]]
    entry = next(each for each in agreement.sources if each.source == row["source"] and row["locator"] in each.locator)
    assert set(listed(row["body"])) <= {party.body for party in agreement.public_parties}
    for printed in {*listed(row["nonprofit_printed"]), *listed(row["other_printed"])} - NOT_A_NAME:
        assert any(one in letters(printed) or letters(printed) in one for one in names(agreement)), printed
    in_words = IN_WORDS.get(key(row), set())
    for date in set(listed(row["dates"])) - in_words:
        assert any(bound.startswith(date) for bound in dates_of(agreement)), date
    said = " ".join([agreement.note or "", *(each.text for each in agreement.contradictions)])
    assert all(date in said for date in in_words)
    if row["status"] and key(row) not in WITHOUT_STATUS:
        assert entry.reported_status == row["status"]
    amounts = [each.amount for each in agreement.funding if each.amount]
    for amount in listed(row["amounts"]):
        assert MISPRINTED.get(amount, int(amount)) in (*amounts, sum(amounts))


def test_the_programme_is_told_by_the_places_that_tell_of_it_as_a_whole(register: Register) -> None:
    programme = register.programmes["goteborg-ukraina"]
    told = {(row["source"], row["locator"]) for row in TOLD if row["record"] == "programme:goteborg-ukraina"}
    assert told <= {(reference.source, reference.locator) for reference in programme.sources}
    assert len(register.of_programme("goteborg-ukraina")) == 11


def test_partnerships_per_document(register: Register) -> None:
    """105 + 3 + 20 + 7 + 1, each counted where it is told first; 22 municipalities and 6 regions."""
    first = {
        one.id: entry.source
        for one in register.agreements
        for entry in one.sources
        if entry.source == "famna-fremia-2023" and entry.locator.startswith(CHAPTER)
    }
    for row in OF_RECORDS:
        first.setdefault(row["record"], row["source"])
    assert Counter(first.values()) == {
        "famna-fremia-2023": 105, "famna-2025": 3, "avdic-2020": 20, "forum-2017": 7, "helsingborg-2021": 1,
    }  # fmt: skip
    bodies = {register.by_id[id].leading_body for id in first}
    assert sum(bool(register.bodies[body].region) for body in bodies) == 6
    assert sum(not register.bodies[body].region for body in bodies) == 22


def test_nothing_else_claims_to_come_from_the_documents(register: Register) -> None:
    told = {(row["record"], row["source"]) for row in OF_RECORDS}
    others = {
        (one.id, entry.source)
        for one in register.agreements
        for entry in one.sources
        if entry.source in {row["source"] for row in TOLD} and not entry.locator.startswith(CHAPTER)
    }
    assert others - told == {
        ("goteborg/mottagande-av-ensamkommande", "famna-fremia-2023"),  # 2.1 tells of an unnamed IOP from 2015
    }
