"""What nobody has agreed to publish, counted by hand on the toy register: eight partnerships, three organisations."""

from dataclasses import replace

import pytest

from site_builder.register.register import Register
from site_builder.register.release import Key, Release, surprises

AS_EXPECTED = Release(agreements=8, organisations=3, removed=frozenset())


def test_nothing_surprises_where_all_is_as_expected(toy: Register) -> None:
    came_back: frozenset[Key] = frozenset({("agreement", "umea/natthem")})
    assert list(surprises(toy, AS_EXPECTED, came_back)) == []


def test_each_vanished_record_is_named_with_what_to_do(toy: Register) -> None:
    """The toy register renames umea/harbarge and norrskens-missionen; the others are gone."""
    removed: frozenset[Key] = frozenset(
        {
            ("agreement", "umea/harbarge"),
            ("organisation", "norrskens-missionen"),
            ("agreement", "umea/borta"),
            ("organisation", "borta"),
        }
    )
    found = list(surprises(toy, AS_EXPECTED, removed))
    assert [line.partition(" ")[0] for line in found] == [
        "data/agreements/umea/borta.yaml",
        "data/organisations/borta.yaml",
    ]
    assert all("data/redirects.yaml" in line and "data/release.yaml" in line for line in found)
    agreed = replace(AS_EXPECTED, removed=frozenset({("agreement", "umea/borta"), ("organisation", "borta")}))
    assert list(surprises(toy, agreed, removed)) == []


def test_what_is_said_to_be_removed_must_be_gone(toy: Register) -> None:
    release = replace(AS_EXPECTED, removed=frozenset({("agreement", "umea/natthem")}))
    (found,) = surprises(toy, release, frozenset())
    assert found.startswith("data/agreements/umea/natthem.yaml finns, men")


@pytest.mark.parametrize(("expected", "is_fine"), [(18, True), (19, False), (0, True)])
def test_a_small_register_may_differ_by_ten(toy: Register, expected: int, is_fine: bool) -> None:
    found = list(surprises(toy, replace(AS_EXPECTED, agreements=expected), frozenset()))
    assert (not found) is is_fine
    if not is_fine:
        assert "agreements: 8 i data/release.yaml" in found[0]


@pytest.mark.parametrize(("count", "is_fine"), [(180, True), (220, True), (179, False), (221, False)])
def test_a_large_one_may_differ_by_a_tenth(toy: Register, count: int, is_fine: bool) -> None:
    many = replace(toy, agreements=tuple(replace(toy.agreements[0], id=f"umea/nummer-{n}") for n in range(count)))
    found = list(surprises(many, replace(AS_EXPECTED, agreements=200), frozenset()))
    assert (not found) is is_fine
