"""Written time: dates and periods as people write them → as the register does, or nothing where it is not certain."""

import re
from dataclasses import dataclass, replace

from site_builder.register.dates import PartialDate

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
DATE = rf"(?:(?:19|20)\d\d(?:-\d\d?(?:-\d\d?)?)?|(?:19|20)\d{{6}}|(?:\d\d? )?(?:{_MONTH})\.? (?:19|20)\d\d)(?![\d-])"
ALWAYS = "tills vidare"
_UNKNOWN = re.compile(r"(?:vet (?:inte|ej)|okänt|ej känt|inte känt|oklart|\?+|-+|–)\.?", re.IGNORECASE)
_SPAN = re.compile(rf"({DATE})\s*(?:–|—|-|till och med|t\.?o\.?m\.?|till)\s*({DATE}|{ALWAYS})", re.IGNORECASE)
_JOINED = re.compile(r"\b((?:19|20)\d\d(?:-\d\d-\d\d)?)-(?=(?:19|20)\d\d)")
_END = r"slut\w*|upphör\w*|löp\w* ut|gäll\w* till|till och med|t\.?o\.?m\.?|förläng\w*|avsluta\w*"
_START = r"börja\w*|start\w*|inled\w*|från och med|fr\.?o\.?m\.?|gäll\w* från|från"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is said of when something starts and ends, as the register writes dates; None where nothing is.

    An extension is told of by its end, and is a period of its own.
    """

    start: str | None = None
    end: str | None = None
    is_open_ended: bool = False
    is_extension: bool = False


def is_unknown(text: str) -> bool:
    """Whether the answer is that one does not know."""
    return not text or bool(_UNKNOWN.fullmatch(text.strip()))


def written_date(text: str) -> str | None:
    """A year, month or day in the register's form; None where the text is something else, or no such day exists."""
    said = text.strip().rstrip(".").casefold()
    if not re.fullmatch(DATE, said):
        return None
    if named := re.fullmatch(rf"(?:(\d\d?) )?({_MONTH})\.? (\d{{4}})", said):
        day, month, year = named.groups()
        number = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
        parts = [year, f"{number:02}", *([f"{int(day):02}"] if day else [])]
    elif re.fullmatch(r"\d{8}", said):
        parts = [said[:4], said[4:6], said[6:]]
    else:
        parts = [part.zfill(2) for part in said.split("-")]
    try:
        return PartialDate.from_text("-".join(parts)).text
    except ValueError:
        return None


def written_bounds(text: str) -> Bounds | None:
    """What a sentence says of a single period: a span, an end, a start, or until further notice.

    None where it is not certain: a lone date is neither, and two that are not a span may be anything.
    """
    said = _JOINED.sub(r"\1–", " ".join(text.casefold().split()))
    if re.search(r"\b(?:inte|ej|eller)\b", said):
        return None
    dates = re.findall(rf"(?<![\d-]){DATE}", said)
    if span := _SPAN.search(said):
        return _bounds(span[1], span[2]) if len(dates) == 2 - (span[2] == ALWAYS) else None
    if not dates and ALWAYS in said:
        return Bounds(is_open_ended=True)
    if len(dates) != 1:
        return None
    before = said[: said.index(dates[0])]
    found = re.findall(rf"\b(?:({_END})|({_START}))(?!\w)", before)
    if not found or len({bool(end) for end, _ in found}) > 1:
        return None
    if found[0][1]:
        return _bounds(dates[0], ALWAYS if ALWAYS in said else None)
    bounds = _bounds(None, dates[0])
    return replace(bounds, is_extension="förläng" in before) if bounds else None


def _bounds(start: str | None, end: str | None) -> Bounds | None:
    is_open_ended = end == ALWAYS
    first = written_date(start) if start else None
    last = written_date(end) if end and not is_open_ended else None
    is_read = bool(first) == bool(start) and bool(last) == bool(end and not is_open_ended)
    return Bounds(start=first, end=last, is_open_ended=is_open_ended) if is_read else None
