"""Raw data: a validated mapping, and the two ways an optional field is read from it."""

from collections.abc import Mapping
from typing import Any

from site_builder.register.dates import PartialDate

Raw = Mapping[str, Any]


def date_or_none(raw: Raw, key: str) -> PartialDate | None:
    """The date, where there is one."""
    text = raw.get(key)
    return PartialDate.from_text(text) if text else None


def texts(raw: Raw, key: str) -> tuple[str, ...]:
    """The list of texts; empty where the field is absent."""
    return tuple(raw.get(key) or ())
