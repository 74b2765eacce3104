"""What the register would say of proposed files, and that nothing is written before it is asked for."""

from pathlib import Path

import pytest

from site_builder.errors import BuildError
from site_builder.intake.trial import trial, write
from site_builder.reading.validate import read
from tests.toy_project import TODAY, toy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return toy_project(tmp_path)


def first(project: Path) -> tuple[str, str]:
    path = sorted((project / "data/agreements").rglob("*.yaml"))[0]
    return path.relative_to(project).as_posix(), path.read_text(encoding="utf-8")


def test_a_proposed_file_is_read_in_the_present_ones_place(project: Path) -> None:
    path, text = first(project)
    tried = trial(project, {path: text.replace("title: ", "title: Nya ", 1)}, TODAY)
    assert tried.problems == () and tried.reading.register
    id = path.removeprefix("data/agreements/").removesuffix(".yaml")
    assert tried.reading.register.by_id[id].title.startswith("Nya ")
    assert (project / path).read_text(encoding="utf-8") == text


def test_only_what_the_proposal_brings_is_a_problem(project: Path) -> None:
    path, text = first(project)
    other = project / "data/agreements/umea/trasig.yaml"
    other.parent.mkdir(exist_ok=True)
    other.write_text("title: 3\n", encoding="utf-8")
    assert read(project, TODAY).errors
    assert trial(project, {path: f"# en rad till\n{text}"}, TODAY).problems == ()
    tried = trial(project, {path: f"{text}hittepå: 1\n"}, TODAY)
    assert [problem.path for problem in tried.problems] == [path]


def test_a_file_where_nothing_is_read_is_told_of(project: Path) -> None:
    assert [each.rule for each in trial(project, {"data/x/y.yaml": "a: 1\n"}, TODAY).errors] == ["file/unexpected"]
    assert [each.rule for each in trial(project, {"data/agreements/Å/y.yaml": "a: 1\n"}, TODAY).errors] == ["file/name"]


def test_files_are_written_whole_and_within_the_data(project: Path) -> None:
    write(project, {"data/agreements/nytt/a.yaml": "å\n"})
    assert (project / "data/agreements/nytt/a.yaml").read_bytes() == "å\n".encode()
    for path in ("site.yaml", "data/../site.yaml", "/etc/passwd"):
        with pytest.raises(BuildError, match="data/"):
            write(project, {"data/agreements/nytt/b.yaml": "b\n", path: "x\n"})
    assert not (project / "data/agreements/nytt/b.yaml").exists()
