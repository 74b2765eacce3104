"""What partnerships are gathered under, in the toy register."""

from datetime import date

from site_builder.presenting.facets import facets
from site_builder.presenting.rows import rows
from site_builder.presenting.topics import topic_of_body, topic_of_organisation, topics
from site_builder.register.register import Register

DAY = date(2025, 6, 1)


def test_the_explorer_finds_the_topic_s_partnerships(toy: Register) -> None:
    """Four bodies, three organisations, five areas and three target groups; a region's choice has its county too."""
    shown = rows(toy, toy.agreements, DAY)
    choices = {facet.id: facet for facet in facets(toy, shown)}
    tried = 0
    for topic in topics(toy):
        if not topic.agreements:
            continue
        [(facet_id, value)] = topic.query
        facet = choices[facet_id]
        place = [choice.id for choice in facet.choices].index(value)
        found = {row.agreement.id for row, chosen in zip(shown, facet.rows, strict=True) if place in chosen}
        own = {agreement.id for agreement in topic.agreements}
        assert own < found if topic.subject.id == "region-skane" else own == found, topic.path
        tried += 1
    assert tried == 15


def test_a_joint_board_is_no_choice_in_the_explorer(toy: Register) -> None:
    assert topic_of_body(toy, toy.bodies["samordningsforbundet-norr"]).query == ()


def test_parties_are_named_where_the_organisation_is_not_alone(toy: Register) -> None:
    alone = topic_of_organisation(toy, toy.organisations["osterns-kvinnoforening"])
    together = topic_of_organisation(toy, toy.organisations["aldermans-vanner"])
    assert alone.columns == ("body", "area")
    assert together.columns == ("body", "party", "area")


def test_a_movement_has_its_members_partnerships_too(toy: Register) -> None:
    movement = topic_of_organisation(toy, toy.organisations["norrskensmissionen"])
    assert {agreement.id for agreement in movement.agreements} == {
        "region-gotland/tills-vidare",
        "region-skane/gemensamt",
        "umea/dagverksamhet",
        "umea/natthem",
        "umea/utan-datum",
    }
