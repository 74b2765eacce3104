"""Pages: the whole site as one table."""

from collections.abc import Callable, Iterable
from typing import Any

from site_builder.output import Output
from site_builder.presenting.charts import Chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.finding import dataset
from site_builder.presenting.page import Page
from site_builder.presenting.views import (
    agreement,
    appearance,
    body,
    comparison,
    contribute,
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
from site_builder.presenting.views.view import ROUTES
from site_builder.register.directory import Body


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


def _in_body(view: Any) -> str:
    """Partnerships in several places are called the same."""
    return f"{view.title}, {view.row.body.name}"


def _iop_in(view: Any) -> str:
    """What is searched for; Gotland has two pages."""
    return f"IOP i {view.title}{' som kommun' if view.twin == 'region' else ''}"


def _as_source(view: Any) -> str:
    """Works are called the same as each other and as what they are about."""
    return f"Källa: {view.title} ({view.source.publisher})"


def _of_bodies(name: str, subjects: Callable[[Edition], Iterable[Body]]) -> Page:
    """A page of each of the bodies."""
    return Page(
        name=name,
        route=ROUTES[name],
        template="body.html",
        view=body.body_view(name),
        heading=_iop_in,
        charts=_timeline,
        agreements=lambda register, body: register.of_body(body.id),
        subjects=subjects,
    )


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
        _of_bodies("municipality", lambda edition: edition.register.municipalities),
        Page(name="regions", route="regioner/", template="bodies.html", view=body.region_list_view),
        _of_bodies("region", lambda edition: edition.register.regions),
        _of_bodies("other-body", lambda edition: (each for each in edition.register.bodies.values() if each.kind)),
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
            route=ROUTES["organisation"],
            template="organisation.html",
            view=organisations.organisation_view,
            charts=_timelines,
            agreements=lambda register, organisation: register.of_movement(organisation.id),
            subjects=lambda edition: edition.register.organisations.values(),
        ),
        Page(name="areas", route="insatsomraden/", template="terms.html", view=terms.term_list_view(terms.AREAS)),
        Page(
            name="area",
            route=ROUTES["area"],
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
            route=ROUTES["target-group"],
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
        Page(name="contribute", route="bidra/", template="contribute.html", view=contribute.contribute_view),
        Page(
            name="appearance",
            route="om/utseende/",
            template="appearance.html",
            view=appearance.appearance_view,
            is_indexed=False,
        ),
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
