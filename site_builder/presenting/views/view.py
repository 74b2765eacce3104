"""What every view has: a title, a description and the trail of pages above it."""

from dataclasses import dataclass
from typing import Protocol

from site_builder.presenting.addresses import Subject


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above this one: its label, its name in the table of pages, and its subject."""

    label: str
    page: str
    subject: Subject | None = None


Trail = tuple[Crumb, ...]
START = Crumb("Start", "start")
BODY_INDEX = {
    "municipality": Crumb("Kommuner", "municipalities"),
    "region": Crumb("Regioner", "regions"),
    "other-body": Crumb("Partnerskap", "explorer"),
}
ROUTES = {
    "municipality": "kommuner/{id}/",
    "region": "regioner/{id}/",
    "other-body": "organ/{id}/",
    "organisation": "organisationer/{id}/",
    "area": "insatsomraden/{id}/",
    "target-group": "malgrupper/{id}/",
}
"""The addresses of topics' pages, by the pages' names; what belongs to a topic lies below."""


class View(Protocol):
    """The part of a view that the frame of every page uses. `title` is also the heading."""

    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def trail(self) -> Trail: ...
