"""Wording that messages share: how a value is quoted, and which known value was probably meant."""

import json
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from site_builder.register.alphabet import slug

SHOWN = 50


def shown(value: Any) -> str:
    """The value in Swedish quotation marks, on one line and shortened."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return f"”{text[:SHOWN]}…”" if len(text) > SHOWN else f"”{text}”"


def nearest(wanted: str, known: Collection[str], cutoff: float = 0.75) -> str | None:
    """The known value that was probably meant: one that has it as a word, else one spelled nearly the same."""
    whole = [one for one in sorted(known) if wanted in one.replace("_", "-").split("-")]
    if len(whole) == 1 and wanted:
        return whole[0]
    near = get_close_matches(wanted, sorted(known), n=1, cutoff=cutoff)
    return near[0] if near else None


def meant_id(wanted: str, known: Mapping[str, Collection[str]]) -> str | None:
    """The id that was probably meant, by itself or by one of the names it has."""
    if slug(wanted) in known:
        return slug(wanted)
    by_name = {slug(name): id for id, names in known.items() for name in names}
    near = nearest(slug(wanted), by_name)
    return nearest(slug(wanted), known) or (by_name[near] if near else None)
