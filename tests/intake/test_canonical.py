"""One way to write a record: the same for everyone, twice the same, and nothing lost on the way."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.intake.canonical import canonical
from site_builder.reading.fields import schemas
from site_builder.reading.yamlfile import parsed
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")
PATH = "data/agreements/umea/natthem.yaml"
HEADER = "# yaml-language-server: $schema=../../../schema/agreement.schema.json\n"
RECORDS = sorted((ROOT / "data" / "agreements").rglob("*.yaml"))


def written(text: str, kind: str = "agreement", path: str = PATH) -> str:
    result = canonical(kind, path, text, SCHEMAS)
    assert result is not None
    return result


def test_fields_come_in_the_schema_s_order_and_each_in_its_style() -> None:
    text = """\
sources:
  - as_of: '2024'
    source: famna-2025
    locator: sidan 3
purpose: Ingen ska sova ute.
periods: [{end: "2025", start: "2024", kind: original}]
public_parties: [{body: umea, units: ["Hälsa-, vård- och omsorgsnämnden", 'Fritidsnämnden']}]
nonprofit_parties:
- {organisation: roda-korset}
title: "Natthem: för vuxna"
"""
    assert written(text) == HEADER + (
        'title: "Natthem: för vuxna"\n'
        "nonprofit_parties:\n"
        "  - organisation: roda-korset\n"
        "public_parties:\n"
        "  - body: umea\n"
        '    units: ["Hälsa-, vård- och omsorgsnämnden", Fritidsnämnden]\n'
        "purpose: |\n"
        "  Ingen ska sova ute.\n"
        "periods:\n"
        '  - {kind: original, start: "2024", end: "2025"}\n'
        "sources:\n"
        '  - {source: famna-2025, locator: "sidan 3", as_of: "2024"}\n'
    )


def test_comments_stay_where_they_are() -> None:
    text = HEADER + "# Om posten.\npurpose: Nytta. # kort\ntitle: Natthem # namnet\n# Sist.\n"
    result = written(text)
    for comment in ("# Om posten.", "# namnet", "# Sist."):
        assert comment in result
    assert result.count("#") >= text.count("#")


@pytest.mark.parametrize("text", ["title: [", "title: a\ntitle: b\n", "- a\n", "", "title: &x a\n", "\x00"])
def test_what_the_register_does_not_read_is_left_alone(text: str) -> None:
    assert canonical("agreement", PATH, text, SCHEMAS) is None


def test_what_the_schema_does_not_know_is_kept_last() -> None:
    assert written("okand: [1, två]\ntitle: Natthem\n") == HEADER + "title: Natthem\nokand: [1, två]\n"


MISREAD = (
    "no", "0114", "2024", "2024-01", "1.10", "~", "a: b", "a #b", "#a", "- a", "*a", "&a", "?", "åäö:", "a\nb", '"',
    "'", "{a}", " a ",
)  # fmt: skip


@pytest.mark.parametrize("value", MISREAD)
def test_a_text_that_yaml_would_misread_is_quoted(value: str) -> None:
    result = written(json.dumps({"title": value}))
    document, problems = parsed(PATH, result.encode())
    assert document is not None and problems == ()
    assert document.data == {"title": value}


@pytest.mark.data
def test_the_real_records_survive_and_a_second_time_changes_nothing() -> None:
    for path in RECORDS:
        once = written(path.read_text(encoding="utf-8"), path=path.relative_to(ROOT).as_posix())
        assert written(once, path=path.relative_to(ROOT).as_posix()) == once


TEXTS = st.text("abcåäöÅÄÖé 0123:,#{}[]|>'\"-–”.&*!%?@`~/\\", min_size=1, max_size=30)
PERIOD = st.fixed_dictionaries({"kind": TEXTS}, optional={"as_written": TEXTS, "open_ended": st.booleans()})
RECORD = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "purpose": TEXTS,
        "note": st.lists(TEXTS, min_size=1, max_size=3).map("\n".join),
        "secondary_areas": st.lists(TEXTS, max_size=3),
        "periods": st.lists(PERIOD),
        "funding": st.lists(st.fixed_dictionaries({"payer": TEXTS, "amount": st.integers(0, 10**12)})),
        "contradictions": st.lists(st.fixed_dictionaries({"text": TEXTS, "field": TEXTS})),
    },
)


@given(RECORD)
def test_any_record_means_the_same_and_formatting_is_a_fixed_point(record: dict[str, Any]) -> None:
    """That it means the same, `canonical` asserts itself. JSON is YAML in which nothing is plain."""
    once = written(json.dumps(record, ensure_ascii=False))
    assert written(once) == once


def test_the_command_writes_checks_and_tells_what_it_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / PATH
    root = ["--root", str(project)]
    main(["format", *root])
    good = path.read_text(encoding="utf-8")
    assert main(["format", "--check", *root]) == 0
    lines = good.splitlines(keepends=True)
    path.write_text("".join([lines[0], *lines[2:], lines[1]]), encoding="utf-8")  # the title last
    capsys.readouterr()
    assert main(["format", "--check", *root]) == 1
    assert "natthem.yaml: skulle ändras. Kör: python build.py format" in capsys.readouterr().out
    assert main(["format", str(path), *root]) == 0
    assert path.read_text(encoding="utf-8") == good
    path.write_text("title: [", encoding="utf-8")
    assert main(["format", *root]) == 1
    assert "natthem.yaml: går inte att läsa och är orörd. Kör: python build.py check" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == "title: ["
    assert main(["format", str(project / "site.yaml"), *root]) == 2
    assert list(project.rglob("*.swp")) == []
