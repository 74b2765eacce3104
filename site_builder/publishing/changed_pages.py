"""Changed pages: the pages that a change of the data makes different, in a folder to open by double-click.

Both versions are built by the code, templates and rules that are checked out here, as of the same day and without
histories, so that nothing differs but what the data and the prose say.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape, unescape
from pathlib import Path
from posixpath import normpath
from tempfile import TemporaryDirectory

from site_builder.presenting.words import counted
from site_builder.publishing.build import edition, outputs
from site_builder.publishing.drawings import Drawings
from site_builder.publishing.workbooks import Workbooks
from site_builder.publishing.write import produced
from site_builder.reading.commits import DATA, PROSE, merge_base, snapshot
from site_builder.reading.problems import Problem
from site_builder.reading.validate import read

Site = Mapping[str, bytes]
_CODE = ("schema", "templates", "assets")
_ADDRESS = re.compile(r'(?<=[ \n])(href|src)="([^"#?]*)([#?][^"]*)?"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_RECORD = re.compile(r"partnerskap/(?!sortera/|status/)[^/]+/[^/]+/index\.html")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What differs, by path; `hindrance` is what kept the site from being built, in one of the two versions."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    hindrance: str = ""


def changed_pages(root: Path, base: str, target: Path, today: date, checked_on: date) -> Pages:
    """Fills the folder `target`, which must be empty or new, with what differs since `base`, and index.html.

    Raises BuildError or OSError where neither can be built at all.
    """
    target.mkdir(parents=True, exist_ok=True)
    drawings, workbooks = Drawings(root), Workbooks(root)
    with TemporaryDirectory() as folder:
        before = Path(folder)
        snapshot(root, merge_base(root, base), before, (*DATA, *PROSE))
        for name in _CODE:
            shutil.copytree(root / name, before / name)
        old, new = (_built(place, today, checked_on, drawings, workbooks) for place in (before, root))
    drawings.keep()
    workbooks.keep()
    found, files = _compared(old, new)
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    (target / "index.html").write_text(_index(found, files), encoding="utf-8")
    return found


def _built(
    root: Path, today: date, checked_on: date, drawings: Drawings, workbooks: Workbooks
) -> Site | tuple[Problem, ...]:
    """The whole site by path, or the errors that stand in its way."""
    reading = read(root, checked_on)
    if reading.errors:
        return reading.errors
    shown = replace(edition(root, reading, today, {}, drawings), histories=None)
    return produced(outputs(root, shown, workbooks))


def _compared(old: Site | tuple[Problem, ...], new: Site | tuple[Problem, ...]) -> tuple[Pages, Site]:
    if isinstance(new, tuple):
        return Pages(hindrance="Registret har fel, så sidorna går inte att bygga. Rätta felen först."), {}
    if isinstance(old, tuple):
        return Pages(hindrance="Den tidigare versionen har fel och går inte att bygga, så inget går att jämföra."), {}
    pages = sorted(path for path in old.keys() | new.keys() if path.endswith(".html"))
    found = Pages(
        new=tuple(path for path in pages if path not in old),
        changed=tuple(path for path in pages if path in old and path in new and old[path] != new[path]),
        gone=tuple(path for path in pages if path not in new),
    )
    return found, _to_open(new, {*found.new, *found.changed})


def _to_open(site: Site, wanted: set[str]) -> Site:
    """The pages, led to one another as files, with what they show and offer for download."""
    found: dict[str, bytes] = {}
    for path in sorted(wanted):
        text = site[path].decode("utf-8")
        beside = {there for _, there in _addresses(text, path) if there in site and not there.endswith(".html")}
        found |= {there: site[there] for there in beside}
        found[_place(path)] = _for_disk(text, path, wanted).encode("utf-8")
    return {path: site[path] for path in site if path.startswith("assets/")} | found


def _place(path: str) -> str:
    """The preview's own list takes the place of the site's first page."""
    return "start.html" if path == "index.html" else path


def _addresses(text: str, here: str) -> Iterator[tuple[str, str]]:
    """Every address on the page within the site, as written and from the root, a page as its file."""
    for match in _ADDRESS.finditer(text):
        written = unescape(match[2])
        if written and not _ELSEWHERE.match(written):
            folder = here.rpartition("/")[0]
            there = normpath(f"{folder}/{written}".lstrip("/"))
            is_page = written.endswith(("/", "..")) or there == "."
            yield match[2], normpath(f"{there}/index.html") if is_page else there


def _for_disk(text: str, here: str, wanted: set[str]) -> str:
    """The page with its links to other pages of the preview as links to files, which is what a folder has."""
    files = {written: there for written, there in _addresses(text, here) if there in wanted}

    def linked(match: re.Match[str]) -> str:
        if match[2] not in files:
            return match[0]
        up = "../" * here.count("/")
        return f'{match[1]}="{escape(up + _place(files[match[2]]))}{match[3] or ""}"'

    return _ADDRESS.sub(linked, text)


def _index(pages: Pages, site: Site) -> str:
    """A list of the pages in Swedish."""
    records = [path for path in pages.changed if _RECORD.fullmatch(path)]
    others = [path for path in pages.changed if path not in records]
    groups = (("Nya sidor", pages.new), ("Ändrade partnerskap", records), ("Andra sidor som ändras med dem", others))
    lists = "".join(_list(heading, [_link(path, site) for path in paths]) for heading, paths in groups if paths)
    gone = _list("Sidor som försvinner", [escape(path) for path in pages.gone]) if pages.gone else ""
    many = counted(len(pages.new) + len(pages.changed), "sida", "sidor")
    intro = pages.hindrance or (
        f"{many} blir annorlunda. Bara de finns här: en länk till någon annan sida leder ingenstans."
        if lists
        else "Inga sidor blir annorlunda."
    )
    return (
        '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Det här ändras</title>\n'
        '<link rel="stylesheet" href="assets/tokens.css">\n<link rel="stylesheet" href="assets/base.css">\n'
        '<link rel="stylesheet" href="assets/components.css">\n</head>\n'
        f'<body>\n<main class="wrap">\n<h1>Det här ändras</h1>\n<p>{escape(intro)}</p>\n'
        f"{lists}{gone}</main>\n</body>\n</html>\n"
    )


def _link(path: str, site: Site) -> str:
    title = _TITLE.search(site[_place(path)].decode("utf-8"))
    return f'<a href="{escape(_place(path))}">{title[1] if title else escape(path)}</a>'


def _list(heading: str, items: Iterable[str]) -> str:
    return "\n".join((f"<h2>{heading}</h2>", "<ul>", *(f"<li>{item}</li>" for item in items), "</ul>", ""))
