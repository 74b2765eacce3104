from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from site_builder.register.alphabet import alphabetical, by_number
from site_builder.register.counts import status_counts
from site_builder.register.quality import completeness, is_old, missing, missing_counts
from site_builder.register.register import Register
from site_builder.register.status import Status


def ids(found: object) -> list[str]:
    return [one.id for one in found]  # type: ignore[attr-defined]


def test_every_body_is_there_once(toy: Register) -> None:
    assert (len(toy.municipalities), len(toy.regions)) == (290, 21)
    assert len({body.id for body in (*toy.municipalities, *toy.regions)}) == 310
    gotland = toy.bodies["region-gotland"]
    assert gotland in toy.municipalities
    assert gotland in toy.regions


def test_a_joint_agreement_is_found_under_both_bodies(toy: Register) -> None:
    assert "region-skane/gemensamt" in ids(toy.of_body("malmo"))
    assert ids(toy.of_body("region-skane")) == ["region-skane/gemensamt"]
    assert toy.by_id["region-skane/gemensamt"].leading_body == "region-skane"


def test_lookups(toy: Register) -> None:
    assert ids(toy.of_organisation("osterns-kvinnoforening")) == ["malmo/avslutat", "malmo/planerat"]
    assert ids(toy.of_area("akuta-insatser")) == ["malmo/ingen-part", "umea/dagverksamhet", "umea/natthem"]
    assert ids(toy.of_area(None)) == ["umea/utan-datum"]
    assert ids(toy.of_secondary_area("halsa-rehabilitering")) == ["umea/natthem"]
    assert ids(toy.of_target_group("aldre")) == ["malmo/planerat"]
    assert toy.of_body("ale") == ()
    assert ids(toy.members("norrskensmissionen")) == ["aldermans-vanner"]


def test_municipalities_and_their_region(toy: Register) -> None:
    umea = toy.bodies["umea"]
    assert toy.region_of(umea).id == "region-vasterbotten"
    assert umea in toy.municipalities_of(toy.bodies["region-vasterbotten"])


def test_coverage_tells_none_from_unknown(toy: Register) -> None:
    answer = toy.coverage_of("ale")
    assert answer is not None
    assert answer.state == "answered-none"
    assert toy.coverage_of("umea") is None


def test_records_are_frozen(toy: Register) -> None:
    with pytest.raises(FrozenInstanceError):
        toy.agreements[0].title = "Ny"  # type: ignore[misc]


def test_the_swedish_alphabet_orders_names(toy: Register) -> None:
    assert [one.name for one in toy.organisations.values()] == [
        "Norrskensmissionen",
        "Åldermans vänner",
        "Österns kvinnoförening",
    ]
    assert sorted(["Öckerö", "Zinkgruvan", "Ängelholm", "åmål"], key=alphabetical) == [
        "Zinkgruvan",
        "åmål",
        "Ängelholm",
        "Öckerö",
    ]


def test_numbers_within_a_text_count_as_numbers() -> None:
    places = ["4 rad 10", "4.1.2", "4 rad 2", "10", "3.1.10 rad 1", "3.1.2 rad 1", "Exempel 4"]
    assert sorted(places, key=by_number) == [
        "Exempel 4", "3.1.2 rad 1", "3.1.10 rad 1", "4 rad 2", "4 rad 10", "4.1.2", "10",
    ]  # fmt: skip


def test_what_comes_from_a_source_and_belongs_to_a_programme(toy: Register) -> None:
    assert ids(toy.of_programme("norrsken")) == ["umea/natthem"]
    assert len(toy.of_source("rapport")) == len(toy.agreements)
    assert toy.of_source("handbok") == ()
    assert ids(toy.figures_of("umea")) == ["famna-umea"]
    assert ids(toy.figures_from("rapport")) == ["rapport-antal", "rapport-tabell"]
    assert toy.payer("umea") is toy.bodies["umea"]
    assert toy.payer("Fonden") is None


def test_information_grows_old_after_two_years_unless_it_is_over(toy: Register) -> None:
    natthem, ended = toy.by_id["umea/natthem"], toy.by_id["malmo/avslutat"]
    assert not is_old(natthem, date(2025, 3, 31))
    assert is_old(natthem, date(2025, 4, 2))
    assert not is_old(ended, date(2050, 1, 1))


def test_status_counts_hold_every_status(toy: Register) -> None:
    assert status_counts(toy.agreements, date(2025, 6, 1)) == {
        Status.ACTIVE: 2,
        Status.PLANNED: 1,
        Status.EXPIRED: 2,
        Status.ENDED: 1,
        Status.UNKNOWN: 2,
    }


def test_what_is_missing(toy: Register) -> None:
    assert missing(toy.by_id["umea/natthem"]) == ()
    assert [wanted.id for wanted in missing(toy.by_id["umea/utan-datum"])] == [
        "unit", "start", "end", "area", "target-group", "document", "funding",
    ]  # fmt: skip
    assert "end" in [wanted.id for wanted in missing(toy.by_id["umea/dagverksamhet"])]
    assert "end" not in [wanted.id for wanted in missing(toy.by_id["region-gotland/tills-vidare"])]
    assert completeness([toy.by_id["umea/natthem"]]) == 1
    assert completeness([toy.by_id["umea/utan-datum"]]) == pytest.approx(1 / 8)
    assert completeness([]) == 1
    counts = {wanted.id: count for wanted, count in missing_counts(toy.agreements)}
    assert counts["nonprofit-party"] == 1
