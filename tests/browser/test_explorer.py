"""The explorer in real Chromium: found in spite of slips, shared by its address, taken away as shown, by keyboard."""

import csv
import gzip
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.opening import opened
from tests.toy_project import ROOT

pytestmark = pytest.mark.browser
QUERIES = json.loads((ROOT / "bench" / "search" / "queries.json").read_text(encoding="utf-8"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def explorer(browser: Browser, address: str) -> Iterator[Page]:
    """One page for several tests, each of which goes to an address of its own."""
    with opened(browser, address + "partnerskap/", 1280) as page:
        yield page


def shown(page: Page, query: str = "") -> Page:
    """The page at the query, with its scripts at work."""
    page.goto(page.url.partition("?")[0] + query)
    expect(page.locator("#tabell-rubrik")).to_contain_text(" av ")
    return page


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def count(page: Page, number: int) -> None:
    words = "223 partnerskap" if number == 223 else f"{number} av 223 partnerskap"
    expect(page.locator("#antal")).to_have_text(words)


def titles(page: Page) -> list[str]:
    return page.locator("#partnerskap tbody th a").all_inner_texts()


def texts(index: dict[str, Any]) -> list[str]:
    """Everything that each partnership is found by, as written."""
    names = [f"{each['name']} {each.get('also', '')}" for each in index["subjects"]]
    return [
        " ".join(
            [
                *(each.get(key, "") for key in ("title", "name", "parties", "text")),
                *(names[place] for key in ("bodies", "organisations", "areas", "about") for place in each.get(key, ())),
            ]
        ).lower()
        for each in index["partnerships"]
    ]


def test_words_find_what_they_mean(explorer: Page, site: Path) -> None:
    """Compounds, å ä ö, slips, endings and several words: every partnership that is meant, and few others."""
    index = json.loads((site / "partnerskap" / "sok.json").read_text(encoding="utf-8"))
    written = texts(index)
    found = shown(explorer).evaluate(
        """async (queries) => {
          const { Search } = await import("../assets/explorer/search.js");
          const search = new Search(await (await fetch("sok.json")).json());
          return queries.map((query) => [...search.find(query).scores].flatMap((score, row) => (score ? [row] : [])));
        }""",
        [each["query"] for each in QUERIES],
    )
    for each, rows in zip(QUERIES, found, strict=True):
        meant = {row for row, text in enumerate(written) if all(re.search(one, text) for one in each["means"])}
        assert meant, each
        assert meant <= set(rows), each
        assert len(meant) >= 0.7 * len(rows), each


def test_a_slip_of_the_keyboard_is_forgiven_and_told(explorer: Page) -> None:
    shown(explorer, "?q=ukraina+goteborg")
    rightly = titles(explorer)
    assert len(rightly) >= 11
    explorer.get_by_role("searchbox").fill("ukriana göteborg")
    expect(explorer.locator("#tolkning")).to_contain_text("Inget ord innehåller ”ukriana”")
    expect(explorer.locator("#partnerskap tbody tr")).to_have_count(len(rightly))
    assert sorted(titles(explorer)) == sorted(rightly)
    expect(explorer.locator("#besked")).to_contain_text(f"{len(rightly)} av 223 partnerskap visas")


def test_a_choice_narrows_down_and_back_undoes_it(explorer: Page) -> None:
    shown(explorer, "?q=flykting")
    before = titles(explorer)
    status = explorer.locator("[data-facet=status]")
    status.locator("summary").click()
    explorer.wait_for_function(
        """found => [...document.querySelectorAll("[data-facet=status] li:not([hidden]) .facet-count")]
          .reduce((sum, count) => sum + Number(count.textContent), 0) === found""",
        arg=len(before),
    )  # every partnership has one status
    line = status.locator("li", has_text="Löpt ut")
    promised = int(line.locator(".facet-count").inner_text())
    line.get_by_role("checkbox").check()
    count(explorer, promised)
    assert 0 < promised < len(before)
    assert explorer.url.endswith("?q=flykting&status=expired")
    assert set(explorer.locator("#partnerskap .status").all_inner_texts()) == {"Löpt ut, förlängning okänd"}
    explorer.go_back()
    count(explorer, len(before))
    assert titles(explorer) == before
    assert not line.get_by_role("checkbox").is_checked()
    explorer.go_forward()
    count(explorer, promised)


def test_the_map_and_its_table_follow_the_choice(explorer: Page, site: Path) -> None:
    """The numbers of the downloads; a municipality is chosen in the table by keys, and let go on the map."""
    active = {row["id"] for row in read(site / "data" / "partnerskap.csv") if row["status"] == "active"}
    municipalities = {row["id"] for row in read(site / "data" / "kommuner.csv")}
    parties = {
        (row["agreement"], row["id"]) for row in read(site / "data" / "parter.csv") if row["id"] in municipalities
    }
    wanted = Counter(id for agreement, id in parties if agreement in active)
    shown(explorer, "?status=active")
    explorer.get_by_text("Karta över urvalet").click()
    table = explorer.get_by_role("table", name="Kommuner i urvalet")
    expect(table.locator("tbody tr")).to_have_count(len(wanted))
    lines = [line.split("\t") for line in table.locator("tbody tr").all_inner_texts()]
    assert [int(number) for _, number in lines] == sorted(wanted.values(), reverse=True)
    assert explorer.locator("#karta .map path[data-id]:not(.map-unknown)").count() == len(wanted)
    first = table.get_by_role("button").first
    id = first.get_attribute("data-id")
    assert id
    first.focus()
    explorer.keyboard.press("Enter")
    count(explorer, wanted[id])
    assert explorer.url.endswith(f"?status=active&kommun={id}")
    expect(table.get_by_role("button", pressed=True)).to_be_focused()
    assert explorer.locator("#karta .map path[data-id]:not(.map-unknown)").count() == 1
    explorer.locator(f"#karta .map [data-id={id}]").click()
    count(explorer, len(active))


def test_an_address_gives_the_same_rows_to_anyone(browser: Browser, address: str, explorer: Page) -> None:
    shown(explorer, "?kommun=umea&kommun=malmo&sortera=slut-fallande")
    rows = titles(explorer)
    heading = explorer.get_by_role("columnheader", name="Slut")
    assert heading.get_attribute("aria-sort") == "descending"
    assert {*explorer.locator("#valda button").all_inner_texts()} == {"Umeå kommun", "Malmö stad"}
    with opened(browser, explorer.url, 1280) as other:
        expect(other.locator("#partnerskap tbody tr")).to_have_count(len(rows))
        assert titles(other) == rows
    explorer.get_by_role("button", name="Ta bort filtret Malmö stad").click()
    assert explorer.url.endswith("?kommun=umea&sortera=slut-fallande")
    explorer.get_by_role("button", name="Rensa filter").click()
    count(explorer, 223)
    assert explorer.url.endswith("/partnerskap/")


def test_orders_are_those_of_the_sorted_pages(browser: Browser, address: str, explorer: Page) -> None:
    for order in ("titel", "ideburen-part-fallande", "slut-fallande"):
        shown(explorer, f"?sortera={order}")
        with opened(browser, f"{address}partnerskap/sortera/{order}/", 1280, java_script_enabled=False) as page:
            assert titles(page)[:50] == titles(explorer)


def test_rows_made_by_scripts_are_those_of_the_page(browser: Browser, address: str, explorer: Page) -> None:
    """The page's first rows are kept, the others are made from its pattern of a row."""
    rows = "rows => rows.map(row => [row.innerText, ...[...row.querySelectorAll('a')].map(link => link.href)])"
    shown(explorer, "?sida=2")
    made = explorer.locator("#partnerskap tbody tr").evaluate_all(rows)
    with opened(browser, address + "partnerskap/", 1280, java_script_enabled=False) as page:
        written = page.locator("#partnerskap tbody tr").evaluate_all(rows)[50:100]
    assert [row[1:] for row in made] == [row[1:] for row in written]
    assert [row[0].split() for row in made] == [row[0].split() for row in written]


@pytest.mark.parametrize("lost", ["**/sok.json", "**/explorer/search.js"])
def test_everything_is_shown_if_the_search_does_not_come(browser: Browser, address: str, lost: str) -> None:
    with opened(browser, address, 1280) as page:
        page.route(lost, lambda route: route.abort())
        page.goto(address + "partnerskap/?status=active")
        expect(page.locator("#partnerskap tbody tr").last).to_be_visible()
        assert page.locator("#partnerskap tbody tr").count() == 223


def test_a_value_that_no_partnership_has_gives_nothing_and_can_be_taken_away(explorer: Page) -> None:
    shown(explorer, "?q=barn")
    some = titles(explorer)
    explorer.goto(f"{explorer.url}&kommun=ale")
    count(explorer, 0)
    expect(explorer.get_by_text("Inga partnerskap passar urvalet.")).to_be_visible()
    explorer.get_by_role("button", name="Ta bort filtret ale").click()
    expect(explorer.locator("#tabell-rubrik")).to_contain_text("Partnerskap 1–")
    assert titles(explorer) == some


def test_the_table_is_turned_part_by_part(explorer: Page) -> None:
    shown(explorer)
    expect(explorer.locator("#tabell-rubrik")).to_have_text("Partnerskap 1–50 av 223")
    first = titles(explorer)
    explorer.get_by_role("button", name="Nästa").click()
    expect(explorer.locator("#tabell-rubrik")).to_have_text("Partnerskap 51–100 av 223")
    assert not set(explorer.locator("#partnerskap tbody tr").all_inner_texts()) & set(first)
    assert explorer.url.endswith("?sida=2")
    explorer.get_by_role("searchbox").fill("barn")
    expect(explorer.locator("#tabell-rubrik")).to_contain_text("Partnerskap 1–")


def saved(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def sheet(content: bytes, number: int) -> list[list[str]]:
    """The texts of a sheet; a cell that is not plain text or number would be missed here."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            ElementTree.fromstring(archive.read(part))
        root = ElementTree.fromstring(archive.read(f"xl/sheet{number}.xml"))
    assert not list(root.iter(f"{MAIN}f"))
    return [["".join(cell.itertext()) for cell in row] for row in root.iter(f"{MAIN}row")]


def test_downloads_hold_exactly_what_is_shown(explorer: Page, site: Path) -> None:
    shown(explorer, "?q=boende&region=vastra-gotalandsregionen&sortera=titel")
    wanted = titles(explorer)
    assert 5 < len(wanted) < 50
    with (site / "data" / "partnerskap.csv").open(encoding="utf-8", newline="") as file:
        every = {row[0]: row for row in csv.reader(file)}

    name, content = saved(explorer, "CSV")
    assert name == "partnerskap-2026-11-23-sokord-boende-region-och-dess-kommuner-vastra-gotalandsregionen.csv"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    assert rows[0] == every["id"]
    assert [row[1] for row in rows[1:]] == wanted
    assert all(row == every[row[0]] for row in rows)

    name, content = saved(explorer, "Excel")
    assert name.endswith("vastra-gotalandsregionen.xlsx")
    assert sheet(content, 1) == rows
    about = dict(sheet(content, 2))
    assert about["Urval"] == "Sökord: ”boende”; Region och dess kommuner: Västra Götalandsregionen"
    assert (about["Antal partnerskap"], about["Statusar och uppgifter per"]) == (str(len(wanted)), "2026-11-23")
    assert about["Adress"] == explorer.url

    name, content = saved(explorer, "JSON")
    data = json.loads(content)
    assert [each["title"] for each in data["agreements"]] == wanted
    assert (data["filter"], data["status_date"], data["count"]) == (about["Urval"], "2026-11-23", len(wanted))


def test_text_is_never_a_formula_in_a_workbook(explorer: Page) -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "<b>&\"'\u0001", "", "å\r\nä", 7]
    made = shown(explorer).evaluate(
        """async (row) => {
          const { workbook } = await import("../assets/explorer/workbook.js");
          return [...workbook([["A & B", [row]], ["Om", [["x"]]]])];
        }""",
        hostile,
    )
    content = bytes(made)
    assert sheet(content, 1) == [["=1+1", "+1", "-1", "@SUM(A1)", "<b>&\"'", "", "å\nä", "7"]]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
        assert [each.get("name") for each in names] == ["A & B", "Om"]


def test_text_in_csv_is_read_as_it_was_written(explorer: Page) -> None:
    rows = [["id", "a"], ["x/1", 'en "citerad", text'], ["x/2", ""], ["x/3", "två\r\nrader"], ["x/4", "å"]]
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    read = shown(explorer).evaluate(
        """async (text) => {
          const { cells, chosenLines } = await import("../assets/explorer/download.js");
          return chosenLines(text, ["x/3", "x/1", "x/2"]).map(cells);
        }""",
        written.getvalue(),
    )
    assert read == [rows[0], rows[3], rows[1], rows[2]]


def test_everything_is_done_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    with opened(browser, address + "partnerskap/", 360) as page:
        shown(page)
        page.get_by_role("searchbox").focus()
        page.keyboard.type("Boende")
        page.wait_for_url("**/?q=Boende")  # the typing has paused, and the counts are its
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Filtrera"
        page.keyboard.press("Enter")
        assert page.locator(":focus").get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        status = page.locator("[data-facet=status] li:not([hidden]) input").first.get_attribute("value")
        assert page.locator(":focus").get_attribute("value") == status
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Filtrera (1)")).to_be_visible()
        assert page.url.endswith(f"?q=Boende&status={status}")
        assert page.locator(":focus").get_attribute("value") == status
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Filtrera", exact=True)).to_be_visible()
        small = page.evaluate(
            "[...document.querySelectorAll('#urval button, #urval summary, #urval li label, #urval select')]"
            ".map(each => each.getBoundingClientRect()).filter(box => box.height && box.height < 24).length"
        )
        assert small == 0


def test_without_scripts_there_is_the_whole_table_and_no_dead_controls(browser: Browser, address: str) -> None:
    with opened(browser, address + "partnerskap/", 1280, java_script_enabled=False) as page:
        assert page.locator("#partnerskap tbody tr").count() == 223
        assert page.get_by_role("searchbox").count() == 0
        assert page.get_by_role("button", name="CSV").count() == 0
        page.get_by_role("link", name=re.compile("pågår")).click()
        assert page.get_by_role("heading", level=1).inner_text() == "Pågående partnerskap"
        assert page.locator("tbody tr").count() == 21


def test_the_explorer_weighs_little(site: Path) -> None:
    """Page, scripts, styles and index, compressed."""
    files = [
        site / "partnerskap" / "index.html",
        site / "partnerskap" / "sok.json",
        *(site / "assets" / "explorer").glob("*.js"),
        *(site / "assets").glob("*.css"),
    ]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 250_000
