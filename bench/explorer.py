"""The explorer with ten thousand partnerships: a key stroke in Chromium, beside a plain scan of the same rows.

`python -m bench.explorer` builds the page of a synthetic register, types in it and prints medians and ratios. With
`--compare` it also sets the explorer's search beside search libraries from npm.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import takewhile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.synthetic import synthetic
from site_builder.output import Output
from site_builder.presenting.edition import Edition
from site_builder.presenting.render import Renderer
from site_builder.presenting.search_index import PATH as INDEX
from site_builder.presenting.sheets import page_outputs
from site_builder.publishing.build import edition
from site_builder.publishing.drawings import Drawings
from site_builder.publishing.site import asset_outputs, templates
from site_builder.reading.validate import read
from tests.browser.install import chromium, node, npm_packages
from tests.browser.opening import FLAGS, served

ROOT = Path(__file__).parents[1]
DAY = date(2026, 1, 1)
SIZE = 10_000
SEARCH = Path(__file__).parent / "search"
PAGE = "partnerskap/index.html"

# Types each query letter by letter. A stroke is the work of the page from the input to the laid out table; the plain
# scan goes through the same rows' texts for the same letters.
STROKES = """async (queries) => {
  const index = await (await fetch("sok.json")).json();
  const { fold } = await import("../assets/explorer/text.js");
  const texts = index.partnerships.map((each) => fold([each.title, each.name, each.parties, each.text,
    ...[...each.bodies, ...each.organisations ?? [], ...each.areas ?? [], ...each.about ?? []]
      .map((place) => index.subjects[place].name)].join(" ")));
  const field = document.querySelector("#sokord");
  const strokes = [], plain = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      let start = performance.now();
      field.value = typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight;
      strokes.push(performance.now() - start);
      start = performance.now();
      const wanted = fold(typed).split(" ");
      texts.filter((text) => wanted.every((word) => text.includes(word)));
      plain.push(performance.now() - start);
      await new Promise((done) => setTimeout(done));
    }
  }
  return { strokes, plain };
}"""
# What the browser itself says of real strokes, paint included, in steps of 8 ms.
WATCH = """() => {
  window.felt = [];
  const watch = (list) => list.getEntries().forEach((entry) => window.felt.push([entry.name, entry.duration]));
  new PerformanceObserver(watch).observe({ type: "event", durationThreshold: 16, buffered: true });
}"""


def explorer(size: int | None) -> Iterator[Output]:
    """The explorer's page with all that it loads, for the real register or a synthetic one of the size."""
    reading = read(ROOT, DAY)
    assert reading.register is not None
    shown: Edition = edition(ROOT, reading, DAY, {}, Drawings(ROOT))
    if size:
        shown = replace(shown, register=synthetic(reading.register, size))
    assets = asset_outputs(ROOT)
    yield from assets
    downloads = tuple(
        Output(path=path, produce=lambda: b"", title=path, media_type="text/csv")
        for path in ("data/partnerskap.csv", "data/partnerskap.json")
    )
    pages = page_outputs(shown, (*assets, *downloads), downloads, Renderer(templates(ROOT)))
    until = takewhile(lambda page: "/sortera/" not in page.path, pages)
    yield from (page for page in until if page.path in (PAGE, INDEX))


def written(folder: Path, size: int | None) -> Path:
    for output in explorer(size):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.produce())
    return folder


@contextmanager
def opened(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}partnerskap/")
        page.locator("#tabell-rubrik", has_text="Partnerskap 1–50 av").wait_for()
        yield page
        browser.close()


def at(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]


def measured(folder: Path, opens: str | None) -> None:
    """One line of figures; `opens` is a facet whose list is open while typing, so that its counts are shown too."""
    queries = [each["query"] for each in json.loads((SEARCH / "queries.json").read_text(encoding="utf-8"))]
    with served(folder) as address, opened(address) as page:
        if opens:
            page.locator(f"[data-facet={opens}] summary").click()
        page.evaluate(STROKES, queries[:5])  # the browser's own warming up
        times = page.evaluate(STROKES, queries)
        page.evaluate(WATCH)
        page.locator("#sokord").fill("")
        page.locator("#sokord").press_sequentially("flykting ukriana", delay=220)
        page.wait_for_timeout(500)
        felt = [duration for name, duration in page.evaluate("window.felt") if name in ("keydown", "input", "keypress")]
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    strokes, plain = times["strokes"], times["plain"]
    print(f"\nkey strokes: {len(strokes)}, {'facet ' + opens if opens else 'facets'} {'open' if opens else 'closed'}")
    for name, share in (("median", 0.5), ("95th", 0.95), ("worst", 1)):
        ours, peer = at(strokes, share), at(plain, share)
        print(f"  {name:<7} {ours:6.1f} ms   {ours / peer:5.2f} × plain substring scan ({peer:.1f} ms)")
    print(f"  typed by hand, paint included: worst {max(felt, default=16):.0f} ms; page ready after {ready:.0f} ms")


def sizes(folder: Path) -> None:
    for name, path in (("index", INDEX), ("page", PAGE)):
        content = (folder / path).read_bytes()
        print(f"  {name}: {len(content) / 1000:.0f} kB, {len(gzip.compress(content)) / 1000:.0f} kB compressed")


def compared(real: Path, large: Path) -> None:
    """The libraries are installed from the lock beside their list, and only for this."""
    npm_packages(SEARCH)
    print("\nsearch, against what the queries mean in the real register, and key strokes in the synthetic one")
    node(str(SEARCH / "compare.mjs"), str(real / INDEX), str(large / INDEX), check=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.explorer")
    parser.add_argument("--compare", action="store_true", help="also set search libraries from npm beside our own")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        real, large = written(Path(name) / "real", None), written(Path(name) / "large", SIZE)
        print("today's register")
        sizes(real)
        print(f"{SIZE} synthetic partnerships")
        sizes(large)
        measured(large, None)
        measured(large, "organisation")
        if arguments.compare:
            compared(real, large)


if __name__ == "__main__":
    main()
