"""Pages: the whole site as one table, and how a page becomes an Output."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_builder.errors import BuildError
from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.addresses import Addresses, Subject, relative, relative_links, rooted_links
from site_builder.presenting.charts import Chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.figures import Files, chart_outputs, figure
from site_builder.presenting.markdown import prose
from site_builder.presenting.render import Renderer
from site_builder.presenting.rows import SORTINGS
from site_builder.presenting.views import (
    agreement,
    body,
    comparison,
    data,
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
from site_builder.presenting.views.agreement import body_page
from site_builder.presenting.views.view import View

ChartFiles = Mapping[str, tuple[Output, ...]]


def _only(edition: Edition) -> Iterable[None]:
    """The subjects of a page that there is one of."""
    return (None,)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A kind of page: `route` is its address with `{id}` for the subject's, `view` what it shows of each subject.

    `charts` are those of a view that have this page as their home, where their files lie.
    """

    name: str
    route: str
    template: str
    view: Callable[[Edition, Any], View]
    subjects: Callable[[Edition], Iterable[Any]] = _only
    charts: Callable[[Any], Iterable[Chart]] = _no_charts
    is_indexed: bool = True


def page_table(downloads: tuple[Output, ...]) -> tuple[Page, ...]:
    """Every kind of page on the site; `downloads` are what /data/ offers."""
    return (
        Page(name="start", route="", template="start.html", view=start.start_view),
        Page(name="explorer", route="partnerskap/", template="explorer.html", view=explorer.explorer_view),
        Page(
            name="sorted",
            route="partnerskap/sortera/{id}/",
            template="explorer.html",
            view=explorer.explorer_view,
            subjects=lambda edition: SORTINGS,
            is_indexed=False,
        ),
        Page(
            name="agreement",
            route="partnerskap/{id}/",
            template="agreement.html",
            view=agreement.agreement_view,
            charts=_timeline,
            subjects=lambda edition: edition.register.agreements,
        ),
        Page(name="municipalities", route="kommuner/", template="bodies.html", view=body.municipality_list_view),
        Page(
            name="municipality",
            route="kommuner/{id}/",
            template="body.html",
            view=body.body_view("municipality"),
            charts=_timeline,
            subjects=lambda edition: edition.register.municipalities,
        ),
        Page(name="regions", route="regioner/", template="bodies.html", view=body.region_list_view),
        Page(
            name="region",
            route="regioner/{id}/",
            template="body.html",
            view=body.body_view("region"),
            charts=_timeline,
            subjects=lambda edition: edition.register.regions,
        ),
        Page(
            name="other-body",
            route="organ/{id}/",
            template="body.html",
            view=body.body_view("other-body"),
            charts=_timeline,
            subjects=lambda edition: (each for each in edition.register.bodies.values() if each.kind),
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
            subjects=lambda edition: edition.register.organisations.values(),
        ),
        Page(name="areas", route="insatsomraden/", template="terms.html", view=terms.term_list_view(terms.AREAS)),
        Page(
            name="area",
            route="insatsomraden/{id}/",
            template="term.html",
            view=terms.term_view(terms.AREAS),
            charts=_trend_and_timeline,
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
            subjects=lambda edition: edition.register.sources.values(),
        ),
        Page(name="data", route="data/", template="data.html", view=data.data_view(downloads)),
        Page(name="dictionary", route="data/falt/", template="dictionary.html", view=data.dictionary_view),
        Page(name="quality", route="kvalitet/", template="quality.html", view=quality.quality_view),
        Page(name="contribute", route="bidra/", template="contribute.html", view=prose_views.contribute_view),
        Page(
            name="prose",
            route="{id}/",
            template="prose.html",
            view=prose_views.prose_view,
            subjects=lambda edition: edition.prose,
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
    known = addresses(edition, pages, files)
    for page in pages:
        for subject in page.subjects(edition):
            path = _path(page, subject)
            view = page.view(edition, subject)
            charts = {chart.id: chart_outputs(chart, path, edition) for chart in page.charts(view)}
            for made in charts.values():
                yield from made

            def produce(page: Page = page, path: str = path, view: View = view, charts: ChartFiles = charts) -> bytes:
                return renderer.rendered(page.template, _context(edition, page, view, path, known, charts))

            yield Output(
                path=path + "index.html" if path.endswith("/") or path == "" else path,
                produce=produce,
                title=view.title,
                media_type="text/html",
                is_indexed=page.is_indexed,
            )


def _context(
    edition: Edition, page: Page, view: View, path: str, known: Addresses, charts: ChartFiles
) -> Mapping[str, Any]:
    """What every template may use; `charts` are the files of those that belong to the page."""
    is_rooted = page.name == "not-found"
    url = rooted_links(known, edition.site.base_path) if is_rooted else relative_links(known, path)

    def page_link(target: str) -> str:
        name, _, id = target.partition("/")
        return url(name, id or None)

    def text(markdown: str) -> Markup:
        try:
            return prose(markdown, page_link)
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
        "figure": lambda chart: figure(chart, edition, files(chart)),
        "files": files,
        "words": words,
        "site": edition.site,
        "on": edition.on,
        "canonical": f"{edition.site.known_base_url}{path}"
        if edition.site.known_base_url and page.is_indexed
        else None,
    }
