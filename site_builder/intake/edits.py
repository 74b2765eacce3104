"""Edits: values put into a data file where they belong, with all else in it left as it stands."""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from site_builder.intake.canonical import canonical, canonical_item, round_trip, styled
from site_builder.reading.fields import Schemas
from site_builder.reading.yamlfile import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A value to put at the pointer; None takes away what is there. The place after a list's last item adds one."""

    pointer: Pointer
    value: Any


def edited(kind: str, path: str, text: str, edits: Iterable[Edit], schemas: Schemas) -> str | None:
    """The record with the edits made in their order; comments and order are kept, and the style of all that stays.

    What is taken away from a list makes those after it move up, so of one list the last is to be taken first. A list
    or record that is left empty goes too. None where the file, or what is put into it, is nothing the register reads.
    Raises LookupError where a pointer leads nowhere.
    """
    yaml = round_trip()
    record = yaml.load(text)
    for edit in edits:
        _put(record, edit.pointer, None if edit.value is None else styled(edit.value, edit.pointer, kind, schemas))
    written = io.StringIO()
    yaml.dump(record, written)
    result = canonical(kind, path, written.getvalue(), schemas)
    return result if result is None or canonical(kind, path, text, schemas) == text else written.getvalue()


def _put(record: Any, pointer: Pointer, value: Any) -> None:
    """The value at the pointer; what lies on the way there is made where it is missing."""
    key, *rest = pointer
    if rest:
        if _is_missing(record, key):
            _set(record, key, CommentedSeq() if isinstance(rest[0], int) else CommentedMap())
        _put(record[key], tuple(rest), value)
        if isinstance(record[key], dict | list) and not record[key]:
            del record[key]
    elif value is None:
        del record[key]
    else:
        _set(record, key, value)


def _is_missing(record: Any, key: str | int) -> bool:
    if isinstance(key, int):
        return key == len(record)
    return record.get(key) is None


def _set(record: Any, key: str | int, value: Any) -> None:
    if isinstance(key, int) and key == len(record):
        record.append(value)
    else:
        record[key] = value


def listed(kind: str, text: str, item: Mapping[str, Any], schemas: Schemas) -> str:
    """The shared list with the item as its last: the lines that stand there are not touched."""
    kept = re.sub(r"(?m)^\[\]\s*\Z", "", text).rstrip()
    return f"{kept}\n{canonical_item(kind, item, schemas)}"
