"""Calendars: days to remember as iCalendar (RFC 5545), all-day and never busy."""

from collections.abc import Iterable, Iterator
from datetime import date

from site_builder.exporting.feeds import Entry, identity

OCTETS = 75  # a line's length, beyond which it is folded


def icalendar(name: str, entries: Iterable[Entry], stamp: date) -> bytes:
    """The entries as events on their days; `stamp` is the day they are told."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IOP-registret//Slutdatum//SV"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(entry.key)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    yield f"DESCRIPTION:{_escaped(entry.text)}"
    if entry.address.startswith("http"):
        yield f"URL:{entry.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for special in "\\;,":
        text = text.replace(special, f"\\{special}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets, each but the first after a blank; no letter is split."""
    piece = b""
    for letter in line:
        encoded = letter.encode("utf-8")
        if len(piece) + len(encoded) > OCTETS:
            yield piece
            piece = b" "
        piece += encoded
    yield piece
