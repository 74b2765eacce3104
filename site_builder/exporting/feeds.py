"""Feeds: news as Atom (RFC 4287), for those who follow a body."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_builder.exporting.api import LICENCE

NAMESPACE = UUID("5b0c7f0e-8f5e-5d3c-9a66-2d1f4c8d7a10")  # ids of entries and calendar events; never changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of news; `key` is what its id is made from, `address` the page it is about."""

    key: str
    title: str
    text: str
    day: date
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """News of one subject, the latest first. `own` is its own address, None where the site's is not known.

    `day` is used as the day of change where there are no entries, for which Atom must have one.
    """

    key: str
    title: str
    author: str
    address: str
    own: str | None
    day: date
    entries: tuple[Entry, ...]


def identity(key: str) -> str:
    """The same for the same key, in every build and wherever the site lies."""
    return str(uuid5(NAMESPACE, key))


def atom(feed: Feed) -> bytes:
    """The feed as XML. Atom wants a time of day, which nobody knows: it is midnight, UTC."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "sv"})
    _text(root, "id", f"urn:uuid:{identity(feed.key)}")
    _text(root, "title", feed.title)
    _text(root, "updated", _midnight(max((entry.day for entry in feed.entries), default=feed.day)))
    _text(SubElement(root, "author"), "name", feed.author)
    _text(root, "rights", LICENCE)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.address})
    if feed.own:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.own})
    for entry in feed.entries:
        node = SubElement(root, "entry")
        _text(node, "id", f"urn:uuid:{identity(entry.key)}")
        _text(node, "title", entry.title)
        _text(node, "updated", _midnight(entry.day))
        SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        _text(node, "summary", entry.text)
    indent(root, " ")
    content: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n'.encode()


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
