"""Pages: the whole site as one table, and how a page becomes an Output."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from site_builder.errors import BuildError
from site_builder.exporting.tables import part_output
from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.addresses import Addresses, Subject, UrlFor, relative, relative_links, rooted_links
from site_builder.presenting.charts import Chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.figures import Files, chart_outputs, figure
from site_builder.presenting.finding import LONGEST_DESCRIPTION, Head, LinkedData, breadcrumbs, dataset
from site_builder.presenting.markdown import prose
from site_builder.presenting.menu import menu
from site_builder.presenting.render import Renderer
from site_builder.presenting.search_index import PATH as SEARCH_PATH
from site_builder.presenting.search_index import search_index
from site_builder.presenting.share_image import PATH as SHARE_IMAGE
from site_builder.presenting.views import (
    agreement,
    body,
    comparison,
    data,
    embed,
    english,
    expiring,
    explorer,
    figures,
    organisations,
    programme,
    quality,
    source,
    start,
    statistics,
    terms,
)
from site_builder.presenting.views import map as map_views
from site_builder.presenting.views import prose as prose_views
from site_builder.presenting.views import redirect as redirects
from site_builder.presenting.views.agreement import body_page
from site_builder.presenting.views.view import BODY_ROUTES, View
from site_builder.register.register import Agreements, Register

ChartFiles = Mapping[str, tuple[Output, ...]]


def _only(edition: Edition) -> Iterable[None]:
    """The subjects of a page that there is one of."""
    return (None,)


def _no_agreements(register: Register, subject: Any) -> Agreements:
    return ()


def _no_charts(view: View) -> Iterable[Chart]:
    return ()


def _timeline(view: Any) -> Iterable[Chart]:
    """The timeline of the page's subject, where anything of it is dated."""
    return (view.timeline,) if view.timeline else ()


def _map(view: Any) -> Iterable[Chart]:
    return (view.chart,)


def _trend_and_timeline(view: Any) -> Iterable[Chart]:
    """An area's or a target group's."""
    return tuple(chart for chart in (view.trend, view.timeline) if chart)


def _timelines(view: Any) -> Iterable[Chart]:
    """An organisation's own and its members'."""
    return tuple(chart for chart in (view.timeline, view.timeline_of_members) if chart)


def _own_title(view: View) -> str:
    return view.title


def _in_body(view: Any) -> str:
    """Partnerships in several places are called the same."""
    return f"{view.title}, {view.row.body.name}"


def _iop_in(view: Any) -> str:
    """What is searched for; Gotland has two pages."""
    return f"IOP i {view.title}{' som kommun' if view.twin == 'region' else ''}"


def _as_source(view: Any) -> str:
    """Works are called the same as each other and as what they are about."""
    return f"Källa: {view.title} ({view.source.publisher})"


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


def page_table(downloads: tuple[Output, ...]) -> tuple[Page, ...]:
    """Every kind of page on the site; `downloads` are what /data/ offers."""
    pages = _pages(downloads)
    redirect = Page(
        name="redirect",
        route="{id}/",
        template="redirect.html",
        view=redirects.redirect_view,
        subjects=redirects.moved_pages({page.name: page.route for page in pages}),
        heading=lambda view: f"Flyttad: {view.moved.new}",
        leads_to=lambda view: (view.moved.page, view.moved.new),
        is_indexed=False,
    )
    return (*pages, redirect)


def _pages(downloads: tuple[Output, ...]) -> tuple[Page, ...]:
    return (
        Page(
            name="start",
            route="",
            template="start.html",
            view=start.start_view,
            other_language="english",
        ),
        Page(
            name="english",
            route="en/",
            template="english.html",
            view=english.english_view,
            lang="en",
            other_language="start",
        ),
        Page(
            name="english-fields",
            route="en/fields/",
            template="english-fields.html",
            view=english.english_fields_view,
            lang="en",
            other_language="dictionary",
        ),
        Page(name="explorer", route="partnerskap/", template="explorer.html", view=explorer.explorer_view),
        Page(
            name="sorted",
            route="partnerskap/sortera/{id}/",
            template="explorer.html",
            view=explorer.explorer_view,
            subjects=explorer.all_leaves,
            is_indexed=False,
        ),
        Page(
            name="status",
            route="partnerskap/status/{id}/",
            template="status.html",
            view=explorer.status_view,
            subjects=lambda edition: explorer.STATUS_PAGES,
        ),
        Page(
            name="agreement",
            route="partnerskap/{id}/",
            template="agreement.html",
            view=agreement.agreement_view,
            heading=_in_body,
            charts=_timeline,
            subjects=lambda edition: edition.register.agreements,
        ),
        Page(name="municipalities", route="kommuner/", template="bodies.html", view=body.municipality_list_view),
        Page(
            name="municipality",
            route=BODY_ROUTES["municipality"],
            template="body.html",
            view=body.body_view("municipality"),
            heading=_iop_in,
            charts=_timeline,
            agreements=lambda register, body: register.of_body(body.id),
            subjects=lambda edition: edition.register.municipalities,
        ),
        Page(name="regions", route="regioner/", template="bodies.html", view=body.region_list_view),
        Page(
            name="region",
            route=BODY_ROUTES["region"],
            template="body.html",
            view=body.body_view("region"),
            heading=_iop_in,
            charts=_timeline,
            agreements=lambda register, body: register.of_body(body.id),
            subjects=lambda edition: edition.register.regions,
        ),
        Page(
            name="other-body",
            route=BODY_ROUTES["other-body"],
            template="body.html",
            view=body.body_view("other-body"),
            heading=_iop_in,
            charts=_timeline,
            agreements=lambda register, body: register.of_body(body.id),
            subjects=lambda edition: (each for each in edition.register.bodies.values() if each.kind),
        ),
        Page(
            name="embed",
            route="{id}/inbaddning/",
            template="embed.html",
            view=embed.embed_view,
            subjects=embed.embedded,
            is_indexed=False,
        ),
        Page(
            name="organisations",
            route="organisationer/",
            template="organisations.html",
            view=organisations.organisation_list_view,
        ),
        Page(
            name="organisation",
            route="organisationer/{id}/",
            template="organisation.html",
            view=organisations.organisation_view,
            charts=_timelines,
            agreements=lambda register, organisation: register.of_organisation(organisation.id),
            subjects=lambda edition: edition.register.organisations.values(),
        ),
        Page(name="areas", route="insatsomraden/", template="terms.html", view=terms.term_list_view(terms.AREAS)),
        Page(
            name="area",
            route="insatsomraden/{id}/",
            template="term.html",
            view=terms.term_view(terms.AREAS),
            charts=_trend_and_timeline,
            agreements=lambda register, area: register.of_area(area.id),
            subjects=lambda edition: edition.register.areas.values(),
        ),
        Page(
            name="target-groups",
            route="malgrupper/",
            template="terms.html",
            view=terms.term_list_view(terms.TARGET_GROUPS),
        ),
        Page(
            name="target-group",
            route="malgrupper/{id}/",
            template="term.html",
            view=terms.term_view(terms.TARGET_GROUPS),
            charts=_trend_and_timeline,
            agreements=lambda register, group: register.of_target_group(group.id),
            subjects=lambda edition: edition.register.target_groups.values(),
        ),
        Page(
            name="statistics",
            route="statistik/",
            template="statistics.html",
            view=statistics.statistics_view,
            charts=lambda view: view.charts,
        ),
        Page(name="map", route="karta/", template="map.html", view=map_views.default_map_view, charts=_map),
        Page(
            name="measured-map",
            route="karta/{id}/",
            template="map.html",
            view=map_views.map_view,
            charts=_map,
            subjects=lambda edition: map_views.OTHER_MEASURES,
        ),
        Page(name="tiles", route="karta/rutor/", template="tiles.html", view=map_views.tiles_view, charts=_map),
        Page(
            name="figures",
            route="statistik/publicerade-siffror/",
            template="figures.html",
            view=figures.figures_view,
        ),
        Page(name="expiring", route="loper-ut/", template="expiring.html", view=expiring.expiring_view),
        Page(name="compare", route="jamfor/", template="compare.html", view=comparison.group_list_view),
        Page(
            name="compare-chosen",
            route="jamfor/valda/",
            template="compare-chosen.html",
            view=comparison.chosen_view,
        ),
        Page(
            name="compare-group",
            route="jamfor/{id}/",
            template="compare-group.html",
            view=comparison.group_view,
            subjects=lambda edition: edition.groups,
        ),
        Page(
            name="programme",
            route="program/{id}/",
            template="programme.html",
            view=programme.programme_view,
            charts=_timeline,
            subjects=lambda edition: edition.register.programmes.values(),
        ),
        Page(name="sources", route="kallor/", template="sources.html", view=source.source_list_view),
        Page(
            name="source",
            route="kallor/{id}/",
            template="source.html",
            view=source.source_view,
            heading=_as_source,
            subjects=lambda edition: edition.register.sources.values(),
        ),
        Page(name="data", route="data/", template="data.html", view=data.data_view(downloads), about=dataset),
        Page(
            name="dictionary",
            route="data/falt/",
            template="dictionary.html",
            view=data.dictionary_view,
            other_language="english-fields",
        ),
        Page(name="quality", route="kvalitet/", template="quality.html", view=quality.quality_view),
        Page(name="contribute", route="bidra/", template="contribute.html", view=prose_views.contribute_view),
        Page(
            name="prose",
            route="{id}/",
            template="prose.html",
            view=prose_views.prose_view,
            subjects=lambda edition: (prose for prose in edition.prose if prose.is_swedish),
        ),
        Page(
            name="not-found",
            route="404.html",
            template="not-found.html",
            view=prose_views.not_found_view,
            is_indexed=False,
        ),
    )


def _path(page: Page, subject: Subject | None) -> str:
    return page.route.format(id=subject.id if subject else "")


def addresses(edition: Edition, pages: tuple[Page, ...], files: Iterable[Output]) -> Addresses:
    """Where every page and file lies; a file is found as `url("file", path)`."""
    paths = {("file", file.path): file.path for file in files}
    for page in pages:
        for subject in page.subjects(edition):
            paths[page.name, subject.id if subject else ""] = _path(page, subject)
    return Addresses(paths)


def page_outputs(
    edition: Edition, files: tuple[Output, ...], downloads: tuple[Output, ...], renderer: Renderer
) -> Iterator[Output]:
    """Every page of the edition. `files` are all else that pages may link to, `downloads` what /data/ offers."""
    pages = page_table(downloads)
    searched = Output(
        path=SEARCH_PATH,
        produce=lambda: search_index(edition, relative_links(known, SEARCH_PATH)),
        title="Sökindex",
        media_type="application/json",
    )
    known = addresses(edition, pages, (*files, searched))
    yield searched
    for page in pages:
        for subject in page.subjects(edition):
            path = _path(page, subject)
            view = page.view(edition, subject)
            charts = {chart.id: chart_outputs(chart, path, edition) for chart in page.charts(view)}
            for made in charts.values():
                yield from made
            agreements = page.agreements(edition.register, subject)
            table = None
            if agreements:
                part = replace(edition.register, agreements=agreements)
                table = part_output(part, path, edition.on, edition.schemas)
                yield table

            def produce(
                page: Page = page,
                path: str = path,
                view: View = view,
                charts: ChartFiles = charts,
                table: Output | None = table,
            ) -> bytes:
                return renderer.rendered(page.template, _context(edition, page, view, path, known, charts, table))

            yield Output(
                path=path + "index.html" if path.endswith("/") or path == "" else path,
                produce=produce,
                title=view.title,
                media_type="text/html",
                is_indexed=page.is_indexed,
            )


def _context(
    edition: Edition,
    page: Page,
    view: View,
    path: str,
    known: Addresses,
    charts: ChartFiles,
    table: Output | None,
) -> Mapping[str, Any]:
    """What every template may use; `charts` are the files of those that belong to the page, `table` its rows."""
    is_rooted = page.name == "not-found"
    url = rooted_links(known, edition.site.base_path) if is_rooted else relative_links(known, path)

    def page_link(target: str) -> str:
        name, _, id = target.partition("/")
        return url(name, id or None)

    def explain(term: str) -> str:
        if term not in edition.glossary:
            raise BuildError(f"Ordet {term} finns inte i data/vocabularies/glossary.yaml.")
        return edition.glossary[term].definition

    def text(markdown: str) -> Markup:
        try:
            return prose(markdown, page_link, explain)
        except BuildError as error:
            raise BuildError(f"content/{path.rstrip('/')}.md: {error}") from error

    def files(chart: Chart) -> Files:
        """What of the chart can be downloaded: where this is its home, all its forms."""
        table = (("CSV", url("file", chart.data_path)),) if chart.data_path else ()
        return (*((made.title, relative(made.path, path)) for made in charts.get(chart.id, ())), *table)

    return {
        "view": view,
        "page": page,
        "here": path,
        "url": url,
        "body_page": body_page,
        "prose": text,
        "menu": menu(known, url, path),
        "figure": lambda chart: figure(chart, edition, files(chart)),
        "files": files,
        "table": relative(table.path, path) if table else None,
        "words": words,
        "site": edition.site,
        "on": edition.on,
        "head": _head(edition, page, view, path, known, url),
    }


def _head(edition: Edition, page: Page, view: View, path: str, known: Addresses, url: UrlFor) -> Head:
    """A page has a canonical address when the site's is known and search engines should find it or where it moved."""
    base = edition.site.known_base_url
    canonical = known.path(*page.leads_to(view)) if page.leads_to else path if page.is_indexed else None

    def address(name: str, subject: Subject | str | None = None) -> str:
        return f"{base}{known.path(name, subject)}" if base else url(name, subject)

    def languages() -> Iterator[tuple[str, str]]:
        if page.other_language:
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
            *((page.about(edition, view, address),) if page.about else ()),
        ),
    )
