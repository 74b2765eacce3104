"""The page of one partnership: facts with their sources, time, likeness, history, citations and files."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_builder.presenting import words
from site_builder.presenting.views.facts import footnotes, funding_lines, public_lines, time_text
from site_builder.presenting.views.standing import statement_lines
from site_builder.publishing.build import build
from site_builder.register.agreement import Agreement, Period, PeriodKind, ReportedStatus
from site_builder.register.dates import PartialDate
from site_builder.register.register import Register
from tests.made_once import with_drawings
from tests.presenting.test_pages import Links, page_text
from tests.reading.test_history import Repository
from tests.toy_project import TODAY, toy_project

NATTHEM = "data/agreements/umea/natthem.yaml"


@pytest.fixture
def natthem(toy: Register) -> Agreement:
    return toy.by_id["umea/natthem"]


def page(site: Path, id: str) -> str:
    return (site / "partnerskap" / id / "index.html").read_text(encoding="utf-8")


def test_sources_are_numbered_in_the_record_s_order_and_those_cited_elsewhere_follow(
    toy: Register, natthem: Agreement
) -> None:
    first = natthem.sources[0]
    second = replace(first, source="famna-2025", locator="sidan 9", reported_status=None)
    again = replace(first, locator="1 rad 9", reported_status=ReportedStatus.ENDED, as_of=PartialDate.from_text("2024"))
    fund = replace(natthem.funding[0], source="handbok")
    several = replace(natthem, sources=(second, first, again), funding=(fund,))
    notes = footnotes(toy, several)
    assert [(id, note.number, len(note.places)) for id, note in notes.items()] == [
        ("famna-2025", 1, 1),
        ("rapport", 2, 2),
        ("handbok", 3, 0),
    ]
    assert funding_lines(toy, several, notes)[0].note == 3
    said = [(line.text.replace(words.NO_BREAK, " "), line.note) for line in statement_lines(several, notes)]
    assert said == [("avslutat per 2024", 2), ("pågående per 1 april 2023", 2)]


def test_a_municipality_lies_in_a_county_and_a_region_says_so_itself(toy: Register) -> None:
    where = {
        line.party.id: line.where
        for id in ("region-skane/gemensamt", "region-gotland/tills-vidare")
        for line in public_lines(toy, toy.by_id[id])
    }
    assert where == {"region-skane": None, "malmo": "Skåne län", "region-gotland": None}


@pytest.mark.parametrize(
    ("id", "wanted"),
    [
        ("umea/natthem", "1 mars 2019 – 2023"),
        ("umea/dagverksamhet", "1 januari 2022 – slut ej känt"),
        ("region-gotland/tills-vidare", "maj 2020, tills vidare"),
        ("region-skane/gemensamt", "1 januari 2021 – 30 juni 2027"),
        ("umea/utan-datum", None),
    ],
)
def test_the_whole_time_in_one_line(toy: Register, id: str, wanted: str | None) -> None:
    told = time_text(toy.by_id[id])
    assert (told and told.replace(words.NO_BREAK, " ")) == wanted


@pytest.mark.parametrize(
    ("period", "wanted"),
    [
        ({"end": PartialDate.from_text("2023")}, "Till och med 2023"),
        ({"open_ended": True}, "Tills vidare"),
    ],
)
def test_a_time_without_a_start(natthem: Agreement, period: dict[str, Any], wanted: str) -> None:
    bare: dict[str, Any] = {"start": None, "end": None, "open_ended": False, "as_written": None, **period}
    assert time_text(replace(natthem, periods=(Period(kind=PeriodKind.ORIGINAL, **bare),))) == wanted


def test_the_essentials_come_first(site: Path) -> None:
    text = page_text(site, "partnerskap/umea/natthem")
    assert (
        "Vilka Norrskensmissionen Var Umeå kommun Västerbottens län Hur länge 1 mars 2019 – 2023 3 perioder "
        "Status Löpt ut, förlängning okänd per 1 juni 2025 Ingen ska behöva sova ute."
    ) in text
    assert "Pågående per 1 april 2023, enligt Utgivaren 2023 [1] Vet du hur det är?" in text
    without = page_text(site, "partnerskap/malmo/ingen-part")
    assert "Vilka Idéburen part ej namngiven Var Malmö stad Skåne län" in without


def test_many_parties_are_folded_at_the_top_and_whole_below(project: Path) -> None:
    path = project / NATTHEM
    more = "".join(f"  - {{body: {body}}}\n" for body in ("salem", "malmo", "vindeln", "ale"))
    text = path.read_text(encoding="utf-8").replace("other_parties:\n", f"{more}other_parties:\n")
    path.write_text(text, encoding="utf-8")
    assert build(project, project / "_site", TODAY, {}).written
    shown = page_text(project / "_site", "partnerskap/umea/natthem")
    top, _, below = shown.partition("Uppgifter Program")
    assert "Umeå kommun Västerbottens län , Salems kommun Stockholms län , Malmö stad Skåne län och 2 till" in top
    assert "Vindelns kommun" not in top and "Vindelns kommun" in below


def test_facts_cite_the_source_the_data_ties_them_to_and_no_other(site: Path) -> None:
    text = page_text(site, "partnerskap/umea/natthem")
    assert "Umeå kommun: 553 200 kronor per år, pengar (källan: ”553 200 kr/år”) [1]" in text
    assert "2020 [1]" in text
    assert "Uppgifter utan egen siffra bygger på källan [1] . Titel och syfte" in text
    assert "(i källan: Missionen Norrsken) Natthemmet Rätta" in text
    assert 'id="kalla-1"' in page(site, "umea/natthem")


def test_several_sources_are_not_told_apart_where_the_data_does_not(project: Path) -> None:
    path = project / NATTHEM
    extra = '  - {source: handbok, locator: "sidan 3"}\n'
    path.write_text(path.read_text("utf-8").replace("sources:\n", "sources:\n" + extra), encoding="utf-8")
    assert build(project, project / "_site", TODAY, {}).written
    text = page_text(project / "_site", "partnerskap/umea/natthem")
    assert (
        "Uppgifter utan egen siffra bygger på källorna tillsammans [1] [2] ; registret anger inte vilken källa som gav "
        "vilken av dem."
    ) in text
    assert "Pågående per 1 april 2023, enligt Utgivaren 2023 [2]" in text
    assert "Källor Rätta Utgivaren: Handboken , sidan 3. Utgivaren: Rapporten , 1 rad 1. Anges som" in text


def test_every_field_can_be_told_to_be_wrong_and_says_which(site: Path) -> None:
    text = page(site, "umea/natthem")
    ids = [id.removeprefix("falt-") for id in Links(text).ids if id.startswith("falt-")]
    assert ids == [
        "title", "purpose", "status", "programme", "name", "nonprofit_parties", "public_parties", "other_parties",
        "area", "target_group", "periods", "funding", "results", "links", "note", "replies", "contradictions",
        "sources", "relations",
    ]  # fmt: skip
    address = r"\.\./\.\./\.\./bidra/\?partnerskap=umea%2Fnatthem&amp;falt=[a-z_]+"
    named = re.findall(rf'class="correct" href="{address}" aria-label="Rätta ([^"]+)">Rätta</a>', text)
    assert len(named) == len(set(named)) == len(ids) - 1  # the status asks for news instead
    assert 'aria-label="Rätta statusen"' in page(site, "region-gotland/tills-vidare")


def test_a_timeline_is_shown_where_it_says_more_than_a_line(site: Path) -> None:
    """Natthem has three stretches, dagverksamhet and gemensamt two each, all others one or none."""
    drawn = {path.parent.name for path in site.glob("partnerskap/*/*/tidslinje.svg")}
    assert drawn == {"natthem", "dagverksamhet", "gemensamt"}
    assert "Tidslinje: Natthem för vuxna i hemlöshet" in page_text(site, "partnerskap/umea/natthem")
    assert (
        "En stapel för var och en av partnerskapets avtalsperioder, den första från 2019. Ett lodrätt streck visar "
        "1 juni 2025; statusen är då: löpt ut, förlängning okänd."
    ) in page(site, "umea/natthem").replace(words.NO_BREAK, " ")
    assert "Tidslinje" not in page_text(site, "partnerskap/malmo/avslutat")


def test_similar_partnerships_say_why(site: Path) -> None:
    text = page_text(site, "partnerskap/umea/natthem")
    assert (
        "Liknande partnerskap Läxhjälp i Ålidhem (Umeå kommun) Norrskensmissionen är part i båda; även detta med Umeå "
        "kommun. Vård efter krig och tortyr (Region Skåne) Norrskensmissionen är part i båda. Stöd till brottsoffer på "
        "Gotland (Region Gotland) En part i samma rörelse: Norrskensmissionen."
    ) in text


def test_the_record_can_be_cited_and_taken_away(site: Path) -> None:
    text = page_text(site, "partnerskap/umea/natthem")
    assert (
        "Harvard Leksaksregistret (2025). Natthem för vuxna i hemlöshet . Partnerskap, version 2025-06-01. Id:" in text
    )
    targets = Links(page(site, "umea/natthem")).targets
    for ending in ("json", "yaml", "bib", "ris"):
        assert f"../../../partnerskap/umea/natthem.{ending}" in targets
    assert (site / "partnerskap/umea/natthem.yaml").read_bytes() == (site.parent / NATTHEM).read_bytes()
    assert (site / "partnerskap/umea/natthem.bib").read_text("utf-8").startswith("@misc{iop-umea-natthem,")
    assert (site / "partnerskap/umea/natthem.ris").read_bytes().endswith(b"LA  - sv\r\nER  - \r\n")


def test_a_known_address_is_in_the_citation(project: Path) -> None:
    environment = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "anna/iop"}
    build(project, project / "_site", TODAY, environment)
    text = page_text(project / "_site", "partnerskap/umea/natthem")
    assert "Tillgänglig: https://anna.github.io/iop/partnerskap/umea/natthem/ [2025-06-01]." in text
    assert "Den här kopian" not in text


def test_a_build_without_git_says_so(site: Path) -> None:
    assert "Historik Historiken finns inte i det här bygget av webbplatsen" in page_text(
        site, "partnerskap/umea/natthem"
    )


def test_history_is_told_in_plain_swedish(tmp_path: Path, published: Path) -> None:
    """A second commit changes a title, a date and a payer, adds an area, rewrites the purpose and drops a unit."""
    repository = Repository(tmp_path / "git")
    toy_project(repository.folder)
    repository.commit("2025-01-01")
    path = repository.folder / NATTHEM
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("Natthem för vuxna", "<i>Nattlogi</i> för vuxna"),
        ('end: "2021-12-31"', 'end: "2022-01-31"'),
        ("payer: Fonden", "payer: malmo"),
        ("[halsa-rehabilitering]", "[halsa-rehabilitering, trygghet]"),
        ("mat och ett samtal", "mat och samtal"),
        ("[Individ- och familjenämnden, Socialförvaltningen]", "[Socialförvaltningen]"),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    commit = repository.commit("2025-02-03")
    environment = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "anna/iop"}
    folder = with_drawings(repository.folder, published)
    assert build(folder, folder / "_site", TODAY, environment).written
    shown = page_text(repository.folder / "_site", "partnerskap/umea/natthem")
    assert (
        f"Historik: senast ändrad 3 februari 2025 3 februari 2025 Se ändringen {commit[:7]} "
        "Titel: Natthem för vuxna i hemlöshet → <i>Nattlogi</i> för vuxna i hemlöshet "
        "Offentliga parter 1, nämnder och förvaltningar 1: borttaget: Individ- och familjenämnden "
        "Ytterligare insatsområden 2: tillagt: Trygghet "
        "Syfte: omskrivet "
        "Avtalsperioder 1, slutdatum: 2021-12-31 → 2022-01-31 "
        "Finansiering 3, finansiär: Fonden → Malmö stad "
        "1 januari 2025 Posten lades till."
    ) in shown
    page_of = page(repository.folder / "_site", "umea/natthem")
    assert f'href="https://github.com/anna/iop/commit/{commit}"' in page_of
    for never in ("Hemlig", "Ändring <script>", "<i>Nattlogi"):
        assert never not in page_of
    untouched = page_text(repository.folder / "_site", "partnerskap/malmo/avslutat")
    assert "1 januari 2025 Posten lades till. Se ändringen" in untouched


def test_the_same_commit_gives_the_same_bytes(tmp_path: Path, site: Path) -> None:
    repository = Repository(tmp_path / "git")
    toy_project(repository.folder)
    repository.commit("2025-01-01")
    subprocess.run(["git", "clone", "-q", str(repository.folder), str(tmp_path / "annan")], check=True)
    pages = []
    for folder in (repository.folder, tmp_path / "annan"):
        assert build(with_drawings(folder, site), folder / "_site", TODAY, {}).written
        pages.append(page(folder / "_site", "umea/natthem"))
    assert pages[0] == pages[1]
    assert "Posten lades till." in pages[0]
