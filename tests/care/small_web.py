"""A small web on this machine, with the faults of the large one."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from site_builder.care.asking import MAX_BYTES


class Handler(BaseHTTPRequestHandler):
    """What each path answers. `seen` collects (method, path, agent)."""

    seen: list[tuple[str, str, str | None]]

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        type(self).seen.append((self.command, self.path, self.headers["User-Agent"]))
        match self.path:
            case "/no-head" if self.command == "HEAD":
                self.reply(404)
            case "/drops-head" if self.command == "HEAD":
                self.close_connection = True
            case "/moved":
                self.reply(301, "/fine")
            case "/round":
                self.reply(302, "/round")
            case "/to-file":
                self.reply(302, "file:///etc/passwd")
            case "/gone" | "/closed" | "/later":
                self.reply({"/gone": 404, "/closed": 403, "/later": 429}[self.path])
            case "/drips":
                self.drip()
            case _:
                self.reply(200)

    def reply(self, status: int, location: str | None = None) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"x" * (4 * MAX_BYTES) if self.path == "/huge" else b"hej")

    def drip(self) -> None:
        """A first line that never ends, a byte at a time."""
        self.wfile.write(b"HTTP/1.0 ")
        try:
            while not self.server.done.wait(0.02):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Handler.seen = []
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.done = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.done.set()  # type: ignore[attr-defined]
    found.shutdown()
    thread.join()
    found.server_close()
