"""Edits between: what has to be edited for one value of a record to become another, and no more."""

from collections.abc import Iterator
from typing import Any

from site_builder.intake.edits import Edit
from site_builder.reading.yamlfile import Pointer


def edits_between(before: Any, after: Any, pointer: Pointer) -> Iterator[Edit]:
    """Edits in the order they are to be made; items of lists are compared place by place."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from edits_between(before.get(key), after.get(key), (*pointer, key))
    elif isinstance(before, list) and isinstance(after, list) and after:
        for place, (one, other) in enumerate(zip(before, after, strict=False)):
            yield from edits_between(one, other, (*pointer, place))
        yield from (Edit(pointer=(*pointer, place), value=after[place]) for place in range(len(before), len(after)))
        yield from (Edit(pointer=(*pointer, place), value=None) for place in range(len(before) - 1, len(after) - 1, -1))
    elif (before or None) != (after or None):
        yield Edit(pointer=pointer, value=after or None)
