"""Judgement: what a schema has against a document, in Swedish by the fields' titles and with the next step."""

import json
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from site_builder.reading.fields import Field, Schemas
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.wording import nearest, shown
from site_builder.reading.yamlfile import Document, Pointer

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


def schema_problems(all_schemas: Schemas, name: str, document: Document) -> Iterator[Problem]:
    """What the schema has against the document, in Swedish by the fields' titles."""
    for error in all_schemas.validator(name).iter_errors(document.data):
        for found in _from_alternatives(error):
            pointer = tuple(found.absolute_path)
            if _is_about_unusable(found, pointer, document):
                continue
            for rule, at, message in _judgement(all_schemas, name, pointer, found):
                line, column = document.position(at)
                yield Problem(path=document.path, line=line, column=column, rule=rule.id, message=message)


def _is_about_unusable(error: ValidationError, pointer: Pointer, document: Document) -> bool:
    """Whether the error comes of a value that was refused already, or of comparing such values."""
    is_comparison = error.validator == "uniqueItems"
    return any(
        pointer[: len(unusable)] == unusable or (is_comparison and unusable[: len(pointer)] == pointer)
        for unusable in document.unusable
    )


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


def _found_kind(value: Any) -> str:
    if value is None:
        return "tomt"
    if isinstance(value, bool):
        return f"{str(value).lower()}"
    if isinstance(value, int):
        return f"talet {value}"
    if isinstance(value, str):
        return f"texten {shown(value)}"
    return "en lista" if isinstance(value, list) else "en post"


def _example(field: Field) -> str:
    if not field.examples:
        return ""
    return json.dumps(field.examples[0], ensure_ascii=False)


def _addition(field: Field) -> str:
    return f"Lägg till {field.name}, till exempel {field.name}: {_example(field)}."


def _filling(field: Field) -> str:
    if field.required:
        return f"Fyll i det, till exempel {field.name}: {_example(field)}."
    return "Fyll i ett värde eller ta bort raden."


Judgement = tuple[Rule, Pointer, str]


def _judgement(all_schemas: Schemas, name: str, pointer: Pointer, error: ValidationError) -> Iterator[Judgement]:
    """One schema error as rule, place and Swedish message with the next step."""
    field = all_schemas.field(name, pointer)
    label = _label(all_schemas, name, pointer)
    hint = f" {field.hint}" if field.hint else ""
    value: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            known = list(all_schemas.at(name, pointer).get("properties", {}))
            for key in sorted(set(value) - set(known)):
                yield UNKNOWN_KEY, (*pointer, key), _unknown_key(all_schemas, name, pointer, key, known)
        case "required":
            key = error.message.split("'")[1]
            if any(_meant(all_schemas, name, pointer, other) == key for other in value):
                return  # misspelt, not missing: the unknown key says so
            missing = all_schemas.field(name, (*pointer, key))
            place = f" i {label}" if pointer else ""
            yield MISSING_KEY, pointer, f"{missing.title} ({key}) saknas{place}. {_addition(missing)}"
        case "dependentRequired":
            key = error.message.split("'")[1]
            missing = all_schemas.field(name, (*pointer, key))
            yield MISSING_KEY, pointer, f"{missing.title} ({key}) saknas. {missing.description} {_addition(missing)}"
        case "type" if wanted == "string" and isinstance(value, int):
            text = str(value).lower()
            yield TYPE, pointer, f'{label} ska vara text men är {_found_kind(value)}. Skriv "{text}" inom citattecken.'
        case "type" if value is None and pointer:
            yield TYPE, pointer, f"{label} är tomt. {_filling(field)}"
        case "type" if not pointer:
            yield TYPE, pointer, f"Filen ska innehålla {_KINDS[wanted]} men innehåller {_found_kind(value)}."
        case "type" if wanted == "integer":
            yield TYPE, pointer, f"{label} ska vara bara siffror, utan citattecken, men är {_found_kind(value)}."
        case "type":
            yield TYPE, pointer, f"{label} ska vara {_KINDS[wanted]} men är {_found_kind(value)}.{hint}"
        case "enum":
            near = nearest(str(value), wanted)
            guess = f" Menade du {near}?" if near else ""
            found = "är tomt" if value is None else f"kan inte vara {shown(value)}"
            yield CHOICE, pointer, f"{label} {found}.{guess} Välj bland: {', '.join(wanted)}."
        case "const":
            yield CHOICE, pointer, f"{label} kan inte vara {_found_kind(value)}.{hint}"
        case "pattern" | "minLength" if not value.strip():
            yield LENGTH, pointer, f"{label} är tomt. {_filling(field)}"
        case "pattern":
            is_exemplified = "exempel" in hint or '"' in hint or not field.examples
            is_curly = any(mark in value for mark in "”“’")
            quotes = ' Använd raka citattecken ("), inte böjda.' if is_curly else ""
            example = "" if is_exemplified else f" Till exempel: {field.examples[0]}."
            yield FORM, pointer, f"{label} har fel form: {shown(value)}.{hint}{example}{quotes}"
        case "minLength":
            yield LENGTH, pointer, f"{label} är för kort; minst {wanted} tecken behövs. Skriv mer."
        case "maxLength":
            yield LENGTH, pointer, f"{label} är {len(value)} tecken långt; högst {wanted} är tillåtet. Korta texten."
        case "minItems":
            yield AMOUNT, pointer, f"{label} är en tom lista. Ange minst {wanted}."
        case "maxItems":
            yield AMOUNT, pointer, f"{label} har {len(value)} rader; högst {wanted} är tillåtet."
        case "uniqueItems":
            twice = next(one for index, one in enumerate(value) if one in value[:index])
            yield AMOUNT, pointer, f"{label} innehåller {shown(twice)} två gånger. Ta bort det ena."
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
        return f"Post {pointer[-1] + 1} i {parent.title} ({parent.name})"
    field = all_schemas.field(name, pointer)
    return f"{field.title} ({field.name})"


def _meant(all_schemas: Schemas, name: str, pointer: Pointer, key: str) -> str | None:
    """The field that an unknown key is probably a misspelling or the Swedish title of."""
    known = list(all_schemas.at(name, pointer).get("properties", {}))
    if key in known:
        return None
    titles = {all_schemas.field(name, (*pointer, other)).title.lower(): other for other in known}
    by_title = nearest(key.lower().replace("_", " "), titles)
    return nearest(key.lower(), known, cutoff=0.6) or (titles[by_title] if by_title else None)


def _unknown_key(all_schemas: Schemas, name: str, pointer: Pointer, key: str, known: list[str]) -> str:
    if meant := _meant(all_schemas, name, pointer, key):
        title = all_schemas.field(name, (*pointer, meant)).title
        return f"Fältet {shown(key)} finns inte. Menade du {meant} ({title})?"
    top_level = all_schemas.at(name, ()).get("properties", {})
    if pointer and key in top_level:
        return f"Fältet {shown(key)} hör hemma på översta nivån. Kontrollera indraget: det ska börja i kolumn 1."
    if ":" in key:
        return f"Fältet {shown(key)} finns inte. Sätt ett blanksteg efter kolon."
    return f"Fältet {shown(key)} finns inte här. Ta bort det, eller välj bland: {', '.join(known)}."
