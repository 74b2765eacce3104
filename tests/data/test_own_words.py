"""What we publish is written in our own words: no run of eight words that stands in a source."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.data.fingerprints import copied, known_fingerprints
from tests.toy_project import ROOT

pytestmark = pytest.mark.data
OWN = {
    "title", "purpose", "target_description", "note", "definition", "definition_en", "text", "base", "question",
    "if_yes", "if_no", "reason", "description",
}  # fmt: skip
VERBATIM = {"sources.yaml"}  # whose titles are the works' own; the notes are checked below


def own_texts(value: Any, keys: set[str]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            else:
                yield from own_texts(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from own_texts(inner, keys)


def published() -> Iterator[tuple[Path, str]]:
    """Every piece of running text in the data, the pages and the templates."""
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        keys = OWN - {"title"} if path.name in VERBATIM else OWN
        for text in own_texts(yaml.safe_load(path.read_text(encoding="utf-8")), keys):
            yield path, text
    for folder, pattern in (("content", "*.md"), ("templates", "*.html")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            yield path, path.read_text(encoding="utf-8")


def test_no_sentence_is_a_source_s() -> None:
    known = known_fingerprints()
    found = [(path.relative_to(ROOT).as_posix(), copy) for path, text in published() for copy in copied(text, known)]
    assert found == []


def test_the_fingerprints_are_of_the_sources() -> None:
    """A sentence of the 2023 report, which may be spread if the source is named, is found; another is not."""
    known = known_fingerprints()
    assert copied("Vi har samlat 94 aktiva IOP:er, fördelat på 13 kommuner och fem regioner i Sverige.", known)
    assert not copied("Registret har partnerskap ur fem dokument och många öppna webbsidor, alla med källa.", known)
