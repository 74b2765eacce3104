"""The one writer: whole or not at all, and only what changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.errors import BuildError
from site_builder.output import Output
from site_builder.publishing import write as writing
from site_builder.publishing.write import restore, write


def output(path: str, text: str = "x") -> Output:
    return Output(path=path, produce=lambda: text.encode(), title=path, media_type="text/plain")


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_exactly_the_outputs(tmp_path: Path) -> None:
    target = tmp_path / "_site"
    first = write([output("a.txt", "1"), output("b/c.txt", "2")], target)
    assert (first.files, first.changed, first.removed) == (2, 2, 0)
    second = write([output("a.txt", "1"), output("d.txt", "3")], target)
    assert (second.files, second.changed, second.removed) == (2, 1, 1)
    assert tree(target) == {"a.txt": "1", "d.txt": "3"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site"]


def test_unchanged_files_are_left_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "_site"
    write([output("a.txt", "1"), output("b.txt", "1")], target)
    os.utime(target / "a.txt", (1, 1))
    write([output("a.txt", "1"), output("b.txt", "2")], target)
    assert (target / "a.txt").stat().st_mtime == 1
    folder_before = target.stat().st_ino
    assert write([output("a.txt", "1"), output("b.txt", "2")], target).changed == 0
    assert target.stat().st_ino == folder_before


@pytest.mark.parametrize("path", ["../ut.txt", "/etc/x", "", "a/../../b"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(BuildError, match="utanför"):
        write([output(path)], tmp_path / "_site")
    assert list(tmp_path.iterdir()) == []


def test_two_outputs_with_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="samma adress"):
        write([output("a"), output("a")], tmp_path / "_site")


def test_an_output_that_fails_leaves_the_site_whole(tmp_path: Path) -> None:
    target = tmp_path / "_site"
    write([output("a.txt", "1")], target)

    def failing() -> bytes:
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        write([output("a.txt", "2"), Output(path="b", produce=failing, title="", media_type="")], target)
    assert tree(target) == {"a.txt": "1"}


@pytest.mark.parametrize("moment", range(8))
def test_a_write_interrupted_anywhere_leaves_the_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """Stopped before each file, and before the swap: what is half made lies beside the site, never in it."""
    target = tmp_path / "_site"
    old = {f"{name}.txt": "1" for name in "abcdef"}
    new = {f"{name}.txt": "2" for name in "abcdefg"}
    write([output(*each) for each in old.items()], target)
    left = moment

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object) -> object:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            return real(*arguments)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", counted(Path.write_bytes))
        patch.setattr(writing, "_swap", counted(writing._swap))
        with pytest.raises(KeyboardInterrupt):
            write([output(*each) for each in new.items()], target)
    assert tree(target) == old
    write([output(*each) for each in new.items()], target)
    assert tree(target) == new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site"]


def test_without_an_exchange_the_swap_takes_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_exchanged", lambda *_: False)
    target = tmp_path / "_site"
    write([output("a.txt", "1")], target)
    write([output("a.txt", "2")], target)
    assert tree(target) == {"a.txt": "2"}
    target.rename(tmp_path / "_site.old")  # as if killed between the two steps
    restore(target)
    assert tree(target) == {"a.txt": "2"}
