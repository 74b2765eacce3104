"""Canonical: the one way in which a record is written as YAML; writing it again changes nothing.

Fields stand in the schema's order, and each kind of value has its style. Comments and values are kept.
"""

import io
import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, PlainScalarString

from site_builder.reading.fields import Schemas
from site_builder.reading.scalars import plain_scalar
from site_builder.reading.yamlfile import Pointer, parsed

ONE_LINE_EACH = frozenset({"periods", "funding", "sources", "relations", "other_parties"})
"""Lists whose items are short records, each written on a line of its own within braces."""
ONE_ITEM_A_LINE = frozenset({"aliases"})
"""Lists of texts that are long; other lists of texts stand on one line within brackets."""
PROSE = frozenset({"purpose", "note"})
"""Texts of one or more whole sentences, written as blocks."""

_ID = re.compile(r"[a-z][a-z0-9]*([-/][a-z0-9]+)*")
_PLAIN = re.compile(r"[^\W_][^\n\\\"'\[\]{}]*")
_HEADER = "# yaml-language-server: $schema={up}schema/{kind}.schema.json\n"


def canonical(kind: str, path: str, text: str, schemas: Schemas) -> str | None:
    """The record as it should be written; None where the text is no YAML that the register reads.

    `kind` is the schema's name. A file whose comments would be lost stays as it is.
    """
    before, problems = parsed(path, text.encode("utf-8"))
    if before is None or problems or not isinstance(before.data, dict):
        return None
    yaml = round_trip()
    record = yaml.load(text)
    written = io.StringIO()
    yaml.dump(_styled(record, (), kind, schemas), written)
    result = _headed(kind, path, written.getvalue())
    after, _ = parsed(path, result.encode("utf-8"))
    assert after is not None and _essence(after.data) == _essence(before.data), f"{path} would change its meaning"
    return result if _comments(text) <= _comments(result) else text


def canonical_item(kind: str, item: Mapping[str, Any], schemas: Schemas) -> str:
    """An item of a shared list, such as the sources, as its lines; `kind` is the list's schema."""
    written = io.StringIO()
    round_trip().dump(styled(dict(item), (0,), kind, schemas), written)
    return "".join(f"{'  ' if place else '- '}{line}\n" for place, line in enumerate(written.getvalue().splitlines()))


def styled(value: Any, pointer: Pointer, kind: str, schemas: Schemas) -> Any:
    """A plain value as ruamel.yaml is to write it where the pointer leads."""
    plain = io.StringIO()
    yaml = round_trip()
    yaml.dump([value], plain)
    return _styled(yaml.load(plain.getvalue())[0], pointer, kind, schemas)


def round_trip() -> YAML:
    """ruamel.yaml as the register uses it: what is read keeps its comments, order and quotes."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 2**20
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _headed(kind: str, path: str, text: str) -> str:
    """With the line that tells editors of the schema."""
    if text.startswith("# yaml-language-server:"):
        return text
    return _HEADER.format(up="../" * path.count("/"), kind=kind) + text


def _styled(value: Any, pointer: Pointer, kind: str, schemas: Schemas) -> Any:
    if isinstance(value, CommentedMap):
        return _styled_map(value, pointer, kind, schemas)
    if isinstance(value, CommentedSeq):
        return _styled_list(value, pointer, kind, schemas)
    return _styled_text(value, pointer) if isinstance(value, str) else value


def _styled_map(record: CommentedMap, pointer: Pointer, kind: str, schemas: Schemas) -> CommentedMap:
    """In the schema's order; what the schema does not know comes last, as it came."""
    known = list(schemas.at(kind, pointer).get("properties", ()))
    for key in sorted(record, key=lambda key: known.index(key) if key in known else len(known)):
        value, comments = _styled(record[key], (*pointer, key), kind, schemas), record.ca.items.get(key)
        del record[key]
        record[str(key)] = value  # str, for a key may have come in quotes
        if comments:
            record.ca.items[str(key)] = comments
    if _is_braced(pointer):
        record.fa.set_flow_style()
    else:
        record.fa.set_block_style()
    return record


def _styled_list(items: CommentedSeq, pointer: Pointer, kind: str, schemas: Schemas) -> CommentedSeq:
    for place, item in enumerate(items):
        items[place] = _styled(item, (*pointer, place), kind, schemas)
    holds_texts = not any(isinstance(item, CommentedMap | CommentedSeq) for item in items)
    if holds_texts and pointer[-1] not in ONE_ITEM_A_LINE:
        items.fa.set_flow_style()
    else:
        items.fa.set_block_style()
    return items


def _styled_text(text: str, pointer: Pointer) -> str:
    """Prose as a block, what could be misread or stands within braces in quotes, else plain."""
    if pointer[-1] in PROSE and len(pointer) == 1:
        return _block(text)
    is_listed = isinstance(pointer[-1], int)
    is_plain = _ID.fullmatch(text) if _is_braced(pointer[:-1]) else _is_plain(text, is_listed)
    style: type[str] = PlainScalarString if is_plain else DoubleQuotedScalarString
    return style(text)


def _block(text: str) -> str:
    """Without space at the ends of lines, which YAML writes no block of."""
    lines = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    style: type[str] = LiteralScalarString
    return style(f"{lines}\n")


def _is_braced(pointer: Pointer) -> bool:
    """Whether the record at the pointer is written on one line."""
    return bool(pointer) and pointer[0] in ONE_LINE_EACH and len(pointer) > 1


def _is_plain(text: str, is_listed: bool) -> bool:
    """Whether the text means itself without quotes."""
    if not _PLAIN.fullmatch(text) or text != text.strip() or ": " in text or " #" in text or text.endswith(":"):
        return False
    scalar = plain_scalar(text)
    return scalar.rule is None and scalar.value == text and not (is_listed and "," in text)


def _essence(value: Any) -> Any:
    """What the data says, whatever space stands around its texts."""
    if isinstance(value, dict):
        return {key: _essence(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_essence(each) for each in value]
    return [line.rstrip() for line in value.strip().split("\n")] if isinstance(value, str) else value


def _comments(text: str) -> int:
    """How many lines hold a comment, or something that looks like one."""
    return len(re.findall(r"(?m)(?:^|\s)#", text))
