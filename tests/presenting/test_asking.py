"""What the editor asks: every field of the schema, or a reason not to, and nothing that the schema does not have."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml

from site_builder.intake.issues.forms import ANSWER, CORRECTION, MISSED
from site_builder.intake.issues.issue_form import answers
from site_builder.presenting.asking import CALLED, HELP, NOT_ASKED, PRESET, VOCABULARIES, Control, Rows, more, sections
from site_builder.presenting.views.contribute import letter
from site_builder.reading.fields import Schemas, schemas
from site_builder.register.register import Register
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")
Place = tuple[str, ...]


def asked(of: Schemas, register: Register) -> Iterator[tuple[Place, Control]]:
    for each in (*(each for section in sections(of, register) for each in section.asked), *more(of, register)):
        if isinstance(each, Rows):
            yield from (((each.name, control.name), control) for control in each.controls)
        else:
            yield (each.name,), each


def fields(of: Schemas) -> Iterator[Place]:
    """Every field of the schema, those of records in lists by the list's name and theirs."""
    for field in of.fields("agreement"):
        within = of.fields("agreement", (field.name, 0))
        yield from [(field.name, inner.name) for inner in within] if within else [(field.name,)]


def test_every_field_of_the_schema_is_asked_about_once_or_there_is_a_reason_not_to(toy: Register) -> None:
    places = [place for place, _ in asked(SCHEMAS, toy)]
    assert len(places) == len(set(places))
    not_asked = {place for place in fields(SCHEMAS) if place in NOT_ASKED or place[:1] in NOT_ASKED}
    assert {*places} | not_asked == {*fields(SCHEMAS)}
    assert {*places} & not_asked == set()
    assert all(SCHEMAS.at("agreement", (place[0], 0, *place[1:]) if place[1:] else place) for place in NOT_ASKED)
    assert all(NOT_ASKED.values())


def test_what_is_said_of_fields_is_said_of_fields_there_are(toy: Register) -> None:
    places = {place for place, _ in asked(SCHEMAS, toy)}
    lists = {place[:1] for place in places if len(place) == 2}
    assert {*HELP} <= places | lists
    assert {*VOCABULARIES, *CALLED, *PRESET} <= places
    for place, words in CALLED.items():
        assert set(words) == set(SCHEMAS.field("agreement", (place[0], 0, place[1])).choices)


def test_a_new_field_of_the_schema_is_asked_about_at_once(toy: Register) -> None:
    agreement: dict[str, Any] = json.loads(json.dumps(SCHEMAS.by_name["agreement"]))
    agreement["properties"]["motto"] = {"title": "Valspråk", "type": "string", "maxLength": 20, "pattern": "^[^x]*$"}
    agreement["$defs"]["period"]["properties"]["season"] = {"title": "Årstid", "enum": ["winter", "summer"]}
    found = dict(asked(replace(SCHEMAS, by_name={**SCHEMAS.by_name, "agreement": agreement}), toy))
    motto, season = found["motto",], found["periods", "season"]
    assert (motto.label, motto.kind, motto.longest, motto.pattern) == ("Valspråk", "text", 20, "^[^x]*$")
    assert (season.label, season.kind, season.options) == (
        "Årstid",
        "choice",
        (("winter", "winter"), ("summer", "summer")),
    )


def test_a_field_is_as_the_schema_has_it(toy: Register) -> None:
    found = dict(asked(SCHEMAS, toy))
    title = found["title",]
    assert (title.label, title.required, title.longest, title.kind) == ("Titel", True, 90, "text")
    assert {place: control.kind for place, control in found.items()} == {
        ("title",): "text",
        ("purpose",): "prose",
        ("public_parties", "body"): "name",
        ("public_parties", "units"): "lines",
        ("nonprofit_parties", "organisation"): "name",
        ("nonprofit_parties", "units"): "lines",
        ("periods", "kind"): "choice",
        ("periods", "start"): "date",
        ("periods", "end"): "date",
        ("periods", "open_ended"): "flag",
        ("periods", "as_written"): "text",
        ("name",): "text",
        ("area",): "choice",
        ("secondary_areas",): "choices",
        ("target_group",): "choice",
        ("target_description",): "text",
        ("other_parties", "name"): "text",
        ("other_parties", "kind"): "choice",
        ("links", "kind"): "choice",
        ("links", "title"): "text",
        ("links", "url"): "text",
    }
    assert ("fritid-utbildning", "Fritid och utbildning") in found["area",].options


def test_names_to_choose_among_have_all_that_a_name_may_be_written_as(site: Path) -> None:
    found = json.loads((site / "bidra" / "namn.json").read_text(encoding="utf-8"))
    bodies = {each["id"]: each for each in found["huvudman"]}
    assert bodies["umea"] == {"id": "umea", "name": "Umeå kommun", "also": ["Umeå"]}
    assert len(bodies) == len(found["huvudman"]) > 310
    mission = next(each for each in found["organisationer"] if each["id"] == "norrskensmissionen")
    assert mission["also"] == ["Missionen Norrsken"]
    natthem = next(each for each in found["partnerskap"] if each["id"] == "umea/natthem")
    assert natthem == {
        "id": "umea/natthem",
        "title": "Natthem för vuxna i hemlöshet",
        "page": "../partnerskap/umea/natthem/",
        "bodies": ["umea"],
        "organisations": ["norrskensmissionen"],
        "first": "2019-03-01",
        "last": "2023-12-31",
    }
    open_ended = next(each for each in found["partnerskap"] if each["id"] == "region-gotland/tills-vidare")
    assert (open_ended["first"], open_ended["last"]) == ("2020-05-01", "9999")


def test_without_scripts_each_issue_form_can_be_opened(published: Path) -> None:
    page = (published / "bidra" / "index.html").read_text(encoding="utf-8")
    for form in (MISSED, CORRECTION, ANSWER):
        assert f'<a href="https://github.com/anna/iop/issues/new?template={form.id}.yml">{form.name}</a>' in page
    assert re.search(r'<form class="editor"[^>]* hidden', page)


def test_the_letters_have_the_questions_of_the_forms() -> None:
    for form in (MISSED, CORRECTION, ANSWER):
        body = parse_qs(urlsplit(f"mailto:x?{letter(form)}").query)["body"][0]
        assert answers(body).form == form
        assert [line[4:] for line in body.split("\r\n") if line.startswith("### ")] == [
            question.label for question in form.questions
        ]


def test_pages_lead_to_the_editor_with_what_they_are_about(site: Path) -> None:
    def addresses(page: str) -> set[str]:
        found = re.findall(r'href="([^"]*/bidra/\?[^"]*)"', (site / page / "index.html").read_text(encoding="utf-8"))
        return {unescape(address).rpartition("/")[2] for address in found}

    assert addresses("kommuner/umea") == {"?kommun=umea"}
    assert addresses("kommuner/ale") == {"?kommun=ale"}
    assert addresses("regioner/region-skane") == {"?kommun=region-skane"}
    assert addresses("organisationer/norrskensmissionen") == {"?organisation=norrskensmissionen"}
    assert "?partnerskap=umea%2Fnatthem" in addresses("partnerskap/umea/natthem")


def test_the_page_is_light_with_all_its_scripts(site: Path) -> None:
    """The names alone come when somebody begins to write."""
    files = [site / "bidra" / "index.html", site / "assets" / "editor.css", site / "assets" / "explorer" / "text.js"]
    files += sorted((site / "assets" / "editor").glob("*.js"))
    files += [site / "assets" / name for name in ("tokens.css", "base.css", "components.css")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 60_000


def test_every_script_is_told_of_beforehand(site: Path) -> None:
    """The browser need not read one script to learn that it needs the next."""
    page = (site / "bidra" / "index.html").read_text(encoding="utf-8")
    scripts = {path.name for path in (site / "assets" / "editor").glob("*.js")}
    assert scripts == set(re.findall(r'href="\.\./assets/editor/([^"]+\.js)"', page)) | {"editor.js"}


def test_the_example_of_a_data_file_is_yaml(site: Path) -> None:
    page = (site / "bidra" / "index.html").read_text(encoding="utf-8")
    example = re.search(r'aria-label="Exempel på datafil"[^>]*><pre><code>(.*?)</code>', page, re.DOTALL)
    assert example
    assert SCHEMAS.validator("agreement").is_valid(yaml.safe_load(unescape(example[1])))
