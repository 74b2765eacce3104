"""What others can take from a topic's page: a frame, a badge, a feed and a calendar."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.presenting.test_pages import Links, page_text
from tests.toy_project import BASE

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(site: Path, path: str) -> list[tuple[str, str, str]]:
    root = ElementTree.parse(site / path).getroot()
    return [
        tuple(entry.findtext(f"a:{name}", "", ATOM) for name in ("id", "updated", "title"))  # type: ignore[misc]
        for entry in root.findall("a:entry", ATOM)
    ]


def test_a_feed_tells_what_has_happened(site: Path) -> None:
    found = entries(site, "kommuner/umea/handelser.xml")
    assert [(updated, title) for _, updated, title in found] == [
        ("2023-12-31T00:00:00Z", "Löpte ut 2023, förlängning okänd: Natthem för vuxna i hemlöshet"),
        ("2023-07-01T00:00:00Z", "Slutar 2023, inom sex månader: Natthem för vuxna i hemlöshet"),
        ("2022-01-01T00:00:00Z", "Började 1\N{NO-BREAK SPACE}januari 2022: Dagverksamhet för vuxna i hemlöshet"),
        ("2019-03-01T00:00:00Z", "Började 1\N{NO-BREAK SPACE}mars 2019: Natthem för vuxna i hemlöshet"),
    ]
    assert len({id for id, _, _ in found}) == 4
    assert entries(site, "kommuner/ale/handelser.xml") == []


def test_news_keep_their_ids_wherever_the_site_lies(site: Path, published: Path) -> None:
    path = "kommuner/malmo/handelser.xml"
    assert entries(site, path) == entries(published, path) != []
    root = ElementTree.parse(published / path).getroot()
    assert root.find("a:link[@rel='self']", ATOM).get("href") == BASE + path  # type: ignore[union-attr]
    assert ElementTree.parse(site / path).getroot().find("a:link[@rel='self']", ATOM) is None


def test_a_calendar_has_only_exact_days(site: Path) -> None:
    """Of Malmö's two known ends one is only a year; Umeå's one is."""
    calendar = (site / "kommuner/malmo/slutdatum.ics").read_text(encoding="utf-8")
    assert re.findall(r"DTSTART.*", calendar) == ["DTSTART;VALUE=DATE:20270630"]
    assert "sista dagen i 1 partnerskap. 1 slutar en månad eller ett år" in page_text(site, "kommuner/malmo")
    assert not (site / "kommuner/umea/slutdatum.ics").exists()


def test_a_badge_says_how_many_and_when(site: Path) -> None:
    malmo = ElementTree.parse(site / "kommuner/malmo/marke.svg").getroot()
    assert malmo.get("aria-label") == (
        "4\N{NO-BREAK SPACE}kända IOP, 1 pågår. Leksaksregistret, 1\N{NO-BREAK SPACE}juni 2025"
    )
    assert "var(" not in (site / "kommuner/malmo/marke.svg").read_text()
    umea = ElementTree.parse(site / "kommuner/umea/marke.svg").getroot()
    assert (umea.get("aria-label") or "").startswith("3\N{NO-BREAK SPACE}kända IOP. ")  # none of them runs
    assert not (site / "kommuner/ale/marke.svg").exists()


def test_the_frame_is_light_and_leads_out_of_itself(site: Path) -> None:
    folder = site / "kommuner/malmo/inbaddning"
    html = (folder / "index.html").read_text(encoding="utf-8")
    text = page_text(site, "kommuner/malmo/inbaddning")
    assert "4 kända, varav 1 pågår enligt senast kända uppgift. 1 har löpt ut utan känd förlängning" in text
    assert "Pågår Vård efter krig och tortyr Norrskensmissionen Slut: 2027-06-30" in text
    assert "Per 1 juni 2025." in text
    found = Links(html)
    assert not {"header", "footer", "nav", "script"} & set(found.tags)
    assert html.count('target="_top"') == found.tags.count("a") == 3
    sheets = [target for target in found.targets if target.endswith(".css")]
    weight = len(html.encode()) + sum((folder / sheet).resolve().stat().st_size for sheet in sheets)
    assert len(sheets) == 3 and weight <= 15_000


def test_a_movement_is_followed_with_its_members(site: Path) -> None:
    """All but one of Umeå's partnerships with the movement are its own; Gotland's is a member's."""
    movement = entries(site, "organisationer/norrskensmissionen/handelser.xml")
    assert set(entries(site, "kommuner/umea/handelser.xml")) < set(movement)
    assert any(title.endswith("Stöd till brottsoffer på Gotland") for _, _, title in movement)
    text = page_text(site, "organisationer/norrskensmissionen/inbaddning")
    assert "Idéburna offentliga partnerskap med Norrskensmissionen 5 kända, varav 2 pågår" in text
    assert "Stöd till brottsoffer på Gotland Åldermans vänner Region Gotland Slut: tills vidare" in text


def test_an_area_s_badge_says_of_what(site: Path) -> None:
    label = ElementTree.parse(site / "insatsomraden/halsa-rehabilitering/marke.svg").getroot().get("aria-label") or ""
    assert label.startswith("Hälsa och rehabilitering: 1\N{NO-BREAK SPACE}känt IOP, 1 pågår. ")
    text = page_text(site, "insatsomraden/halsa-rehabilitering/inbaddning")
    assert "Norrskensmissionen Region Skåne, Malmö stad Slut: 2027-06-30" in text
    assert entries(site, "insatsomraden/trygghet/handelser.xml") == []
    assert not (site / "insatsomraden/trygghet/marke.svg").exists()


@pytest.mark.parametrize(
    "page",
    [
        "kommuner/malmo",
        "kommuner/region-gotland",
        "organ/samordningsforbundet-norr",
        "organisationer/osterns-kvinnoforening",
        "insatsomraden/halsa-rehabilitering",
        "malgrupper/vuxna",
    ],
)
def test_a_topic_s_page_offers_what_there_is(published: Path, page: str) -> None:
    html = (published / page / "index.html").read_text(encoding="utf-8")
    codes = [unescape(code) for code in re.findall(r"<pre><code>(.*?)</code></pre>", html, re.S)]
    home = page.replace("kommuner/region", "regioner/region")  # both of Gotland's pages offer the same
    assert html.count(f'href="../../{home}/handelser.xml"') == 2  # in the head and on the page
    if page.startswith("organ/"):
        assert codes == []
        return
    frame, badge = codes
    for code, attribute in ((frame, "src"), (badge, "src"), (badge, "href")):
        address = re.search(rf'{attribute}="{BASE}([^"]+)"', code)
        assert address and address[1].startswith(home)
        assert (published / address[1]).exists()
