"""Names as people write them lead to what they mean, and to nothing where that is not certain."""

from pathlib import Path

import pytest

from site_builder.intake.names import Match, Names, new_id
from site_builder.reading.validate import read
from tests.toy_project import TODAY

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names() -> Names:
    register = read(ROOT, TODAY).register
    assert register
    return Names.of(register)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("umea", "umea"),
        ("Umeå kommun", "umea"),
        ("  umeå ", "umea"),
        ("Göteborgs Stad", "goteborg"),
        ("Borås stad", "boras"),
        ("Håbo kommun", "habo-uppsala-lan"),
        ("VGR", "vastra-gotalandsregionen"),
        ("Region Skåne", "region-skane"),
        ("Gotland", "region-gotland"),
    ],
)
def test_bodies(names: Names, text: str, id: str) -> None:
    assert names.body(text) == Match(id=id)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Röda Korset", "roda-korset"),
        ("Föreningen Passalen", "passalen"),
        ("GÖTEBORGS KYRKLIGA STADSMISSION", "goteborgs-stadsmission"),
    ],
)
def test_organisations(names: Names, text: str, id: str) -> None:
    assert names.organisation(text) == Match(id=id)


def test_what_is_not_certain_is_only_likely(names: Names) -> None:
    assert names.body("Upsala kommun") == Match(likely=("uppsala",))
    assert names.organisation("Röda Korset i Umeå").id is None
    assert "goteborgs-stadsmission" in names.organisation("Göteborg stadsmission").likely


@pytest.mark.parametrize("text", ["", "   ", "kommun", "Skåne", "<script>", "../../etc/passwd", "х" * 5000])
def test_what_nobody_is_called(names: Names, text: str) -> None:
    assert names.body(text).id is None
    assert names.organisation(text).id is None


def test_a_new_id_is_made_of_the_name_and_is_its_own() -> None:
    assert new_id("Läxhjälparna i Umeå!", ()) == "laxhjalparna-i-umea"
    assert new_id("Röda Korset", {"roda-korset", "roda-korset-2"}) == "roda-korset-3"
    assert new_id("ЖЖ", ()) == ""
