"""The search index of the toy site: everything a partnership is found by, and addresses that lead somewhere."""

import json
from pathlib import Path
from typing import Any

from site_builder.presenting.facets import KINDS
from site_builder.presenting.rows import COLUMNS


def index(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "partnerskap" / "sok.json").read_text(encoding="utf-8"))
    return found


def of(site: Path, id: str) -> dict[str, Any]:
    return next(each for each in index(site)["partnerships"] if each["id"] == id)


def test_a_partnership_has_all_that_it_is_found_by(site: Path) -> None:
    natthem, subjects = of(site, "umea/natthem"), index(site)["subjects"]
    assert natthem["name"] == "Natthemmet Norrsken"
    assert (natthem["start"], natthem["end"], natthem["status"]) == ("2019-03-01", "2023", "expired")
    assert natthem["parties"] == (
        "Missionen Norrsken · Natthemmet · Individ- och familjenämnden · Socialförvaltningen · "
        "Bostadsbolaget Björken AB"
    )
    assert natthem["text"].endswith("erbjuds <b>varje</b> natt. · Vuxna i hemlöshet")
    assert [subjects[place]["name"] for place in natthem["about"]] == [
        "Vuxna", "Hälsa och rehabilitering", "Norrskensprogrammet",
    ]  # fmt: skip
    assert subjects[natthem["organisations"][0]]["also"] == "Missionen Norrsken"


def test_a_member_is_found_by_its_movement_s_name(site: Path) -> None:
    member = next(each for each in index(site)["subjects"] if each["name"] == "Åldermans vänner")
    assert member["also"] == "Norrskensmissionen"


def test_a_municipality_without_partnerships_has_a_page_to_find(site: Path) -> None:
    found = index(site)["subjects"]
    assert {"name": "Ale kommun", "page": "../kommuner/ale/"} in found
    assert {"name": "Region Gotland", "page": "../regioner/region-gotland/"} in found
    assert len({(each["name"], each["page"]) for each in found}) == len(found)


def test_what_nobody_knows_is_left_out(site: Path) -> None:
    assert of(site, "malmo/ingen-part").keys() >= {"id", "page", "title", "bodies", "areas", "about"}
    assert not of(site, "malmo/ingen-part").keys() & {"name", "organisations"}
    assert not of(site, "umea/utan-datum").keys() & {"start", "end", "areas", "about", "text"}


def test_every_address_leads_to_a_page(site: Path) -> None:
    pages = [each["page"] for part in ("partnerships", "subjects") for each in index(site)[part]]
    assert len(pages) > 15
    assert [page for page in pages if not (site / "partnerskap" / page / "index.html").is_file()] == []


def test_ranks_and_facets_have_one_value_a_partnership(site: Path) -> None:
    found = index(site)
    assert list(found["ranks"]) == [column.id for column in COLUMNS]
    assert [facet["id"] for facet in found["facets"]] == [kind.id for kind in KINDS]
    for values in (*found["ranks"].values(), *(facet["rows"] for facet in found["facets"])):
        assert len(values) == len(found["partnerships"]) == 8
    ends = {each["id"]: rank for each, rank in zip(found["partnerships"], found["ranks"]["slut"], strict=True)}
    assert ends["malmo/planerat"] is None
    assert ends["malmo/avslutat"] < ends["umea/natthem"] < ends["region-gotland/tills-vidare"]


def test_a_page_of_a_status_has_its_partnerships_only(site: Path) -> None:
    page = (site / "partnerskap/status/ended/index.html").read_text(encoding="utf-8")
    assert "1\N{NO-BREAK SPACE}partnerskap i registret per 1\N{NO-BREAK SPACE}juni 2025." in page
    assert page.count("<tbody>") == 1
    assert page.count("<tr>") == 2
    assert 'href="../../../partnerskap/malmo/avslutat/"' in page
