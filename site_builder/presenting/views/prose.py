"""Prose: the pages written by hand, with what the builder makes from data below some of them."""

from dataclasses import dataclass

from site_builder.presenting.edition import Edition
from site_builder.presenting.views.guidance import Part, part_of
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.reading.content import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    """A page written by hand, the pages below it in order, and the one that follows it beside it."""

    title: str
    description: str
    text: str
    trail: Trail
    part: Part | None
    below: tuple[Prose, ...]
    following: Prose | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page shown where there is none."""

    title: str = "Sidan finns inte"
    description: str = "Adressen leder inte till någon sida i IOP-registret."
    trail: Trail = (START,)


def prose_view(edition: Edition, prose: Prose) -> ProseView:
    """A prose page; one below another has that one above it in its trail."""
    parent = next((page for page in edition.prose if prose.id.startswith(page.id + "/")), None)
    beside = _below(edition, parent) if parent else ()
    place = beside.index(prose) + 1 if parent else 0
    return ProseView(
        title=prose.title,
        description=prose.description,
        text=prose.text,
        trail=(START, *((Crumb(parent.title, "prose", parent),) if parent else ())),
        part=part_of(edition, prose),
        below=_below(edition, prose),
        following=beside[place] if prose.order and place < len(beside) else None,
    )


def _below(edition: Edition, prose: Prose) -> tuple[Prose, ...]:
    """The pages below the page, in the order they give themselves."""
    found = (page for page in edition.prose if page.id.startswith(prose.id + "/"))
    return tuple(sorted(found, key=lambda page: (page.order, page.id)))


def not_found_view(edition: Edition, _: None) -> NotFoundView:
    return NotFoundView()
