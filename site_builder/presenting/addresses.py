"""Addresses: every link on the site comes from here; one that leads nowhere stops the build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from site_builder.errors import BuildError


class Subject(Protocol):
    """What a page is about; its id is part of the page's address."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Addresses:
    """Paths of all pages and files below the site's root, by page name and subject id (`""` for a page without)."""

    paths: Mapping[tuple[str, str], str]

    def path(self, name: str, subject: Subject | str | None = None) -> str:
        key = subject if isinstance(subject, str) else subject.id if subject else ""
        try:
            return self.paths[name, key]
        except KeyError:
            raise BuildError(f"Länken leder till sidan {name}{'/' + key if key else ''}, som inte finns.") from None


UrlFor = Callable[..., str]
Query = tuple[tuple[str, str], ...]
"""What a link asks of the page it leads to: names of form fields, each with its value."""


def relative_links(addresses: Addresses, here: str) -> UrlFor:
    """`url(name, subject)` for use on the page at `here`: relative, so that the site works under any base path."""

    def url(name: str, subject: Subject | str | None = None, query: Query = ()) -> str:
        return relative(addresses.path(name, subject), here) + _asked(query)

    return url


def rooted_links(addresses: Addresses, base_path: str) -> UrlFor:
    """`url(name, subject)` for the 404 page, which is shown at any address."""

    def url(name: str, subject: Subject | str | None = None, query: Query = ()) -> str:
        return base_path + addresses.path(name, subject) + _asked(query)

    return url


def _asked(query: Query) -> str:
    return f"?{urlencode(query)}" if query else ""


def relative(path: str, here: str) -> str:
    """The way from the page at `here` to `path`: up to the site's root, then down."""
    return "../" * here.count("/") + path or "./"
