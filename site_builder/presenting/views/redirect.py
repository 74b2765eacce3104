"""The page at an address that has been renamed: it leads on to the new one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import START, Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A page that has moved: `id` is its old address without the last slash, `page` and `new` are where it is now."""

    id: str
    page: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """Where the page is now."""

    moved: Moved
    title: str = "Sidan har flyttat"
    description: str = "Adressen har ändrats och leder vidare till sidans nya plats."
    trail: Trail = (START,)


def moved_pages(routes: Mapping[str, str]) -> Callable[[Edition], Iterable[Moved]]:
    """The renamed ids of the register as pages; `routes` are the addresses of pages by their names."""

    def subjects(edition: Edition) -> Iterable[Moved]:
        for redirect in edition.register.redirects:
            old = routes[redirect.kind].format(id=redirect.old)
            yield Moved(id=old.rstrip("/"), page=redirect.kind, new=redirect.new)

    return subjects


def redirect_view(edition: Edition, moved: Moved) -> RedirectView:
    return RedirectView(moved=moved)
