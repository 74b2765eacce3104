"""Sheets: every page of an edition with the files that lie beside it, as Outputs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from site_builder.errors import BuildError
from site_builder.exporting.tables import part_output
from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.addresses import Addresses, Subject, UrlFor, relative, relative_links, rooted_links
from site_builder.presenting.charts import Chart
from site_builder.presenting.correcting import Correction, correction_address
from site_builder.presenting.edition import Edition
from site_builder.presenting.figures import Files, chart_outputs, figure
from site_builder.presenting.finding import LONGEST_DESCRIPTION, Head, breadcrumbs
from site_builder.presenting.markdown import prose
from site_builder.presenting.menu import menu
from site_builder.presenting.page import Page
from site_builder.presenting.pages import page_table
from site_builder.presenting.render import Renderer
from site_builder.presenting.search_index import PATH as SEARCH_PATH
from site_builder.presenting.search_index import search_index
from site_builder.presenting.selection_map import PATH as MAP_PATH
from site_builder.presenting.selection_map import selection_map
from site_builder.presenting.share_image import PATH as SHARE_IMAGE
from site_builder.presenting.suggestions import PATH as NAMES_PATH
from site_builder.presenting.suggestions import suggestions
from site_builder.presenting.views.agreement import AgreementView, body_page
from site_builder.presenting.views.present import present_value
from site_builder.presenting.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page of one subject at `path`: `charts` are the files of those whose home it is, `table` its partnerships."""

    edition: Edition
    page: Page
    view: View
    path: str
    known: Addresses
    charts: Mapping[str, tuple[Output, ...]]
    table: Output | None

    @property
    def url(self) -> UrlFor:
        if self.page.name == "not-found":
            return rooted_links(self.known, self.edition.site.base_path)
        return relative_links(self.known, self.path)

    def files(self, chart: Chart) -> Files:
        """What of the chart can be downloaded: where this is its home, all its forms."""
        table = (("CSV", self.url("file", chart.data_path)),) if chart.data_path else ()
        made = ((each.title, relative(each.path, self.path)) for each in self.charts.get(chart.id, ()))
        return (*made, *table)

    def text(self, markdown: str) -> Markup:
        """Prose with its links and terms."""

        def page_link(target: str) -> str:
            name, _, id = target.partition("/")
            return self.url(name, id or None)

        try:
            return prose(markdown, page_link, self.edition.explained)
        except BuildError as error:
            raise BuildError(f"content/{self.path.rstrip('/')}.md: {error}") from error

    def correction(self, field: str) -> str:
        """Where a reader of a partnership's page tells that a field of it is wrong; the status is told of as one."""
        assert isinstance(self.view, AgreementView)
        title = "Status" if field == "status" else self.edition.schemas.field("agreement", (field,)).title
        wrong = Correction(
            record=self.view.row.agreement.id,
            field=f"{title} ({field})",
            present=present_value(self.view, field),
        )
        in_editor = self.url("contribute", None, (("partnerskap", wrong.record), ("falt", field)))
        return correction_address(self.edition.site, wrong) or in_editor

    @property
    def head(self) -> Head:
        """A canonical address where the site's is known, and search engines should find the page or where it moved."""
        page, view, base = self.page, self.view, self.edition.site.known_base_url
        moved = self.known.path(*page.leads_to(view)) if page.leads_to else None
        canonical = self.path if page.is_indexed else moved

        def address(name: str, subject: Subject | str | None = None) -> str:
            return f"{base}{self.known.path(name, subject)}" if base else self.url(name, subject)

        def languages() -> Iterator[tuple[str, str]]:
            if page.other_language and base:  # search engines want whole addresses
                yield page.lang, address(page.name)
                yield "en" if page.lang == "sv" else "sv", address(page.other_language)

        return Head(
            title=page.heading(view),
            description=words.shortened(view.description, LONGEST_DESCRIPTION),
            canonical=f"{base}{canonical}" if base and canonical is not None else None,
            image=address("file", SHARE_IMAGE) if base else None,
            languages=tuple(languages()),
            data=(
                *((breadcrumbs(view, address),) if view.trail else ()),
                *((page.about(self.edition, view, address),) if page.about else ()),
            ),
        )

    @property
    def context(self) -> Mapping[str, Any]:
        """What every template may use."""
        return {
            "view": self.view,
            "page": self.page,
            "here": self.path,
            "url": self.url,
            "body_page": body_page,
            "prose": self.text,
            "menu": menu(self.known, self.url, self.path),
            "figure": lambda chart: figure(chart, self.edition, self.files(chart)),
            "files": self.files,
            "correction": self.correction,
            "table": relative(self.table.path, self.path) if self.table else None,
            "words": words,
            "site": self.edition.site,
            "on": self.edition.on,
            "head": self.head,
        }

    def output(self, renderer: Renderer) -> Output:
        return Output(
            path=f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path,
            produce=lambda: renderer.rendered(self.page.template, self.context),
            title=self.view.title,
            media_type="text/html",
            is_indexed=self.page.is_indexed,
        )


def page_outputs(
    edition: Edition, files: tuple[Output, ...], downloads: tuple[Output, ...], renderer: Renderer
) -> Iterator[Output]:
    """Every page of the edition. `files` are all else that pages may link to, `downloads` what /data/ offers."""
    pages = page_table(downloads)
    explored = (
        Output(
            path=SEARCH_PATH,
            produce=lambda: search_index(edition, relative_links(known, SEARCH_PATH)),
            title="Sökindex",
            media_type="application/json",
        ),
        Output(
            path=MAP_PATH,
            produce=lambda: selection_map(edition.register, edition.geography),
            title="Kommunernas former",
            media_type="application/json",
        ),
        Output(
            path=NAMES_PATH,
            produce=lambda: suggestions(edition, relative_links(known, NAMES_PATH)),
            title="Namn att välja bland",
            media_type="application/json",
        ),
    )
    known = _addresses(edition, pages, (*files, *explored))
    yield from explored
    for page in pages:
        for subject in page.subjects(edition):
            sheet = _sheet(edition, page, subject, known)
            for made in sheet.charts.values():
                yield from made
            if sheet.table:
                yield sheet.table
            yield sheet.output(renderer)


def _sheet(edition: Edition, page: Page, subject: Subject | None, known: Addresses) -> Sheet:
    path, view = page.path(subject), page.view(edition, subject)
    agreements = page.agreements(edition.register, subject)
    part = replace(edition.register, agreements=agreements)
    return Sheet(
        edition=edition,
        page=page,
        view=view,
        path=path,
        known=known,
        charts={chart.id: chart_outputs(chart, path, edition) for chart in page.charts(view)},
        table=part_output(part, path, edition.on, edition.schemas) if agreements else None,
    )


def _addresses(edition: Edition, pages: tuple[Page, ...], files: Iterable[Output]) -> Addresses:
    """Where every page and file lies; a file is found as `url("file", path)`."""
    paths = {("file", file.path): file.path for file in files}
    for page in pages:
        for subject in page.subjects(edition):
            paths[page.name, subject.id if subject else ""] = page.path(subject)
    return Addresses(paths)
