"""Links to correct: the form, the letter or the page about contributing, with what the page says filled in."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.intake.issues.forms import CORRECTION
from site_builder.intake.issues.issue_form import answers
from site_builder.presenting.correcting import CUT, LONGEST, Correction, correction_address
from site_builder.publishing.build import build
from site_builder.reading.fields import schemas
from site_builder.reading.site import Site, settings
from tests.made_once import with_drawings
from tests.toy_project import ROOT, TODAY, toy_project

UNKNOWN = settings(ROOT / "site.yaml", schemas(ROOT / "schema"))
ON_GITHUB = replace(UNKNOWN, repository="https://github.com/anna/iop")
BY_MAIL = replace(UNKNOWN, contact_email="iop@register.se")
WRONG = Correction(record="umea/natthem", field="Avtalsperioder (periods)", present="Från 2019 & framåt\n#1 = 100 %")
LINK = re.compile(r'class="correct" href="([^"]+)" aria-label="Rätta ([^"]+)"')


def asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_the_form_is_opened_with_what_is_wrong() -> None:
    address = correction_address(ON_GITHUB, WRONG)
    assert address is not None
    assert address.startswith("https://github.com/anna/iop/issues/new?template=ratta.yml&")
    assert " " not in address and "+" not in address
    assert asked(address) == {
        "template": "ratta.yml",
        "title": "Rätta: umea/natthem",
        "record": "umea/natthem",
        "field": "Avtalsperioder (periods)",
        "present": "Från 2019 & framåt\n#1 = 100 %",
    }


def test_the_form_has_what_is_filled_in() -> None:
    assert [question.id for question in CORRECTION.questions][:3] == ["record", "field", "present"]


def test_a_letter_asks_the_same_and_is_read_as_the_form_is() -> None:
    address = correction_address(BY_MAIL, WRONG)
    assert address is not None
    assert address.startswith("mailto:iop@register.se?subject=R%C3%A4tta%3A%20umea%2Fnatthem&body=")
    assert "%0D%0A" in address
    read = answers(asked(address)["body"])
    assert read.form == CORRECTION
    assert read.by_field == {"record": WRONG.record, "field": WRONG.field, "present": WRONG.present}
    assert [remark.field for remark in read.remarks] == ["right", "source", "relation", "consent"]


def test_a_site_without_addresses_has_no_form_to_open() -> None:
    assert correction_address(UNKNOWN, WRONG) is None


@pytest.mark.parametrize("site", [ON_GITHUB, BY_MAIL])
@pytest.mark.parametrize("text", ["å" * 4000, "x " * 2000, "🏒" * 900, "a\n\n" * 1300])
def test_a_long_value_is_cut_and_says_so(site: Site, text: str) -> None:
    address = correction_address(site, replace(WRONG, present=text))
    assert address is not None
    assert LONGEST - 20 < len(address) < LONGEST
    body = asked(address)
    present = body["present"] if site is ON_GITHUB else answers(body["body"]).by_field["present"]
    assert present.endswith(CUT)
    assert text.startswith(present.removesuffix(CUT))


def test_what_just_fits_is_whole() -> None:
    room = LONGEST - 1 - len(correction_address(ON_GITHUB, replace(WRONG, present="")) or "")
    fits = correction_address(ON_GITHUB, replace(WRONG, present="x" * room)) or ""
    assert asked(fits)["present"] == "x" * room
    assert len(fits) == LONGEST - 1
    assert asked(correction_address(ON_GITHUB, replace(WRONG, present="x" * (room + 1))) or "")["present"].endswith(CUT)


def links(site: Path, id: str) -> dict[str, str]:
    text = (site / "partnerskap" / id / "index.html").read_text(encoding="utf-8")
    return {what: unescape(address) for address, what in LINK.findall(text)}


def values(site: Path, id: str) -> dict[str, str]:
    filled_in = [asked(address) for address in links(site, id).values()]
    assert {each["record"] for each in filled_in} == {id}
    return {each["field"]: each["present"] for each in filled_in}


def test_every_field_of_a_published_page_opens_the_form_with_its_value(published: Path) -> None:
    assert values(published, "umea/natthem") == {
        "Titel (title)": "Natthem för vuxna i hemlöshet",
        "Syfte (purpose)": "Ingen ska behöva sova ute. *Värme*, mat och ett samtal erbjuds <b>varje</b> natt.",
        "Program (programme)": "Norrskensprogrammet",
        "Eget namn (name)": "Natthemmet Norrsken",
        "Idéburna parter (nonprofit_parties)": "Norrskensmissionen (i källan: Missionen Norrsken), Natthemmet",
        "Offentliga parter (public_parties)": "Umeå kommun, Individ- och familjenämnden, Socialförvaltningen",
        "Andra parter (other_parties)": "Bostadsbolaget Björken AB (kommunalt bolag)",
        "Insatsområde (area)": "Akuta insatser\nHälsa och rehabilitering",
        "Målgrupp (target_group)": "Vuxna\nVuxna i hemlöshet",
        "Avtalsperioder (periods)": "Ursprunglig period: 1 mars 2019 – 31 december 2021\n"
        "Förlängning: start ej känd – 2023 (källan: ”förlängt till 2023”)\n"
        "Längsta möjliga tid: start ej känd – 31 december 2026",
        "Finansiering (funding)": "Umeå kommun: 553 200 kronor per år, pengar\n"
        "Norrskensmissionen: annat än pengar\n"
        "Fonden: högst 90 000 kronor totalt, pengar",
        "Resultat (results)": "Fyrtio personer fick eget boende. (2020)",
        "Länkar (links)": "Beslut: Beslut i nämnden https://www.umea.se/beslut",
        "Anmärkning (note)": "Källan skriver Missionen Norrsken.",
        "Genmälen (replies)": "Norrskensmissionen: Natthemmet drivs vidare.",
        "Motsägelser (contradictions)": "Tid: Förordet säger <b>2022</b>, tabellen 2023. Registret följer tabellen.",
        "Källor (sources)": "Rapporten, 1 rad 1",
        "Samband (relations)": "Hör ihop med: Dagverksamhet för vuxna i hemlöshet",
    }


def test_what_is_not_known_says_so_and_the_status_is_told_as_it_is_understood(published: Path) -> None:
    said = values(published, "region-gotland/tills-vidare")
    assert {said[each] for each in ("Syfte (purpose)", "Finansiering (funding)")} == {"ej känt"}
    assert said["Avtalsperioder (periods)"] == "Ursprunglig period: maj 2020 – tills vidare"
    assert said["Status (status)"].startswith("Pågående\nGäller tills vidare enligt källan.")


def test_the_toy_site_leads_to_the_editor(site: Path) -> None:
    found = links(site, "umea/natthem")
    assert found["avtalsperioderna"] == "../../../bidra/?partnerskap=umea%2Fnatthem&falt=periods"
    assert {address.partition("&")[0] for address in found.values()} == {"../../../bidra/?partnerskap=umea%2Fnatthem"}


def test_a_site_with_a_contact_alone_opens_a_letter(tmp_path: Path, site: Path) -> None:
    project = with_drawings(toy_project(tmp_path), site)
    path = project / "site.yaml"
    path.write_text(path.read_text("utf-8").replace("kontakt@leksak.example", "iop@register.se"), encoding="utf-8")
    assert build(project, project / "_site", TODAY, {}).written
    letter = links(project / "_site", "umea/natthem")["titeln"]
    assert answers(asked(letter)["body"]).by_field["present"] == "Natthem för vuxna i hemlöshet"
