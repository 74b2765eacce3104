"""Fields: the JSON Schemas, the one description of every field, and what they say of each."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource

from site_builder.errors import BuildError
from site_builder.reading.yamlfile import Pointer

SCHEMA_NAMES = (
    "common", "agreement", "organisation", "sources", "programmes", "criteria", "figures", "vocabulary", "bodies",
    "coverage", "waivers", "redirects", "release", "unasked", "site", "submission",
    "export", "mapping",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What the schema says of one field: Swedish and English words, an example and what to write."""

    name: str
    title: str
    description: str
    title_en: str
    description_en: str
    hint: str
    examples: tuple[Any, ...]
    required: bool
    kind: str
    choices: tuple[str, ...]


def _whole_pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """JSON Schema's `$` is the end of the text; Python's also matches before a last line break."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: type[Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _whole_pattern}
)


@dataclass(frozen=True, eq=False)
class Schemas:
    """All schemas of a project, by name."""

    by_name: Mapping[str, dict[str, Any]]
    registry: Registry[Any]

    def validator(self, name: str) -> Validator:
        return _Validator(self.by_name[name], registry=self.registry)

    def resolved(self, name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """The schema with its reference, or the first alternative of its `oneOf`, merged in; own words win."""
        whole = dict(schema)
        while "$ref" in whole or "oneOf" in whole:
            if "oneOf" in whole:
                target: Mapping[str, Any] = whole.pop("oneOf")[0]
            else:
                address = whole.pop("$ref")
                file, _, pointer = address.partition("#")
                target = self.by_name[file.removesuffix(".schema.json") or name]
                for part in pointer.strip("/").split("/"):
                    target = target[part]
                if file:
                    name = file.removesuffix(".schema.json")
            whole = {**target, **whole}
        return whole

    def at(self, name: str, pointer: Pointer) -> dict[str, Any]:
        """The resolved schema that governs the value at `pointer`; empty where none does."""
        schema = self.resolved(name, self.by_name[name])
        for part in pointer:
            within = schema.get("items") if isinstance(part, int) else schema.get("properties", {}).get(part)
            if within is None:
                return {}
            schema = self.resolved(name, within)
        return schema

    def field(self, name: str, pointer: Pointer) -> Field:
        """The description of the field at `pointer`, such as `("periods", 0, "start")`."""
        parent = self.at(name, pointer[:-1]) if pointer else {}
        key = str(pointer[-1]) if pointer else name
        return _field(key, self.at(name, pointer), is_required=key in parent.get("required", ()))

    def definition_field(self, name: str, definition: str, key: str) -> Field:
        """The field `key` of one of the schema's definitions, such as a column of a table in `export`."""
        record = self.by_name[name]["$defs"][definition]
        return _field(key, self.resolved(name, record["properties"][key]), is_required=key in record["required"])

    def fields(self, name: str, pointer: Pointer = ()) -> tuple[Field, ...]:
        """The fields of the record at `pointer`, in the schema's order."""
        return tuple(self.field(name, (*pointer, key)) for key in self.at(name, pointer).get("properties", {}))


def _field(key: str, schema: Mapping[str, Any], *, is_required: bool) -> Field:
    english = schema.get("x-en", {})
    return Field(
        name=key,
        title=schema.get("title", key),
        description=schema.get("description", ""),
        title_en=english.get("title", key),
        description_en=english.get("description", ""),
        hint=schema.get("x-hint", ""),
        examples=tuple(schema.get("examples", ())),
        required=is_required,
        kind=_kind(schema),
        choices=tuple(schema.get("enum", ())),
    )


def schemas(folder: Path) -> Schemas:
    """The project's schemas. Raises BuildError when a schema file is missing or broken: that is our fault."""
    texts = []
    for name in SCHEMA_NAMES:
        path = folder / f"{name}.schema.json"
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BuildError(f"Schemat {path} går inte att läsa: {error}") from error
    return _schemas(tuple(texts))


@lru_cache(maxsize=4)
def _schemas(texts: tuple[str, ...]) -> Schemas:
    by_name = {}
    for name, text in zip(SCHEMA_NAMES, texts, strict=True):
        try:
            by_name[name] = json.loads(text)
        except ValueError as error:
            raise BuildError(f"Schemat {name}.schema.json är inte giltig JSON: {error}") from error
    resources = [(f"{name}.schema.json", Resource.from_contents(schema)) for name, schema in by_name.items()]
    return Schemas(by_name=by_name, registry=Registry().with_resources(resources))


def _kind(schema: Mapping[str, Any]) -> str:
    return str(schema.get("type", "boolean" if schema.get("const") is True else ""))
