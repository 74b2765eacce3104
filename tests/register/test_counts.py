from datetime import date

from site_builder.register.counts import Count, body_counts, organisation_counts
from site_builder.register.register import Register

DAY = date(2025, 6, 1)


def test_parties_of_most_come_first_and_then_by_name(toy: Register) -> None:
    """Natthem and dagverksamhet have run out without news; only what Malmö shares with the region is active."""
    mission = toy.of_organisation("norrskensmissionen")
    assert [(each.subject.id, each.known, each.active) for each in body_counts(mission, toy.bodies, DAY)] == [
        ("umea", 3, 0),
        ("malmo", 1, 1),
        ("region-skane", 1, 1),
    ]
    umea = toy.of_body("umea")
    assert organisation_counts(umea, toy.organisations, DAY) == (
        Count(toy.organisations["norrskensmissionen"], 3, 0),
        Count(toy.organisations["aldermans-vanner"], 1, 0),
    )
    assert body_counts((), toy.bodies, DAY) == ()
