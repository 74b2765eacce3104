"""What search engines and those who share a link are told: true, short, and safe whatever the data says."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from site_builder.publishing.build import build
from tests.presenting.test_pages import HOSTILE, pages
from tests.toy_project import BASE, TODAY


def meta(text: str, name: str) -> str | None:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', text)
    return unescape(found[1]) if found else None


def linked_data(text: str) -> Iterator[dict[str, Any]]:
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
        yield json.loads(block)


def of_type(text: str, wanted: str) -> dict[str, Any]:
    (found,) = (each for each in linked_data(text) if each["@type"] == wanted)
    return found


def test_pages_that_can_be_found_differ_and_say_so_briefly(site: Path) -> None:
    seen: dict[str, str] = {}
    for page, text in pages(site):
        description = meta(text, "description")
        assert description and len(description) <= 155, page
        if meta(text, "robots") is None:
            for said in (description, re.search(r"<title>(.*?)</title>", text, re.S)[0]):  # type: ignore[index]
                assert seen.setdefault(said, page) == page, (page, seen[said], said)
    assert len(seen) > 700


def test_a_long_description_is_cut_after_a_word(project: Path) -> None:
    settings = project / "site.yaml"
    settings.write_text(settings.read_text().replace("Ett litet register för prov", "Ord " * 45), encoding="utf-8")
    build(project, project / "_site", TODAY, {})
    assert meta((project / "_site/index.html").read_text(), "description") == "Ord " * 38 + "…"


def test_an_address_of_its_own_makes_canonical_links_and_a_picture(published: Path) -> None:
    text = (published / "kommuner/umea/index.html").read_text()
    assert f'<link rel="canonical" href="{BASE}kommuner/umea/">' in text
    assert meta(text, "og:url") == f"{BASE}kommuner/umea/"
    assert meta(text, "og:title") == "IOP i Umeå kommun"
    assert meta(text, "twitter:card") == "summary_large_image"
    image = meta(text, "og:image")
    assert image and image.startswith(BASE)
    content = (published / image.removeprefix(BASE)).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (1200, 630)


def test_without_an_address_nothing_absolute_is_said(site: Path) -> None:
    text = (site / "kommuner/umea/index.html").read_text()
    assert meta(text, "og:image") is None and meta(text, "og:url") is None
    assert meta(text, "twitter:card") == "summary"
    steps = of_type(text, "BreadcrumbList")["itemListElement"]
    assert [step.get("item") for step in steps] == ["../../", "../../kommuner/", None]


def test_the_trail_is_told_as_linked_data(published: Path) -> None:
    text = (published / "partnerskap/umea/natthem/index.html").read_text()
    assert of_type(text, "BreadcrumbList")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Start", "item": BASE},
        {"@type": "ListItem", "position": 2, "name": "Kommuner", "item": f"{BASE}kommuner/"},
        {"@type": "ListItem", "position": 3, "name": "Umeå kommun", "item": f"{BASE}kommuner/umea/"},
        {"@type": "ListItem", "position": 4, "name": "Natthem för vuxna i hemlöshet"},
    ]
    assert list(linked_data((published / "index.html").read_text())) == []


def test_every_page_with_a_trail_tells_it(site: Path) -> None:
    for page, text in pages(site):
        has_trail = '<nav class="breadcrumbs"' in text
        assert has_trail == any(each["@type"] == "BreadcrumbList" for each in linked_data(text)), page


def test_the_register_is_a_data_set(published: Path) -> None:
    """The toy register begins with a partnership from 2015."""
    told = of_type((published / "data/index.html").read_text(), "Dataset")
    assert told["temporalCoverage"] == "2015/.."
    assert told["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert told["spatialCoverage"]["name"] == "Sverige"
    assert "8 partnerskap" in told["description"]
    assert [each["name"] for each in told["variableMeasured"]][:4] == ["id", "title", "status", "status_date"]
    files = {each["name"]: each for each in told["distribution"]}
    assert files["partnerskap.csv"]["contentUrl"] == f"{BASE}data/partnerskap.csv"
    assert files["partnerskap.json"]["encodingFormat"] == "application/json"
    for each in told["distribution"]:
        assert (published / each["contentUrl"].removeprefix(BASE)).is_file()


def test_linked_data_cannot_be_broken_out_of(project: Path) -> None:
    path = project / "data/agreements/umea/natthem.yaml"
    title = HOSTILE.replace("'", "''")[:90]
    path.write_text(path.read_text().replace("title: Natthem för vuxna i hemlöshet", f"title: '{title}'"))
    assert build(project, project / "_site", TODAY, {}).written
    text = (project / "_site/partnerskap/umea/natthem/index.html").read_text()
    assert of_type(text, "BreadcrumbList")["itemListElement"][-1]["name"] == title.replace("''", "'")
    assert "alert(1)</script>" not in text


def test_a_page_that_is_missing_offers_a_search(site: Path) -> None:
    text = (site / "404.html").read_text()
    form = re.search(r"<form.*?</form>", text, re.S)
    assert form and 'action="/partnerskap/"' in form[0] and 'method="get"' in form[0]
    assert re.findall(r'name="([^"]+)"', form[0]) == ["q"]


def test_a_renamed_id_leads_to_its_new_page(site: Path, published: Path) -> None:
    old = "partnerskap/umea/harbarge/index.html"
    text = (site / old).read_text()
    assert '<meta http-equiv="refresh" content="0; url=../../../partnerskap/umea/natthem/">' in text
    assert '<a href="../../../partnerskap/umea/natthem/">Gå till sidan</a>' in text
    known = (published / old).read_text()
    assert f'<link rel="canonical" href="{BASE}partnerskap/umea/natthem/">' in known
    assert meta(known, "robots") is None
    assert (site / "organisationer/norrskens-missionen/index.html").is_file()
