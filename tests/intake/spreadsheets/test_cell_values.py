"""What people write in cells is understood where it is certain, and told of where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.intake.names import Names
from site_builder.intake.spreadsheets.cell_values import Known, date_text, tidy
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.underlag import Column, written
from site_builder.register.register import Register
from tests.underlag import SCHEMAS, SHEETS


@pytest.fixture(scope="module")
def known(toy: Register) -> Known:
    return Known(labels=Labels.of(toy, SCHEMAS), names=Names.of(toy))


def column(sheet: str, key: str) -> Column:
    return next(each for each in SHEETS if each.name == sheet).by_key[key]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"),
        ("2 023", "2023"),
        ("2023-01", "2023-01"),
        ("2023-1-5", "2023-01-05"),
        ("2023/01/31", "2023-01-31"),
        ("20230131", "2023-01-31"),
        ("31/12 2023", "2023-12-31"),
        ("den 31 december 2023", "2023-12-31"),
        ("Dec. 2023", "2023-12"),
        ("mars 2023", "2023-03"),
        ("1/2/2023", None),
        ("12-31-2023", None),
        ("23", None),
        ("45291", None),
        ("våren 2023", None),
        ("2023-01-01--2023-12-31", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert date_text(text) == date


@pytest.mark.parametrize(
    ("text", "amount"),
    [("553200", 553200), ("553 200 kr", 553200), ("553.200:-", 553200), ("1 000,00", 1000), ("90000 SEK", 90000)],
)
def test_amounts(known: Known, text: str, amount: int) -> None:
    assert known.meant(column("Finansiering", "amount"), text).value == amount


@pytest.mark.parametrize("text", ["0", "-5", "1,5", "cirka 5000", "1 194 50 kronor", "9" * 12])
def test_what_is_no_amount(known: Known, text: str) -> None:
    assert "Skriv hela kronor med siffror" in known.meant(column("Finansiering", "amount"), text).fault


def test_words_are_known_by_label_and_id(known: Known) -> None:
    kind = column("Perioder", "kind")
    assert known.meant(kind, " ursprunglig  Period ").value == "original"
    assert known.meant(kind, "extension").value == "extension"
    areas = column("Partnerskap", "secondary_areas")
    assert known.meant(areas, "Trygghet; Övrigt;").value == ["trygghet", "ovrigt"]
    assert "två gånger" in known.meant(areas, "Trygghet; trygghet").fault
    assert known.meant(column("Finansiering", "payer"), "Umeå kommun").value == "umea"
    assert known.meant(column("Finansiering", "payer"), "Fonden").value == "Fonden"
    assert known.meant(column("Perioder", "open_ended"), "Nej").value is None
    assert known.meant(column("Källor", "link_marker"), "Nej").value is False


def test_names_are_known_by_alias_and_short_name(known: Known) -> None:
    party = column("Parter", "party")
    assert known.meant(party, "Missionen Norrsken", "nonprofit_parties").value == "norrskensmissionen"
    assert known.meant(party, "Malmö stad", "public_parties").value == "malmo"
    new = known.meant(party, "Odlarna", "nonprofit_parties")
    assert (new.value, new.new_organisation) == ("odlarna", ("odlarna", "Odlarna"))
    assert "Välj först i kolumnen Sida" in known.meant(party, "Odlarna").fault
    assert "Skriv organisationens namn med bokstäver" in known.meant(party, "???", "nonprofit_parties").fault


def test_a_text_that_is_too_long_is_told_of(known: Known) -> None:
    told = known.meant(column("Partnerskap", "title"), "x" * 91).fault
    assert told == "Texten är 91 tecken; högst 90 får plats. Korta den."


LINES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80).map(tidy).filter(bool)


@given(units=st.lists(LINES, min_size=1, max_size=4, unique=True))
def test_several_texts_in_one_cell_come_back_as_they_were(known: Known, units: list[str]) -> None:
    units_column = column("Parter", "units")
    meant = known.meant(units_column, written(units_column, units, known.labels))
    assert meant.fault or meant.value == units
    assert not meant.fault or "personnummer" in meant.fault or len(max(units, key=len)) > 200


@given(text=st.text(max_size=60))
def test_nothing_written_in_a_cell_raises(known: Known, text: str) -> None:
    for sheet in SHEETS:
        for each in sheet.columns:
            known.meant(each, text, "nonprofit_parties")
