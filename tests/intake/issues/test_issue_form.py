"""Bodies of issues, as GitHub writes them and as people leave them: answers and remarks, never an exception."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.intake.issues.forms import ANSWER, CONSENT, CORRECTION, FORMS, MISSED, RELATION, Form, Question
from site_builder.intake.issues.issue_form import Answers, answers
from site_builder.reading.plaintext import cleaned, hidden_fault

EVENTS = Path(__file__).parent / "events"
CONSENTED = "\n".join(CONSENT.options)
RIGHT = {
    "record": "umea/natthem",
    "field": "Avtalsperioder (periods)",
    "present": "Ursprunglig period: 2019 – 2021",
    "right": "Perioden slutar 2022-06-30.",
    "source": "Beslut i socialnämnden 2019-01-15, SN 2019/12",
    "relation": RELATION.options[0],
    "consent": CONSENTED,
}


def event(name: str) -> Answers:
    payload: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    assert {"action", "issue", "repository", "sender"} <= set(payload)
    return answers(payload["issue"]["body"])


def told(found: Answers) -> list[tuple[str, str | None]]:
    return [(remark.id.removeprefix("form/"), remark.field) for remark in found.remarks]


def rendered(form: Form, said: Mapping[str, str]) -> str:
    """As GitHub does."""

    def value(question: Question) -> str:
        if question.kind != "checkboxes":
            return said.get(question.id, "") or "_No response_"
        ticked = said.get(question.id, "").split("\n")
        return "\n".join(f"- [{'X' if option in ticked else ' '}] {option}" for option in question.options)

    return "\n\n".join(f"### {each.label}\n\n{value(each)}" for each in form.questions)


def test_a_form_filled_in() -> None:
    found = event("opened")
    assert found.form == MISSED
    assert found.remarks == ()
    assert found.by_field == {
        "agreement_title": "Läxhjälp och mötesplats för unga",
        "public_parties": "Umeå kommun, Kulturnämnden",
        "nonprofit_parties": "Röda Korset Umeå\nUmeå läxhjälp",
        "start": "2025-01-01",
        "end": "2026-12-31",
        "source": "https://www.umea.se/protokoll/2025-01-15\n§ 12",
        "relation": RELATION.options[1],
        "consent": CONSENTED,
    }


def test_an_edited_issue_says_what_it_says_now() -> None:
    found = event("edited")
    assert (found.form, found.by_field, found.remarks) == (CORRECTION, RIGHT, ())


def test_a_body_answers_that_it_has_none() -> None:
    found = event("no-partnerships")
    assert found.form == ANSWER and found.are_whole
    assert found.by_field["state"] == "Vi har inga partnerskap"


def test_old_line_ends_are_line_ends() -> None:
    found = event("crlf")
    assert found.by_field == {**RIGHT, "present": "Första raden\nAndra raden"}
    assert found.are_whole


def test_emoji_stay_without_what_is_invisible_in_them() -> None:
    found = event("emoji")
    assert found.by_field["agreement_title"] == "Hockey för alla 🏒👩👩👧 ❤"
    assert found.by_field["note"] == "Tack! 🙏🏽"
    assert found.are_whole


def test_hidden_comments_are_told_and_are_no_answers() -> None:
    found = event("comments")
    assert found.by_field["right"] == "Slutar 2022."
    assert told(found) == [("comment", "right"), ("missing", "source"), ("comment", "source"), ("comment", "consent")]
    assert found.by_field["consent"] == CONSENTED


def test_what_is_not_answered_is_told_question_by_question() -> None:
    found = event("blank-answers")
    assert found.form == ANSWER
    assert found.by_field == {}
    assert told(found) == [
        ("missing", "answering_body"),
        ("missing", "state"),
        ("missing", "date"),
        ("missing", "source"),
        ("missing", "relation"),
        ("unticked", "consent"),
    ]


@pytest.mark.parametrize("name", ["empty", "wrong-template"])
def test_an_issue_without_a_form_is_told_of_the_three(name: str) -> None:
    found = event(name)
    assert (found.form, dict(found.by_field), told(found)) == (None, {}, [("none", None)])
    assert all(form.name in found.remarks[0].message for form in FORMS)


def test_a_hostile_issue_gives_text_alone_and_no_answer_stands_for_another() -> None:
    found = event("hostile")
    assert found.form == CORRECTION  # a heading of another form in an answer does not make it that form
    assert told(found) == [("repeated", "relation"), ("repeated", "consent")]
    assert not found.are_whole
    assert found.by_field["field"] == "periods"  # written with a direction mark, a zero-width space and a null
    assert {"relation", "consent"}.isdisjoint(found.by_field)
    assert all("@" not in remark.message and "ond.example" not in remark.message for remark in found.remarks)


def test_a_huge_issue_is_refused_unread() -> None:
    body = rendered(CORRECTION, {**RIGHT, "right": "å" * 33_000})
    assert told(answers(body)) == [("too-large", None)]
    assert answers(body).by_field == {}


def test_a_long_answer_is_told_and_kept_for_its_writer_to_shorten() -> None:
    found = answers(rendered(MISSED, {**event("opened").by_field, "agreement_title": "x" * 91}))
    assert told(found) == [("too-long", "agreement_title")]
    assert "91 tecken, högst 90" in found.remarks[0].message
    assert found.by_field["agreement_title"] == "x" * 91


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (f"### {RELATION.label}\n\n{RELATION.options[0]}\n\n", "", [("missing", "relation")]),
        (RELATION.options[0], "Chef", [("choice", "relation")]),
        ("- [X] Jag", "- [ ] Jag", [("unticked", "consent")]),
        ("- [X] Jag", "- [x] Jag", []),
        ("- [X] Jag", "* [X] Jag", []),
        ("### Vilket", "Hej!\n\n### Vilket", [("outside", None)]),
        ("Perioden slutar", "### Ny rubrik\n\nPerioden slutar", [("heading", "right")]),
        ("### Vad är rätt?", "### Vad är rätt? ", []),
        ("### Vad är rätt?", "### Vad tycker du?", [("heading", "present"), ("missing", "right")]),
        ("Perioden slutar", "### Vad är rätt?\n\nInget.", [("repeated", "right")]),
    ],
)
def test_a_form_edited_by_hand(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    body = rendered(CORRECTION, RIGHT)
    assert before in body
    assert told(answers(body.replace(before, after))) == expected


def test_an_answer_that_names_a_later_question_cannot_answer_it() -> None:
    """Nor can it hide what the real one says: neither counts before the issue is mended."""
    forged = f"2022\n\n### {RELATION.label}\n\n{RELATION.options[1]}"
    found = answers(rendered(CORRECTION, {**RIGHT, "right": forged}))
    assert found.by_field == {**{id: text for id, text in RIGHT.items() if id != "relation"}, "right": "2022"}
    assert told(found) == [("repeated", "relation")]


def line(longest: int) -> st.SearchStrategy[str]:
    return st.text(max_size=longest).map(lambda text: " ".join(cleaned(text).split())[:longest].strip())


def block(longest: int) -> st.SearchStrategy[str]:
    return st.text(max_size=min(longest, 400)).map(lambda text: cleaned(text).strip())


def said(question: Question) -> st.SearchStrategy[str]:
    match question.kind:
        case "input":
            return line(question.longest)
        case "textarea":
            return block(question.longest)
        case "dropdown":
            return st.sampled_from(("", *question.options))
        case _:
            return st.sets(st.sampled_from(question.options)).map(
                lambda ticked: "\n".join(option for option in question.options if option in ticked)
            )


def filled_in(form: Form) -> st.SearchStrategy[tuple[Form, dict[str, str]]]:
    return st.tuples(st.just(form), st.fixed_dictionaries({each.id: said(each) for each in form.questions}))


@given(st.sampled_from(FORMS).flatmap(filled_in))
def test_what_is_filled_in_comes_back(filled: tuple[Form, dict[str, str]]) -> None:
    form, by_field = filled
    found = answers(rendered(form, by_field))
    assert found.form == form
    assert found.by_field == {id: text for id, text in by_field.items() if text}
    assert answers(rendered(form, by_field).replace("\n", "\r\n")) == found


PIECES = (
    *(f"### {question.label}\n" for form in FORMS for question in form.questions),
    "### ", "\n", "\r\n", "- [X] ", "<!--", "-->", "_No response_", "```\n", "\0", "\u202e", "\ud83d", "e\u0301",
    "@alla", *CONSENT.options,
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=40).map("".join))
def test_whatever_stands_in_a_body_is_read_as_clean_text(body: str) -> None:
    found = answers(body)
    assert all(hidden_fault(text) is None for text in found.by_field.values())
    assert found.form is not None or found.remarks
    assert len(found.remarks) <= 3 * 20
    assert not any("@alla" in remark.message for remark in found.remarks)


@given(st.text())
def test_cleaned_text_has_nothing_hidden(text: str) -> None:
    once = cleaned(text)
    assert hidden_fault(once) is None
    assert cleaned(once) == once
