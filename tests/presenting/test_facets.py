"""The explorer's facets over the toy register's eight partnerships, counted by hand."""

from datetime import date

from site_builder.presenting.facets import Facet, facets
from site_builder.presenting.rows import rows
from site_builder.register.register import Register

DAY = date(2025, 6, 1)


def counted(toy: Register, id: str) -> list[tuple[str, int]]:
    facet = facet_of(toy, id)
    return [(choice.id, count) for choice, count in zip(facet.choices, facet.counts, strict=True)]


def facet_of(toy: Register, id: str) -> Facet:
    return next(each for each in facets(toy, rows(toy, toy.agreements, DAY)) if each.id == id)


def test_municipalities_are_those_that_are_parties(toy: Register) -> None:
    """The joint one of Region Skåne and Malmö counts for Malmö; Gotland is a municipality too."""
    assert counted(toy, "kommun") == [("malmo", 4), ("region-gotland", 1), ("umea", 3)]


def test_a_region_has_its_own_and_its_municipalities_partnerships_once(toy: Register) -> None:
    assert counted(toy, "region") == [("region-gotland", 1), ("region-skane", 4), ("region-vasterbotten", 3)]


def test_choices_stand_in_the_vocabulary_s_order_and_the_unclassified_last(toy: Register) -> None:
    assert counted(toy, "omrade") == [
        ("fritid-utbildning", 1),
        ("halsa-rehabilitering", 1),
        ("brottsoffer-brottsforebyggande", 1),
        ("arbete-integration", 1),
        ("akuta-insatser", 3),
        ("saknas", 1),
    ]


def test_a_movement_has_its_members_and_itself(toy: Register) -> None:
    """Norrskensmissionen is a party to four, Åldermans vänner, its member, to two, one of them the same."""
    assert counted(toy, "organisation") == [
        ("norrskensmissionen", 4),
        ("aldermans-vanner", 2),
        ("osterns-kvinnoforening", 2),
    ]
    assert counted(toy, "rorelse") == [("norrskensmissionen", 5)]


def test_years_come_latest_first_and_the_unknown_last(toy: Register) -> None:
    assert counted(toy, "start") == [
        ("2022", 2), ("2021", 1), ("2020", 1), ("2019", 1), ("2015", 1), ("saknas", 2),
    ]  # fmt: skip


def test_documents_and_gaps(toy: Register) -> None:
    """Only Natthem has a link to a decision; it lacks nothing. Läxhjälp lacks all but its party."""
    assert counted(toy, "dokument") == [("finns", 1), ("saknas", 7)]
    gaps = facet_of(toy, "luckor")
    shown = {row.agreement.id: gaps.choices[places[0]].id for row, places in zip(
        rows(toy, toy.agreements, DAY), gaps.rows, strict=True
    )}  # fmt: skip
    assert shown["umea/natthem"] == "0"
    assert shown["umea/utan-datum"] == "5"
    assert shown["region-gotland/tills-vidare"] == "1-2"
    assert shown["umea/dagverksamhet"] == "3-4"


def test_rows_point_at_their_choices(toy: Register) -> None:
    facet = facet_of(toy, "organisation")
    by_id = {row.agreement.id: places for row, places in zip(rows(toy, toy.agreements, DAY), facet.rows, strict=True)}
    assert [facet.choices[place].id for place in by_id["umea/utan-datum"]] == ["aldermans-vanner", "norrskensmissionen"]
    assert by_id["malmo/ingen-part"] == ()
