"""History: what changed in a partnership's record and when, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value that changed: where it stands in the record, and what it was and became; None where there was none.

    Two lists are a list in a new order. Values are as the data file has them, which may be of an older format.
    """

    pointer: Pointer
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one commit, by its id, made of the record. `renamed_from` is the id it had until then."""

    day: date
    commit: str
    kind: Literal["added", "changed", "removed"]
    renamed_from: str | None
    changes: tuple[Change, ...]


Histories = Mapping[str, tuple[Revision, ...]]  # by the partnership's id, the oldest first


def changes(before: Any, after: Any, pointer: Pointer = ()) -> Iterator[Change]:
    """What differs between two versions of a record, or of a value in it, down to single fields."""
    if isinstance(before, list) or isinstance(after, list):
        yield from _in_list(before or [], after or [], pointer)
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from changes(before.get(key), after.get(key), (*pointer, key))
    elif before != after:
        yield Change(pointer=pointer, before=before, after=after)


def _in_list(before: Any, after: Any, pointer: Pointer) -> Iterator[Change]:
    """Items that came, went or changed; an item that changed only in part is told of by its fields."""
    if not (isinstance(before, list) and isinstance(after, list)):
        yield Change(pointer=pointer, before=before, after=after)
        return
    gone = [(place, item) for place, item in enumerate(before) if item not in after]
    new = [(place, item) for place, item in enumerate(after) if item not in before]
    for place, item in gone:
        like = next((each for each in new if is_same(item, each[1])), None)
        if like:
            new.remove(like)
            yield from changes(item, like[1], (*pointer, like[0]))
        else:
            yield Change(pointer=(*pointer, place), before=item, after=None)
    yield from (Change(pointer=(*pointer, place), before=None, after=item) for place, item in new)
    if before != after and sorted(map(repr, before)) == sorted(map(repr, after)):
        yield Change(pointer=pointer, before=before, after=after)


def is_same(one: Any, other: Any) -> bool:
    """Two items are one that changed when they share half their fields or more."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    shared = [key for key, value in one.items() if other.get(key) == value]
    return 2 * len(shared) >= len(one.keys() | other.keys())
