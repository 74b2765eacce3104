"""`make bench`: times the steps of a build and prints each beside a peer doing comparable work in the same run.

The peers: PyYAML's own `safe_load` of the same files for reading, copying the finished site for building, and the same
build with kept drawings for drawing. Machines are noisy, so the median ratio is the figure to quote, never the seconds.
`--times N` also measures a register of N copies of today's partnerships.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from site_builder.publishing.build import build
from site_builder.reading.validate import read

ROOT = Path(__file__).parents[1]
DAY = date(2026, 1, 1)
ROUNDS = 5
PARTY = re.compile(r"(  - organisation: .*\n(?:    as_named: .*\n)?)(?:    units: .*\n)?")


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def project(folder: Path, times: int) -> Path:
    """A copy of this project in which every partnership stands `times` times, each copy at a site of its own."""
    for name in ("data", "schema", "templates", "assets", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.yaml", folder)
    for path in list((folder / "data" / "agreements").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for number in range(2, times + 1):
            copy = text.replace("title: ", f"title: Nr {number} ", 1)
            copy = PARTY.sub(rf"\1    units: [{path.stem} {number}]\n", copy)
            path.with_stem(f"{path.stem}-{number}").write_text(copy, encoding="utf-8")
    return folder


def cold_build(folder: Path) -> None:
    for name in ("_site", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    command = [sys.executable, str(ROOT / "build.py"), "build", "--root", str(folder), "--today", DAY.isoformat()]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


def cold_python() -> None:
    """The peer of a cold build: starting Python and importing what any such builder imports."""
    subprocess.run([sys.executable, "-c", "import altair, jinja2, jsonschema, markdown, vl_convert, yaml"], check=True)


def copied(folder: Path) -> None:
    shutil.rmtree(folder / "_copy", ignore_errors=True)
    shutil.copytree(folder / "_site", folder / "_copy")


def edited(folder: Path, number: int) -> None:
    """One changed file, then a rebuild in a process that has built before, as under `serve`."""
    path = next(iter(sorted((folder / "data" / "agreements").rglob("*.yaml"))))
    text = path.read_text(encoding="utf-8")
    first, rest = text.split("title: ", 1)
    path.write_text(f"{first}title: {'AB'[number % 2]}{rest}", encoding="utf-8")
    build(folder, folder / "_site", DAY, {})


def loaded(folder: Path) -> None:
    for path in (folder / "data").rglob("*.yaml"):
        yaml.safe_load(path.read_text(encoding="utf-8"))


def drawn(folder: Path) -> int:
    """Builds in this process and says how many charts had to be drawn."""
    return build(folder, folder / "_site", DAY, {}).drawn


def undrawn(folder: Path) -> int:
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return drawn(folder)


def row(name: str, ours: list[float], peer_name: str, peer: list[float]) -> str:
    ratio = statistics.median(one / other for one, other in zip(ours, peer, strict=True))
    return f"{name:<34} {statistics.median(ours):7.2f} s   {ratio:6.2f} × {peer_name} ({statistics.median(peer):.2f} s)"


def measured(times: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name), times)
        reading = read(folder, DAY)
        assert reading.register is not None, reading.problems[:3]
        print(f"\n{len(reading.register.agreements)} partnerships")
        cold, start, again, copy, rebuilt, load, with_charts, without = [], [], [], [], [], [], [], []
        for number in range(ROUNDS):
            cold.append(seconds(lambda: cold_build(folder)))
            start.append(seconds(cold_python))
            load.append(seconds(lambda: loaded(folder)))
            again.append(seconds(lambda: read(folder, DAY)))
            build(folder, folder / "_site", DAY, {})
            rebuilt.append(seconds(lambda number=number: edited(folder, number)))  # type: ignore[misc]
            copy.append(seconds(lambda: copied(folder)))
            with_charts.append(seconds(lambda: undrawn(folder)))
            without.append(seconds(lambda: drawn(folder)))
        print(row("cold build, whole process", cold, "importing the libraries", start))
        print(row("reading and checking, warm", again, "yaml.safe_load of the same files", load))
        print(row("rebuild after one edit, warm", rebuilt, "copying the finished site", copy))
        print(row("build that draws all charts, warm", with_charts, "the same with all kept", without))
        print(f"charts drawn: {undrawn(folder)} without kept drawings, {drawn(folder)} when nothing has changed")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--times", type=int, action="append", help="also measure this many copies of the register")
    for times in [1, *(parser.parse_args().times or [])]:
        measured(times)


if __name__ == "__main__":
    main()
