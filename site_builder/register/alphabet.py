"""The Swedish alphabet: å, ä and ö come last, and case does not matter."""

_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "è": "e", "ü": "y"})


def alphabetical(text: str) -> str:
    """A sort key: the text as a Swedish index would order it."""
    return text.casefold().translate(_ORDER)
