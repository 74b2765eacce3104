"""Words: Swedish for the values that data files write in English, and for days and numbers."""

from datetime import date
from textwrap import shorten

from site_builder.register.agreement import Evidence, PeriodKind, ReportedStatus
from site_builder.register.comparison import Rank
from site_builder.register.dates import PartialDate
from site_builder.register.status import Status

STATUS = {
    Status.ACTIVE: "Pågående",
    Status.PLANNED: "Planerat",
    Status.EXPIRED: "Löpt ut, förlängning okänd",
    Status.ENDED: "Avslutat",
    Status.UNKNOWN: "Okänt",
}
STATUS_COUNTED = {
    Status.ACTIVE: "pågår",
    Status.PLANNED: "är planerade",
    Status.EXPIRED: "har löpt ut utan känd förlängning",
    Status.ENDED: "är avslutade",
    Status.UNKNOWN: "har okänd status",
}
STATUS_TITLE = {
    Status.ACTIVE: "Pågående partnerskap",
    Status.PLANNED: "Planerade partnerskap",
    Status.EXPIRED: "Partnerskap som har löpt ut utan känd förlängning",
    Status.ENDED: "Avslutade partnerskap",
    Status.UNKNOWN: "Partnerskap med okänd status",
}
REPORTED_STATUS = {
    ReportedStatus.ACTIVE: "pågående",
    ReportedStatus.ENDED: "avslutat",
    ReportedStatus.PLANNED: "planerat",
}
PERIOD = {
    PeriodKind.ORIGINAL: "Ursprunglig period",
    PeriodKind.EXTENSION: "Förlängning",
    PeriodKind.RENEWAL: "Förnyelse",
    PeriodKind.MAXIMUM: "Längsta möjliga tid",
}
LINK = {
    "agreement": "Överenskommelse",
    "decision": "Beslut",
    "web": "Webbsida",
    "evaluation": "Utvärdering",
    "news": "Nyhet",
}
RELATION = {"continues": "Fortsätter", "part-of": "Ingår i", "related": "Hör ihop med"}
RELATION_BACK = {"continues": "Fortsätts av", "part-of": "Omfattar", "related": "Hör ihop med"}
CONTRIBUTION = {"cash": "pengar", "in-kind": "annat än pengar"}
PER = {"year": "per år", "total": "totalt"}
COVERAGE = {
    "asked": "tillfrågad, inget svar ännu",
    "answered-none": "har svarat att inga partnerskap finns",
    "answered": "har svarat",
    "declined": "har avböjt att svara",
}
CONTRADICTION = {
    "nonprofit_parties": "Idéburna parter",
    "public_parties": "Offentliga parter",
    "purpose": "Syfte",
    "target_group": "Målgrupp",
    "periods": "Tid",
    "status": "Status",
    "funding": "Finansiering",
    "results": "Resultat",
}
UNIT = {
    "partnerships": "partnerskap",
    "documents": "överenskommelser",
    "municipalities": "kommuner",
    "regions": "regioner",
    "parties": "parter",
    "years": "år",
    "percent": "%",
    "ore-per-inhabitant": "öre per invånare",
}
PRECISION = {"about": "cirka", "more-than": "fler än", "less-than": "färre än", "nearly": "nästan"}
BODY = {"municipality": ("kommun", "kommuner"), "region": ("region", "regioner")}
UNTIL_FURTHER_NOTICE = "tills vidare"
NOT_KNOWN = "ej känt"
SEVERITY = {"error": "Fel", "warning": "Varning"}

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
NO_BREAK = "\N{NO-BREAK SPACE}"


def day(value: date) -> str:
    """`23 november 2026`."""
    return f"{value.day}{NO_BREAK}{_MONTHS[value.month - 1]} {value.year}"


def partial_date(value: PartialDate) -> str:
    """The date in words at its own precision: `2022`, `januari 2022` or `31 januari 2022`."""
    if len(value.text) == 4:
        return value.text
    if len(value.text) == 7:
        return f"{_MONTHS[value.first.month - 1]} {value.first.year}"
    return day(value.first)


def statement(entry: Evidence) -> str:
    """What the source says of the status, and as of when: `pågående per 1 april 2023`; empty where it says nothing."""
    if not entry.reported_status:
        return ""
    said = REPORTED_STATUS[entry.reported_status]
    return f"{said} per {partial_date(entry.as_of)}" if entry.as_of else said


def quantity(value: int, unit: str, precision: str | None) -> str:
    """`cirka 25 %`, `42 partnerskap`."""
    shown = f"{number(value)}{NO_BREAK}{UNIT[unit]}"
    return f"{PRECISION[precision]} {shown}" if precision else shown


def number(value: int | float, decimals: int = 0) -> str:
    """`10 587 710` or `4,6`, with spaces that do not break."""
    return f"{value:,.{decimals}f}".replace(",", NO_BREAK).replace(".", ",")


def cell(value: str | int | float | None, unit: str) -> str:
    """A cell of a statistic: `12,5 %`, `1 250 000`, `2014`, or a dash where nothing is known."""
    if value is None:
        return "–"
    if isinstance(value, str) or unit == "year":
        return str(value)
    if unit == "percent":
        return f"{number(value, 1)}{NO_BREAK}%"
    return number(value, 2 if unit == "per-100000" else 0)


def counted(count: int, one: str, many: str) -> str:
    """`1 partnerskap`, `2 kommuner`."""
    return f"{number(count)}{NO_BREAK}{one if count == 1 else many}"


def placed(rank: Rank) -> str:
    """`plats 3 av 71`, or `delad plats 3 av 71`."""
    return f"{'delad ' if rank.is_shared else ''}plats{NO_BREAK}{rank.place} av {number(rank.of)}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """`A`, `A och B`, `A, B och C`."""
    return " och ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def upper_first(text: str) -> str:
    """For a word that begins a sentence."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """For a label in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut after a whole word where it is longer."""
    return shorten(text, longest, placeholder=" …")
