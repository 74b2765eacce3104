"""The Swedish alphabet: å, ä and ö come last, case does not matter, and ids do without them."""

import re
import unicodedata

_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "è": "e", "ü": "y"})


def alphabetical(text: str) -> str:
    """A sort key: the text as a Swedish index would order it."""
    return text.casefold().translate(_ORDER)


def by_number(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key in which numbers within the text count as numbers: `4 rad 2` before `4 rad 10`."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|\D+", text))


def slug(name: str) -> str:
    """The name as an id: å and ä as a, ö as o, all else that is not a–z or a digit as a hyphen."""
    letters = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", letters))
