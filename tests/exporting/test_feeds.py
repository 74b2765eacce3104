"""Feeds and calendars as others read them."""

from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from site_builder.exporting.calendars import icalendar
from site_builder.exporting.feeds import Entry, Feed, atom

DAY = date(2025, 6, 1)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=120)


def entry(title: str, text: str = "Text", day: date = DAY, address: str = "../x/") -> Entry:
    return Entry(key="k", title=title, text=text, day=day, address=address)


def feed(*entries: Entry, own: str | None = None) -> ElementTree.Element:
    whole = Feed(key="f", title="Flöde", author="Någon", address="./", own=own, day=DAY, entries=entries)
    return ElementTree.fromstring(atom(whole))


def unfolded(content: bytes) -> list[str]:
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_a_feed_has_what_atom_wants() -> None:
    root = feed(entry("En", day=date(2024, 1, 2)), entry("Två", day=date(2023, 1, 2)), own="https://a.example/f.xml")
    assert root.findtext("a:updated", namespaces=ATOM) == "2024-01-02T00:00:00Z"
    assert root.findtext("a:author/a:name", namespaces=ATOM) == "Någon"
    assert [link.get("rel") for link in root.findall("a:link", ATOM)] == ["alternate", "self"]
    first = root.find("a:entry", ATOM)
    assert first is not None
    for name, wanted in (("title", "En"), ("updated", "2024-01-02T00:00:00Z"), ("summary", "Text")):
        assert first.findtext(f"a:{name}", namespaces=ATOM) == wanted
    assert (first.findtext("a:id", namespaces=ATOM) or "").startswith("urn:uuid:")


def test_an_empty_feed_says_when_it_was_looked_at() -> None:
    root = feed()
    assert root.findtext("a:updated", namespaces=ATOM) == "2025-06-01T00:00:00Z"
    assert root.findall("a:entry", ATOM) == []


@given(TEXT)
def test_whatever_a_title_is_a_feed_gives_it_back(title: str) -> None:
    assert feed(entry(title)).findtext("a:entry/a:title", namespaces=ATOM) == title


def test_a_calendar_has_whole_days() -> None:
    content = icalendar("Namn", [entry("Slut; nu, ja", day=date(2027, 6, 30), address="https://a.example/x/")], DAY)
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    for wanted in (
        "VERSION:2.0",
        "DTSTAMP:20250601T000000Z",
        "DTSTART;VALUE=DATE:20270630",
        "SUMMARY:Slut\\; nu\\, ja",
        "URL:https://a.example/x/",
    ):
        assert wanted in lines
    assert not any(line.startswith("DTEND") for line in lines)


@given(TEXT)
def test_long_lines_are_folded_between_letters(title: str) -> None:
    content = icalendar("Namn", [entry(title)], DAY)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}" in unfolded(content)
