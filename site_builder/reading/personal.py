"""Personal numbers: how to find one however it is hyphenated, and how to hide what could be one."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import luhn

# Dashes of all lengths, dots and a space do not hide a number. With hyphens in its date only a hyphen follows, and no
# more of a date after it, for `2023-01-01–2023-12-31` is a period.
_NUMBER = re.compile(
    r"(?<!\d)(?:18|19|20)?"
    r"(?:(\d{2})(\d{2})(\d{2})[ ]?[-+.\u2010-\u2015\u2212]?[ ]?|(\d{2})[ -](\d{2})[ -](\d{2})-)"
    r"(\d{4})(?!\d)(?!-\d)"
)


def personal_numbers(text: str) -> Iterator[int]:
    """Where in the text a personal or coordination number begins: a date, and digits that pass the check."""
    for match in _NUMBER.finditer(text):
        year, month, day, last = _parts(match)
        if luhn.is_valid(year + month + day + last) and _is_date(year, month, day):
            yield match.start()


def has_personal_number(text: str) -> bool:
    """Whether there is one anywhere; `any` of the places would overlook the one that begins the text, at 0."""
    return next(personal_numbers(text), None) is not None


def _parts(match: re.Match[str]) -> tuple[str, str, str, str]:
    year, month, day, last = filter(None, match.groups())
    return year, month, day, last


def _is_date(year: str, month: str, day: str) -> bool:
    """Coordination numbers add 60 to the day; the century does not matter but for leap days."""
    real_day = int(day) - 60 if int(day) > 60 else int(day)
    try:
        date(2000 + int(year), int(month), real_day)
    except ValueError:
        return False
    return True


def masked(text: str) -> str:
    """The text with everything hidden that could be a personal number, its check digit right or wrong."""
    return _NUMBER.sub(lambda match: "••••••-••••" if _is_date(*_parts(match)[:3]) else match[0], text)
