"""Which addresses the link check asks, and what it concludes: all by hand, without a network."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.care.links import Address, Answer, Known, addresses, after, due, exception_for
from site_builder.register.agreement import Link
from site_builder.register.directory import Unasked
from site_builder.register.register import Register

MONDAY, TUESDAY, NEXT_MONDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 9)
GONE = Answer(status=404, said="404 (finns inte)")
FINE = Answer(status=200, said="200")
CLOSED = Answer(status=403, said="403")


def address(url: str) -> Address:
    return Address(url=url, files=())


def known(day: date, *failures: date) -> Known:
    return Known(asked=day, verdict="broken" if failures else "works", said="", failures=failures)


def test_every_address_is_found_once_with_the_files_it_stands_in(toy: Register) -> None:
    link = Link(kind="web", title="A", url="https://a.example/", archived_url="https://web.archive.org/a")
    first, second, *_ = toy.agreements
    agreements = (replace(first, links=(link, link)), replace(second, links=(link,)))
    source = replace(toy.sources["rapport"], url="https://a.example/")
    organisation = replace(next(iter(toy.organisations.values())), id="x", url="https://o.example/")
    register = replace(toy, agreements=agreements, sources={"rapport": source}, organisations={"x": organisation})
    files = (f"data/agreements/{first.id}.yaml", f"data/agreements/{second.id}.yaml")
    assert addresses(register) == (
        Address(url="https://a.example/", files=("data/sources.yaml", *files)),
        Address(url="https://o.example/", files=("data/organisations/x.yaml",)),
        Address(url="https://web.archive.org/a", files=files),
    )


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(200, "works"), (304, "works"), (404, "broken"), (410, "broken"), (500, "broken"), (403, "unclear"),
     (429, "unclear"), (999, "unclear"), (None, "broken")],
)  # fmt: skip
def test_a_verdict(status: int | None, verdict: str) -> None:
    assert Answer(status=status, said="").verdict == verdict


def test_two_failures_on_different_days_are_needed() -> None:
    once = after(None, GONE, MONDAY)
    assert not once.is_reported
    assert not after(once, GONE, MONDAY).is_reported, "the same day is one failure"
    turned_away = after(once, CLOSED, TUESDAY)
    assert turned_away.failures == (MONDAY,), "a closed door says nothing"
    twice = after(turned_away, GONE, NEXT_MONDAY)
    assert twice.is_reported and twice.failures == (MONDAY, NEXT_MONDAY)
    assert after(twice, FINE, NEXT_MONDAY) == Known(asked=NEXT_MONDAY, verdict="works", said="200")


def test_an_archived_copy_is_kept_while_the_link_is_broken() -> None:
    broken = replace(known(MONDAY, MONDAY), archived="https://web.archive.org/x")
    assert after(broken, GONE, TUESDAY).archived == "https://web.archive.org/x"
    assert after(broken, FINE, TUESDAY).archived is None


def test_the_most_urgent_are_asked_first_and_hosts_take_turns() -> None:
    states = {
        "https://a.example/failed": known(MONDAY, MONDAY),
        "https://a.example/today": known(NEXT_MONDAY),
        "https://a.example/failed-today": known(NEXT_MONDAY, NEXT_MONDAY),
        "https://b.example/old": known(MONDAY),
        "https://b.example/fresh": known(date(2026, 11, 4)),
    }
    found = tuple(map(address, (*states, "https://a.example/new")))
    order = [each.url for each in due(found, states, NEXT_MONDAY, 10)]
    assert order == ["https://a.example/failed", "https://b.example/old", "https://a.example/new"]
    assert [each.url for each in due(found, states, NEXT_MONDAY, 1)] == ["https://a.example/failed"]


def test_exceptions_are_a_host_or_a_beginning() -> None:
    host = Unasked(address="a.example", reason="")
    prefix = Unasked(address="https://b.example/arkiv/", reason="")
    both = (host, prefix)
    assert exception_for("https://a.example/x", both) == host
    assert exception_for("https://b.example/arkiv/1", both) == prefix
    assert exception_for("https://b.example/", both) is None
    assert exception_for("https://www.a.example/", both) is None
    assert exception_for("https://a.example.evil.example/", both) is None
