"""A round of questions: what is remembered, what is told, and that being offline accuses nobody."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.care.asking import Asker, Pace
from site_builder.care.link_check import LinkCheck, agent, link_check
from site_builder.care.link_round import (
    Outcome,
    archived_copy,
    asked,
    keep_states,
    report,
    states_from,
    with_archived_copies,
)
from site_builder.care.links import Address, Answer, Known, States
from site_builder.cli import main
from site_builder.errors import BuildError
from site_builder.reading.validate import read
from site_builder.register.directory import Unasked
from tests.care.small_web import Handler
from tests.toy_project import TODAY

ONE, TWO, OLD = "https://a.example/1", "https://b.example/2", "https://c.example/old"
ELSEWHERE = (
    "www.umea.se", "web.archive.org", "www.utgivaren.example", "www.forlaget.example", "www.norrskensmissionen.example",
)  # fmt: skip
MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)
AWAY = Answer(status=None, said="webbplatsen finns inte", is_unreachable=True)
FINE = Answer(status=200, said="200")
GONE = Answer(status=404, said="404 (finns inte)")
BROKEN = Known(asked=TUESDAY, verdict="broken", said="404 (finns inte)", failures=(MONDAY, TUESDAY))
WORKS = Known(asked=MONDAY, verdict="works", said="200")


def address(url: str, *files: str) -> Address:
    return Address(url=url, files=files)


def answers(**by_host: Answer) -> Callable[[str], Answer]:
    return lambda url: by_host[url[8]]


def test_answers_are_saved_one_by_one() -> None:
    saved: list[States] = []
    found = asked(
        (address(ONE), address(TWO)), {}, answers(a=GONE, b=FINE), MONDAY, lambda fresh: saved.append(dict(fresh))
    )
    assert [list(each) for each in saved] == [[ONE], [ONE, TWO]]
    assert found[ONE].failures == (MONDAY,) and found[TWO].verdict == "works"


def test_offline_nobody_is_accused() -> None:
    def never(states: States) -> None:
        pytest.fail("saved")

    for states in ({}, {OLD: WORKS}):
        with pytest.raises(BuildError, match="är på nätet"):
            asked((address(ONE), address(TWO)), states, lambda url: AWAY, MONDAY, never)


@pytest.mark.parametrize("states", [{}, {OLD: WORKS}])
def test_a_site_that_is_away_is_believed_when_another_answers(states: States) -> None:
    due = (address(ONE),) if states else (address(ONE), address(TWO))
    found = asked(due, states, answers(a=AWAY, b=FINE, c=FINE), TUESDAY, lambda fresh: None)
    assert found[ONE].failures == (TUESDAY,)


def test_what_was_found_is_there_in_the_next_run(tmp_path: Path) -> None:
    assert states_from(tmp_path) == {}
    states = {ONE: BROKEN, TWO: WORKS}
    keep_states(tmp_path, states)
    assert states_from(tmp_path) == states


def test_archived_copies_are_sought_for_broken_links_only() -> None:
    sought: list[str] = []

    def text(url: str) -> str:
        sought.append(url)
        snapshot = '{"available": true, "url": "http://web.archive.org/web/2020/https://a.example/1"}'
        return f'{{"archived_snapshots": {{"closest": {snapshot}}}}}'

    found = with_archived_copies({ONE: BROKEN, TWO: WORKS}, text)
    assert sought == ["https://archive.org/wayback/available?url=https%3A%2F%2Fa.example%2F1"]
    assert found[ONE].archived == "https://web.archive.org/web/2020/https://a.example/1"
    assert with_archived_copies(found, lambda url: pytest.fail("asked twice")) == found


@pytest.mark.parametrize(
    "answer",
    ["", "[]", "{}", '{"archived_snapshots": {}}', "null",
     '{"archived_snapshots": {"closest": {"available": true, "url": "https://evil.example/"}}}',
     '{"archived_snapshots": {"closest": {"available": false, "url": "https://web.archive.org/x"}}}',
     '{"archived_snapshots": {"closest": {"available": true, "url": "https://web.archive.org/x\\n- rad"}}}'],
)  # fmt: skip
def test_an_archive_that_says_something_else(answer: str) -> None:
    assert archived_copy(answer) is None


def test_the_whole_report() -> None:
    outcome = Outcome(
        found=(address(ONE, "data/sources.yaml", "data/agreements/umea/x.yaml"), address(TWO), address(OLD)),
        unasked=(Unasked(address="b.example", reason=""), Unasked(address="z.example", reason="")),
        states={
            ONE: BROKEN,
            OLD: Known(asked=MONDAY, verdict="unclear", said="403 (släpper inte in program)", failures=(MONDAY,)),
        },
        asked=2,
    )
    assert report(outcome) == (
        "Frågade 2 länkar. 2 av registrets 3 är prövade någon gång.\n"
        "1 svarade fel för första gången och prövas igen en annan dag.\n"
        "\nTrasiga, vid minst två prövningar olika dagar (1):\n"
        "- https://a.example/1\n"
        "  404 (finns inte), sedan 2026-11-02. Står i data/sources.yaml, data/agreements/umea/x.yaml.\n"
        "\nRätta adressen. Finns sidan inte kvar: lägg till archived_url om det finns en arkiverad kopia. "
        "Ska länken inte prövas: skriv den och skälet i data/unasked.yaml.\n"
        "\nSläpper inte in program; titta själv (1):\n"
        "- https://c.example/old: 403 (släpper inte in program)\n"
        "\nz.example i data/unasked.yaml gäller ingen länk längre. Ta bort raden."
    )


def test_from_the_register_s_files_to_a_report(project: Path, server: str) -> None:
    """Two days with one link that is gone, one that works, one exception, and all else left out by exceptions."""
    sources = project / "data/sources.yaml"
    added = "".join(
        f"- {{id: {id}, title: T, kind: rapport, publisher: P, url: '{url}'}}\n"
        for id, url in {"borta": f"{server}/gone", "finns": f"{server}/fine", "stangd": f"{server}/undantag/x"}.items()
    )
    sources.write_text(sources.read_text("utf-8") + added, encoding="utf-8")
    everything_else = "".join(f"- {{address: {host}, reason: Utanför provet.}}\n" for host in ELSEWHERE)
    (project / "data/unasked.yaml").write_text(
        f"- {{address: '{server}/undantag/', reason: Prov.}}\n{everything_else}", encoding="utf-8"
    )
    asker = Asker(agent="prov/1", pace=Pace(delay=0), may_reach=lambda ip: True)

    def run(day: date, at_most: int = 10) -> LinkCheck:
        reading = read(project, TODAY)
        assert reading.errors == ()
        return link_check(project, reading, asker, day, at_most=at_most)

    assert "Frågade 1 länkar." in run(MONDAY, at_most=1).text
    first = run(MONDAY)
    assert not first.has_broken and "Frågade 1 länkar. 2 av" in first.text, "the second run goes on where the first was"
    assert "Frågade 0 länkar." in run(MONDAY).text
    second = run(TUESDAY)
    assert second.has_broken and f"- {server}/gone\n" in second.text
    assert {path for _, path, _ in Handler.seen} == {"/gone", "/fine"}


def test_broken_data_is_told_before_anything_is_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/agreements/umea/natthem.yaml").write_text("title: [", encoding="utf-8")
    assert main(["links", "--root", str(project)]) == 1
    assert "data/agreements/umea/natthem.yaml:" in capsys.readouterr().out
    assert main(["check", "--root", str(project)]) == 1


def test_it_says_who_asks_only_when_that_is_known(project: Path) -> None:
    reading = read(project, TODAY)
    assert reading.site is not None
    assert agent(reading.site) == "iop-registret-lankkontroll/1"
    on_github = reading.site.on_github({"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b"})
    assert agent(on_github) == "iop-registret-lankkontroll/1 (+https://a.github.io/b/)"
