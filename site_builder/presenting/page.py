"""Page: a kind of page on the site, from its address to what it shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from site_builder.presenting.addresses import Subject, UrlFor
from site_builder.presenting.charts import Chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.finding import LinkedData
from site_builder.presenting.views.view import View
from site_builder.register.register import Agreements, Register


def _only(edition: Edition) -> Iterable[None]:
    """The subjects of a page that there is one of."""
    return (None,)


def _no_agreements(register: Register, subject: Any) -> Agreements:
    return ()


def _no_charts(view: View) -> Iterable[Chart]:
    return ()


def _own_title(view: View) -> str:
    return view.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A kind of page: `route` is its address with `{id}` for the subject's, `view` what it shows of each subject.

    `charts` are those of a view that have this page as their home, where their files lie. `agreements` are the
    subject's, which can be downloaded from the page. `heading` is what search engines call it, and `about` what they
    are told of its content; `other_language` names the page that is this one's translation. A page that has moved
    `leads_to` another, as page name and subject id.
    """

    name: str
    route: str
    template: str
    view: Callable[[Edition, Any], View]
    subjects: Callable[[Edition], Iterable[Any]] = _only
    charts: Callable[[Any], Iterable[Chart]] = _no_charts
    agreements: Callable[[Register, Any], Agreements] = _no_agreements
    heading: Callable[[Any], str] = _own_title
    about: Callable[[Edition, Any, UrlFor], LinkedData] | None = None
    lang: str = "sv"
    other_language: str | None = None
    leads_to: Callable[[Any], tuple[str, str]] | None = None
    is_indexed: bool = True

    def path(self, subject: Subject | None) -> str:
        """Where the page of the subject lies below the site's root."""
        return self.route.format(id=subject.id if subject else "")
