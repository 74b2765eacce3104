from dataclasses import replace
from datetime import date

from site_builder.register.agreement import Agreement, PublicParty
from site_builder.register.comparison import Rank, groups, peers, per_100_000, population, rank, tally
from site_builder.register.directory import Body, Municipality
from site_builder.register.register import Register

DAY = date(2025, 6, 1)


def test_equal_values_share_a_place_and_the_next_is_left_out() -> None:
    values = [5, 3, 3, 1]
    assert rank(5, values) == Rank(place=1, of=4, is_shared=False)
    assert rank(3, values) == Rank(place=2, of=4, is_shared=True)
    assert rank(1, values) == Rank(place=4, of=4, is_shared=False)
    assert per_100_000(3, 120_000) == 2.5


def test_the_groups_are_skr_s_nine_and_the_regions(toy: Register) -> None:
    found = {group.id: group for group in groups(toy)}
    assert list(found) == [
        "storstader",
        "pendlingskommun-nara-storstad",
        "storre-stad",
        "pendlingskommun-nara-storre-stad",
        "lagpendlingskommun-nara-storre-stad",
        "mindre-stad-tatort",
        "pendlingskommun-nara-mindre-tatort",
        "landsbygdskommun",
        "landsbygdskommun-med-besoksnaring",
        "regioner",
    ]
    assert {body.id for body in found["storstader"].bodies} == {"stockholm", "goteborg", "malmo"}
    assert sum(len(group.bodies) for group in found.values()) == 290 + 21
    gotland = toy.bodies["region-gotland"]
    assert [group.id for group in found.values() if gotland in group.bodies] == ["mindre-stad-tatort", "regioner"]


def test_a_body_s_tally_by_hand(toy: Register) -> None:
    umea = tally(toy, [toy.bodies["umea"]], DAY)
    assert (umea.known, umea.active, umea.ending, umea.old, umea.unclassified) == (3, 0, 0, 3, 1)
    assert [(area.id, count) for area, count in umea.areas] == [("akuta-insatser", 2)]
    assert [area.id for area in umea.commonest] == ["akuta-insatser"]
    assert umea.per_100_000 == 300_000 / population(toy.bodies["umea"])

    malmo = tally(toy, [toy.bodies["malmo"]], DAY)  # the one that is over does not grow old
    assert (malmo.known, malmo.active, malmo.ending, malmo.old, malmo.unclassified) == (4, 1, 0, 3, 0)
    assert len(malmo.commonest) == 4
    assert tally(toy, [toy.bodies["malmo"]], date(2026, 7, 1)).ending == 1

    nothing = tally(toy, [toy.bodies["ale"]], DAY)
    assert (nothing.known, nothing.areas, nothing.commonest, nothing.per_100_000) == (0, (), (), 0)


def test_what_bodies_share_counts_once_among_them(toy: Register) -> None:
    malmo, skane, umea = (toy.bodies[id] for id in ("malmo", "region-skane", "umea"))
    assert tally(toy, [malmo, skane], DAY).known == 4
    assert tally(toy, [malmo, umea], DAY).known == 7
    assert tally(toy, [malmo, umea], DAY).population == population(malmo) + population(umea)


def town(name: str, inhabitants: int) -> Body:
    side = Municipality(
        code="0000",
        short_name=name,
        county_code="00",
        population=inhabitants,
        population_date="2024-12-31",
        skr_group_code="X1",
        skr_group="Prov",
    )
    return Body(id=name.lower(), name=name, official_name=name, municipality=side)


def known_in(toy: Register, body: Body) -> Agreement:
    party = PublicParty(body=body.id, as_named=None, units=())
    return replace(toy.by_id["umea/utan-datum"], id=f"{body.id}/prov", public_parties=(party,))


def test_peers_are_the_nearest_in_population_that_have_partnerships(toy: Register) -> None:
    own, silent = town("Egen", 1000), town("Tyst", 1000)
    others = [
        town("Bo", 1100), town("Al", 900), town("Dal", 1500), town("Ek", 1001), town("Fors", 1600), town("Gren", 1700),
        town("Hed", 1800), town("Is", 1900), town("Jord", 9000),
    ]  # fmt: skip
    bodies = (own, silent, *others)
    register = replace(
        toy,
        bodies={body.id: body for body in bodies},
        agreements=tuple(known_in(toy, body) for body in (own, *others)),
    )
    (group, _) = groups(register)
    assert group.name == "Prov"
    # Al and Bo are equally near and stand by name; Jord is the ninth.
    assert [body.name for body in peers(register, group, own)] == [
        "Ek", "Al", "Bo", "Dal", "Fors", "Gren", "Hed", "Is",
    ]  # fmt: skip
    assert peers(register, group, silent)[0] == own
