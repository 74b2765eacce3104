"""Beginning: the file of a new partnership, with what must be known of one."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_builder.errors import BuildError
from site_builder.intake.canonical import canonical
from site_builder.reading.fields import Schemas
from site_builder.register.alphabet import slug

LONGEST_NAME = 50


def begun(root: Path, place: str, record: Mapping[str, Any], schemas: Schemas) -> tuple[Path, str]:
    """Where the record's file will lie in the folder of `place`, and its text; the name is made of the title.

    Raises BuildError where the place or the title makes no name, or the name is taken.
    """
    name = record_name(record["title"])
    if slug(place) != place or not name:
        raise BuildError(
            f"”{place if name else record['title']}” går inte att göra ett namn av. Skriv med a–z och siffror."
        )
    path = f"data/agreements/{place}/{name}.yaml"
    if (root / path).exists():
        raise BuildError(f"{path} finns redan. Ändra i den, eller ge det nya partnerskapet en egen titel.")
    text = canonical("agreement", path, json.dumps(record, ensure_ascii=False), schemas)
    if text is None:
        raise BuildError("Uppgifterna går inte att skriva: de har tecken som registret inte tar emot.")
    return root / path, text


def record_name(title: str) -> str:
    """The title as a file's name, cut after a whole word."""
    whole = slug(title)
    return whole if len(whole) <= LONGEST_NAME else whole[: LONGEST_NAME + 1].rpartition("-")[0] or whole[:LONGEST_NAME]
