"""The editor, in real Chromium: what an officer writes by keys alone, and what leaves the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from site_builder.intake.issues.forms import CONSENT, RELATION, SENT
from site_builder.intake.issues.reception import received
from site_builder.intake.issues.request import Request
from site_builder.publishing.build import build
from site_builder.reading.fields import schemas
from tests.browser.opening import opened, served
from tests.browser.test_site import AXE, LOOKS, violations
from tests.browser.test_tasks import Reader
from tests.made_once import made_once, with_drawings
from tests.toy_project import GITHUB, ROOT, TODAY, toy_project

pytestmark = pytest.mark.browser
SCHEMAS = schemas(ROOT / "schema")


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory, published: Path) -> Iterator[str]:
    """The address of the page on a toy site with a repository and a contact of its own."""

    def make(folder: Path) -> None:
        project = with_drawings(toy_project(folder), published)
        settings = project / "site.yaml"
        known = settings.read_text("utf-8").replace("kontakt@leksak.example", "iop@register.se")
        settings.write_text(known, encoding="utf-8")
        assert build(project, project / "_site", TODAY, GITHUB).written

    with served(made_once(tmp_path_factory, "editor", make) / "_site") as found:
        yield f"{found}bidra/"


@pytest.fixture(params=[1280, 360], ids=["wide", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def ready(page: Page) -> None:
    page.locator("#redigerare").wait_for(state="visible")


def answer(page: Page) -> None:
    """What every report needs beside the record."""
    page.get_by_label("Var går det att läsa?").fill("https://www.umea.se/protokoll, § 12")
    page.get_by_label("Vad har du för koppling").select_option(RELATION.options[0])
    for box in page.get_by_role("group", name=CONSENT.label).get_by_role("checkbox").all():
        box.check()


def fill(page: Page, title: str = "Läxhjälp för unga", party: str = "Läxhjälparna") -> None:
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Huvudman").fill("Umeå kommun")
    page.get_by_label("Organisation", exact=True).fill(party)
    answer(page)


def check(page: Page) -> None:
    page.get_by_role("button", name="Kontrollera").click()


def sent(page: Page) -> dict[str, Any]:
    """What the person is given to send, which the intake reads."""
    page.locator("#utgangar").wait_for(state="visible")
    found: dict[str, Any] = yaml.safe_load(page.get_by_label("Det här skickas").input_value())
    assert [error.message for error in SCHEMAS.validator("submission").iter_errors(found)] == []
    return found


def proposed(project: Path, letter: str) -> dict[str, str]:
    """The files that the letter would become; nothing in it stops the intake."""
    reception = received(project, Request(body=letter), TODAY)
    assert reception.answers.form == SENT
    assert [remark.message for remark in reception.remarks if remark.stops] == []
    return dict(reception.draft.files)


def test_a_new_partnership_by_keys_alone_from_an_empty_page_to_every_way_out(
    browser: Browser, editor: str, width: int, tmp_path: Path
) -> None:
    with opened(browser, editor, width, permissions=["clipboard-read", "clipboard-write"]) as page:
        ready(page)
        officer = Reader(page, has_pointer=False)
        officer.write(page.get_by_label("Titel"), "Läxhjälp och mötesplats: ”unga”")
        officer.write(page.get_by_label("Huvudman"), "umeå")
        officer.write(page.get_by_label("Nämnder och förvaltningar"), "Kulturnämnden\nSkolan")
        officer.write(page.get_by_label("Organisation", exact=True), "Österns kvinnoförening")
        officer.use(page.get_by_role("button", name="Lägg till idéburen part"))
        assert page.get_by_role("status").first.inner_text() == "Idéburen part 2 är tillagd."
        second = page.get_by_role("group", name="Idéburen part 2")
        assert second.get_by_label("Organisation").evaluate("field => field === document.activeElement")
        page.keyboard.type("Läxhjälparna i Umeå")
        page.keyboard.press("Tab")
        expect(second.get_by_text("läggs till som ny")).to_be_visible()
        officer.write(page.get_by_label("Startdatum"), "2023-01-01")
        officer.write(page.get_by_label("Slutdatum"), "2024")
        officer.use(page.get_by_role("button", name="Lägg till avtalsperiod"))
        page.keyboard.press("Tab")  # past the kind, which is an extension
        page.keyboard.type("2025")
        officer.write(page.get_by_label("Var går det att läsa?"), "https://www.umea.se/protokoll, § 12")
        officer.reach(page.get_by_label("Vad har du för koppling"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        for box in page.get_by_role("group", name=CONSENT.label).get_by_role("checkbox").all():
            officer.reach(box)
            page.keyboard.press("Space")
        officer.use(page.get_by_role("button", name="Kontrollera"))
        expect(page.get_by_role("heading", name="Nu kan du skicka")).to_be_focused()
        expected = {
            "kind": "new",
            "relation": RELATION.options[1],
            "record": {
                "title": "Läxhjälp och mötesplats: ”unga”",
                "nonprofit_parties": [{"organisation": "osterns-kvinnoforening"}, {"name": "Läxhjälparna i Umeå"}],
                "public_parties": [{"body": "umea", "units": ["Kulturnämnden", "Skolan"]}],
                "periods": [
                    {"kind": "original", "start": "2023-01-01", "end": "2024"},
                    {"kind": "extension", "start": "2025"},
                ],
            },
            "source": "https://www.umea.se/protokoll, § 12",
        }
        text = page.get_by_label("Det här skickas").input_value()
        assert sent(page) == expected

        letter = page.get_by_role("link", name="Skicka med e-post").get_attribute("href") or ""
        assert letter.startswith("mailto:iop@register.se?subject=Saknas%3A%20L")
        body = unquote(letter.partition("&body=")[2])
        boxes = "".join(f"- [x] {option}\r\n" for option in CONSENT.options)
        quoted = text.replace("\n", "\r\n")
        assert (
            body == f"### Vad vill du rapportera?\r\n\r\n```yaml\r\n{quoted}```\r\n\r\n### Godkännande\r\n\r\n{boxes}"
        )

        files = proposed(toy_project(tmp_path), body)
        assert {"data/organisations/laxhjalparna-i-umea.yaml"} < set(files)
        record = next(text for path, text in files.items() if path.startswith("data/agreements/umea/"))
        assert "units: [Kulturnämnden, Skolan]" in record

        officer.use(page.get_by_role("button", name="Kopiera texten"))
        expect(page.get_by_text("Texten är kopierad.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == text
        with page.expect_download() as download:
            officer.use(page.get_by_role("button", name="Ladda ned som datafil"))
        assert download.value.suggested_filename == "laxhjalp-och-motesplats-unga.yaml"
        file = yaml.safe_load(download.value.path().read_text(encoding="utf-8"))
        assert list(file) == ["title", "nonprofit_parties", "public_parties", "periods"]
        assert file["nonprofit_parties"][1] == {"organisation": "laxhjalparna-i-umea"}

        page.route("https://github.com/**", lambda route: route.fulfill(body="<title>GitHub</title>"))
        issue = page.get_by_role("link", name="Öppna ett ärende på GitHub")
        issue.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("https://github.com/**")
        asked = {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}
        assert page.url.startswith("https://github.com/anna/iop/issues/new?template=fran-sidan.yml&")
        assert asked == {
            "template": "fran-sidan.yml",
            "title": "Saknas: Läxhjälp och mötesplats: ”unga”",
            "content": text,
        }


def test_a_corrected_date_sends_the_periods_alone_and_changes_one_line(
    browser: Browser, editor: str, tmp_path: Path
) -> None:
    with opened(browser, f"{editor}?partnerskap=umea/natthem&falt=periods", 360) as page:
        ready(page)
        assert page.get_by_role("heading", level=1).inner_text() == "Rätta: Natthem för vuxna i hemlöshet"
        assert page.locator(":focus").get_attribute("id") == "falt-periods-1-kind"
        answer(page)
        check(page)
        expect(page.get_by_role("alert")).to_contain_text("Du har inte ändrat något än.")
        page.locator("#falt-periods-2-end").fill("2024-06")
        check(page)
        expected = {
            "kind": "correction",
            "agreement": "umea/natthem",
            "relation": RELATION.options[0],
            "record": {
                "periods": [
                    {"kind": "original", "start": "2019-03-01", "end": "2021-12-31"},
                    {"kind": "extension", "end": "2024-06", "as_written": "förlängt till 2023"},
                    {"kind": "maximum", "end": "2026-12-31"},
                ]
            },
            "source": "https://www.umea.se/protokoll, § 12",
        }
        assert sent(page) == expected
        assert "/issues/new?template=fran-sidan.yml&title=R%C3%A4tta%3A%20umea%2Fnatthem&" in (
            page.get_by_role("link", name="Öppna ett ärende på GitHub").get_attribute("href") or ""
        )
        letter = page.get_by_role("link", name="Skicka med e-post").get_attribute("href") or ""
        project, path = toy_project(tmp_path), "data/agreements/umea/natthem.yaml"
        before = (project / path).read_text(encoding="utf-8")
        after = proposed(project, unquote(letter.partition("&body=")[2]))[path]
        changed = [line for line in after.splitlines() if line not in before.splitlines()]
        assert changed == ['  - {kind: extension, end: "2024-06", as_written: "förlängt till 2023"}']
        with page.expect_download() as download:
            page.get_by_role("button", name="Ladda ned som datafil").click()
        file = yaml.safe_load(download.value.path().read_text(encoding="utf-8"))
        assert file["periods"][1]["end"] == "2024-06"
        assert file["sources"][0]["source"] == "rapport"
        assert "status" not in file


def test_what_the_form_does_not_show_is_kept_and_what_is_emptied_is_taken_away(browser: Browser, editor: str) -> None:
    with opened(browser, f"{editor}?partnerskap=umea/natthem", 1280) as page:
        ready(page)
        answer(page)
        page.locator("#falt-nonprofit_parties-1-organisation").fill("En annan mission")
        page.get_by_text("Fler uppgifter").click()
        page.get_by_label("Eget namn").fill("")
        page.locator("#falt-links-1-title").fill("Beslutet")
        page.get_by_role("button", name="Ta bort annan part 1").click()
        expect(page.get_by_role("button", name="Lägg till annan part")).to_be_focused()
        assert page.get_by_role("status").first.inner_text() == "Annan part 1 är borttagen."
        check(page)
        assert sent(page)["record"] == {
            "name": None,
            "nonprofit_parties": [
                {"name": "En annan mission", "as_named": "Missionen Norrsken", "units": ["Natthemmet"]}
            ],
            "other_parties": None,
            "links": [
                {
                    "kind": "decision",
                    "title": "Beslutet",
                    "url": "https://www.umea.se/beslut",
                    "archived_url": "https://web.archive.org/web/2020/https://www.umea.se/beslut",
                }
            ],
        }


def test_an_untouched_partnership_differs_in_nothing(browser: Browser, editor: str) -> None:
    """Partnerships that the form shows only a part of, and one whose faults are explained."""
    with opened(browser, editor, 1280) as page:
        for id in ("umea/natthem", "malmo/ingen-part", "region-gotland/tills-vidare", "umea/dagverksamhet"):
            page.goto(f"{editor}?partnerskap={id}")
            ready(page)
            answer(page)
            check(page)
            faults = page.get_by_role("alert").get_by_role("link")
            assert [fault.inner_text()[:29] for fault in faults.all()] == ["Du har inte ändrat något än. "], id


def test_faults_are_summed_up_told_at_the_field_and_mended(browser: Browser, editor: str, width: int) -> None:
    with opened(browser, editor, width) as page:
        ready(page)
        check(page)
        summary = page.get_by_role("alert")
        expect(summary).to_be_focused()
        assert summary.get_by_role("link").count() == 6
        summary.get_by_role("link", name="Titel saknas.").click()
        title = page.get_by_label("Titel")
        expect(title).to_be_focused()
        assert title.get_attribute("aria-invalid") == "true"
        expect(title).to_have_accessible_description(
            "Vad partnerskapet är till för, högst 90 tecken. Inte bara en parts namn. "
            "Titel saknas. Fyll i det, till exempel: Fritid för unga med funktionsnedsättning."
        )
        assert page.locator("#utgangar").is_hidden()
        title.fill("Läxhjälp för unga")
        page.keyboard.press("Tab")
        expect(title).not_to_have_attribute("aria-invalid", "true")
        page.get_by_label("Startdatum").fill("2023-02-30")
        page.get_by_label("Slutdatum").fill("2022")
        expect(page.locator("#falt-periods-1-start-fel")).to_have_text(
            "Datumet 2023-02-30 finns inte i kalendern. Kontrollera månadens längd i källan."
        )
        page.get_by_label("Startdatum").fill("2023-02")
        page.get_by_label("Slutdatum").focus()
        page.keyboard.press("Tab")
        expect(page.locator("#falt-periods-1-end-fel")).to_contain_text(
            "Slutdatum 2022 ligger före startdatum 2023-02."
        )


@pytest.mark.parametrize("field", ["Titel", "Syfte", "Var går det att läsa?", "Är det något mer"])
def test_a_personal_number_stops_wherever_it_is_written(browser: Browser, editor: str, field: str) -> None:
    with opened(browser, editor, 360) as page:
        ready(page)
        fill(page)
        page.get_by_label(field).first.fill("Kontakta 19121212-1212 om det")
        check(page)
        expect(page.get_by_role("alert")).to_contain_text("ser ut som ett personnummer")
        assert page.locator("#utgangar").is_hidden()


def test_a_likely_duplicate_warns_with_a_link_and_does_not_stop(browser: Browser, editor: str) -> None:
    with opened(browser, editor, 360) as page:
        ready(page)
        fill(page, party="Missionen Norrsken")
        page.get_by_label("Startdatum").fill("2023-06")
        check(page)
        assert sent(page)["record"]["nonprofit_parties"] == [{"organisation": "norrskensmissionen"}]
        warning = page.locator("#dubbletter")
        expect(warning).to_contain_text("Kan det redan finnas i registret?")
        link = warning.get_by_role("link", name="Natthem för vuxna i hemlöshet")
        assert link.get_attribute("href") == "../partnerskap/umea/natthem/"
        page.get_by_label("Startdatum").fill("2030")
        expect(page.locator("#utgangar")).to_be_hidden()  # what was checked is not what stands there now
        page.get_by_label("Organisation", exact=True).fill("En annan förening")
        check(page)
        sent(page)
        expect(warning).to_be_hidden()


def test_a_draft_is_kept_on_this_computer_and_can_be_thrown_away(browser: Browser, editor: str) -> None:
    with opened(browser, editor, 360) as page:
        ready(page)
        assert page.locator("#utkast").is_hidden()
        page.get_by_label("Titel").fill("Läxhjälp")
        page.get_by_role("button", name="Lägg till avtalsperiod").click()
        page.locator("#falt-periods-2-end").fill("2024")
        page.reload()
        ready(page)
        expect(page.locator("#utkast")).to_contain_text("Ett utkast från")
        assert page.get_by_label("Titel").input_value() == "Läxhjälp"
        assert page.locator("#falt-periods-2-end").input_value() == "2024"
        page.goto(f"{editor}?kommun=umea")
        ready(page)
        assert page.locator("#utkast").is_hidden()  # another one's draft is not this one's
        page.goto(editor)
        ready(page)
        page.get_by_role("button", name="Släng utkastet").click()
        expect(page.get_by_label("Titel")).to_have_value("")
        assert page.locator("#falt-periods-2").count() == 0
        page.reload()
        ready(page)
        assert page.locator("#utkast").is_hidden()
        page.evaluate('localStorage.setItem(\'iop-registret/bidra/nytt/\', \'{"saved":1,"state":{"rows":3}}\')')
        page.reload()
        ready(page)  # a broken draft is no draft


def test_without_storage_all_else_works(browser: Browser, editor: str) -> None:
    with opened(browser, "about:blank", 360) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
        page.goto(editor)
        ready(page)
        fill(page)
        check(page)
        assert sent(page)["kind"] == "new"


def test_a_body_or_an_organisation_is_filled_in_beforehand(browser: Browser, editor: str) -> None:
    with opened(browser, f"{editor}?kommun=umea", 360) as page:
        ready(page)
        assert page.get_by_label("Huvudman").input_value() == "Umeå kommun"
        expect(page.locator("#falt-public_parties-1-body-kand")).to_have_text("Finns i registret.")
        page.goto(f"{editor}?organisation=norrskensmissionen")
        ready(page)
        assert page.get_by_label("Organisation", exact=True).input_value() == "Norrskensmissionen"


@pytest.mark.parametrize(
    "query",
    [
        "?partnerskap=../../x", "?partnerskap=//evil.example/x", "?partnerskap=umea/finns-inte", "?kommun=__proto__",
        "?partnerskap=umea/natthem&falt=__proto__", "?kommun=%3Cimg%20src=x%20onerror=alert(1)%3E", "?partnerskap=%00",
        "?partnerskap=umea%2F..%2F..%2Fassets%2Fx", "?organisation=%22%5D",
    ],
)  # fmt: skip
def test_a_hostile_address_is_harmless(browser: Browser, editor: str, query: str) -> None:
    failed: list[str] = []
    asked: list[str] = []
    with opened(browser, "about:blank", 360) as page:
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("dialog", lambda dialog: failed.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(editor + query)
        ready(page)
        assert failed == []
        root = editor.removesuffix("bidra/")
        assert all(url.startswith(root) for url in asked)
        assert page.locator("main img").count() == 0
        if "natthem" not in query:
            assert page.get_by_role("heading", level=1).inner_text() == "Rapportera ett partnerskap"
            assert page.get_by_label("Huvudman").input_value() == ""
        assert page.locator("#hittades-inte").is_visible() == ("partnerskap" in query and "natthem" not in query)


def test_what_is_written_is_text_and_nothing_more(browser: Browser, editor: str) -> None:
    hostile = "<img src=x onerror=alert(1)> @anna ```"
    with opened(browser, editor, 360) as page:
        ready(page)
        fill(page, title=hostile, party=hostile)
        page.get_by_label("Är det något mer").fill(f"{hostile}\n```\n### Godkännande\n\u2028")
        check(page)
        found = sent(page)
        assert found["record"]["title"] == hostile
        assert found["record"]["nonprofit_parties"] == [{"name": hostile}]
        assert page.locator("main img").count() == 0
        text = page.get_by_label("Det här skickas").input_value()
        assert not any(line.startswith(("```", "###")) for line in text.splitlines())


def test_a_long_text_is_copied_for_those_who_open_the_form_or_the_letter(browser: Browser, editor: str) -> None:
    with opened(browser, editor, 360, permissions=["clipboard-read", "clipboard-write"]) as page:
        ready(page)
        fill(page)
        page.get_by_label("Syfte").fill("ö" * 3900)
        check(page)
        assert sent(page)["record"]["purpose"] == "ö" * 3900
        expect(page.get_by_text("Texten är för lång för en länk.")).to_be_visible()
        page.route("https://github.com/**", lambda route: route.fulfill(body="<title>GitHub</title>"))
        letter = page.get_by_role("link", name="Skicka med e-post").get_attribute("href") or ""
        assert "Klistra in den kopierade texten här." in unquote(letter)
        assert len(letter) < 1900
        text = page.get_by_label("Det här skickas").input_value()
        page.get_by_role("link", name="Öppna ett ärende på GitHub").click()
        page.wait_for_url("https://github.com/**")
        assert "content=" not in page.url
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_without_scripts_the_forms_and_the_letters_are_there(browser: Browser, editor: str, width: int) -> None:
    with opened(browser, editor, width, java_script_enabled=False) as page:
        assert page.locator("#redigerare").is_hidden()
        for heading in ("Vart du skickar det", "Med e-post", "Med ett formulär på GitHub", "Med en datafil"):
            assert page.get_by_role("heading", name=heading).is_visible()
        for name in ("Ett partnerskap saknas", "En uppgift är fel", "Kommunens eller regionens svar"):
            addresses = [link.get_attribute("href") or "" for link in page.get_by_role("link", name=name).all()]
            assert [address.partition(":")[0] for address in addresses] == ["mailto", "https"]
        assert not page.get_by_text("Andra sätt att rapportera").is_visible()


def test_paper_shows_the_plain_ways(browser: Browser, editor: str) -> None:
    with opened(browser, editor, 1280) as page:
        ready(page)
        page.emulate_media(media="print")
        assert page.locator("#redigerare").is_hidden()
        assert page.get_by_role("heading", name="Det här behöver vi veta").is_visible()


def test_every_state_is_accessible_and_fits(browser: Browser, editor: str) -> None:
    """A record with everything, with faults, and with the ways out; at 320 px, dark, in forced colours."""
    with opened(browser, f"{editor}?partnerskap=umea/natthem", 320) as page:
        ready(page)
        page.get_by_text("Fler uppgifter").click()
        page.evaluate(AXE)
        states = []
        check(page)
        expect(page.get_by_role("alert")).to_be_focused()
        states.append(found_in(page))
        answer(page)
        page.get_by_label("Titel").fill("Natthem för alla vuxna i hemlöshet")
        check(page)
        page.locator("#utgangar").wait_for(state="visible")
        states.append(found_in(page))
        assert states == [[], []]


def found_in(page: Page) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(forced_colors="active")
    marked = page.evaluate(
        "[...document.querySelectorAll('.has-fault, .button-main')]"
        ".every(each => getComputedStyle(each).borderLeftStyle === 'solid')"
    )
    page.emulate_media(forced_colors="none")
    problems = violations(page, 360, "dark") + violations(page, 1280, "light", LOOKS)
    return [*problems, *([f"{wide} px wide"] if wide > 320 else []), *([] if marked else ["unmarked"])]
