"""Corrected field: which field of a partnership the answer to 'which piece of information' means."""

import re

from site_builder.reading.fields import Schemas

STATUS = "status"
"""Told of as a field, although it follows from the periods and what the sources say."""
_IN_BRACKETS = re.compile(r"\(([a-z_]+)\)\s*$")


def corrected_field(answer: str, schemas: Schemas) -> str | None:
    """The field's name, given by itself, by its title or, as the site does, by both; None where it is none."""
    fields = schemas.fields("agreement")
    titles = {field.title.casefold(): field.name for field in fields} | {STATUS: STATUS}
    names = {field.name for field in fields} | {STATUS}
    bracketed = _IN_BRACKETS.search(answer)
    said = bracketed[1] if bracketed else answer.strip().casefold()
    return said if said in names else titles.get(said)
