"""The real register against the report's own rows, which a second reader took from the source alone.

`famna-fremia-2023.tsv` holds locator, body, the two party cells as printed, the words about time, every date in them
and the link marker, from chapter 3 of Famna's and Fremia's report (2023), which may be spread if the source is named.
"""

import csv
import re
import shutil
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from site_builder.presenting.words import partial_date
from site_builder.reading.validate import read
from site_builder.register.agreement import Agreement
from site_builder.register.dates import PartialDate
from site_builder.register.register import Register
from site_builder.register.status import Status, status
from tests.data.conftest import letters
from tests.toy_project import ROOT

pytestmark = pytest.mark.data
REPORT_DAY = date(2023, 4, 1)
SOURCE = "famna-fremia-2023"
with (Path(__file__).parent / "famna-fremia-2023.tsv").open(encoding="utf-8", newline="") as file:
    PRINTED = {row["locator"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}

CHAPTER = "3."  # the tables of ongoing partnerships; the report's other chapters are in documents.tsv

# Where the printed row and the record differ on purpose, with the reason.
DATES_NOT_TAKEN = {
    "3.1.4 rad 2": {"2015"},  # "(2015)" stands alone and unexplained; the note says so
}
# Earlier periods and extensions that other sources, or other sections of the report, tell of.
DATES_FROM_OTHER_PLACES = {
    "3.1.1 rad 2": {"2019", "2020"},  # section 2.2
    "3.1.4 rad 4": {"2018"},  # Skåne Stadsmission's annual report for 2017
    "3.1.8 rad 2": {"2019", "2021"},  # Luthagsnytt
    "3.1.8 rad 3": {"2017", "2019"},  # section 4.1.4
    "3.1.10 rad 1": {"2021", "2022-12-31"},  # the city district's news of 2021 and 2022, also below
    "3.1.10 rad 2": {"2022-12-31"},
    "3.1.10 rad 3": {"2021", "2022-12-31"},
    "3.1.10 rad 4": {"2018", "2021-12-31", "2022-12-31"},
    "3.1.10 rad 5": {"2022-12-31"},
    "3.1.10 rad 6": {"2021", "2022-12-31"},
    "3.1.11 rad 6": {"2012"},  # Västerås's press release in 2016
    "3.2.3 rad 3": {"2020", "2022"},  # the region's news of June 2022
}


@pytest.fixture(scope="module")
def by_locator(register: Register) -> dict[str, Agreement]:
    found = [
        (entry.locator, one)
        for one in register.agreements
        for entry in one.sources
        if entry.source == SOURCE and entry.locator.startswith(CHAPTER)
    ]
    assert len({locator for locator, _ in found}) == len(found)
    return dict(found)


def test_every_printed_row_is_a_record_and_nothing_else_is(by_locator: dict[str, Agreement]) -> None:
    assert len(PRINTED) == 92
    assert set(by_locator) == set(PRINTED)


def test_bodies_as_the_report_counts_them(by_locator: dict[str, Agreement], register: Register) -> None:
    assert Counter(agreement.leading_body for agreement in by_locator.values()) == {
        "goteborg": 14, "stockholm": 11, "malmo": 9, "uppsala": 9, "boras": 6, "umea": 5, "kalmar": 3, "varmdo": 3,
        "vasteras": 3, "karlskrona": 2, "linkoping": 1, "lund": 1, "pajala": 1, "vastra-gotalandsregionen": 10,
        "region-varmland": 6, "region-ostergotland": 4, "region-gotland": 2, "region-skane": 2,
    }  # fmt: skip
    assert [
        party.body for party in register.by_id["region-skane/behandlingscenter-krigsskadade-torterade"].public_parties
    ] == [
        "region-skane",
        "malmo",
    ]


@pytest.mark.parametrize("locator", PRINTED)
def test_a_row_and_its_record_agree(locator: str, by_locator: dict[str, Agreement], register: Register) -> None:
    printed, agreement = PRINTED[locator], by_locator[locator]
    assert agreement.leading_body == printed["body"]
    taken = {bound.text for period in agreement.periods for bound in (period.start, period.end) if bound}
    dates = set(filter(None, printed["dates"].split(";")))
    assert taken == dates - DATES_NOT_TAKEN.get(locator, set()) | DATES_FROM_OTHER_PLACES.get(locator, set())
    assert any(period.open_ended for period in agreement.periods) == ("tills vidare" in printed["period_text"])
    extended = re.search(r"förläng|förny", printed["period_text"], re.IGNORECASE) or locator in DATES_FROM_OTHER_PLACES
    assert bool(extended) == any(period.kind in ("extension", "renewal") for period in agreement.periods)
    entry = next(each for each in agreement.sources if each.locator == locator)
    assert entry.link_marker == bool(printed["link_marker"])
    assert (entry.link_text or "Länk") == (printed["link_marker"] or "Länk")
    assert (entry.reported_status, str(entry.as_of)) == ("active", "2023-04-01")
    for party in agreement.nonprofit_parties:
        name = party.as_named or register.organisations[party.organisation].name
        assert letters(name) in letters(printed["nonprofit_cell"]), name
    for other in agreement.other_parties:
        assert letters(other.as_named or other.name) in letters(printed["nonprofit_cell"] + printed["public_cell"])


def test_the_joint_row_and_the_rows_without_a_party(by_locator: dict[str, Agreement]) -> None:
    assert [locator for locator, one in by_locator.items() if not one.nonprofit_parties] == ["3.1.4 rad 8"]
    assert [locator for locator, one in by_locator.items() if one.other_parties] == ["3.1.11 rad 5"]
    assert [locator for locator, one in by_locator.items() if len(one.public_parties) > 1] == ["3.2.5 rad 1"]


def test_statuses_on_the_report_s_day_are_those_it_implies(by_locator: dict[str, Agreement]) -> None:
    """All were listed as ongoing; one had run out the day before."""
    counts = Counter(status(agreement, REPORT_DAY) for agreement in by_locator.values())
    assert counts == {Status.ACTIVE: 91, Status.EXPIRED: 1}
    expired = [one.id for one in by_locator.values() if status(one, REPORT_DAY) is Status.EXPIRED]
    assert expired == ["stockholm/mot-vald-i-ungas-relationer"]


def test_every_class_is_said_to_be_a_judgement_or_follows_from_the_text(
    by_locator: dict[str, Agreement], register: Register
) -> None:
    for agreement in by_locator.values():
        assert agreement.area in register.areas
        assert agreement.target_group in register.target_groups
        assert agreement.purpose
    judged = sum("bedömning" in (agreement.note or "") for agreement in by_locator.values())
    assert judged >= 60


def test_every_row_has_a_page_that_says_what_the_report_says(
    real_site: Path, by_locator: dict[str, Agreement], register: Register
) -> None:
    """The page itself: locator, body, every party and every date of the row."""
    for locator, agreement in by_locator.items():
        page = (real_site / "partnerskap" / agreement.id / "index.html").read_text(encoding="utf-8")
        text = unescape(re.sub(r"<[^>]+>", "", page))
        organisations = [register.organisations[party.organisation].name for party in agreement.nonprofit_parties]
        bodies = [register.bodies[party.body].name for party in agreement.public_parties]
        dates = set(filter(None, PRINTED[locator]["dates"].split(";"))) - DATES_NOT_TAKEN.get(locator, set())
        days = [partial_date(PartialDate.from_text(text)) for text in dates]
        for wanted in (f"{locator}.", agreement.title, *organisations, *bodies, *days):
            assert wanted in text, (locator, wanted)


def test_the_example_for_contributors_is_right(tmp_path: Path) -> None:
    """What /bidra/ shows, pasted into the files it names, is accepted as it stands."""
    page = (ROOT / "templates" / "contribute.html").read_text(encoding="utf-8")
    agreement, source = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    for name in ("data", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    (tmp_path / "data/agreements/umea/laxhjalp.yaml").write_text(agreement, encoding="utf-8")
    with (tmp_path / "data/sources.yaml").open("a", encoding="utf-8") as file:
        file.write(source)
    assert read(tmp_path, date(2026, 11, 23)).problems == ()


def test_shared_organisations_are_one_record(by_locator: dict[str, Agreement], register: Register) -> None:
    counts = Counter(party.organisation for one in by_locator.values() for party in one.nonprofit_parties)
    assert counts["skyddsvarnet-goteborg"] == counts["fryshuset"] == 5
    assert (counts["roda-korset"], counts["uppsala-rodakorskrets"]) == (4, 1)
    names = [organisation.name for organisation in register.organisations.values()]
    assert len(names) == len(set(names))
