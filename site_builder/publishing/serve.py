"""Serve: the site on this machine, rebuilt and reloaded when a file changes.

A broken edit leaves the last good site up and lays the problems over its pages.
"""

import mimetypes
import signal
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.ioloop import IOLoop

from site_builder.reading.problems import Problem

WATCHED = ("data", "content", "schema", "templates", "assets", "site.yaml")
Report = tuple[Problem, ...] | str


class Preview:
    """A WSGI application that serves the built site, with what stopped the latest build on top."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.report: Report = ()

    def __call__(self, request: dict[str, Any], respond: Callable[..., Any]) -> Iterable[bytes]:
        found = self._file(request.get("PATH_INFO", "/"))
        status = "200 OK" if found else "404 Not Found"
        page = found or self.target / "404.html"
        content = page.read_bytes() if page.is_file() else b"<!doctype html><title>IOP</title><body></body>"
        media_type = mimetypes.guess_type(page.name)[0] or "application/octet-stream"
        if media_type == "text/html":
            content = content.replace(b"</body>", overlay(self.report).encode("utf-8") + b"</body>", 1)
        if media_type.startswith("text/") or media_type.endswith("json"):
            media_type += "; charset=utf-8"
        respond(status, [("Content-Type", media_type), ("Content-Length", str(len(content)))])
        return [content]

    def _file(self, address: str) -> Path | None:
        """The file at the address, never one outside the site."""
        name = address.encode("latin-1").decode("utf-8", "replace").replace("\0", "").lstrip("/")
        path = (self.target / name).resolve()
        if not path.is_relative_to(self.target.resolve()):
            return None
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() else None


def overlay(report: Report) -> str:
    """The problems as a panel over the page; nothing when there are none."""
    if not report:
        return ""
    lines = [report] if isinstance(report, str) else [f"{p.path}:{p.line}:{p.column} {p.message}" for p in report]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return (
        '<section role="alert" class="build-problems"><h2>Webbplatsen är inte uppdaterad</h2>'
        f"<p>Rätta detta, så byggs den om:</p><ul>{items}</ul></section>"
    )


def serve(root: Path, preview: Preview, rebuild: Callable[[], None], port: int) -> None:
    """Serves until interrupted; `rebuild` runs after every change to a watched file."""
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # a second save within three seconds is a change too
    server = Server(preview)
    for name in WATCHED:
        server.watch(str(root / name) + ("" if name.endswith(".yaml") else "/**/*"), rebuild)
    _stop_on_interrupt()
    server.serve(host="127.0.0.1", port=port, open_url_delay=None)


def _stop_on_interrupt() -> None:
    """Ctrl+C stops the server between two tasks; raised in the midst of one, the exception can be lost."""
    loop = IOLoop.current()
    signal.signal(signal.SIGINT, lambda *_: loop.add_callback_from_signal(loop.stop))
