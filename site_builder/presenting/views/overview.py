"""The start page, the explorer, statistics, downloads, the data dictionary, quality and prose."""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.output import Output
from site_builder.presenting import words
from site_builder.presenting.charts import Chart, area_chart, year_end_chart
from site_builder.presenting.dictionary import Section, record_sections, table_sections
from site_builder.presenting.edition import Edition, ProsePage
from site_builder.presenting.rows import DEFAULT_SORTING, Heading, Row, Sorting, headings
from site_builder.presenting.views.body import BodyLine, a_year_after, municipality_list_view
from site_builder.presenting.views.view import START, Crumb, Trail
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.waivers import Waived
from site_builder.register.quality import Wanted, completeness, missing, missing_counts
from site_builder.register.statistics import status_counts
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumber:
    """A number on the start page and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView:
    """What this is, how much it holds, what ends soon."""

    title: str
    description: str
    numbers: tuple[KeyNumber, ...]
    ending_soon: tuple[Row, ...]
    most: tuple[BodyLine, ...]
    chart: Chart
    trail: Trail = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorerView:
    """Every partnership in one table, in one of its orders."""

    title: str
    description: str
    sorting: Sorting
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    statuses: tuple[tuple[str, int], ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The charts."""

    title: str
    description: str
    charts: tuple[Chart, ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download, with its columns where it is a table."""

    output: Output
    section: Section | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The downloads."""

    title: str
    description: str
    downloads: tuple[Download, ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryView:
    """Every field with its meaning."""

    title: str
    description: str
    records: tuple[Section, ...]
    tables: tuple[Section, ...]
    trail: Trail = (START, Crumb("Data", "data"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule, what breaks it now, and what a waiver accepts."""

    rule: Rule
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLine:
    """A wanted piece of information and how many partnerships lack it."""

    wanted: Wanted
    count: int
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A partnership with what the register lacks of it."""

    row: Row
    labels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """The rules, their breaches, and what is missing per record."""

    title: str
    description: str
    completeness: str
    missing: tuple[MissingLine, ...]
    gaps: tuple[GapLine, ...]
    rules: tuple[RuleLine, ...]
    broken: int
    waived: int
    trail: Trail = (START,)


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


def start_view(edition: Edition, _: None) -> StartView:
    register = edition.register
    counts = status_counts(register.agreements, edition.on)
    municipalities = sum(bool(register.of_body(body.id)) for body in register.municipalities)
    regions = sum(bool(register.of_body(body.id)) for body in register.regions)
    horizon = a_year_after(edition.on)
    soon = (row for row in edition.rows if row.status is Status.ACTIVE and row.standing.end)
    return StartView(
        title=edition.site.title,
        description=edition.site.description,
        numbers=(
            KeyNumber(number=words.number(len(register.agreements)), words="partnerskap i registret"),
            KeyNumber(number=words.number(counts[Status.ACTIVE]), words="pågår enligt senast kända uppgift"),
            KeyNumber(
                number=words.number(counts[Status.EXPIRED] + counts[Status.UNKNOWN]),
                words="har löpt ut eller är okända: besked saknas",
            ),
            KeyNumber(number=words.number(municipalities), words="av 290 kommuner har minst ett känt"),
            KeyNumber(number=words.number(regions), words="av 21 regioner har minst ett känt"),
            KeyNumber(number=words.number(len(register.organisations)), words="idéburna organisationer"),
        ),
        ending_soon=tuple(
            sorted(
                (row for row in soon if row.standing.end and row.standing.end <= horizon),
                key=lambda row: (row.standing.end or horizon, row.agreement.id),
            )
        ),
        most=municipality_list_view(edition, None).with_agreements[:6],
        chart=area_chart(register, edition.on),
    )


def explorer_view(edition: Edition, sorting: Sorting | None) -> ExplorerView:
    """The explorer in the given order; without one, by body."""
    shown = sorting or DEFAULT_SORTING
    counts = status_counts(edition.register.agreements, edition.on)
    order = f" Sorterat efter {shown.column.heading.lower()}." if sorting else ""
    return ExplorerView(
        title="Partnerskap",
        description=f"Alla {len(edition.rows)} idéburna offentliga partnerskap i registret, i en tabell.{order}",
        sorting=shown,
        headings=headings(shown),
        rows=shown.applied(edition.rows),
        statuses=tuple((words.STATUS[status], count) for status, count in counts.items() if count),
    )


def statistics_view(edition: Edition, _: None) -> StatisticsView:
    return StatisticsView(
        title="Statistik",
        description=f"Vad registret säger i siffror per {words.day(edition.on)}, med data bakom varje diagram.",
        charts=(area_chart(edition.register, edition.on), year_end_chart(edition.register, edition.on)),
    )


def data_view(files: tuple[Output, ...]) -> Callable[[Edition, None], DataView]:
    """How the downloads page lists the given files."""

    def view(edition: Edition, _: None) -> DataView:
        sections = {section.title: section for section in table_sections(edition.schemas)}
        return DataView(
            title="Data",
            description="Hela registret som öppna data: CSV för kalkylprogram och statistik, JSON för program. CC0.",
            downloads=tuple(
                Download(output=file, section=sections.get(file.path.rpartition("/")[2])) for file in files
            ),
        )

    return view


def dictionary_view(edition: Edition, _: None) -> DictionaryView:
    return DictionaryView(
        title="Fält och definitioner",
        description="Vad varje fält i registrets datafiler och nedladdningar betyder.",
        records=record_sections(edition.schemas),
        tables=table_sections(edition.schemas),
    )


def quality_view(edition: Edition, _: None) -> QualityView:
    agreements = edition.register.agreements
    total = len(agreements)
    return QualityView(
        title="Kvalitet",
        description="Reglerna som uppgifterna följer, vad som bryter mot dem nu och vad som saknas.",
        completeness=f"{words.number(100 * completeness(agreements))} %",
        missing=tuple(
            MissingLine(wanted=wanted, count=count, share=f"{words.number(100 * count / total)} %" if total else "–")
            for wanted, count in missing_counts(agreements)
        ),
        gaps=tuple(
            GapLine(row=row, labels=", ".join(wanted.label.lower() for wanted in missing(row.agreement)))
            for row in edition.rows
            if missing(row.agreement)
        ),
        rules=tuple(
            RuleLine(
                rule=rule,
                problems=tuple(problem for problem in edition.problems if problem.rule == rule.id),
                waived=tuple(waived for waived in edition.waived if waived.problem.rule == rule.id),
            )
            for rule in edition.rules
        ),
        broken=len(edition.problems),
        waived=len(edition.waived),
    )


def prose_view(edition: Edition, prose: ProsePage) -> ProseView:
    """A prose page; one below another has that one above it in its trail."""
    parent = next((page for page in edition.prose if prose.id.startswith(page.id + "/")), None)
    above = (Crumb(parent.title, "prose", parent),) if parent else ()
    return ProseView(title=prose.title, description=prose.description, text=prose.text, trail=(START, *above))


def contribute_view(edition: Edition, _: None) -> ContributeView:
    return ContributeView()


def not_found_view(edition: Edition, _: None) -> NotFoundView:
    return NotFoundView()
