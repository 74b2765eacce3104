"""The schemas describe every field in both languages, with examples that they accept themselves."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from site_builder.presenting.dictionary import as_markdown, record_sections, table_sections
from site_builder.reading.fields import SCHEMA_NAMES, Field, schemas
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")


def properties(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property defined anywhere in a schema."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "properties" and isinstance(inner, dict) and "title" not in inner.get("type", {}):
                yield from ((f"{path}/{name}", field) for name, field in inner.items())
            yield from properties(inner, f"{path}/{key}")


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS.by_name[name])


@pytest.mark.parametrize("name", [name for name in SCHEMA_NAMES if name != "common"])
def test_every_field_is_described_in_both_languages_with_an_example(name: str) -> None:
    for path, field in properties(SCHEMAS.by_name[name]):
        whole = SCHEMAS.resolved(name, field)
        assert whole.get("title"), path
        assert whole.get("description", "").endswith("."), path
        assert whole.get("x-en", {}).get("title"), path
        assert whole.get("x-en", {}).get("description"), path
        assert whole.get("examples"), path


@pytest.mark.parametrize("name", [name for name in SCHEMA_NAMES if name not in ("common", "export")])
def test_every_example_is_valid(name: str) -> None:
    for path, field in properties(SCHEMAS.by_name[name]):
        schema = {**SCHEMAS.by_name[name], "$id": "probe.schema.json"}
        schema = {"$defs": schema.get("$defs", {}), "$schema": schema["$schema"], **field}
        validator = Draft202012Validator(schema, registry=SCHEMAS.registry)
        for example in SCHEMAS.resolved(name, field)["examples"]:
            assert validator.is_valid(example), (path, example)


def test_a_field_knows_its_words() -> None:
    field = SCHEMAS.field("agreement", ("periods", 0, "start"))
    assert (field.name, field.title, field.title_en) == ("start", "Startdatum", "Start date")
    assert "citattecken" in field.hint
    assert SCHEMAS.field("agreement", ("title",)).required
    assert not SCHEMAS.field("agreement", ("name",)).required
    assert SCHEMAS.field("agreement", ("name",)).kind == "string"


def test_the_dictionary_holds_every_field_once() -> None:
    sections = (*record_sections(SCHEMAS), *table_sections(SCHEMAS))
    assert len({section.id for section in sections}) == len(sections)
    listed: list[Field] = [field for section in sections for field in section.fields]
    of_data = [name for name in SCHEMA_NAMES if name not in ("mapping", "submission")]  # tell of what others send
    counted = sum(len(list(properties(SCHEMAS.by_name[name]))) for name in of_data)
    assert len(listed) == counted


def test_generated_docs_are_fresh() -> None:
    written = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    assert written == as_markdown(SCHEMAS), "docs/fields.md is stale; refresh it with: python build.py generate"


def test_schema_files_are_formatted() -> None:
    for name in SCHEMA_NAMES:
        text = (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", name
