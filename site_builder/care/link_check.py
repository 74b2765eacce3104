"""The link check: what `build.py links` does, from the project's folder to a report."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.care.asking import Asker
from site_builder.care.link_round import (
    Outcome,
    asked,
    keep_states,
    only_in,
    report,
    states_from,
    with_archived_copies,
)
from site_builder.care.links import addresses, due, exception_for
from site_builder.reading.site import Site
from site_builder.reading.validate import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheck:
    """What a run came to."""

    text: str
    has_broken: bool


def link_check(
    root: Path, reading: Reading, asker: Asker, day: date, *, at_most: int, with_archives: bool = False
) -> LinkCheck:
    """Asks at most `at_most` of the addresses that are due. Raises BuildError when offline."""
    assert reading.register is not None
    found = addresses(reading.register)
    states = only_in(found, states_from(root))
    asking = tuple(each for each in found if exception_for(each.url, reading.unasked) is None)
    wanted = due(asking, states, day, at_most)
    states = asked(wanted, states, asker.ask, day, lambda fresh: keep_states(root, fresh))
    if with_archives:
        states = with_archived_copies(states, asker.text)
        keep_states(root, states)
    relevant = {each.url: states[each.url] for each in asking if each.url in states}
    outcome = Outcome(found=found, unasked=reading.unasked, states=relevant, asked=len(wanted))
    return LinkCheck(text=report(outcome), has_broken=bool(outcome.broken))


def agent(site: Site) -> str:
    """Who asks, and where to complain when the site has an address."""
    known = site.known_base_url or site.known_repository or site.known_contact
    return "iop-registret-lankkontroll/1" + (f" (+{known})" if known else "")
