"""Quality: what the register does not know of a partnership, and why that matters."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.register.agreement import Agreement
from site_builder.register.status import Status, standing

OLD_AFTER = timedelta(days=730)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A piece of information that every record should have: Swedish label, why it matters, and how to tell."""

    id: str
    label: str
    reason: str
    is_known: Callable[[Agreement], bool]


def _latest_end_is_known(agreement: Agreement) -> bool:
    latest = agreement.latest_period
    return latest is not None and bool(latest.end or latest.open_ended)


WANTED = (
    Wanted(
        id="nonprofit-party",
        label="Idéburen part",
        reason="Utan den går det inte att se vem som gör arbetet.",
        is_known=lambda agreement: bool(agreement.nonprofit_parties),
    ),
    Wanted(
        id="unit",
        label="Nämnd eller förvaltning",
        reason="Den som vill veta mer behöver veta vem som svarar för partnerskapet.",
        is_known=lambda agreement: any(party.units for party in agreement.public_parties),
    ),
    Wanted(
        id="start",
        label="Startdatum",
        reason="Utan start går det inte att säga när partnerskapet har pågått.",
        is_known=lambda agreement: agreement.first_start is not None,
    ),
    Wanted(
        id="end",
        label="Aktuellt slutdatum",
        reason="Utan slut, eller besked om att det gäller tills vidare, är statusen osäker.",
        is_known=_latest_end_is_known,
    ),
    Wanted(
        id="area",
        label="Insatsområde",
        reason="Annars räknas partnerskapet inte med i jämförelser mellan områden.",
        is_known=lambda agreement: agreement.area is not None,
    ),
    Wanted(
        id="target-group",
        label="Målgrupp",
        reason="Annars räknas partnerskapet inte med i jämförelser mellan målgrupper.",
        is_known=lambda agreement: agreement.target_group is not None,
    ),
    Wanted(
        id="document",
        label="Länk till överenskommelse eller beslut",
        reason="Den som vill skriva en egen överenskommelse behöver se hur andra har gjort.",
        is_known=lambda agreement: any(link.kind in ("agreement", "decision") for link in agreement.links),
    ),
    Wanted(
        id="funding",
        label="Finansiering",
        reason="Båda parter ska bidra; med vad är en av de vanligaste frågorna.",
        is_known=lambda agreement: bool(agreement.funding),
    ),
)


def missing(agreement: Agreement) -> tuple[Wanted, ...]:
    """What is wanted but not known of the agreement."""
    return tuple(wanted for wanted in WANTED if not wanted.is_known(agreement))


def is_old(agreement: Agreement, on: date) -> bool:
    """No source has said for two years, or ever, how the partnership stands; one that is over does not grow old."""
    now = standing(agreement, on)
    if now.status is Status.ENDED:
        return False
    return now.latest_statement is None or now.latest_statement.last < on - OLD_AFTER


def completeness(agreements: Iterable[Agreement]) -> float:
    """The share, 0–1, of all wanted information that is known; 1 for no agreements, which lack nothing."""
    known = [wanted.is_known(agreement) for agreement in agreements for wanted in WANTED]
    return sum(known) / len(known) if known else 1.0


def missing_counts(agreements: Iterable[Agreement]) -> tuple[tuple[Wanted, int], ...]:
    """For each wanted piece, how many of the agreements lack it."""
    counts = Counter(wanted.id for agreement in agreements for wanted in missing(agreement))
    return tuple((wanted, counts[wanted.id]) for wanted in WANTED)
