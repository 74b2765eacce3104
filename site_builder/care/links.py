"""Links: every address in the register, which of them to ask today, and what an answer says of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from site_builder.register.directory import Unasked
from site_builder.register.register import Register

ASK_AGAIN_AFTER = timedelta(days=6)
FAILURES_TO_REPORT = 2
# Those who answer so turn programs away, and say nothing of what a reader would find.
_TURNED_AWAY = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 501, 503, 999})


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address and the data files it stands in."""

    url: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of asking: an HTTP status, or None and what hindered it. `said` is Swedish."""

    status: int | None
    said: str
    is_unreachable: bool = False

    @property
    def verdict(self) -> Literal["works", "broken", "unclear"]:
        if self.status is None:
            return "broken"
        if self.status in _TURNED_AWAY:
            return "unclear"
        return "works" if self.status < 400 else "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an address: when and how it last answered, and on which days it has failed since it worked."""

    asked: date
    verdict: str
    said: str
    failures: tuple[date, ...] = ()
    archived: str | None = None

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Self:
        days = tuple(map(date.fromisoformat, raw["failures"]))
        return cls(**{**raw, "asked": date.fromisoformat(raw["asked"]), "failures": days})

    @property
    def is_reported(self) -> bool:
        return len(self.failures) >= FAILURES_TO_REPORT


States = Mapping[str, Known]  # by address


def addresses(register: Register) -> tuple[Address, ...]:
    """Every address a reader can follow from a source, an organisation or a partnership, each once."""
    files: dict[str, list[str]] = {}
    for url, file in _stated(register):
        files.setdefault(url, []).append(file)
    return tuple(Address(url=url, files=tuple(dict.fromkeys(where))) for url, where in files.items())


def _stated(register: Register) -> Iterator[tuple[str, str]]:
    for source in register.sources.values():
        if source.url:
            yield source.url, "data/sources.yaml"
    for organisation in register.organisations.values():
        if organisation.url:
            yield organisation.url, f"data/organisations/{organisation.id}.yaml"
    for agreement in register.agreements:
        for link in agreement.links:
            for url in filter(None, (link.url, link.archived_url)):
                yield url, f"data/agreements/{agreement.id}.yaml"


def exception_for(url: str, unasked: tuple[Unasked, ...]) -> Unasked | None:
    """The exception that covers the address: its host, or how the address begins."""
    host = urlsplit(url).hostname
    return next((one for one in unasked if one.covers(url, host)), None)


def due(found: tuple[Address, ...], states: States, day: date, at_most: int) -> tuple[Address, ...]:
    """Whom to ask now: those that failed on an earlier day, then those never asked, then those asked longest ago.

    Nobody is asked twice a day, and hosts take turns, so that a run that was stopped goes on where it was.
    """

    def urgency(address: Address) -> tuple[int, date]:
        known = states.get(address.url)
        if known is None:
            return 1, day
        return (0 if known.failures else 2), known.asked

    def is_due(address: Address) -> bool:
        known = states.get(address.url)
        if known is None:
            return True
        return known.asked != day if known.failures else known.asked <= day - ASK_AGAIN_AFTER

    turns: Counter[str | None] = Counter()
    queued = []
    for address in sorted(filter(is_due, found), key=urgency)[:at_most]:
        host = urlsplit(address.url).hostname
        queued.append((turns[host], address))
        turns[host] += 1
    return tuple(address for _, address in sorted(queued, key=lambda each: each[0]))


def after(known: Known | None, answer: Answer, day: date) -> Known:
    """What is known once the answer is in. A turned-away program neither adds a failure nor takes one back."""
    failures = known.failures if known else ()
    if answer.verdict == "works":
        failures = ()
    elif answer.verdict == "broken" and day not in failures:
        failures = (*failures, day)
    fresh = Known(asked=day, verdict=answer.verdict, said=answer.said, failures=failures)
    return replace(fresh, archived=known.archived) if known and failures else fresh
