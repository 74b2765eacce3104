"""What changed between two versions of a record, told by hand."""

from typing import Any

from site_builder.register.history import Change, changes


def told(before: Any, after: Any) -> list[tuple[Any, ...]]:
    found: list[Change] = list(changes(before, after))
    return [(each.pointer, each.before, each.after) for each in found]


def test_fields_that_came_went_and_changed() -> None:
    before = {"title": "A", "name": "N", "area": "x"}
    after = {"title": "B", "area": "x", "note": "Ny"}
    assert told(before, after) == [(("title",), "A", "B"), (("name",), "N", None), (("note",), None, "Ny")]


def test_the_same_in_another_form_is_no_change() -> None:
    assert told({"title": "A", "links": [], "name": None}, {"name": None, "title": "A"}) == []
    assert told({"title": "A"}, {"title": "A", "name": None, "links": []}) == []


def test_an_item_that_changed_in_part_is_told_by_its_field() -> None:
    first, second = {"kind": "original", "start": "2020", "end": "2021"}, {"kind": "extension", "end": "2022"}
    assert told({"periods": [first]}, {"periods": [first, second]}) == [(("periods", 1), None, second)]
    later = {**second, "end": "2023"}
    assert told({"periods": [first, second]}, {"periods": [first, later]}) == [(("periods", 1, "end"), "2022", "2023")]


def test_an_item_put_in_front_does_not_change_those_behind() -> None:
    first, second = {"body": "umea"}, {"body": "malmo", "units": ["Nämnden"]}
    assert told([second], [first, second]) == [((0,), None, first)]
    assert told([first, second], [second]) == [((0,), first, None)]


def test_an_item_that_shares_less_than_half_is_another() -> None:
    one, other = {"payer": "umea", "kind": "cash", "amount": 1}, {"payer": "malmo", "kind": "cash", "amount": 2}
    assert told([one], [other]) == [((0,), one, None), ((0,), None, other)]
    alike = {"payer": "umea", "kind": "cash", "amount": 2}
    assert told([one], [alike]) == [((0, "amount"), 1, 2)]


def test_a_new_order_alone_is_told_as_one_change() -> None:
    assert told({"units": ["A", "B"]}, {"units": ["B", "A"]}) == [(("units",), ["A", "B"], ["B", "A"])]


def test_a_list_that_was_something_else() -> None:
    assert told({"units": "A"}, {"units": ["B"]}) == [(("units",), "A", ["B"])]
