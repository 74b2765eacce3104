"""The pages of municipalities, regions and other public bodies, and the lists of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, timeline_chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row, of_status
from site_builder.presenting.shares import Share, share
from site_builder.presenting.topics import topic_of_body
from site_builder.presenting.views.comparison import Comparison, comparison
from site_builder.presenting.views.figures import FigureLine, figure_lines
from site_builder.presenting.views.view import BODY_INDEX, START, Trail
from site_builder.presenting.working_list import WorkingList, working_list
from site_builder.register.alphabet import alphabetical
from site_builder.register.directory import Body
from site_builder.register.quality import Wanted, completeness, missing
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A body in a list, with its numbers of partnerships."""

    body: Body
    agreements: int
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A partnership with what the register does not know of it."""

    row: Row
    missing: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """The page of one body: its working list, how it compares, and what is missing."""

    body: Body
    title: str
    description: str
    trail: Trail
    facts: tuple[tuple[str, str], ...]
    kind_words: str
    coverage_text: str
    listed: WorkingList
    timeline: Chart | None
    comparison: Comparison | None
    claims: tuple[FigureLine, ...]
    gaps: tuple[Gap, ...]
    completeness: str
    twin: str | None
    region: Body | None
    municipalities: tuple[BodyLine, ...]
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyListView:
    """All bodies of a kind."""

    title: str
    description: str
    page: str
    lead: str
    with_agreements: tuple[BodyLine, ...]
    by_letter: tuple[tuple[str, tuple[BodyLine, ...]], ...]
    trail: Trail = (START,)


def body_view(page: str) -> Callable[[Edition, Body], BodyView]:
    """How the named page shows a body: Gotland has both a municipality's and a region's page."""

    def view(edition: Edition, body: Body) -> BodyView:
        topic = topic_of_body(edition.register, body)
        listed = working_list(edition, topic.agreements, topic.columns)
        rows = listed.rows
        is_both = body.region is not None and body.municipality is not None
        return BodyView(
            body=body,
            title=body.name,
            description=_description(_named(body, page), len(rows), len(listed.running.rows), edition.on),
            trail=(START, BODY_INDEX[page]),
            facts=_facts(edition, body, page),
            kind_words={"municipality": "kommunen", "region": "regionen", "other-body": "organet"}[page],
            coverage_text=_coverage_text(edition, body),
            listed=listed,
            timeline=timeline_chart(rows, edition.on, where=body.name),
            comparison=comparison(edition, body, page),
            claims=figure_lines(edition, edition.register.figures_of(body.id)),
            gaps=tuple(Gap(row=row, missing=missing(row.agreement)) for row in rows if missing(row.agreement)),
            completeness=f"{words.number(100 * completeness(row.agreement for row in rows))} %",
            twin=("region" if page == "municipality" else "municipality") if is_both else None,
            region=edition.register.region_of(body) if page == "municipality" and not is_both else None,
            municipalities=_municipalities(edition, body) if page == "region" and not is_both else (),
            share=share(edition, topic),
        )

    return view


def _named(body: Body, page: str) -> str:
    """Gotland has two pages, and search engines want to tell them apart."""
    return f"{body.name} som kommun" if page == "municipality" and body.region else body.name


def _description(name: str, known: int, running: int, on: date) -> str:
    if not known:
        return f"Inget idéburet offentligt partnerskap (IOP) i {name} är känt. Hjälp till att fylla luckan."
    return (
        f"Idéburna offentliga partnerskap (IOP) i {name}: {known} kända, varav {running} pågående per {words.day(on)}."
    )


def _facts(edition: Edition, body: Body, page: str) -> tuple[tuple[str, str], ...]:
    if page == "municipality" and (municipality := body.municipality):
        return (
            ("Kommunkod", municipality.code),
            ("Folkmängd", f"{words.number(municipality.population)} ({municipality.population_date}, SCB)"),
            ("Kommungrupp", f"{municipality.skr_group} (SKR 2023)"),
        )
    if page == "region" and (region := body.region):
        return (
            ("Län", region.county_name),
            ("Länskod", region.county_code),
            ("Folkmängd", f"{words.number(region.population)} ({region.population_date}, SCB)"),
        )
    covered = [edition.register.bodies[municipality].name for municipality in body.covers]
    return (("Omfattar", words.listed(covered)),) if covered else ()


def _coverage_text(edition: Edition, body: Body) -> str:
    answer = edition.register.coverage_of(body.id)
    if answer is None:
        return "Registret har inget svar härifrån, så det kan finnas fler än det känner till."
    source = edition.register.sources[answer.source]
    note = f" {answer.note}" if answer.note else ""
    return f"{body.name} {words.COVERAGE[answer.state]} ({words.partial_date(answer.date)}, {source.title}).{note}"


def _line(edition: Edition, body: Body) -> BodyLine:
    rows = edition.rows_of(edition.register.of_body(body.id))
    return BodyLine(body=body, agreements=len(rows), active=len(of_status(rows, Status.ACTIVE)))


def _municipalities(edition: Edition, region: Body) -> tuple[BodyLine, ...]:
    return tuple(_line(edition, body) for body in edition.register.municipalities_of(region))


def _list_view(edition: Edition, bodies: tuple[Body, ...], title: str, page: str, one: str, many: str) -> BodyListView:
    lines = tuple(_line(edition, body) for body in bodies)
    known = tuple(sorted((line for line in lines if line.agreements), key=lambda line: -line.agreements))
    letters: dict[str, list[BodyLine]] = {}
    for line in lines:
        letters.setdefault(line.body.name[0].upper(), []).append(line)
    lead = (
        f"Registret känner till partnerskap i {words.counted(len(known), one, many)} av {len(lines)}. "
        "Att en saknas betyder inte att den är utan: registret är inte fullständigt."
    )
    if any(line.body.municipality and line.body.region for line in known):
        lead += " Region Gotland är både kommun och region och räknas på båda ställena."
    return BodyListView(
        title=title,
        description=lead,
        page=page,
        lead=lead,
        with_agreements=known,
        by_letter=tuple((letter, tuple(letters[letter])) for letter in sorted(letters, key=alphabetical)),
    )


def municipality_list_view(edition: Edition, _: None) -> BodyListView:
    return _list_view(edition, edition.register.municipalities, "Kommuner", "municipality", "kommun", "kommuner")


def region_list_view(edition: Edition, _: None) -> BodyListView:
    return _list_view(edition, edition.register.regions, "Regioner", "region", "region", "regioner")
