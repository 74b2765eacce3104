"""A new partnership's file: where it lies, what stands in it, and what is refused."""

from pathlib import Path

import pytest

from site_builder.cli import main

KNOWN = ("--organisation", "norrskensmissionen", "--source", "handbok", "--locator", "§ 12: sista stycket")


def new(project: Path, place: str, title: str, *more: str) -> int:
    return main(["new", place, title, *(more or KNOWN), "--root", str(project), "--today", "2025-06-01"])


def test_a_file_is_begun_as_the_register_writes_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(project, "umea", "Läxhjälp: en trygg plats för unga efter skolans slut varje vardag") == 0
    path = project / "data/agreements/umea/laxhjalp-en-trygg-plats-for-unga-efter-skolans.yaml"
    assert path.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../../schema/agreement.schema.json\n"
        'title: "Läxhjälp: en trygg plats för unga efter skolans slut varje vardag"\n'
        "nonprofit_parties:\n"
        "  - organisation: norrskensmissionen\n"
        "public_parties:\n"
        "  - body: umea\n"
        "sources:\n"
        '  - {source: handbok, locator: "§ 12: sista stycket"}\n'
    )
    assert "är skriven. Fyll på med det som är känt" in capsys.readouterr().out
    assert main(["format", "--check", str(path), "--root", str(project)]) == 0


def test_what_is_not_known_to_the_register_is_told_and_the_file_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project, "umea", "Läxhjälp", "--organisation", "okand", "--source", "ingen", "--locator", "1") == 1
    told = capsys.readouterr().out
    assert "data/agreements/umea/laxhjalp.yaml:" in told
    assert "okand" in told and "ingen" in told
    assert (project / "data/agreements/umea/laxhjalp.yaml").is_file()


@pytest.mark.parametrize(
    ("place", "title", "said"),
    [
        ("umea", "Natthem", "finns redan"),
        ("../umea", "Läxhjälp", "går inte att göra ett namn av"),
        ("umea", "???", "går inte att göra ett namn av"),
        ("umea", "Läx\u202ehjälp", "tecken som registret inte tar emot"),
    ],
)
def test_what_has_no_place_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], place: str, title: str, said: str
) -> None:
    before = sorted(project.rglob("*.yaml"))
    assert new(project, place, title) == 2
    assert said in capsys.readouterr().err
    assert sorted(project.rglob("*.yaml")) == before
