"""Similar partnerships of the toy register, told by hand."""

from dataclasses import replace

from site_builder.register.agreement import Agreement
from site_builder.register.likeness import Reason, Similar, similar
from site_builder.register.register import Register

PURPOSE, ORGANISATION, MOVEMENT, BODY = Reason


def reasons(found: tuple[Similar, ...]) -> dict[str, tuple[Reason, ...]]:
    return {each.agreement.id: each.reasons for each in found}


def of(toy: Register, id: str) -> dict[str, tuple[Reason, ...]]:
    return reasons(similar(toy, toy.by_id[id]))


def test_what_the_record_points_to_is_told_of_elsewhere(toy: Register) -> None:
    """Natthem shares area, target group, party and body with dagverksamhet, but they are related already."""
    assert of(toy, "umea/natthem") == {
        "umea/utan-datum": (ORGANISATION, BODY),
        "region-skane/gemensamt": (ORGANISATION,),
        "region-gotland/tills-vidare": (MOVEMENT,),
    }


def test_a_relation_counts_in_both_directions(toy: Register) -> None:
    """Läxhjälp and natthem point to dagverksamhet: it lists neither, though both share all but everything."""
    assert of(toy, "umea/dagverksamhet") == {
        "region-skane/gemensamt": (ORGANISATION,),
        "region-gotland/tills-vidare": (MOVEMENT,),
    }


def test_a_movement_is_named_only_where_no_organisation_is_shared(toy: Register) -> None:
    found = {each.agreement.id: each for each in similar(toy, toy.by_id["region-gotland/tills-vidare"])}
    assert found["umea/utan-datum"].organisations == ("aldermans-vanner",)
    assert found["umea/utan-datum"].movements == ()
    assert found["region-skane/gemensamt"].movements == ("norrskensmissionen",)
    assert reasons(tuple(found.values())) == {
        "umea/utan-datum": (ORGANISATION,),
        "umea/dagverksamhet": (MOVEMENT,),  # begun 2022
        "region-skane/gemensamt": (MOVEMENT,),  # 2021
        "umea/natthem": (MOVEMENT,),  # 2019
    }
    assert list(found) == ["umea/utan-datum", "umea/dagverksamhet", "region-skane/gemensamt", "umea/natthem"]


def test_any_shared_body_counts_and_a_purpose_needs_both_area_and_group(toy: Register) -> None:
    """Region Skåne's has Malmö as its second body; Malmö's roof has the group everyone, as it has, but another area."""
    assert of(toy, "malmo/ingen-part") == {
        "region-skane/gemensamt": (BODY,),
        "malmo/avslutat": (BODY,),
        "malmo/planerat": (BODY,),
    }
    same = replace(toy.by_id["malmo/ingen-part"], area="halsa-rehabilitering")
    assert reasons(similar(toy, same))["region-skane/gemensamt"] == (PURPOSE, BODY)


def test_two_without_area_are_not_alike_for_that(toy: Register) -> None:
    bare = replace(toy.by_id["umea/utan-datum"], nonprofit_parties=(), public_parties=(), relations=())
    assert similar(toy, bare) == ()


def test_at_most_five_are_listed_and_a_programme_s_own_are_not(toy: Register) -> None:
    def copy(number: int, **changed: object) -> Agreement:
        original = toy.by_id["malmo/ingen-part"]
        return replace(original, id=f"malmo/kopia-{number}", **changed)  # type: ignore[arg-type]

    shown = copy(0, programme="norrsken")
    crowd = (*(copy(number) for number in range(1, 8)), copy(8, programme="norrsken"), copy(9, periods=()))
    found = similar(replace(toy, agreements=crowd), shown)
    assert [each.agreement.id for each in found] == [f"malmo/kopia-{number}" for number in range(1, 6)]
