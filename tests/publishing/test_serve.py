"""The preview: the built site, with what stopped the latest build laid over it; and the real server, once."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from site_builder.publishing.serve import Preview
from site_builder.reading.problems import Problem
from tests.toy_project import ROOT


def asked(preview: Preview, path: str) -> tuple[str, str, str]:
    answer: list[Any] = []
    body = b"".join(preview({"PATH_INFO": path}, lambda *given: answer.extend(given)))
    return answer[0], dict(answer[1])["Content-Type"], body.decode("utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / "hemligt.txt").write_text("hemligt")
    site = tmp_path / "_site"
    (site / "om").mkdir(parents=True)
    (site / "om/index.html").write_text("<body>Om</body>")
    (site / "404.html").write_text("<body>Finns inte</body>")
    (site / "a.css").write_text("a{}")
    return Preview(site)


def test_files_and_folders(preview: Preview) -> None:
    assert asked(preview, "/om/") == ("200 OK", "text/html; charset=utf-8", "<body>Om</body>")
    assert asked(preview, "/a.css")[1] == "text/css; charset=utf-8"
    assert asked(preview, "/nej/") == ("404 Not Found", "text/html; charset=utf-8", "<body>Finns inte</body>")


@pytest.mark.parametrize("path", ["/../hemligt.txt", "/om/../../hemligt.txt", "//../hemligt.txt"])
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    assert asked(preview, path)[0] == "404 Not Found"


def test_problems_lie_over_the_last_good_page(preview: Preview) -> None:
    preview.report = (Problem(path="data/x.yaml", line=3, rule="a/b", message="<Fel>"),)
    _, _, page = asked(preview, "/om/")
    assert "Om" in page
    assert "data/x.yaml:3:1 &lt;Fel&gt;" in page
    preview.report = ()
    assert asked(preview, "/om/")[2] == "<body>Om</body>"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def awaited(address: str, wanted: str, seconds: float = 30) -> str:
    """The page once it holds the text."""
    text = ""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            text = page(address)
        except OSError:
            text = ""
        if re.search(wanted, text):
            return text
        time.sleep(0.1)
    raise AssertionError(f"{wanted} never came; last: {text[-500:]}")


def test_an_edit_shows_and_a_broken_edit_keeps_the_last_good_site(project: Path) -> None:
    port = free_port()
    command = [sys.executable, "build.py", "serve", "--root", str(project), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = f"http://127.0.0.1:{port}/partnerskap/umea/natthem/"
        assert "livereload.js" in awaited(address, "Natthem för vuxna")
        record = project / "data/agreements/umea/natthem.yaml"
        good = record.read_text(encoding="utf-8")
        record.write_text(good.replace("Natthem för vuxna", "Nattlogi för vuxna"), encoding="utf-8")
        awaited(address, "Nattlogi för vuxna")
        record.write_text(good.replace("title: Natthem", "tittel: Natthem"), encoding="utf-8")
        broken = awaited(address, "Webbplatsen är inte uppdaterad")
        assert "Menade du title" in broken
        assert "Nattlogi för vuxna" in broken
        record.write_text(good, encoding="utf-8")
        assert "inte uppdaterad" not in awaited(address, "Natthem för vuxna")
        (project / "templates/body.html").write_text("{% if %}", encoding="utf-8")
        awaited(address, "templates/body.html:1")
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=20)
    assert "Traceback" not in output
    assert "schema/unknown-key" in output
