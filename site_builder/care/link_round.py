"""A round: asks the addresses that are due, remembers the answers between runs, and tells what is broken."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlsplit

from site_builder.care.links import Address, Answer, Known, States, after, exception_for
from site_builder.errors import BuildError
from site_builder.reading.kept import FOLDER, keep, kept
from site_builder.register.directory import Unasked

FILE = FOLDER / "links.json"
_ARCHIVE = "https://archive.org/wayback/available?url="
_COPY_HOST = "web.archive.org"


def states_from(root: Path) -> States:
    """What earlier runs found out; nothing where it was not kept."""
    return {url: Known.from_raw(raw) for url, raw in json.loads(kept(root / FILE) or "{}").items()}


def keep_states(root: Path, states: States) -> None:
    keep(root / FILE, json.dumps({url: asdict(known) for url, known in states.items()}, default=str))


def asked(
    due: tuple[Address, ...],
    states: States,
    ask: Callable[[str], Answer],
    day: date,
    save: Callable[[States], None],
) -> States:
    """The states after asking everyone due; saved after each answer.

    Servers that cannot be reached are believed only once another one has answered, or does so when asked as a witness:
    else it is we who are offline. Raises BuildError then, and saves nothing.
    """
    found = dict(states)
    waiting: list[tuple[Address, Answer]] = []
    is_online = False
    for address in due:
        answer = ask(address.url)
        is_online = is_online or not answer.is_unreachable
        waiting.append((address, answer))
        if is_online:
            _take_in(waiting, found, day)
            save(found)
    if waiting:
        witness = next((url for url, known in states.items() if known.verdict == "works"), None)
        if witness is None or ask(witness).is_unreachable:
            raise BuildError("ingen av webbplatserna går att nå. Kontrollera att datorn är på nätet och försök igen.")
        _take_in(waiting, found, day)
        save(found)
    return found


def _take_in(waiting: list[tuple[Address, Answer]], found: dict[str, Known], day: date) -> None:
    for address, answer in waiting:
        found[address.url] = after(found.get(address.url), answer, day)
    waiting.clear()


def with_archived_copies(states: States, text: Callable[[str], str | None]) -> States:
    """The states, with the archived copy that the Internet Archive has of each address that is reported."""

    def looked_up(url: str, known: Known) -> Known:
        if not known.is_reported or known.archived or urlsplit(url).hostname == _COPY_HOST:
            return known
        return replace(known, archived=archived_copy(text(_ARCHIVE + quote(url, safe="")) or ""))

    return {url: looked_up(url, known) for url, known in states.items()}


def archived_copy(answer: str) -> str | None:
    """The copy's address in the archive's answer; None where there is none, or it is not an address of the archive."""
    try:
        closest = json.loads(answer)["archived_snapshots"]["closest"]
        url = str(closest["url"]).replace("http://", "https://", 1)
    except (ValueError, KeyError, TypeError):
        return None
    is_whole = url.isprintable() and " " not in url and url.startswith(f"https://{_COPY_HOST}/")
    return url if is_whole and closest.get("available") and len(url) <= 2000 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All that a run's report is made of."""

    found: tuple[Address, ...]
    unasked: tuple[Unasked, ...]
    states: States
    asked: int

    @property
    def broken(self) -> tuple[Address, ...]:
        return tuple(each for each in self.found if (known := self.states.get(each.url)) and known.is_reported)


def report(outcome: Outcome) -> str:
    """The outcome in Swedish."""
    return "\n".join(_lines(outcome))


def _lines(outcome: Outcome) -> Iterator[str]:
    known = {each.url: outcome.states[each.url] for each in outcome.found if each.url in outcome.states}
    yield f"Frågade {outcome.asked} länkar. {len(known)} av registrets {len(outcome.found)} är prövade någon gång."
    once = sum(len(one.failures) == 1 for one in known.values())
    if once:
        yield f"{once} svarade fel för första gången och prövas igen en annan dag."
    if outcome.broken:
        yield f"\nTrasiga, vid minst två prövningar olika dagar ({len(outcome.broken)}):"
        for address in outcome.broken:
            yield from _broken(address, known[address.url])
        yield (
            "\nRätta adressen. Finns sidan inte kvar: lägg till archived_url om det finns en arkiverad kopia. "
            "Ska länken inte prövas: skriv den och skälet i data/unasked.yaml."
        )
    else:
        yield "Inga länkar är trasiga."
    unclear = [url for url, one in known.items() if one.verdict == "unclear"]
    if unclear:
        yield f"\nSläpper inte in program; titta själv ({len(unclear)}):"
        yield from (f"- {url}: {known[url].said}" for url in unclear)
    used = {exception_for(address.url, outcome.unasked) for address in outcome.found}
    yield from (
        f"\n{one.address} i data/unasked.yaml gäller ingen länk längre. Ta bort raden."
        for one in outcome.unasked
        if one not in used
    )


def _broken(address: Address, known: Known) -> Iterator[str]:
    yield f"- {address.url}"
    yield f"  {known.said}, sedan {known.failures[0]}. Står i {', '.join(address.files)}."
    if known.archived:
        yield f"  Arkiverad kopia: {known.archived}"


def only_in(found: tuple[Address, ...], states: Mapping[str, Known]) -> States:
    """The states of addresses that the register still has."""
    return {each.url: states[each.url] for each in found if each.url in states}
