"""Fingerprints of the sources' word sequences, so that copied sentences are found without the sources at hand.

`python tests/data/fingerprints.py FILE…` rewrites source-fingerprints.txt from the texts in the files: one line a
sequence of eight words, as ten hexadecimal digits. The texts themselves may not be spread, their fingerprints may.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LENGTH = 8
PRINTS = Path(__file__).parent / "source-fingerprints.txt"
_QUOTED = re.compile(r"”[^”\n]*”|`[^`\n]*`|\]\([^)]*\)|https?://\S+")


def sequences(text: str) -> Iterator[str]:
    """Every run of eight words in the text, in small letters, without punctuation."""
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def fingerprint(sequence: str) -> str:
    return hashlib.blake2b(sequence.encode("utf-8"), digest_size=5).hexdigest()


def copied(text: str, known: frozenset[str]) -> list[str]:
    """The sequences of the text, outside quotations, code and addresses, that stand in a source too."""
    parts = _QUOTED.sub("\n\n", text).split("\n\n")
    return [sequence for part in parts for sequence in sequences(part) if fingerprint(sequence) in known]


def known_fingerprints() -> frozenset[str]:
    return frozenset(PRINTS.read_text(encoding="ascii").split())


def main() -> None:
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    found = sorted({fingerprint(sequence) for text in texts for sequence in sequences(text)})
    PRINTS.write_text("\n".join(found) + "\n", encoding="ascii")
    print(f"{len(found)} fingerprints of {len(texts)} texts.")


if __name__ == "__main__":
    main()
