"""Rendered: what a reader of a comment sees, and what of it GitHub would look for mentions, references and links in."""

from html.parser import HTMLParser

ALLOWED = {"p", "h2", "h3", "ul", "ol", "li", "code", "strong", "em", "a"}


class _Text(HTMLParser):
    """Text within code and outside of it; a tag that no answer of ours has, or a link, is a failure."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.code: list[str] = []
        self.plain: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        self.depth += tag == "code"
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "code"

    def handle_data(self, data: str) -> None:
        (self.code if self.depth else self.plain).append(data)


def _read(html: str) -> _Text:
    found = _Text()
    found.feed(html)
    found.close()
    return found


def outside_code(html: str) -> str:
    found = _read(html)
    assert not found.links
    return "".join(found.plain).strip()


def shown(html: str) -> str:
    return "".join(_read(html).code)


def links(html: str) -> list[str]:
    return _read(html).links
