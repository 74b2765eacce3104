"""Fields: the JSON Schemas, what they say of each field, and their judgement of a document in Swedish."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from site_builder.errors import BuildError
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.yamlfile import Document, Pointer

SCHEMA_NAMES = (
    "common", "agreement", "organisation", "sources", "vocabulary", "bodies", "coverage", "waivers", "site", "export",
)  # fmt: skip

UNKNOWN_KEY = Rule(
    id="schema/unknown-key",
    sentence="Bara fält som finns i schemat används.",
    reason="Ett felstavat fält skulle annars tyst försvinna.",
)
MISSING_KEY = Rule(
    id="schema/missing-key",
    sentence="Alla obligatoriska fält finns med.",
    reason="Utan dem går posten inte att förstå eller slå upp.",
)
TYPE = Rule(
    id="schema/type",
    sentence="Varje värde är av det slag fältet kräver: text, tal, lista eller post.",
    reason="Annars går det inte att visa, sortera eller räkna.",
)
CHOICE = Rule(
    id="schema/choice",
    sentence="Ett fält med fasta val har ett av dem.",
    reason="Samma sak ska alltid heta likadant.",
)
FORM = Rule(
    id="schema/form",
    sentence="Datum, adresser, koder och id är skrivna på det sätt fältet kräver.",
    reason="Annars kan de inte jämföras eller följas.",
)
LENGTH = Rule(
    id="schema/length",
    sentence="Texter är varken tomma eller för långa.",
    reason="Tomt ska utelämnas, och en för lång text hör hemma i ett annat fält.",
)
AMOUNT = Rule(
    id="schema/amount",
    sentence="Listor och tal håller sig inom fältets gränser, och en lista upprepar inget.",
    reason="Noll kronor eller samma värde två gånger är nästan alltid ett misstag.",
)

RULES = (UNKNOWN_KEY, MISSING_KEY, TYPE, CHOICE, FORM, LENGTH, AMOUNT)


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


@dataclass(frozen=True)
class Schemas:
    """All schemas of a project, by name."""

    by_name: Mapping[str, dict[str, Any]]
    registry: Registry[Any]

    def validator(self, name: str) -> Draft202012Validator:
        return Draft202012Validator(self.by_name[name], registry=self.registry)

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


@cache
def schemas(folder: Path) -> Schemas:
    """The project's schemas. Raises BuildError when a schema file is missing or broken: that is our fault."""
    by_name = {}
    for name in SCHEMA_NAMES:
        path = folder / f"{name}.schema.json"
        try:
            by_name[name] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BuildError(f"Schemat {path} går inte att läsa: {error}") from error
    resources = [(f"{name}.schema.json", Resource.from_contents(schema)) for name, schema in by_name.items()]
    return Schemas(by_name=by_name, registry=Registry().with_resources(resources))


def schema_problems(all_schemas: Schemas, name: str, document: Document) -> Iterator[Problem]:
    """What the schema has against the document, in Swedish by the fields' titles."""
    for error in all_schemas.validator(name).iter_errors(document.data):
        for found in _from_alternatives(error):
            pointer = tuple(found.absolute_path)
            if any(pointer[: len(unusable)] == unusable for unusable in document.unusable):
                continue
            for rule, at, message in _judgement(all_schemas, name, pointer, found):
                line, column = document.position(at)
                yield Problem(path=document.path, line=line, column=column, rule=rule.id, message=message)


def _from_alternatives(error: ValidationError) -> Iterator[ValidationError]:
    """A `oneOf` here means "this, or nothing": its first alternative says what is wrong."""
    if error.validator != "oneOf":
        yield error
        return
    for inner in error.context or ():
        if inner.schema_path[0] == 0:
            yield from _from_alternatives(inner)


_KINDS = {
    "string": "text",
    "integer": "ett heltal utan citattecken",
    "boolean": "true eller false",
    "array": "en lista (rader som börjar med bindestreck)",
    "object": "en post (fält: värde)",
}


def _kind(schema: Mapping[str, Any]) -> str:
    return str(schema.get("type", "boolean" if schema.get("const") is True else ""))


def _found_kind(value: Any) -> str:
    if value is None:
        return "tomt"
    if isinstance(value, bool):
        return f"{str(value).lower()}"
    if isinstance(value, int):
        return f"talet {value}"
    if isinstance(value, str):
        return f"texten {_shown(value)}"
    return "en lista" if isinstance(value, list) else "en post"


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text.replace("\n", " ")
    return f"”{text[:50]}…”" if len(text) > 50 else f"”{text}”"


def _example(field: Field) -> str:
    if not field.examples:
        return ""
    return json.dumps(field.examples[0], ensure_ascii=False)


Judgement = tuple[Rule, Pointer, str]


def _judgement(all_schemas: Schemas, name: str, pointer: Pointer, error: ValidationError) -> Iterator[Judgement]:
    """One schema error as rule, place and Swedish message with the next step."""
    field = all_schemas.field(name, pointer)
    label = _label(all_schemas, name, pointer)
    hint = f" {field.hint}" if field.hint else ""
    value, wanted = error.instance, error.validator_value
    match error.validator:
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            for key in sorted(set(value) - set(known)):
                yield UNKNOWN_KEY, (*pointer, key), _unknown_key(all_schemas, name, pointer, key, known)
        case "required":
            key = error.message.split("'")[1]
            missing = all_schemas.field(name, (*pointer, key))
            place = f" i {label}" if pointer else ""
            yield (
                MISSING_KEY,
                pointer,
                f"{missing.title} ({key}) saknas{place}. Lägg till {key}, till exempel {key}: {_example(missing)}.",
            )
        case "dependentRequired":
            key = error.message.split("'")[1]
            missing = all_schemas.field(name, (*pointer, key))
            yield MISSING_KEY, pointer, f"{missing.title} ({key}) saknas. {missing.description}"
        case "type" if wanted == "string" and isinstance(value, int):
            text = str(value).lower()
            yield TYPE, pointer, f'{label} ska vara text men är {_found_kind(value)}. Skriv "{text}" inom citattecken.'
        case "type" if value is None and pointer:
            yield TYPE, pointer, f"{label} är tomt. Fyll i ett värde eller ta bort raden."
        case "type" if not pointer:
            yield TYPE, pointer, f"Filen ska innehålla {_KINDS[wanted]} men innehåller {_found_kind(value)}."
        case "type":
            yield TYPE, pointer, f"{label} ska vara {_KINDS[wanted]} men är {_found_kind(value)}.{hint}"
        case "enum":
            near = get_close_matches(str(value), wanted, n=1, cutoff=0.5)
            guess = f" Menade du {near[0]}?" if near else ""
            yield CHOICE, pointer, f"{label} kan inte vara {_shown(value)}.{guess} Välj bland: {', '.join(wanted)}."
        case "const":
            yield CHOICE, pointer, f"{label} kan inte vara {_shown(value)}.{hint}"
        case "pattern":
            yield FORM, pointer, f"{label} är skrivet på ett sätt som inte går att läsa: {_shown(value)}.{hint}"
        case "minLength":
            yield LENGTH, pointer, f"{label} är tomt eller för kort. Skriv något, eller ta bort fältet."
        case "maxLength":
            yield LENGTH, pointer, f"{label} är {len(value)} tecken långt; högst {wanted} är tillåtet. Korta texten."
        case "minItems":
            yield AMOUNT, pointer, f"{label} är en tom lista. Ange minst {wanted}."
        case "maxItems":
            yield AMOUNT, pointer, f"{label} har {len(value)} rader; högst {wanted} är tillåtet."
        case "uniqueItems":
            yield AMOUNT, pointer, f"{label} innehåller samma värde två gånger. Ta bort det ena."
        case "minimum" | "maximum":
            bound = "minst" if error.validator == "minimum" else "högst"
            yield AMOUNT, pointer, f"{label} är {value}; det ska vara {bound} {wanted}."
        case _:
            yield FORM, pointer, f"{label} följer inte schemat ({error.validator}).{hint}"


def _label(all_schemas: Schemas, name: str, pointer: Pointer) -> str:
    """How a message names the field: its title, and its key in brackets."""
    if not pointer:
        return "Filen"
    if isinstance(pointer[-1], int):
        parent = all_schemas.field(name, pointer[:-1])
        return f"Rad {pointer[-1] + 1} i {parent.title} ({parent.name})"
    field = all_schemas.field(name, pointer)
    return f"{field.title} ({field.name})"


def _unknown_key(all_schemas: Schemas, name: str, pointer: Pointer, key: str, known: list[str]) -> str:
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    titles = {all_schemas.field(name, (*pointer, other)).title.lower(): other for other in known}
    suggestion = near[0] if near else titles.get(key.lower().replace("_", " "))
    if suggestion:
        meant = all_schemas.field(name, (*pointer, suggestion))
        return f"Fältet {_shown(key)} finns inte. Menade du {suggestion} ({meant.title})?"
    return f"Fältet {_shown(key)} finns inte här. Ta bort det, eller välj bland: {', '.join(known)}."
