"""A commit's data laid out in a folder: whole and as it is, and never anything that leads out of the folder."""

import os
import subprocess
from pathlib import Path

import pytest

from site_builder.errors import BuildError
from site_builder.reading import commits
from site_builder.reading.commits import changed_paths, commit_id, merge_base, snapshot
from tests.reading.test_history import ONE, OTHER, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def laid_out(repository: Repository, tmp_path: Path, commit: str) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    folder = tmp_path / "ut"
    folder.mkdir()
    refused = snapshot(repository.folder, commit, folder)
    return files(folder), [(problem.path, problem.rule) for problem in refused]


def test_only_the_data_of_the_commit_and_byte_for_byte(repository: Repository, tmp_path: Path) -> None:
    repository.write(ONE)
    (repository.folder / "data/tom.yaml").touch()
    (repository.folder / "data/konstig.bin").write_bytes(b"\xff\0\n\n")
    for path in ("site.yaml", "build.py", "datax/a.yaml"):
        repository.write(path)
    commit = repository.commit("2025-01-01")
    (repository.folder / ONE).write_text("senare", encoding="utf-8")
    found, refused = laid_out(repository, tmp_path, commit)
    assert refused == []
    assert sorted(found) == [ONE, "data/konstig.bin", "data/tom.yaml", "site.yaml"]
    assert (found["data/konstig.bin"], found["data/tom.yaml"]) == (b"\xff\0\n\n", b"")
    assert b"senare" not in found[ONE]


def test_a_project_in_a_folder_of_a_repository(repository: Repository, tmp_path: Path) -> None:
    repository.write("register/" + ONE)
    repository.write(OTHER)
    commit = repository.commit("2025-01-01")
    repository.folder = repository.folder / "register"
    found, _ = laid_out(repository, tmp_path, commit)
    assert list(found) == [ONE]


def test_links_strange_names_and_large_files_are_refused_and_told_of(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "MAX_LIST_BYTES", 1000)
    repository.write(ONE)
    data = repository.folder / "data"
    (data / "lank.yaml").symlink_to("/etc/passwd")
    (repository.folder / "site.yaml").symlink_to("/etc/passwd")
    (data / "rad\n::error::bryt.yaml").touch()
    Path(os.fsdecode(os.fsencode(data) + b"/\xff.yaml")).touch()
    (data / ("l" * 240)).touch()
    (data / "stor.yaml").write_bytes(b"a" * 1001)
    found, refused = laid_out(repository, tmp_path, repository.commit("2025-01-01"))
    assert list(found) == [ONE]
    assert sorted(refused) == [
        ("data/lank.yaml", "file/symbolic-link"),
        (f"data/{'l' * 240}", "file/name"),
        ("data/rad\N{REPLACEMENT CHARACTER}::error::bryt.yaml", "file/name"),
        ("data/stor.yaml", "yaml/too-large"),
        ("data/\N{REPLACEMENT CHARACTER}.yaml", "file/name"),
        ("site.yaml", "file/symbolic-link"),
    ]


def test_no_path_of_a_forged_tree_leads_out_of_the_folder(repository: Repository, tmp_path: Path) -> None:
    """Git itself would never make such trees, but a server need not be git."""

    def tree(*entries: tuple[bytes, bytes, str]) -> str:
        content = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(id) for mode, name, id in entries)
        command = ["git", "-C", str(repository.folder), "hash-object", "-t", "tree", "-w", "--literally", "--stdin"]
        return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().strip()

    repository.write(ONE)
    repository.commit("2025-01-01")
    blob = repository.git("rev-parse", f"HEAD:{ONE}")
    out = tree(
        (b"40000", b"..", tree((b"100644", b"ute.yaml", blob))), (b"40000", b".git", tree((b"100644", b"config", blob)))
    )
    module = (b"160000", b"modul", repository.git("rev-parse", "HEAD"))
    commit = repository.git("commit-tree", "-m", "x", tree((b"40000", b"data", tree((b"40000", b"a", out), module))))
    found, refused = laid_out(repository, tmp_path, commit)
    assert found == {}
    assert {rule for _, rule in refused} <= {"file/name", "file/unexpected"} and len(refused) >= 2
    assert not (tmp_path / "ute.yaml").exists()


@pytest.mark.parametrize(("limit", "words"), [("MOST_FILES", "fler än 1 filer"), ("MOST_BYTES", "större än 0 MB")])
def test_more_than_any_register_holds_is_refused(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, words: str
) -> None:
    repository.write(ONE)
    repository.write(OTHER)
    commit = repository.commit("2025-01-01")
    monkeypatch.setattr(commits, limit, 1)
    with pytest.raises(BuildError, match=words):
        laid_out(repository, tmp_path, commit)


def test_what_a_branch_changed_since_it_began(repository: Repository) -> None:
    """What happened on main since is not its doing."""
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    repository.git("checkout", "-q", "-b", "gren")
    repository.write("data/agreements/umea/å b.yaml")
    head = repository.commit("2025-01-02")
    repository.git("checkout", "-q", "main")
    repository.write(OTHER)
    repository.commit("2025-01-03")
    assert merge_base(repository.folder, "main", "gren") == first
    assert changed_paths(repository.folder, first, head) == ("data/agreements/umea/å b.yaml",)
    repository.write("ny.md")
    assert changed_paths(repository.folder, first) == (OTHER, "ny.md")


def test_branches_without_a_common_past_are_compared_as_they_are(repository: Repository) -> None:
    repository.write(ONE)
    first = repository.commit("2025-01-01")
    repository.git("checkout", "-q", "--orphan", "annan")
    repository.write(OTHER)
    repository.commit("2025-01-02")
    assert merge_base(repository.folder, "main") == first


@pytest.mark.parametrize("name", ["finns-inte", "--help", "HEAD:data", "a b", ""])
def test_what_is_no_commit_is_said_to_be_none(repository: Repository, name: str) -> None:
    repository.write(ONE)
    repository.commit("2025-01-01")
    with pytest.raises(BuildError, match="finns inte"):
        commit_id(repository.folder, name)
