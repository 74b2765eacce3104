"""Quoting: text from anywhere → text that GitHub shows as it is, in a comment.

Within a code span GitHub makes nothing of mentions, references, links, markup or HTML, and a span cannot be left by
what is in it when its fence is longer than any run of backticks there.
"""

import re
import unicodedata

from site_builder.presenting.words import shortened
from site_builder.reading.personal import masked

LONGEST = 300
_UNSEEN = "C"  # Unicode's category of controls, marks of direction and other characters that nobody sees
_NO_WORD = re.compile(r"[^\w ,–-]|_")


def quoted(text: str, longest: int = LONGEST) -> str:
    """The text as a code span on one line, cut where it is longer."""
    plain = shortened(masked(_seen(text[: 4 * longest])), longest)
    if not plain:
        return "(tomt)"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    pad = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def label(text: str) -> str:
    """A field's title as plain words: one that came from a file may be anything, and loses all but its letters."""
    return " ".join(_NO_WORD.sub(" ", _seen(masked(text[:LONGEST]))).split()) or "okänt fält"


def _seen(text: str) -> str:
    return "".join(" " if unicodedata.category(each)[0] == _UNSEEN else each for each in text)
