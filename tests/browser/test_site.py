"""The real site in real Chromium, on each kind of page: accessible, in one column where it must be, and valid HTML."""

import gzip
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.install import MODULES, node
from tests.browser.opening import opened
from tests.toy_project import ROOT

pytestmark = pytest.mark.browser
PAGES = {
    "start": "",
    "explorer": "partnerskap/",
    "sorted": "partnerskap/sortera/slut-fallande/",
    "explorer with a choice": "partnerskap/?q=flykting&status=expired&kommun=goteborg",
    "explorer without hits": "partnerskap/?q=xyzxyz",
    "status": "partnerskap/status/active/",
    "agreement": "partnerskap/malmo/varmestuga-ung/",
    "agreement without dates": "partnerskap/karlskrona/motesplats-for-ungdomar/",
    "joint agreement": "partnerskap/region-skane/behandlingscenter-krigsskadade-torterade/",
    "municipality": "kommuner/goteborg/",
    "municipality with nothing": "kommuner/ale/",
    "both municipality and region": "kommuner/region-gotland/",
    "municipalities": "kommuner/",
    "region": "regioner/vastra-gotalandsregionen/",
    "regions": "regioner/",
    "region with open ends": "regioner/region-varmland/",
    "organisation": "organisationer/bracke-diakoni/",
    "organisation with members": "organisationer/roda-korset/",
    "movement": "organisationer/stadsmissionerna/",
    "organisations": "organisationer/",
    "area": "insatsomraden/funktionsnedsattning/",
    "area with a folded list": "insatsomraden/halsa-rehabilitering/",
    "areas": "insatsomraden/",
    "target group": "malgrupper/barn-unga/",
    "target groups": "malgrupper/",
    "programme": "program/goteborg-ukraina/",
    "joint board": "organ/overformyndarnamnden-eskilstuna-strangnas/",
    "contradicted agreement": "partnerskap/linkoping/stod-till-brottsoffer/",
    "agreement with a timeline": "partnerskap/stockholm/spraktraning-och-laxhjalp/",
    "agreement of many bodies": "partnerskap/umea/stod-till-brottsutsatta/",
    "agreement of many parties": "partnerskap/goteborg/mottagande-av-ensamkommande/",
    "sources": "kallor/",
    "report": "kallor/famna-fremia-2023/",
    "web page as source": "kallor/enkoping-iop/",
    "published figures": "statistik/publicerade-siffror/",
    "guidance": "vagledning/",
    "guidance with a table": "vagledning/vad-ar-iop/",
    "criteria": "vagledning/kriterier/",
    "checklist": "vagledning/checklista/",
    "reading list": "vagledning/lastips/",
    "glossary": "vagledning/ordlista/",
    "statistics": "statistik/",
    "expiring": "loper-ut/",
    "compare": "jamfor/",
    "choose what to compare": "jamfor/valda/",
    "a group of municipalities": "jamfor/storre-stad/",
    "a group with nothing": "jamfor/landsbygdskommun-med-besoksnaring/",
    "regions side by side": "jamfor/regioner/",
    "map": "karta/",
    "map per inhabitant": "karta/per-invanare/",
    "map of what is known": "karta/tackning/",
    "map of regions": "karta/regioner/",
    "map of tiles": "karta/rutor/",
    "data": "data/",
    "dictionary": "data/falt/",
    "quality": "kvalitet/",
    "method": "om/metod/",
    "about": "om/",
    "contribute": "bidra/",
    "contribute for a body": "bidra/?kommun=umea",
    "correct a partnership": "bidra/?partnerskap=umea/stod-till-brottsutsatta",
    "not found": "404.html",
    "in English": "en/",
    "fields in English": "en/fields/",
    "accessibility": "om/tillganglighet/",
    "changes": "om/andringar/",
    "every component": "om/utseende/",
    "frame": "kommuner/goteborg/inbaddning/",
    "frame with nothing active": "kommuner/umea/inbaddning/",
    "frame of a movement": "organisationer/stadsmissionerna/inbaddning/",
    "frame of an area": "insatsomraden/halsa-rehabilitering/inbaddning/",
}
HEAVIEST = {"explorer": 250, "start": 150, "map": 150}  # kB compressed; any other page 60
PROSE = tuple(sorted((ROOT / "content").rglob("*.md")))
AXE = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8") if MODULES.is_dir() else ""


# Rows, list items and shapes are made by one loop: some of each tell axe as much as hundreds, in a tenth of the time.
FEWER = """document.querySelectorAll('tbody, ul, ol, svg, svg g').forEach(
  list => [...list.children].slice(6).forEach(one => one.remove()))"""


# What a wide screen in light colours could break that a phone in dark ones does not.
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]


def violations(page: Page, width: int, scheme: str, only: list[str] | None = None) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    options = {"resultTypes": ["violations"], **({"runOnly": only} if only else {})}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{width} {scheme}: {one['id']}: {one['help']} ({one['nodes'][0]['target']})" for one in found]


def telling(site: Path) -> list[tuple[str, str]]:
    """The pages that have some part that none before them has; the first of each kind comes first."""
    seen: set[str] = set()
    found = []
    for name, path in PAGES.items():
        file = site / path.partition("?")[0]
        own = parts(file / "index.html" if file.is_dir() else file)
        if not own <= seen or "?" in path:
            found.append((name, path))
        seen |= own
    return found


@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing(browser: Browser, address: str, site: Path, half: int) -> None:
    assert AXE
    pages = telling(site)
    found = {}
    with opened(browser, address, 1280) as page:
        for name, path in pages[half::2]:
            page.goto(address + path)
            page.evaluate(FEWER)
            page.evaluate(AXE)
            if problems := violations(page, 360, "dark") + violations(page, 1280, "light", LOOKS):
                found[name] = problems
    assert found == {}
    assert len(pages) > 30


def test_pages_fit_a_narrow_screen(browser: Browser, address: str) -> None:
    """At 320 px nothing makes the page itself scroll sideways, and large text does not either."""
    too_wide = {}
    prose = {path.stem: f"{path.relative_to(ROOT / 'content').with_suffix('').as_posix()}/" for path in PROSE}
    with opened(browser, address, 320, bypass_csp=True) as page:  # for the style that enlarges the text
        for name, path in (PAGES | prose).items():
            page.goto(address + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            enlarged = page.evaluate("document.documentElement.scrollWidth")
            if width > 320 or enlarged > 320:
                too_wide[name] = (width, enlarged)
    assert too_wide == {}


@pytest.mark.parametrize("width", [320, 360])
def test_tiles_are_large_enough_for_a_finger(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address + "karta/rutor/", width) as page:
        sides = page.evaluate(
            "[...document.querySelectorAll('.tiles a rect')].map(tile => tile.getBoundingClientRect())"
            ".map(box => Math.min(box.width, box.height))"
        )
        assert len(sides) == 290
        assert min(sides) > 23.99  # 24, as far as fractions of pixels are told
        page.get_by_role("link", name="Umeå kommun: ").first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Umeå kommun"


def parts(page: Path) -> frozenset[str]:
    """What a page is made of: elements with their attributes' names and classes, and which heading follows which."""
    tags = re.findall(r"<[a-z][^>]*>", page.read_text(encoding="utf-8"))
    headings = [tag[:3] for tag in tags if re.match("<h[1-6]", tag)]
    elements = (re.sub(r'(?<! class)="[^"]*"', "", tag) for tag in tags)
    return frozenset((*elements, *map("".join, pairwise(headings))))


def test_every_kind_of_page_is_valid_html(site: Path) -> None:
    """Of pages that are made of the very same parts, one."""
    here = Path(__file__).parent
    kinds = {parts(page): page for page in sorted(site.rglob("*.html"), reverse=True)}
    report = node(
        str(MODULES / "html-validate" / "bin" / "html-validate.mjs"),
        "--config", str(here / "htmlvalidate.json"), "--formatter", "json", *sorted(map(str, kinds.values())),
        capture_output=True,
    )  # fmt: skip
    assert len(kinds) > 100
    results = json.loads(report.stdout)
    faults = [
        f"{Path(one['filePath']).relative_to(site)}:{message['line']}: {message['ruleId']} {message['message']}"
        for one in results
        for message in one["messages"]
    ]
    assert faults == []
    assert report.returncode == 0, report.stderr


def test_pages_are_light_and_ask_nothing_of_anyone_else_and_nothing_fails(
    browser: Browser, address: str, site: Path
) -> None:
    """A page's weight is that of everything it loads, compressed as any host does it."""
    asked: set[str] = set()
    elsewhere: set[str] = set()
    failed: list[str] = []
    heavy = {}

    def weight(url: str) -> float:
        path = site / url.removeprefix(address).partition("?")[0]
        return len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes())) / 1000

    with opened(browser, address, 360) as page:
        page.on("request", lambda request: asked.add(request.url))
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
        for name, path in PAGES.items():
            asked.clear()
            page.goto(address + path, wait_until="networkidle" if name == "explorer" else "load")
            elsewhere |= {url for url in asked if not url.startswith(address)}
            total = sum(weight(url) for url in asked - elsewhere)
            if not 1 < total <= HEAVIEST.get(name.split()[0], 60):
                heavy[name] = round(total)
    assert elsewhere == set()
    assert failed == []
    assert heavy == {}


def test_a_reader_finds_a_partnership_with_the_keyboard_and_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, address, 360, java_script_enabled=False) as page:
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Till innehållet"
        page.get_by_role("link", name="Hitta din kommun").click()
        page.get_by_role("link", name="Umeå kommun").first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Umeå kommun"
        page.get_by_role("link", name="Integration och minskad ensamhet").first.click()
        assert page.get_by_text("Vän i Umeå").first.is_visible()
        page.get_by_role("navigation", name="Du är här").get_by_role("link", name="Umeå kommun").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Umeå kommun"


def test_the_menu_opens_on_a_phone_by_keyboard_and_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, address + "kommuner/umea/", 360, java_script_enabled=False) as page:
        link = page.get_by_role("link", name="Statistik", exact=True)
        assert not link.is_visible()
        page.get_by_role("button", name="Meny").focus()
        page.keyboard.press("Enter")
        assert link.is_visible()
        page.keyboard.press("Escape")
        assert not link.is_visible()
        page.keyboard.press("Enter")
        link.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Statistik"


def test_a_term_is_explained_on_focus_and_put_away_by_escape(browser: Browser, address: str) -> None:
    with opened(browser, address + "vagledning/vad-ar-iop/", 360) as page:
        terms, notes = page.locator(".term a"), page.locator(".explanation")
        assert not notes.first.is_visible()
        terms.first.focus()
        assert notes.first.is_visible()
        for number in range(terms.count()):
            terms.nth(number).focus()
            box = notes.nth(number).bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
        page.keyboard.press("Escape")
        assert notes.filter(visible=True).count() == 0
        terms.nth(1).focus()
        assert notes.nth(1).is_visible()


def test_the_checklist_tells_how_the_answers_fall_out_and_prints_what_was_chosen(
    browser: Browser, address: str
) -> None:
    with opened(browser, address + "vagledning/checklista/", 360) as page:
        good, bad = (page.locator(f".question-good-{answer}").first for answer in ("ja", "nej"))
        for question in (good, bad):
            question.get_by_role("radio", name="Ja").check()
        result = page.get_by_role("status")
        assert "2 av 20 frågor" in result.inner_text()
        assert "1 svar talar för ett IOP, 1 behöver" in result.inner_text()
        look_into = page.locator("#att-ta-upp li")
        assert look_into.count() == 1
        assert look_into.inner_text().startswith(bad.locator("legend").inner_text())
        page.emulate_media(media="print")
        assert good.locator(".answer").filter(visible=True).count() == 1
        assert page.locator(".question").last.locator(".answer").filter(visible=True).count() == 2
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Börja om").click()
        assert result.inner_text() == "Inga frågor är besvarade än."
        assert page.locator(":checked").count() == 0


def test_a_frame_on_another_site_fits_and_leads_to_the_register(browser: Browser, address: str) -> None:
    elsewhere = f'<iframe src="{address}kommuner/goteborg/inbaddning/" title="IOP" width="300" height="420"></iframe>'
    with opened(browser, address + "404.html", 360, bypass_csp=True) as page:  # in the stead of another site
        page.set_content(elsewhere)
        frame = page.frame_locator("iframe")
        frame.get_by_text("Pågår, slutar inom ett år").wait_for()
        assert frame.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")
        frame.get_by_role("link", name="Gemensamma insatser mot våld").click()
        page.wait_for_url(address + "partnerskap/goteborg/vald-i-nara-relationer/")


def test_what_is_folded_is_printed(browser: Browser, address: str) -> None:
    with opened(browser, address + "insatsomraden/halsa-rehabilitering/", 1280) as page:
        rows = page.locator(".folded tbody tr")
        assert rows.count() >= 16
        assert not rows.last.evaluate("row => row.checkVisibility()")
        page.emulate_media(media="print")
        assert rows.last.evaluate("row => row.checkVisibility() && row.getBoundingClientRect().height > 0")
        assert not page.get_by_text("Visa alla ").first.is_visible()


def test_key_numbers_and_tools_lead_on(browser: Browser, address: str) -> None:
    with opened(browser, address + "insatsomraden/halsa-rehabilitering/", 360, java_script_enabled=False) as page:
        known = int(page.locator(".number-list dd").first.inner_text())
        page.get_by_role("link", name="behöver bekräftas", exact=True).click()
        assert page.url.endswith("#obekraftade")
        assert page.locator("#obekraftade").is_visible()
    with opened(browser, address + "insatsomraden/halsa-rehabilitering/", 1280) as page:
        page.get_by_role("link", name="Sök och filtrera bland dem").click()
        page.wait_for_url(address + "partnerskap/?omrade=halsa-rehabilitering")
        page.get_by_text(f"{known} partnerskap", exact=False).first.wait_for()


def test_an_address_that_is_missing_offers_a_search(browser: Browser, address: str) -> None:
    with opened(browser, address + "404.html", 360, java_script_enabled=False) as page:
        page.get_by_role("searchbox", name="Sök partnerskap").fill("värmestuga")
        page.keyboard.press("Enter")
        page.wait_for_url(address + "partnerskap/?q=v%C3%A4rmestuga")


def test_a_reader_chooses_whom_to_compare_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, address + "jamfor/valda/", 360, java_script_enabled=False) as page:
        rows = page.locator("tbody tr")
        for name in ("Umeå kommun", "Malmö stad"):
            page.get_by_role("checkbox", name=f"Välj {name}").check()
        assert rows.filter(visible=True).count() == rows.count() > 50
        page.get_by_role("checkbox", name="Visa bara de valda").check()
        shown = rows.filter(visible=True).get_by_role("rowheader")
        assert shown.all_inner_texts() == ["Malmö stad", "Umeå kommun"]


def test_the_table_sorts_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, address + "partnerskap/", 1280, java_script_enabled=False) as page:
        unsorted = page.locator("#partnerskap tbody tr").count()
        page.get_by_role("columnheader", name="Slut").get_by_role("link").click()
        page.get_by_role("columnheader", name="Slut").get_by_role("link").click()
        header = page.get_by_role("columnheader", name="Slut")
        assert header.get_attribute("aria-sort") == "descending"
        assert page.locator("#partnerskap tbody tr").count() == unsorted > 100
        ends = page.locator("tbody tr td[data-label=Slut]").all_inner_texts()
        assert ends[0] == "tills vidare"
        known = [f"{end}-12-31"[:10] for end in ends if end[:1].isdigit()]  # a year runs to its last day
        assert known == sorted(known, reverse=True)


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 900)])
def test_a_partnership_s_essentials_are_on_the_first_screen(
    browser: Browser, address: str, width: int, height: int
) -> None:
    """Who, where, how long and the status; on a wide screen the purpose and what the sources say too."""
    for path in ("malmo/varmestuga-ung/", "goteborg/vald-i-nara-relationer/", "umea/stod-till-brottsutsatta/"):
        with opened(browser, f"{address}partnerskap/{path}", width) as page:
            last = page.locator(".record-top" if width == 1280 else ".essentials").bounding_box()
            assert last and last["y"] + last["height"] <= height, path


def test_footnotes_and_links_to_correct_lead_where_they_say(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}partnerskap/linkoping/stod-till-brottsoffer/", 360) as page:
        page.locator("#falt-funding").get_by_role("link", name="Källa 2").first.click()
        assert page.url.endswith("#kalla-2")
        assert page.locator("#kalla-2").is_visible()
        boxes = [box for link in page.locator(".correct").all() if (box := link.bounding_box())]
        assert len(boxes) > 10
        assert min(min(box["width"], box["height"]) for box in boxes) >= 24
        page.get_by_role("link", name="Rätta avtalsperioderna").click()
        page.locator("#falt-periods-1-kind:focus").wait_for()
        assert (
            page.get_by_role("heading", level=1).inner_text() == "Rätta: Stöd till brottsutsatta, vittnen och anhöriga"
        )
