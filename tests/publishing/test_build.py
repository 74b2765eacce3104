"""A build as a user runs it: the same bytes, the last good site kept, and clear words when it cannot go on."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.exporting.tables import table_outputs
from site_builder.reading.fields import schemas
from site_builder.reading.validate import read
from tests.toy_project import ROOT, toy_project


def digest(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def run(project: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(project), "--today", "2025-06-01"])


def test_two_builds_are_byte_identical(tmp_path: Path, site: Path) -> None:
    """In another process than the shared site, with another hash seed, folder, working directory and time zone."""
    project = toy_project(tmp_path / "other")
    command = [sys.executable, str(ROOT / "build.py"), "build", "--root", str(project), "--today", "2025-06-01"]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    assert len(digest(site)) > 300
    assert digest(project / "_site") == digest(site)


def test_a_build_with_errors_touches_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "build") == 0
    before = digest(project / "_site")
    (project / "data/agreements/umea/natthem.yaml").write_text("title: [", encoding="utf-8")
    capsys.readouterr()
    assert run(project, "build") == 1
    assert digest(project / "_site") == before
    output = capsys.readouterr().out
    assert "data/agreements/umea/natthem.yaml:" in output
    assert "Inget är byggt" in output


def test_a_killed_build_leaves_the_last_site_whole(project: Path) -> None:
    """Killed at many moments, the site is always the old one or the new one, never a mixture."""
    assert run(project, "build") == 0
    old = digest(project / "_site")
    title = project / "data/agreements/umea/natthem.yaml"
    title.write_text(title.read_text().replace("Natthem för", "Nattlogi för"), encoding="utf-8")
    command = [sys.executable, "build.py", "build", "--root", str(project), "--today", "2025-06-01"]
    seen = []
    for delay in (0.4, 0.8, 1.2, 1.6, 2.0, 2.4):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.append(digest(project / "_site"))
    assert run(project, "build") == 0
    new = digest(project / "_site")
    assert old != new
    assert all(one in (old, new) for one in seen)


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("templates/body.html", "{% if %}", "templates/body.html:1"),
        ("templates/body.html", "\n{{ finns_inte }}", "templates/body.html:2"),
        ("templates/body.html", "{{ 1 + 'a' }}", "templates/body.html:1"),
        ("content/om.md", "Ingen rubrik", "content/om.md"),
        ("content/om.md", "---\ntitle: A\ndescription: B\n---\n[x](page:finns-inte)", "finns-inte"),
        ("schema/agreement.schema.json", "{", "agreement"),
    ],
)
def test_a_broken_project_file_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, wanted: str
) -> None:
    (project / path).write_text(text, encoding="utf-8")
    assert run(project, "build") == 2
    error = capsys.readouterr().err
    assert wanted in error
    assert "Traceback" not in error
    assert not (project / "_site").exists()


def test_publishing_with_example_settings_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "build", "--publish") == 2
    assert "base_url, repository, contact_email, publisher" in capsys.readouterr().err


def test_the_real_register_is_right_as_of_another_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Looking back must not make today's sources lie in the future."""
    day = date(2023, 4, 1)
    assert main(["check", "--root", str(ROOT), "--today", day.isoformat()]) == 0
    register = read(ROOT, date(2026, 11, 23)).register
    assert register is not None
    tables = {output.path: output for output in table_outputs(register, day, schemas(ROOT / "schema"))}
    rows = tables["data/partnerskap.csv"].produce().decode("utf-8").splitlines()
    assert sum(",active,2023-04-01," in row for row in rows) >= 91


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_nothing_but_a_site_is_replaced(
    project: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "viktigt"
    if kind == "full":
        target.mkdir()
        (target / "uppsats.txt").write_text("viktigt", encoding="utf-8")
    elif kind == "file":
        target.write_text("viktigt", encoding="utf-8")
    else:
        target.symlink_to(project / "data")
    assert run(project, "build", "--out", str(target)) == 2
    assert "--out" in capsys.readouterr().err
    assert (project / "data/sources.yaml").is_file()
    if kind != "link":
        assert "viktigt" in (target if kind == "file" else target / "uppsats.txt").read_text()


def test_generate_knows_what_is_stale(project: Path) -> None:
    assert run(project, "generate", "--check") == 1
    assert run(project, "generate") == 0
    assert run(project, "generate", "--check") == 0


@pytest.mark.parametrize(
    "arguments", [["finnsinte"], ["check", "--today", "igår"], ["build", "--today", "9999-12-31"], []]
)
def test_wrong_use_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    capsys.readouterr()
