"""Menu: the site's main sections, and which of them a page belongs to."""

from dataclasses import dataclass
from typing import Literal

from site_builder.presenting.addresses import Addresses, UrlFor

SECTIONS = (
    ("Partnerskap", "explorer", ""),
    ("Kommuner", "municipalities", ""),
    ("Regioner", "regions", ""),
    ("Organisationer", "organisations", ""),
    ("Insatsområden", "areas", ""),
    ("Målgrupper", "target-groups", ""),
    ("Statistik", "statistics", ""),
    ("Vägledning", "prose", "vagledning"),
    ("Data", "data", ""),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A link in the menu; `current` is `page` on the section's own page and `true` on those below it."""

    label: str
    address: str
    current: Literal["page", "true"] | None


def menu(known: Addresses, url: UrlFor, here: str) -> tuple[Section, ...]:
    """The sections as links from the page at `here`."""
    return tuple(
        Section(label, url(page, subject), _current(known.path(page, subject), here))
        for label, page, subject in SECTIONS
    )


def _current(section: str, here: str) -> Literal["page", "true"] | None:
    if here == section:
        return "page"
    return "true" if here.startswith(section) else None
