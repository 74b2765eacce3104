"""What readers come for, done as they would: by pointer on a wide screen, by keys alone on a phone, without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.opening import opened

pytestmark = pytest.mark.browser
PRESSES = 60  # of the Tab key at most to anything that a task needs


class Reader:
    """Uses links, buttons and fields by pointer, or finds each with the Tab key and presses Enter."""

    def __init__(self, page: Page, has_pointer: bool) -> None:
        self.page = page
        self.has_pointer = has_pointer

    def use(self, wanted: Locator) -> None:
        if self.has_pointer:
            wanted.click()
            return
        self.reach(wanted)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        if self.has_pointer:
            field.click()
        else:
            self.reach(field)
        self.page.keyboard.type(text)

    def reach(self, wanted: Locator) -> None:
        for _ in range(PRESSES):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} is not reached in {PRESSES} presses of Tab")

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name).first


BY_POINTER, BY_KEYS = (1280, True), (360, False)


@contextmanager
def reader(browser: Browser, address: str, width: int, has_pointer: bool, **options: object) -> Iterator[Reader]:
    """A reader at the start page."""
    with opened(browser, address, width, **options) as page:
        yield Reader(page, has_pointer)


@pytest.fixture(params=[BY_POINTER, BY_KEYS], ids=["wide, by pointer", "phone, by keys"])
def anyone(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Reader]:
    with reader(browser, address, *request.param) as found:
        yield found


@pytest.fixture(params=[BY_POINTER, BY_KEYS], ids=["wide, by pointer", "phone, by keys"])
def without_scripts(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Reader]:
    with reader(browser, address, *request.param, java_script_enabled=False) as found:
        yield found


def searched(reader: Reader, words: str) -> Page:
    """The explorer, from a search at the start page."""
    reader.write(reader.page.get_by_role("searchbox", name="Sök partnerskap"), words)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#tabell-rubrik")).to_contain_text("Partnerskap 1")
    return reader.page


def test_göteborg_s_partnerships_for_refugees_from_ukraine(anyone: Reader) -> None:
    page = searched(anyone, "ukraina göteborg")
    rows = page.locator("#partnerskap tbody tr")
    assert rows.count() > 10
    assert all("Ukraina" in title for title in rows.locator("th").all_text_contents())
    assert all("Göteborgs Stad" in row for row in rows.all_text_contents())
    anyone.use(rows.first.get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ukraina")


def test_what_of_umeå_s_expires_next(anyone: Reader) -> None:
    """Nothing is known to within a year; what may have been extended is listed by when it ran out."""
    page = searched(anyone, "umeå")
    anyone.use(page.get_by_role("navigation", name="Sidor med det namnet").get_by_role("link", name="Umeå kommun"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Umeå kommun")
    number = page.locator(".number-list div", has_text="löper ut inom ett år")
    assert number.locator("dd").inner_text() == "0"
    section = page.get_by_role("table", name="Löpt ut utan besked, eller okänt")
    assert section.get_by_role("row").count() > 3


def test_who_works_with_skyddsvärnet(anyone: Reader) -> None:
    page = searched(anyone, "skydsvärnet")  # a slip of the pen
    expect(page.locator("#tolkning")).to_contain_text("skyddsvarnet")
    anyone.use(page.locator("#partnerskap td").get_by_role("link", name="Skyddsvärnet").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Skyddsvärnet")
    assert page.get_by_role("main").get_by_role("link", name="Göteborgs Stad").count()


def test_malmö_s_rows_are_downloaded(without_scripts: Reader, site: Path) -> None:
    page = without_scripts.page
    without_scripts.use(without_scripts.link("Hitta din kommun"))
    without_scripts.use(page.get_by_role("navigation", name="Till begynnelsebokstav").get_by_role("link", name="M"))
    without_scripts.use(page.get_by_role("link", name="Malmö stad").last)
    with page.expect_download() as download:
        without_scripts.use(page.get_by_role("link", name="Ladda ner partnerskapen som CSV"))
    got = download.value.path().read_text(encoding="utf-8")
    register = (site / "data" / "partnerskap.csv").read_text(encoding="utf-8").splitlines()
    assert got.splitlines()[0] == register[0]
    assert sorted(got.splitlines()[1:]) == sorted(line for line in register if "Malmö stad" in line)


def test_a_missing_partnership_is_reported(without_scripts: Reader) -> None:
    page = without_scripts.page
    without_scripts.use(without_scripts.link("Rapportera ett som saknas"))
    assert page.get_by_role("heading", level=1).inner_text() == "Rapportera ett partnerskap"
    assert page.get_by_role("heading", name="Vart du skickar det").is_visible()
