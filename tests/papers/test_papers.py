"""The papers for contributors say what is so: their examples, links, commands, rules and fields are the project's own.

A comment before each YAML block says what the reader makes of it, laid over a partnership that is right:
`rätt` is accepted, `fel: <rule>` breaks just that rule, and `olämpligt` is accepted although a person should not.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from site_builder.cli import parser
from site_builder.reading.personal import personal_numbers
from site_builder.reading.problems import Problem, as_text
from site_builder.reading.rules.text import EMAIL, PHONE
from site_builder.reading.validate import RULES, read
from tests.data.fingerprints import copied, known_fingerprints
from tests.toy_project import ROOT, toy_project

TODAY = date(2026, 11, 23)
PAPERS = tuple(
    ROOT / name
    for name in (
        "CONTRIBUTING.md", "GOVERNANCE.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "README.md",
        "docs/granskning.md", "docs/riktlinjer.md", "docs/standardsvar.md", "docs/radera-personuppgifter.md",
        ".github/PULL_REQUEST_TEMPLATE.md",
    )
)  # fmt: skip
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PICTURES = tuple(sorted((ROOT / "docs/bilder").glob("*.svg")))
RULE_IDS = {rule.id for rule in RULES}

_FOLDERS = "data|docs|schema|content|site_builder|templates|tests|.github|LICENSES"
_AREAS = "|".join(sorted({rule_id.partition("/")[0] for rule_id in RULE_IDS}))

PARTNERSHIP = "data/agreements/umea/laxhjalp.yaml"
ORGANISATION = "data/organisations/laxhjalparna.yaml"
SOURCE, COVERAGE = "data/sources.yaml", "data/coverage.yaml"
RIGHT = """\
title: Läxhjälp för unga
nonprofit_parties: [{organisation: laxhjalparna}]
public_parties: [{body: umea}]
sources: [{source: umea-kulturnamnden-2025, locator: "§ 12"}]
"""
RIGHT_SOURCE = "- {id: umea-kulturnamnden-2025, title: Protokoll, kind: beslutsunderlag, publisher: Umeå kommun}\n"
_EXAMPLE = re.compile(r"^( *)<!-- (\w+), (rätt|olämpligt|fel: (\S+)) -->\n\1```yaml\n(.*?)^\1```$", re.M | re.S)


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Each paper's examples: what one is of, the text, the rule it breaks or nothing, and where it stands."""
    for path in PAPERS:
        text = path.read_text(encoding="utf-8")
        for found in _EXAMPLE.finditer(text):
            indent, kind, _, rule, block = found.groups()
            line = text.count("\n", 0, found.start()) + 1
            yield kind, re.sub(f"^{indent}", "", block, flags=re.M), rule or "", f"{path.name}:{line}"


EXAMPLES = tuple(examples())


def over_what_is_right(fragment: str) -> str:
    """The example as the text it is, with the required fields it does not have."""
    given = yaml.safe_load(fragment)
    rest = [line for line in RIGHT.splitlines(keepends=True) if line.partition(":")[0] not in given]
    return "".join((*rest, fragment))


def problems_of(project: Path, kind: str, block: str) -> tuple[Problem, ...]:
    """What the project's own reader says with the example in place."""
    agreement = over_what_is_right(block) if kind == "partnerskap" else RIGHT
    contents = {PARTNERSHIP: agreement, SOURCE: block if kind == "källa" else RIGHT_SOURCE}
    if yaml.safe_load(agreement)["nonprofit_parties"]:
        contents[ORGANISATION] = block if kind == "organisation" else "name: Läxhjälparna\n"
    if kind == "täckning":
        contents[COVERAGE] = block
    for name, text in contents.items():
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return read(project, TODAY).problems


@pytest.mark.parametrize(("kind", "block", "rule", "place"), EXAMPLES, ids=[example[-1] for example in EXAMPLES])
def test_an_example_is_what_it_is_said_to_be(kind: str, block: str, rule: str, place: str, tmp_path: Path) -> None:
    problems = problems_of(toy_project(tmp_path), kind, block)
    assert {problem.rule for problem in problems} == ({rule} if rule else set()), problems


def test_the_whole_example_and_its_message_are_right(tmp_path: Path) -> None:
    """The real register accepts CONTRIBUTING.md's three files, and says what it shows of an end before the start."""
    texts = {kind: block for kind, block, _, place in EXAMPLES if place.startswith("CONTRIBUTING")}
    for name in ("data", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    for name, kind in ((PARTNERSHIP, "partnerskap"), (SOURCE, "källa"), (ORGANISATION, "organisation")):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(texts[kind])
    assert read(tmp_path, TODAY).problems == ()
    backwards = texts["partnerskap"].replace("2026-12-31", "2024-12-31")
    (tmp_path / PARTNERSHIP).write_text(backwards, encoding="utf-8")
    shown = re.search(r"<!-- meddelande -->\n```text\n(.*?)\n```", CONTRIBUTING.read_text(encoding="utf-8"), re.S)
    assert shown
    assert as_text(read(tmp_path, TODAY).problems).splitlines()[0] == shown[1]


def test_every_block_of_yaml_says_what_it_is() -> None:
    for path in PAPERS:
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(r"```yaml", text)) == len(_EXAMPLE.findall(text)), path.name
    kinds = {(kind, bool(rule)) for kind, _, rule, _ in EXAMPLES}
    assert {("partnerskap", False), ("partnerskap", True), ("källa", False), ("täckning", False)} <= kinds


def without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.S)


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub makes of the headings."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    for alt, target in re.findall(r"(!?\[[^\]]*\])\(([^)\s]+)\)", without_code(path.read_text(encoding="utf-8"))):
        if not re.match(r"https?://", target):
            name, _, anchor = target.partition("#")
            there = (path.parent / name).resolve() if name else path
            assert there.exists(), target
            assert not anchor or anchor in anchors(there), target
        assert len(alt) > 20 or not alt.startswith("!"), f"{target}: the picture needs words"


def code(path: Path) -> Iterator[str]:
    """Every piece of inline code, and every line of blocks of commands, without its comment."""
    text = path.read_text(encoding="utf-8")
    for language, block in re.findall(r"^ *```(\w*)\n(.*?)^ *```$", text, re.M | re.S):
        yield from (line.partition("#")[0].strip() for line in block.splitlines() if not language)
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_every_command_file_rule_and_field_exists(path: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    schemas = "".join(each.read_text(encoding="utf-8") for each in sorted((ROOT / "schema").glob("*.json")))
    for piece in code(path):
        if command := re.match(r"(?:\S*python\S* )build\.py (.+)", piece):
            parser().parse_args(shlex.split(command[1]))
        elif piece.startswith("make "):
            assert set(piece.split()[1:]) <= targets, piece
        elif re.fullmatch(rf"({_AREAS})/[a-z-]+", piece):
            assert piece in RULE_IDS, piece
        elif re.fullmatch(rf"({_FOLDERS})/[\w./-]*", piece):
            assert (ROOT / piece).exists() or piece == PARTNERSHIP, piece
        elif re.fullmatch(r"[a-z]+(_[a-z]+)+", piece):
            assert f'"{piece}"' in schemas, piece


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_the_papers_follow_their_own_advice(path: Path) -> None:
    """No personal number, e-mail address or telephone number, no name left to fill in, no sentence of a source."""
    text = path.read_text(encoding="utf-8")
    assert not list(personal_numbers(text))
    assert not EMAIL.findall(text)
    assert not PHONE.findall(re.sub(r"https?://\S+|\d{4}[:/]\d+", " ", text))
    assert not re.search(r"TODO|TBD|XXX|@\w", text)
    assert not list(copied(text, known_fingerprints()))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_plain_named_and_used(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "text", "line", "path", "circle"}
    assert all(root.findtext(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc"))
    assert any(f"bilder/{path.name}" in paper.read_text(encoding="utf-8") for paper in PAPERS)
