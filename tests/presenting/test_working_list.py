"""Working lists on the toy site's pages: how many, what first, what is not said twice."""

import csv
import io
from pathlib import Path

import pytest

from tests.presenting.test_pages import page_text

NUMBERS = (
    "kända partnerskap {} pågår enligt senast kända uppgift {} löper ut inom ett år {} behöver bekräftas {} "
    "Per 1 juni 2025."
)


@pytest.mark.parametrize(
    ("page", "numbers", "query"),
    [
        ("kommuner/malmo", (4, 1, 0, 1), "kommun=malmo"),
        ("regioner/region-skane", (1, 1, 0, 0), "region=region-skane"),
        ("organisationer/osterns-kvinnoforening", (2, 0, 0, 0), "organisation=osterns-kvinnoforening"),
        ("organisationer/norrskensmissionen", (5, 2, 0, 3), "rorelse=norrskensmissionen"),
        ("insatsomraden/akuta-insatser", (3, 0, 0, 3), "omrade=akuta-insatser"),
        ("malgrupper/samtliga", (3, 2, 0, 1), "malgrupp=samtliga"),
    ],
)
def test_a_page_has_its_numbers_and_leads_to_the_explorer(
    site: Path, page: str, numbers: tuple[int, ...], query: str
) -> None:
    assert NUMBERS.format(*numbers) in page_text(site, page)
    html = (site / page / "index.html").read_text(encoding="utf-8")
    assert f'href="../../partnerskap/?{query}"' in html
    table = (site / page / "partnerskap.csv").read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(table)))) == numbers[0]


def test_sections_stand_in_order_of_what_there_is_to_do(site: Path) -> None:
    text = page_text(site, "kommuner/malmo")
    places = [
        text.index(heading)
        for heading in ("Pågår (1)", "Behöver bekräftas (1)", "Annonserade (1)", "Avslutade (1)", "Tidslinje: ")
    ]
    assert places == sorted(places)
    assert "Löper ut inom ett år (" not in text
    html = (site / "kommuner/malmo/index.html").read_text(encoding="utf-8")
    assert '<a href="#obekraftade">' in html and '<h2 id="obekraftade">' in html
    assert 'href="#snart"' not in html


def test_a_table_does_not_repeat_what_its_page_is_about(site: Path) -> None:
    assert "Partnerskap Kommun eller region Insatsområde Start Slut" in page_text(
        site, "organisationer/osterns-kvinnoforening"
    )
    assert "Partnerskap Kommun eller region Idéburen part Start Slut" in page_text(
        site, "insatsomraden/halsa-rehabilitering"
    )
    assert "Partnerskap Idéburen part Insatsområde Start Slut" in page_text(site, "kommuner/malmo")


def test_a_movement_s_own_come_before_its_members(site: Path) -> None:
    text = page_text(site, "organisationer/norrskensmissionen")
    own = text.index("Partnerskap där Norrskensmissionen är part")
    members = text.index("Lokala föreningar och enheter i registret")
    assert own < text.index("Behöver bekräftas (3)") < members < text.index("Behöver bekräftas (1)")
    assert "Partnerskap där de är parter Namn Kända Pågår Åldermans vänner 2 1" in text
    assert text.count("Berätta hur det är.") == 1


def test_a_term_without_partnerships_asks_for_them(site: Path) -> None:
    text = page_text(site, "insatsomraden/trygghet")
    assert "Registret känner inte till något partnerskap här." in text
    assert "Sök och filtrera" not in text
    assert "Följ Flöde (Atom)" in text
