"""Dictionary: every field of the data and of the downloads, as the schemas describe them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.reading.fields import Field, Schemas
from site_builder.reading.yamlfile import Pointer

KIND_WORDS = {
    "string": "text",
    "integer": "heltal",
    "boolean": "true eller false",
    "array": "lista",
    "object": "post",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A record or a table: its fields in order. `id` is its address on the page."""

    id: str
    title: str
    description: str
    description_en: str
    fields: tuple[Field, ...]


def _has_fields(schemas: Schemas, name: str, pointer: Pointer) -> bool:
    return bool(schemas.at(name, pointer).get("properties"))


def _sections(schemas: Schemas, name: str, pointer: Pointer, id: str) -> Iterator[Section]:
    """The record at the pointer, then the records nested in its lists."""
    own = schemas.field(name, pointer)
    fields = schemas.fields(name, pointer)
    yield Section(id=id, title=own.title, description=own.description, description_en=own.description_en, fields=fields)
    for field in fields:
        inner = (*pointer, field.name, 0)
        if _has_fields(schemas, name, inner):
            yield from _sections(schemas, name, inner, f"{id}-{field.name.replace('_', '-')}")


def record_sections(schemas: Schemas) -> tuple[Section, ...]:
    """The fields of the YAML files."""
    found = list(_sections(schemas, "agreement", (), "agreement"))
    found += _sections(schemas, "organisation", (), "organisation")
    lists = ("sources", "programmes", "figures", "criteria", "bodies", "coverage", "waivers", "redirects", "unasked")
    for name in lists:
        found += _sections(schemas, name, (0,), name)
    found += _sections(schemas, "release", (), "release")
    found += _sections(schemas, "vocabulary", (), "vocabulary")
    found += _sections(schemas, "site", (), "site")
    return tuple(found)


def table_sections(schemas: Schemas) -> tuple[Section, ...]:
    """The columns of the CSV files."""
    definitions = schemas.by_name["export"]["$defs"]
    return tuple(
        Section(
            id=f"csv-{table}",
            title=f"{table}.csv",
            description=definition["description"],
            description_en=definition["x-en"]["description"],
            fields=tuple(schemas.definition_field("export", table, column) for column in definition["properties"]),
        )
        for table, definition in definitions.items()
    )


def example(field: Field) -> str:
    """The field's first example as it is written in YAML."""
    return json.dumps(field.examples[0], ensure_ascii=False) if field.examples else ""


HEADER = """\
# Fält i registret

Sidan är genererad ur `schema/` med `python build.py generate`. Ändra beskrivningarna där.
The page is generated from `schema/`; English is given in *italics*.
"""


def as_markdown(schemas: Schemas) -> str:
    """docs/fields.md: the same dictionary for those who read the repository."""
    parts = [HEADER, "## Datafilerna (YAML)\n"]
    parts += [_markdown_section(section) for section in record_sections(schemas)]
    parts.append("## Nedladdningarna (CSV)\n")
    parts += [_markdown_section(section) for section in table_sections(schemas)]
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _markdown_section(section: Section) -> str:
    lines = [f"### {section.title} (`{section.id}`)", "", section.description, ""]
    lines += ["| Fält | Slag | Krav | Beskrivning | Exempel |", "|---|---|---|---|---|"]
    for field in section.fields:
        required = "obligatoriskt" if field.required else ""
        text = f"**{field.title}.** {field.description} *{field.title_en}: {field.description_en}*"
        lines.append(
            f"| `{field.name}` | {KIND_WORDS.get(field.kind, field.kind)} | {required} | {_cell(text)} "
            f"| `{_cell(example(field))}` |"
        )
    return "\n".join(lines) + "\n"
