"""The toy site: every link leads somewhere, text stays text, and pages say what is known."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

from site_builder.publishing.build import build
from site_builder.register.comparison import population
from site_builder.register.register import Register
from tests.toy_project import TODAY

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}"


class Links(HTMLParser):
    """Collects link targets, ids and start tags of a page; the site's own files and blocks of data count apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_own = tag == "script" and (dict(attrs).get("src") or "").startswith("../")
        is_data = dict(attrs).get("type") == "application/ld+json"
        self.tags.append("own script" if is_own else "data" if is_data else tag)
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.append(value)
            if name == "id" and value:
                self.ids.append(value)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def broken_links(site: Path, base_path: str) -> list[tuple[str, str]]:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids = {page: set(Links(text).ids) for page, text in pages(site)}
    broken = []
    for page, text in pages(site):
        for target in Links(text).targets:
            if re.match(r"(https?|mailto):", target):
                continue
            path, _, fragment = target.partition("#")
            path = path.partition("?")[0]
            if path.startswith("/"):
                found = path.removeprefix(base_path) if path.startswith(base_path) else "outside"
            else:
                found = normpath(join(dirname(page), path)) if path else page
            candidates = [found, "index.html" if found in ("", ".") else f"{found.rstrip('/')}/index.html"]
            hit = next((one for one in candidates if one in files), None)
            if hit is None or (fragment and fragment not in ids[hit]):
                broken.append((page, target))
    return broken


def test_every_internal_link_resolves(site: Path) -> None:
    assert broken_links(site, "/") == []


def test_links_resolve_under_a_base_path_too(project: Path) -> None:
    settings = project / "site.yaml"
    settings.write_text(settings.read_text().replace("leksak.example/\n", "leksak.example/under/mapp/\n", 1))
    build(project, project / "_site", TODAY, {})
    assert broken_links(project / "_site", "/under/mapp/") == []
    assert 'href="/under/mapp/assets/' in (project / "_site/404.html").read_text()
    assert "https://leksak.example/under/mapp/kommuner/umea/" in (project / "_site/sitemap.xml").read_text()


def test_every_page_has_its_frame(site: Path) -> None:
    titles: dict[str, str] = {}
    for page, text in pages(site):
        found = Links(text)
        assert found.tags.count("h1") == 1, page
        assert found.tags.count("main") == 1, page
        assert len(found.ids) == len(set(found.ids)), page
        assert f'<html lang="{"en" if page.startswith("en/") else "sv"}">' in text, page
        title = re.search(r"<title>(.*?)</title>", text, re.S)
        assert title and title[1], page
        if "/sortera/" not in page and page not in ("kommuner/region-gotland/index.html",):
            titles.setdefault(title[1], page)
            assert titles[title[1]] == page, f"{page} and {titles[title[1]]} have the same title"


def test_no_page_asks_a_third_party_for_anything(site: Path) -> None:
    for page, text in pages(site):
        resources = re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*(?:href|src)=\"([^\"]+)\"", text)
        assert [one for one in resources if re.match(r"(https?:)?//", one)] == [], page
        assert "<style" not in text and " style=" not in text, page
        assert "script" not in Links(text).tags, page


def test_the_sitemap_lists_every_page_once(site: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())
    assert len(listed) == len(set(listed))
    others = (
        "404.html",
        "om/utseende/index.html",
        "partnerskap/umea/harbarge/index.html",
        "organisationer/norrskens-missionen/index.html",
    )
    wanted = {
        page.removesuffix("index.html")
        for page, _ in pages(site)
        if page not in others and not re.search("/(sortera|inbaddning)/", page)
    }
    assert {one.removeprefix("https://leksak.example/") for one in listed} == wanted


def test_script_like_text_stays_text_in_every_field(project: Path) -> None:
    """Every free-text field of every kind of file at once."""
    quoted = HOSTILE.replace("\\", "").replace("'", "''")
    hostile = f"'X {quoted}'"
    replaced = 0
    for path in [*project.rglob("data/**/*.yaml"), project / "site.yaml"]:
        text = path.read_text(encoding="utf-8")
        keys = (
            "title|name|as_named|target_description|purpose|text|note|locator|link_text|as_written|party|author"
            "|publisher|licence|sv|en|definition|definition_en|payer|description|question|if_yes|if_no|base"
        )
        text = re.sub(rf"^(\s*(?:- )?(?:{keys}): )(?:\|\n(?:  .*\n)+|.*\n)", rf"\g<1>{hostile}\n", text, flags=re.M)
        text, inline = re.subn(rf"(\b(?:{keys}): )(?:\"[^\"]*\"|[^,}}\n'\"]+)(?=[,}}])", rf"\g<1>{hostile}", text)
        replaced += inline + text.count(hostile)
        path.write_text(text, encoding="utf-8")
    # Equal names are errors, rightly; make them differ again.
    for number, path in enumerate(sorted((project / "data/organisations").glob("*.yaml"))):
        path.write_text(path.read_text().replace("name: 'X ", f"name: '{number * 1111} "), encoding="utf-8")
    for path in (project / "data/agreements").rglob("*.yaml"):
        path.write_text(path.read_text().replace("title: 'X ", "title: 'Titel "), encoding="utf-8")
    note = project / "data/agreements/malmo/ingen-part.yaml"
    note.write_text(note.read_text().replace("note: 'X ", "note: 'Ingen idéburen part. "), encoding="utf-8")
    built = build(project, project / "_site", TODAY, {})
    assert built.reading.problems == ()
    assert replaced > 60
    for page, text in pages(project / "_site"):
        found = Links(text)
        assert "script" not in found.tags, page
        assert "img" not in found.tags, page
    for path in (*(project / "_site").rglob("*.xml"), *(project / "_site").rglob("marke.svg")):
        ElementTree.parse(path)
    agreement = (project / "_site/partnerskap/umea/natthem/index.html").read_text()
    assert agreement.count("&lt;script&gt;") >= 12
    assert agreement.count("{{ 7*7 }}") >= 12


def test_a_body_without_partnerships_says_so_and_asks(site: Path) -> None:
    text = (site / "kommuner/ale/index.html").read_text()
    assert "har svarat att inga partnerskap finns" in text
    assert "../../bidra/" in text
    unknown = (site / "kommuner/salem/index.html").read_text()
    assert "känner inte till" in unknown
    assert "Det betyder inte att kommunen är utan" in unknown


def test_a_partnership_says_what_is_known_as_of_when(site: Path) -> None:
    text = (site / "partnerskap/umea/natthem/index.html").read_text()
    for wanted in (
        "Löpt ut, förlängning okänd",
        "slutade 31\N{NO-BREAK SPACE}december 2023",
        "Pågående per 1\N{NO-BREAK SPACE}april 2023, enligt ",
        "i källan: Missionen Norrsken",
        "Natthemmet Norrsken",
        "Bostadsbolaget Björken AB",
        "förlängt till 2023",
        "553\N{NO-BREAK SPACE}200 kronor per år",
        "Fyrtio personer",
        "Natthemmet drivs vidare",
        "1 rad 1",
        "&lt;b&gt;varje&lt;/b&gt;",
    ):
        assert wanted in text, wanted
    assert "umea/natthem/" in (site / "partnerskap/umea/dagverksamhet/index.html").read_text()  # related, both ways


def test_addresses_that_are_unknown_are_left_out(site: Path) -> None:
    for page, text in pages(site):
        assert ".example/leksak" not in text, page
        assert "mailto:kontakt@leksak" not in text, page
        assert 'rel="canonical"' not in text, page


def test_known_addresses_are_used(published: Path) -> None:
    text = (published / "partnerskap/umea/natthem/index.html").read_text()
    assert 'href="https://github.com/anna/iop/edit/main/data/agreements/umea/natthem.yaml"' in text
    assert '<link rel="canonical" href="https://anna.github.io/iop/partnerskap/umea/natthem/">' in text


def page_text(site: Path, path: str) -> str:
    """The words of a page, one space between them."""
    page = (site / path / "index.html").read_text(encoding="utf-8")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_source_s_page_shows_all_it_gave(site: Path) -> None:
    text = page_text(site, "kallor/rapport")
    assert "8 partnerskap, i källans ordning" in text
    places = [text.index(locator) for locator in ("1 rad 1", "1 rad 2", "1 rad 3")]
    assert places == sorted(places)
    for wanted in (
        "pågående per 1 april 2023",
        "Norrskensprogrammet , 2.1",
        "9 partnerskap",
        "Båda lägger in något. (kriterium 1)",
        "Texten säger nio , tabellen åtta.",
        "Förordet säger <b>2022</b>, tabellen 2023.",
        "Handboken , kapitel 9 (lästips)",
        "Om registret Vägledning",
        "Ale kommun har svarat att inga partnerskap finns (1 mars 2025). Svar från registrator.",
    ):
        assert wanted in text, wanted


def test_every_partnership_is_reached_from_its_source_and_leads_back(site: Path, toy: Register) -> None:
    for agreement in toy.agreements:
        page = Links((site / "partnerskap" / agreement.id / "index.html").read_text(encoding="utf-8"))
        for source in agreement.cited:
            assert f"../../../kallor/{source}/" in page.targets
            of_source = Links((site / "kallor" / source / "index.html").read_text(encoding="utf-8"))
            assert f"../../partnerskap/{agreement.id}/" in of_source.targets


def test_a_work_with_a_broken_address_is_not_linked_to_it(site: Path) -> None:
    page = (site / "kallor/handbok/index.html").read_text(encoding="utf-8")
    assert "<code>http://Handboken om &lt;IOP&gt;</code>" in page
    assert not any(target.startswith("http://Handboken") for target in Links(page).targets)
    assert "Adressen är trasig där den trycks." in page_text(site, "vagledning/lastips")


def test_published_figures_say_what_they_are(site: Path) -> None:
    text = page_text(site, "statistik/publicerade-siffror")
    assert "2 av dem går inte ihop med en annan, och 1 står i källan men går inte att läsa" in text
    assert "cirka 4 partnerskap" in text
    assert "Antalet ökar enligt texten anges i ord" in text
    assert "Andel av alla går inte att läsa" in text
    assert "Publicerade uppgifter om Umeå kommun" in page_text(site, "kommuner/umea")


def test_the_checklist_asks_the_decisive_questions_first(site: Path) -> None:
    text = page_text(site, "vagledning/checklista")
    assert text.index("1. Bidrar båda med något?") < text.index("2. Är det tänkt för ett enda tillfälle?")
    assert "(enligt Utgivaren 2023 )" in text
    page = (site / "vagledning/checklista/index.html").read_text(encoding="utf-8")
    assert page.count('type="radio"') == 4
    assert "<form" not in page


def test_criteria_stand_in_their_source_s_column(site: Path) -> None:
    page = (site / "vagledning/kriterier/index.html").read_text(encoding="utf-8")
    row = re.search(r'<tr id="bada-bidrar">.*?</tr>', page, re.DOTALL)
    assert row
    cells = re.findall(r'<td data-label="([^"]*)">(.*?)</td>', row[0], re.DOTALL)
    assert [label for label, _ in cells] == ["Utgivaren 2023", "Famna"]
    assert "Båda lägger in något." in cells[0][1]
    assert "Ingen part betalar allt." in cells[1][1]


def test_guidance_lists_its_pages_and_leads_on(site: Path) -> None:
    text = page_text(site, "vagledning")
    assert (
        text.index("Kriterier Vad källorna kräver.") < text.index("Checklista Frågor.") < text.index("Lästips Böcker.")
    )
    assert "Läs vidare: Checklista" in page_text(site, "vagledning/kriterier")
    assert "Läs vidare" not in page_text(site, "vagledning/lastips")


def test_an_agreement_tells_of_programme_money_and_contradictions(site: Path) -> None:
    text = page_text(site, "partnerskap/umea/natthem")
    for wanted in (
        "Program Norrskensprogrammet",
        "Fonden: högst 90 000 kronor totalt, pengar",
        "Källorna är inte överens Rätta Tid Förordet säger <b>2022</b>, tabellen 2023.",
        "Fyrtio personer fick eget boende. 2020 [1]",
    ):
        assert wanted in text, wanted


def test_a_federation_shows_the_partnerships_of_its_members(site: Path) -> None:
    text = page_text(site, "organisationer/norrskensmissionen")
    assert "är part i 4 idéburna offentliga partnerskap i registret. Hit hör 1 organisation, med i 2" in text
    assert "Partnerskap där de är parter" in text


def test_quality_counts_what_is_contradictory_and_old(site: Path) -> None:
    text = page_text(site, "kvalitet")
    assert "I 1 partnerskap är källorna oense" in text
    assert "Rapporten : 1 ställe" in text
    assert "Umeå kommun 4 3 odaterat Famna" in text


def test_what_runs_out_is_listed_by_when(site: Path) -> None:
    text = page_text(site, "loper-ut")
    for wanted in (
        "Inga pågående partnerskap löper ut inom ett år, och 2 har löpt ut utan att någon källa säger",
        "per 1 juni 2025. Vet du om",
        "Inom tre månader (0) Inget pågående partnerskap har ett känt slut då.",
        "2 har okänd status",
        "Inget partnerskap.",
    ):
        assert wanted in text, wanted
    headings = ("För mindre än ett år sedan (1)", "För ett till två år sedan (1)", "För mer än två år sedan (0)")
    recent, older, oldest = map(text.index, headings)
    assert recent < text.index("Tak över huvudet för resande Malmö stad ej namngiven 2022 2024") < older
    assert older < text.index("Natthem för vuxna i hemlöshet") < oldest


def test_what_ends_soon_has_its_bounds_and_a_long_list_is_folded(project: Path) -> None:
    original = project / "data/agreements/malmo/ingen-part.yaml"
    for number in range(19):
        text = original.read_text(encoding="utf-8").replace("resande", f"resande nummer {number}")
        (original.parent / f"kopia-{number}.yaml").write_text(f"name: Kopia {number}\n{text}", encoding="utf-8")
    assert build(project, project / "_site", date(2027, 1, 1), {}).written
    text = page_text(project / "_site", "loper-ut")
    assert "1 pågående partnerskap löper ut inom ett år, och 21 har löpt ut" in text
    assert (
        "Om tre till sex månader (1) Slutar tidigast 2 april 2027 och senast 1 juli 2027 Partnerskap Kommun eller "
        "region Idéburen part Start Slut Vård efter krig och tortyr"
    ) in text
    assert "För mer än två år sedan (21) Visa alla 21 Slutade senast 1 januari 2025" in text
    page = (project / "_site/loper-ut/index.html").read_text(encoding="utf-8")
    assert page.count("<details") == 1
    area = page_text(project / "_site", "insatsomraden/akuta-insatser")
    assert re.search(r"Behöver bekräftas \(22\) Den senast kända .*? Visa alla 22 Löpt ut utan besked", area)
    soon = page_text(project / "_site", "insatsomraden/halsa-rehabilitering")
    assert "Löper ut inom ett år (1) Tidigast först " in soon
    assert soon.index("Löper ut inom ett år (1)") < soon.index("Pågår (1)")
    assert "Visa alla" not in soon


def inhabitants(toy: Register, body: str) -> str:
    """As a page shows them; the reference tables get new ones every year."""
    return f"{population(toy.bodies[body]):,}".replace(",", " ")


def test_a_municipality_stands_among_its_like(site: Path, toy: Register) -> None:
    """Malmö has 4 partnerships, Umeå 3 and Gotland 1; per inhabitant Umeå comes first, then Gotland."""
    text = page_text(site, "kommuner/umea")
    assert "Kända partnerskap 3, plats 2 av 3" in text
    assert f"plats 1 av 3 (3 partnerskap på {inhabitants(toy, 'umea')} invånare)" in text
    assert "Insatsområden Akuta insatser : 2 Inte klassat: 1" in text
    assert "De säger vad registret känner till, inte vad som finns." in text
    assert "Ingen annan kommun i gruppen Större stad har kända partnerskap." in text
    without = page_text(site, "kommuner/ale")
    assert "Ingen annan kommun i gruppen Pendlingskommun nära storstad har kända partnerskap." in without
    assert "plats" not in without.partition("I jämförelse")[2]
    assert "I jämförelse" not in page_text(site, "organ/samordningsforbundet-norr")


def test_gotland_is_compared_as_what_the_page_shows_it_as(site: Path, toy: Register) -> None:
    as_municipality, as_region = (page_text(site, f"{kind}/region-gotland") for kind in ("kommuner", "regioner"))
    assert "Kända partnerskap 1, plats 3 av 3" in as_municipality
    assert "i gruppen Mindre stad/tätort" in as_municipality
    assert "Kända partnerskap 1, delad plats 1 av 2" in as_region
    peers = as_region.partition("Regioner med kända partnerskap, närmast i folkmängd först")[2]
    assert f"Region Skåne {inhabitants(toy, 'region-skane')} 1 1 0,1" in peers


def test_groups_stand_side_by_side(site: Path, toy: Register) -> None:
    text = page_text(site, "jamfor/regioner")
    assert "i 2 av 21 regioner, sammanlagt 2, varav 2 pågår enligt senast kända uppgift och inget löper ut" in text
    gotland, skane = inhabitants(toy, "region-gotland"), inhabitants(toy, "region-skane")
    first = text.index(f"Region Gotland {gotland} 1 1 1,6 0 Brottsoffer och brottsförebyggande 1")
    assert first < text.index(f"Region Skåne {skane} 1 1 0,1 0 Hälsa och rehabilitering 1")
    assert "19 regioner utan kända partnerskap Region Blekinge" in text
    assert "4 lika vanliga 3" in page_text(site, "jamfor/storstader")
    assert "inte till något partnerskap i någon av gruppens" in page_text(site, "jamfor/landsbygdskommun")
    every = page_text(site, "jamfor")
    assert re.search(r"Storstäder 3 1 4 1 0,2 Pendlingskommun nära storstad \d+ 0 0 0 0,0", every)


def test_pages_with_dated_partnerships_have_a_timeline(site: Path) -> None:
    for path, wanted in (
        ("kommuner/umea", "Tidslinje: Umeå kommun"),
        ("regioner/region-skane", "Tidslinje: Region Skåne"),
        ("organisationer/norrskensmissionen", "Tidslinje: Norrskensmissionen"),
        ("organisationer/norrskensmissionen", "Tidslinje: lokala föreningar och enheter i Norrskensmissionen"),
        ("insatsomraden/akuta-insatser", "Visa tidslinje Tidslinje: "),
    ):
        assert wanted in page_text(site, path), path
    for path in ("kommuner/ale", "insatsomraden/fritid-utbildning", "malgrupper/vuxna"):
        assert "Tidslinje" not in page_text(site, path), path


def test_an_area_shows_its_trend_and_who_takes_part(site: Path) -> None:
    text = page_text(site, "insatsomraden/akuta-insatser")
    assert "Pågående partnerskap vid varje årsskifte: Akuta insatser" in text
    assert "Namn Kända Pågår Umeå kommun 2 0 Malmö stad 1 0" in text
    assert "Idéburna parter Namn Kända Pågår Norrskensmissionen 2 0" in text
    data = text[text.index("Data: Pågående partnerskap vid varje årsskifte: Akuta insatser") :]
    assert "Löpt ut eller okänt 2019 1 0 2020 1 0 2021 1 0 2022" in data
    assert (site / "insatsomraden/akuta-insatser/utveckling.csv").is_file()


def test_an_area_without_partnerships_has_no_trend(site: Path) -> None:
    text = page_text(site, "insatsomraden/trygghet")
    assert "årsskifte" not in text
    assert "Vilka som deltar" not in text


def test_a_body_s_partnerships_can_be_taken_away(site: Path) -> None:
    text = (site / "kommuner/umea/partnerskap.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == ["umea/dagverksamhet", "umea/natthem", "umea/utan-datum"]
    whole = (site / "data/partnerskap.csv").read_text(encoding="utf-8").splitlines()
    assert text.splitlines() == [line for line in whole if line.startswith(("id,", "umea/"))]
    assert not (site / "kommuner/ale/partnerskap.csv").exists()


def test_the_menu_marks_the_section_a_page_belongs_to(site: Path) -> None:
    def current(page: str) -> list[tuple[str, str]]:
        text = (site / page / "index.html").read_text(encoding="utf-8")
        return re.findall(r'aria-current="(page|true)">([^<]+)</a></li>', text[: text.index("<main")])

    assert current("kommuner") == [("page", "Kommuner")]
    assert current("kommuner/umea") == [("true", "Kommuner")]
    assert current("statistik/publicerade-siffror") == [("true", "Statistik")]
    assert current("") == []


def test_every_page_allows_nothing_from_elsewhere(site: Path) -> None:
    for page, text in pages(site):
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert policy, page
        assert policy[1].startswith("default-src 'none'; script-src 'self'; style-src 'self';"), page
        assert " style=" not in text, page
        assert "<script>" not in text, page
