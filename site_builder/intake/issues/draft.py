"""Draft: what a request comes to before the register's rules have judged it, and the desk at which it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.request import Request
from site_builder.intake.names import Names
from site_builder.reading.fields import Schemas
from site_builder.reading.files import Proposed
from site_builder.reading.yamlfile import parsed
from site_builder.register.register import Register


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What lies at hand: the project at `root`, its register as it is today, and the request."""

    root: Path
    register: Register
    schemas: Schemas
    request: Request

    @cached_property
    def names(self) -> Names:
        return Names.of(self.register)

    def text(self, path: str) -> str:
        """What the file holds today."""
        return (self.root / path).read_text(encoding="utf-8")

    def record(self, id: str) -> dict[str, Any]:
        """The partnership's record, as its file has it."""
        path = agreement_path(id)
        document, _ = parsed(path, self.text(path).encode("utf-8"))
        assert document is not None  # the register was read from it
        data: dict[str, Any] = document.data
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is proposed: files, and in a line what they do. With no files there is only something to tell.

    `agreement` is the id of the partnership it is about. `given` is, for whoever reviews, what the sender said that
    is not in the files, by label.
    """

    summary: str = ""
    files: Proposed = field(default_factory=dict)
    agreement: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def agreement_path(id: str) -> str:
    return f"data/agreements/{id}.yaml"


def said(field: str | None, id: str, message: str, *, stops: bool = False) -> Remark:
    """Something to tell of an answer; what does not stop is for the reviewer to settle."""
    return Remark(id=f"intake/{id}", field=field, message=message, stops=stops)
