"""Recorded events go through the very command that the workflow runs, and give the right YAML or the right answer."""

import json
from pathlib import Path
from typing import Any

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.answering.comment import LONGEST
from site_builder.answering.receipt import MARKER, receipt
from site_builder.cli import main
from site_builder.intake.issues.forms import FORMS, Form
from site_builder.intake.issues.reception import received
from site_builder.intake.issues.request import Request, open_requests, request_from_event
from site_builder.reading.fields import schemas
from site_builder.reading.site import settings as site_settings
from tests.answering.rendered import outside_code
from tests.intake.issues.event_cases import CASES, EVENTS, expected, outcome, outcome_of, texts
from tests.toy_project import TODAY, toy_project

REFRESH = "tests/intake/issues/refresh_events.py"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy_project(tmp_path_factory.mktemp("intake") / "toy")


@pytest.mark.parametrize("case", CASES)
def test_every_recorded_event(project: Path, case: str) -> None:
    found = outcome(project, case)
    assert found == expected(case).read_text(encoding="utf-8"), (
        "refresh with: python tests/intake/issues/refresh_events.py"
    )


def event(name: str, **issue: Any) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    payload["issue"] |= issue
    return payload


def told(project: Path, folder: Path, payload: Any, *arguments: str) -> str:
    path = folder / "event.json"
    path.write_text(json.dumps(payload), encoding="utf-8")
    return outcome_of(project, ["--event", str(path), *arguments])


def test_a_huge_issue_is_answered_unread(project: Path, tmp_path: Path) -> None:
    body = event("edited")["issue"]["body"].replace("Perioden", "å" * 200_000)
    answer = told(project, tmp_path, event("edited", body=body))
    assert answer.startswith("1\n") and "för långt" in answer and len(answer) < 2000


def test_a_correction_of_one_date_is_one_line(project: Path) -> None:
    changed = [line for line in outcome(project, "edited").splitlines() if line.startswith(("+ ", "- {", "-  ", "+  "))]
    assert changed == [
        '-  - {kind: original, start: "2019-03-01", end: "2021-12-31"}',
        '+  - {kind: original, start: "2019-03-01", end: "2022-06-30"}',
    ]


def test_a_personal_number_is_in_no_answer(project: Path, tmp_path: Path) -> None:
    payload = event("personal-number")
    assert "811218" in payload["issue"]["body"]
    hidden = event("opened", title="Saknas: 8112\u200b18\u20119876")
    first = event("opened", title="811218-9876 saknas")
    for answer in (told(project, tmp_path, each) for each in (payload, hidden, first)):
        assert answer.startswith("1\n") and "811218" not in answer and "9876" not in answer


def test_another_open_request_for_the_same_is_told_of(project: Path, tmp_path: Path) -> None:
    others = [
        {"number": 7, "title": "Rätta", "body": event("edited")["issue"]["body"]},
        {"number": 8, "title": "Saknas", "body": event("opened")["issue"]["body"]},
        {"number": 42, "title": "Det här", "body": event("edited")["issue"]["body"]},
        {"number": 9, "title": "Annat", "body": None},
    ]
    path = tmp_path / "open.json"
    path.write_text(json.dumps(others), encoding="utf-8")
    answer = told(project, tmp_path, event("edited"), "--open", str(path))
    assert "- Ärendet #7\n" in answer
    assert "#8" not in answer and "#9" not in answer and "Ärendet #42" not in answer


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        ({}, "inget ärende"),
        ([], "inget ärende"),
        ({"issue": {"pull_request": {}, "number": 1}}, "inget ärende"),
        ({"issue": {"number": "1; rm -rf /", "body": ""}}, "inget nummer"),
        ({"issue": {"number": True, "body": ""}}, "inget nummer"),
    ],
)
def test_what_is_no_event_of_an_issue(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], payload: Any, message: str
) -> None:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(payload), encoding="utf-8")
    assert main(["intake", "--root", str(project), "--event", str(path)]) == 2
    assert message in capsys.readouterr().err


def test_what_the_command_is_told_wrong(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "x.json"
    broken.write_text("{", encoding="utf-8")
    for arguments in ([], [str(broken), "--event", str(broken)], ["--event", str(broken)], [str(tmp_path / "saknas")]):
        assert main(["intake", "--root", str(project), *arguments]) == 2
        assert capsys.readouterr().err.startswith("Det går inte att fortsätta: ")


def test_without_being_told_to_write_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(project)
    assert main(["intake", "--root", str(project), "--event", str(EVENTS / "opened.json")]) == 0
    assert texts(project) == before
    assert "--write" in capsys.readouterr().out


def test_a_letter_with_its_marks_of_quotation_is_read_like_the_issue(project: Path, tmp_path: Path) -> None:
    body = event("edited")["issue"]["body"]
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej!\n\n" + "\n".join(f"> {line}" for line in body.splitlines()), encoding="utf-8")
    answer = outcome_of(project, [str(letter)])
    assert '+  - {kind: original, start: "2019-03-01", end: "2022-06-30"}' in answer
    assert "Ärende:" not in answer


def test_a_register_with_errors_still_answers(tmp_path: Path) -> None:
    broken = toy_project(tmp_path / "toy")
    (broken / "data/agreements/umea/natthem.yaml").write_text("title: 3\n", encoding="utf-8")
    answer = outcome_of(broken, ["--event", str(EVENTS / "opened.json")])
    assert answer.startswith("0\n") and "väntar på en människa" in answer


SAID = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "umea/natthem", "periods", "Umeå kommun", "tills vidare", "2022-06-30", "slutar 2025", "http://[", "=1+1",
            "[x](http://[)", "@alla #1", "```\n</details><script>", "kind: new\nrecord: {title: x}\nsource: y",
            "a: &a [*a]", "\ud83d",
        ]
    ),
)  # fmt: skip


def body_of(form: Form, said: list[str]) -> str:
    parts = []
    for place, question in enumerate(form.questions):
        text = said[place % len(said)]
        if question.kind == "checkboxes":
            text = "\n".join(f"- [X] {option}" for option in question.options)
        elif question.kind == "dropdown":
            text = question.options[0]
        parts.append(f"### {question.label}\n\n{text}")
    return "\n\n".join(parts)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.sampled_from(FORMS), said=st.lists(SAID, min_size=1, max_size=12))
def test_whatever_is_sent_is_answered_and_the_rules_agree(project: Path, form: Form, said: list[str]) -> None:
    """And nothing in the answer mentions anyone, or is a link, a tag or a heading that we did not write."""
    known = schemas(project / "schema")
    reception = received(project, Request(body=body_of(form, said), number=3), TODAY)
    answer = receipt(reception, known, site_settings(project / "site.yaml", known))
    assert reception.remarks or reception.draft.files
    assert not (reception.draft.files and (reception.stops or reception.trial is None or reception.trial.errors))
    assert all(path.startswith("data/") and ".." not in path for path in reception.draft.files)
    assert len(answer.encode("utf-8")) < LONGEST
    plain = outside_code(github_flavored_markdown_to_html(answer.removeprefix(MARKER)))
    assert not set("@`") & set(plain) and "://" not in plain and "<script" not in plain


def test_a_list_of_open_requests_may_hold_anything() -> None:
    assert open_requests('[1, null, {"number": 2, "body": 3}]', 1) == (Request(number=2, body=""),)
    assert request_from_event(json.dumps({"issue": {"number": 2, "title": [], "body": None}})).body == ""
