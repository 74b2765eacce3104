"""Every component in real Chromium, as readers have set their machines: contrast, large text, paper, no motion."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opening import opened
from tests.browser.test_site import AXE
from tests.toy_project import ROOT

pytestmark = pytest.mark.browser
HERE = "om/utseende/"
SETTINGS = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "contrast": "more"},
    {"color_scheme": "dark", "forced_colors": "active"},
)
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
# What stands alone is to be as large as a finger; a link within text, or a shape of a map, need not be.
TOO_SMALL = """
const isInline = element => getComputedStyle(element).display === 'inline';
const isWithinText = target => {
  let block = target.parentElement;
  while (isInline(block)) block = block.parentElement;
  return isInline(target) && block.textContent.trim() !== target.textContent.trim();
};
const smallest = element => {
  const { width, height } = element.getBoundingClientRect();
  return Math.min(width, height);
};
return [...document.querySelectorAll('a, button, input, summary')]
  .filter(target => target.checkVisibility() && !target.closest('svg') && !isWithinText(target))
  .filter(target => Math.max(smallest(target), smallest(target.closest('label') ?? target)) < 23.99)
  .map(target => target.outerHTML.slice(0, 90));
"""
# The colours of all text that is shown, and of the grounds behind it, outside pictures.
TEXT_COLOURS = """
[...document.querySelectorAll('body *')].filter(each => !each.closest('svg, script') && each.checkVisibility())
  .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .map(each => getComputedStyle(each).color)
"""
GROUNDS = "[...document.querySelectorAll('html, main *')].map(each => getComputedStyle(each).backgroundColor)"


def style(page: Page, selector: str, name: str) -> list[str]:
    """The computed value of every element that matches, one at least."""
    script = "(all, name) => all.map(each => getComputedStyle(each)[name])"
    found: list[str] = page.locator(selector).evaluate_all(script, name)
    assert found, selector
    return found


def before(page: Page, selector: str) -> str:
    """What the style sheet puts before the element."""
    content: str = page.locator(selector).evaluate("each => getComputedStyle(each, '::before').content")
    return content


def light(colour: str) -> float:
    """How light `rgb(…)` is, from 0 to 1; 1 where nothing is painted."""
    parts = [float(part) for part in re.findall(r"[\d.]+", colour)]
    return 1.0 if parts[3:] == [0] else sum(parts[:3]) / 765


def test_axe_finds_nothing_however_the_screen_is_set(browser: Browser, address: str) -> None:
    assert AXE
    with opened(browser, address + HERE, 1280) as page:
        page.evaluate(OPEN_ALL)
        page.evaluate(AXE)
        for setting in SETTINGS:
            page.emulate_media(**setting)  # type: ignore[arg-type]
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            assert [(one["id"], one["nodes"][0]["target"]) for one in found] == [], setting
            page.emulate_media(color_scheme="null", contrast="null", forced_colors="null")


def test_everything_fits_a_narrow_screen_and_a_finger(browser: Browser, address: str) -> None:
    with opened(browser, address + HERE, 320, bypass_csp=True) as page:  # for the style that enlarges the text
        page.evaluate(OPEN_ALL)
        assert page.evaluate(f"() => {{{TOO_SMALL}}}") == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_forced_colours_leave_everything_to_be_told_apart(browser: Browser, address: str) -> None:
    with opened(browser, address + HERE, 1280, forced_colors="active", color_scheme="dark") as page:
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        bordered = ".status", ".button", ".buttons a", ".search button", ".search input", ".choices a", ".chosen button"
        for selector in bordered:
            widths, lines = style(page, selector, "borderTopWidth"), style(page, selector, "borderTopColor")
            assert min(float(width.removesuffix("px")) for width in widths) >= 1, selector
            assert not set(lines) & set(style(page, selector, "backgroundColor")), selector
        assert len({*page.locator("p > .status").all_inner_texts()}) == 5
        assert set(style(page, ".choices a[aria-current]", "borderTopWidth")) == {"3px"}
        assert set(style(page, ".choices a:not([aria-current])", "borderTopWidth")) == {"1px"}
        assert style(page, ".button:disabled", "color") != style(page, ".button:enabled", "color")
        assert "✓" in before(page, "[aria-pressed=true]")
        assert len({*style(page, ".legend rect:not([fill], .map-hatch)", "fill")}) == 5
        assert page.locator(".legend rect[fill^=url]").count() == 1  # hatched
        assert light(style(page, ".chart", "color")[0]) - light(style(page, ".chart", "backgroundColor")[0]) > 0.5
        page.keyboard.press("Tab")
        for selector in ("main a", ".button", "summary", ".search input", ".choices a[aria-current]", ".answer input"):
            page.locator(selector).first.focus()
            assert style(page, ":focus", "outlineStyle") == ["solid"], selector
            assert style(page, ":focus", "outlineWidth") == ["3px"], selector


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, address: str) -> None:
    with opened(browser, address + HERE, 360, reduced_motion="reduce") as page:
        assert page.evaluate("document.getAnimations().length") == 0
        page.get_by_text("Visa mer", exact=True).click()
        assert page.get_by_text("Det som var hopvikt.").is_visible()
        assert page.evaluate("document.getAnimations().length") == 0
        page.get_by_role("button", name="Meny").click()
        assert page.get_by_role("link", name="Statistik", exact=True).is_visible()
        assert page.evaluate("document.getAnimations().length") == 0
        assert set(style(page, "body *", "transitionDuration")) == {"0s"}


def test_paper_has_dark_text_on_white_and_nothing_to_press(browser: Browser, address: str) -> None:
    with opened(browser, address + HERE, 900, color_scheme="dark") as page:
        assert min(map(light, page.evaluate(GROUNDS))) < 0.2  # it is dark on the screen
        page.emulate_media(media="print")
        assert max(map(light, page.evaluate(TEXT_COLOURS))) < 0.35
        assert min(map(light, page.evaluate(GROUNDS))) == 1
        assert max(map(light, style(page, "input:checked", "accentColor"))) < 0.35  # an answer is seen
        pressed = ".site-nav, .skip-link, .breadcrumbs, .search, .buttons, .button, .choices, .actions, .downloads"
        assert page.locator(pressed).filter(visible=True).count() == 0
        assert not page.get_by_text("Visa mer", exact=True).is_visible()
        assert page.get_by_text("@misc{exempel").is_visible()  # unfolded by the reader, here by the page
        link = page.get_by_role("link", name="utgivarens webbplats")
        after = link.evaluate("link => getComputedStyle(link, '::after').content")
        assert "https://www.example.org/en-ganska-lang-adress/till-rapporten" in after


def test_every_style_is_of_use(site: Path) -> None:
    """Every class in the style sheet stands on some page, in a script, or in what the preview puts on a page."""
    sheet = re.sub(r"/\*.*?\*/", "", (ROOT / "assets" / "components.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    styled = {
        name for selector in re.findall(r"([^{}]+)\{", sheet) for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    shown = {
        name
        for path in site.rglob("*.html")
        for names in set(re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")))
        for name in names.split()
    }
    scripts = [*(ROOT / "assets").rglob("*.js"), ROOT / "site_builder" / "publishing" / "serve.py"]
    words = set(re.findall(r"[\w-]+", " ".join(path.read_text(encoding="utf-8") for path in scripts)))
    assert styled - shown - words == set()
    assert len(styled) > 100
