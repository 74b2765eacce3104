"""Broken data: every invalid case gives exactly its expected report, and nothing read ever raises."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.reading.fields import schemas
from site_builder.reading.judgement import schema_problems
from site_builder.reading.validate import RULES
from site_builder.reading.yamlfile import parsed
from tests.reading.invalid_cases import FLAT, Case, invalid_cases, report
from tests.toy_project import ROOT, TODAY, TOY, toy_project

CASES = invalid_cases()
REFRESH = "python tests/reading/refresh_invalid.py"
# No file in the corpus can show these: they concern links, absence and rights in the file system, and time.
SHOWN_ELSEWHERE = {"file/missing", "file/symbolic-link", "file/unreadable", "file/vanished"}


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all cases: each is laid in it and taken out again."""
    return toy_project(tmp_path_factory.mktemp("invalid") / "project")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report(shared_project: Path, case: Case) -> None:
    expected = case.expected.read_bytes().decode("utf-8")
    advice = f"not what {case.expected.relative_to(ROOT)} says. If the new report is better, run: {REFRESH}"
    assert report(shared_project, case) == expected, advice


def test_every_rule_has_a_case() -> None:
    reports = "\n".join(case.expected.read_text(encoding="utf-8") for case in CASES)
    shown = set(re.findall(r":\d+:\d+: (?:varning: )?([a-z]+/[a-z-]+): ", reports))
    assert {rule.id for rule in RULES} - shown == SHOWN_ELSEWHERE


def test_worst(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All broken agreements at once: everything is reported, and no broken file hides what is wrong with another."""
    agreements = [case for case in CASES if case.name.startswith(f"{FLAT}/")]
    for case in agreements:
        for file, place in case.files:
            shutil.copyfile(file, project / place)
    assert main(["check", "--root", str(project), "--today", TODAY.isoformat()]) == 1
    printed, _ = capsys.readouterr()
    assert "Traceback" not in printed
    expected = {line for case in agreements for line in case.expected.read_text(encoding="utf-8").splitlines()}
    assert len(expected) >= 100
    assert expected - set(printed.splitlines()) == set()


SCHEMAS = schemas(ROOT / "schema")
KINDS = ("agreement", "organisation", "sources", "vocabulary", "bodies", "coverage", "waivers", "site")
GOOD = tuple(path.read_bytes() for path in sorted(TOY.rglob("*.yaml")))
FRAGMENTS = tuple(
    fragment.encode("utf-8")
    for fragment in (
        *"[]{}:,-?&*!|>%@`\"'#\\~=<\n\t ", ": ", "- ", "? ", "---\n", "...\n", "<<: ", "&a ", "*a", "!!x ", "[]", "{}",
        "null", "no", "true", "0114", "2023", "2023-01-01", "1.5", ".nan", '"\\n"', "å", "a\u030a", "\u200b", "title: ",
        "kind: ", "  - ", "\ufeff", "\0",
    )
)  # fmt: skip


@st.composite
def almost_good(draw: st.DrawFn) -> bytes:
    """A file of the toy register with a few slips in it."""
    content = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 12))
        content = content[:start] + draw(st.sampled_from(FRAGMENTS)) + content[end:]
    return content


CONTENT = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8")),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(b"".join),
    almost_good(),
)


@given(kind=st.sampled_from(KINDS), content=CONTENT)
@settings(max_examples=200)
def test_reading_never_raises(kind: str, content: bytes) -> None:
    document, problems = parsed("data/x.yaml", content)
    assert document is not None or problems
    if document is not None:
        problems = (*problems, *schema_problems(SCHEMAS, kind, document))
    lines = content.count(b"\n") + 2
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)
