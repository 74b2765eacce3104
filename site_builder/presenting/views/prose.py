"""Prose: the pages written by hand."""

from dataclasses import dataclass

from site_builder.presenting.edition import Edition, ProsePage
from site_builder.presenting.views.view import START, Crumb, Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    """A page written by hand."""

    title: str
    description: str
    text: str
    trail: Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributeView:
    """How to report a partnership or correct one."""

    title: str = "Rapportera ett partnerskap"
    description: str = "Så berättar du om ett partnerskap som saknas, rättar en uppgift eller svarar att inga finns."
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page shown where there is none."""

    title: str = "Sidan finns inte"
    description: str = "Adressen leder inte till någon sida i IOP-registret."
    trail: Trail = (START,)


def prose_view(edition: Edition, prose: ProsePage) -> ProseView:
    """A prose page; one below another has that one above it in its trail."""
    parent = next((page for page in edition.prose if prose.id.startswith(page.id + "/")), None)
    above = (Crumb(parent.title, "prose", parent),) if parent else ()
    return ProseView(title=prose.title, description=prose.description, text=prose.text, trail=(START, *above))


def contribute_view(edition: Edition, _: None) -> ContributeView:
    return ContributeView()


def not_found_view(edition: Edition, _: None) -> NotFoundView:
    return NotFoundView()
