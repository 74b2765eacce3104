"""Asking a real server on this machine; and never one in a private network unless the test says so."""

from ipaddress import ip_address

import pytest

from site_builder.care.asking import MAX_BYTES, Asker, Pace, is_public
from tests.care.small_web import Handler


def asker(**more: object) -> Asker:
    values = {"agent": "prov/1", "pace": Pace(delay=0), "may_reach": lambda ip: True, "deadline": 5, **more}
    return Asker(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "status", "methods"),
    [
        ("/fine", 200, "HEAD"),
        ("/med å och mellanslag?sök=ö", 200, "HEAD"),
        ("/moved", 200, "HEAD HEAD"),
        ("/no-head", 200, "HEAD GET"),
        ("/drops-head", 200, "HEAD GET"),
        ("/gone", 404, "HEAD GET"),
        ("/closed", 403, "HEAD GET"),
        ("/later", 429, "HEAD"),
    ],
)
def test_what_servers_answer(server: str, path: str, status: int, methods: str) -> None:
    assert asker().ask(server + path).status == status
    assert " ".join(method for method, _, _ in Handler.seen) == methods
    assert {agent for _, _, agent in Handler.seen} == {"prov/1"}


def test_redirects_lead_neither_round_nor_to_other_schemes(server: str) -> None:
    assert "leder runt" in asker().ask(f"{server}/round").said
    assert len(Handler.seen) == 6
    assert "något annat än en webbsida" in asker().ask(f"{server}/to-file").said


def test_private_addresses_are_never_asked(server: str) -> None:
    careful = Asker(agent="prov/1", pace=Pace(delay=0))
    for url in (f"{server}/fine", f"http://localhost:{server.rpartition(':')[2]}/", "http://[::1]:9/"):
        answer = careful.ask(url)
        assert answer.verdict == "broken" and "inte är öppen för alla" in answer.said
        assert careful.text(url) is None
    assert Handler.seen == []


@pytest.mark.parametrize(
    ("ip", "expected"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("192.168.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False), ("::1", False), ("fe80::1", False), ("fd00::1", False), ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False), ("ff02::1", False),
    ],
)  # fmt: skip
def test_what_is_public(ip: str, expected: bool) -> None:
    assert is_public(ip_address(ip)) is expected


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "javascript:alert(1)", "https://u:p@a.example/", "https:///x", "http://a:x/", "http://[/"],
)
def test_what_is_no_web_page_is_not_asked(url: str) -> None:
    answer = asker().ask(url)
    assert answer.status is None and not answer.is_unreachable


def test_a_closed_port_is_unreachable(server: str) -> None:
    answer = asker().ask("http://127.0.0.1:1/")
    assert answer.is_unreachable and answer.said == "går inte att ansluta till"


def test_an_answer_that_never_ends_is_cut(server: str) -> None:
    assert asker(deadline=0.2).ask(f"{server}/drips").status is None


def test_a_page_is_read_to_its_bound(server: str) -> None:
    assert asker().text(f"{server}/huge") == "x" * MAX_BYTES
    assert asker().text(f"{server}/gone") is None


def test_the_same_host_is_left_in_peace_between_questions() -> None:
    now = [100.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(delay=2, clock=lambda: now[0], sleep=sleep)
    for host in ("a", "b", "a", "a"):
        pace(host)
    now[0] += 5
    pace("a")
    assert slept == [2, 2]
