"""`make lighthouse`: Google's Lighthouse, as on a phone, on each kind of page of the built site.

Pages are served compressed, as any host does. Prints the four scores, the layout shift and the weight of each; exit
code 1 where a score is below 95 or anything shifts. `--only NAME` measures the pages whose name holds the word.
"""

import argparse
import gzip
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.install import chromium, node, npm_packages
from tests.browser.opening import FLAGS, Quiet, served
from tests.browser.test_site import PAGES

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "_site"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
TEXT = (".html", ".css", ".js", ".json", ".svg", ".csv", ".xml")


class Compressed(Quiet):
    """Serves text compressed."""

    def do_GET(self) -> None:  # noqa: N802 - the name is http.server's
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in TEXT:
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def report(address: str, path: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's own report on the page; one that asks not to be found is not blamed for it."""
    target = folder / "report.json"
    page = SITE / path.partition("?")[0] / "index.html"
    unlisted = ["--skip-audits=is-crawlable"] if '<meta name="robots" content="noindex' in page.read_text() else []
    node(
        str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"), address + path, "--quiet", "--output=json",
        f"--output-path={target}", f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless {' '.join(FLAGS)}", *unlisted,
        env={**os.environ, "CHROME_PATH": chromium() or ""}, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def line(name: str, found: dict[str, Any]) -> tuple[str, bool]:
    """The page's figures, and whether they are good enough."""
    scores = [round(100 * (found["categories"][each]["score"] or 0)) for each in CATEGORIES]
    shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
    weight = found["audits"]["total-byte-weight"]["numericValue"] / 1024
    words = " ".join(f"{score:4}" for score in scores)
    return f"{name:<34} {words}   shift {shift:.3f}   {weight:4.0f} kB", min(scores) >= LEAST and shift == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="make lighthouse")
    parser.add_argument("--only", default="", help="measure the pages whose name holds this")
    wanted = {name: path for name, path in PAGES.items() if parser.parse_args().only in name and path != "404.html"}
    if not SITE.is_dir():
        print("There is no _site: run make site first.", file=sys.stderr)
        return 2
    npm_packages(HERE)
    print(f"{'page':<34} {' '.join(each[:4] for each in CATEGORIES)}")
    is_good = True
    with served(SITE, Compressed) as base, tempfile.TemporaryDirectory() as folder:
        for name, path in wanted.items():
            text, is_fine = line(name, report(base, path, Path(folder)))
            print(text, "" if is_fine else "  ← below", flush=True)
            is_good = is_good and is_fine
    return 0 if is_good else 1


if __name__ == "__main__":
    raise SystemExit(main())
