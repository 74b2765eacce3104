"""Issue form: the body of an issue as GitHub writes it from one of the forms → answers by field, and what to tell.

Everything in a body is untrusted. An answer is clean plain text of bounded size and no more: whoever shows it escapes
markup and mentions. What is told never quotes the body.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.intake.issues.forms import FORMS, Form, Question
from site_builder.reading.plaintext import MAX_BYTES, cleaned

NO_RESPONSE = "_No response_"
_HEADING = re.compile(r"### +(.*?) *")
_TICKED = re.compile(r" *[-*] \[[xX]\] +(.*?) *")
_FENCED = re.compile(r"(`{3,}|~{3,})\w*\n(.*?)\n?\1\s*", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OWNERS = Counter(question.label for form in FORMS for question in form.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to tell whoever wrote the issue; about the whole of it where `field` is None.

    What stops is so unclear or incomplete that nothing can be made of the issue before it is mended.
    """

    id: str
    message: str
    field: str | None = None
    stops: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What an issue says: each field of its form that is answered, and every remark. `form` is None where it has none.

    Ticked boxes are their texts, one a line.
    """

    form: Form | None
    by_field: Mapping[str, str]
    remarks: tuple[Remark, ...]

    @property
    def are_whole(self) -> bool:
        return not any(remark.stops for remark in self.remarks)


Section = tuple[Question | None, str]
"""The text below a question's heading; below none what stands before the first."""


def answers(body: str | None) -> Answers:
    """What the body says; of one that is too large or was not made with a form, only that."""
    if len((body or "").encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return _refused(
            "form/too-large", f"Ärendet är för långt: högst {MAX_BYTES // 1024} kB går att läsa. Korta det."
        )
    lines = cleaned(body or "").split("\n")
    form = _form(lines)
    if form is None:
        names = ", ".join(f"”{each.name}”" for each in FORMS)
        return _refused(
            "form/none",
            f"Ärendet är inte skrivet med något av formulären {names}. Öppna ett nytt ärende med det som passar.",
        )
    return _answers(form, tuple(_sections(form, lines)))


def _refused(id: str, message: str) -> Answers:
    return Answers(form=None, by_field={}, remarks=(Remark(id=id, message=message),))


def _form(lines: list[str]) -> Form | None:
    """The form whose own heading comes first: one that only it has, so that no later answer can change it."""
    own = {each.label: form for form in FORMS for each in form.questions if _OWNERS[each.label] == 1}
    labels = (match[1] for line in lines if (match := _HEADING.fullmatch(line)))
    return next((own[label] for label in labels if label in own), None)


def _sections(form: Form, lines: list[str]) -> Iterator[Section]:
    """The body, parted at the form's own headings; any other is a part of the answer it stands in."""
    questions = {question.label: question for question in form.questions}
    at: Question | None = None
    held: list[str] = []
    for line in lines:
        match = _HEADING.fullmatch(line)
        if match and match[1] in questions:
            yield at, "\n".join(held)
            at, held = questions[match[1]], []
        else:
            held.append(line)
    yield at, "\n".join(held)


def _answers(form: Form, sections: tuple[Section, ...]) -> Answers:
    """A question that stands twice has no answer: which of them is meant is not ours to guess."""
    times = Counter(question.id for question, _ in sections if question)
    texts = {question.id: text for question, text in sections if question and times[question.id] == 1}
    found = {question.id: _answer(question, texts.get(question.id, "")) for question in form.questions}
    remarks = [*_outside(sections)]
    for question in form.questions:
        if times[question.id] > 1:
            remarks.append(_repeated(question))
        else:
            remarks += _remarks(question, texts.get(question.id, ""), found[question.id])
    return Answers(form=form, by_field={id: text for id, text in found.items() if text}, remarks=tuple(remarks))


def _answer(question: Question, text: str) -> str:
    """The answer as its kind of question wants it; empty where nothing is said or a choice is not one."""
    said = _COMMENT.sub(" ", text).strip()
    if question.kind == "checkboxes":
        ticked = {match[1] for line in said.split("\n") if (match := _TICKED.fullmatch(line))}
        return "\n".join(option for option in question.options if option in ticked)
    if question.render and (fenced := _FENCED.fullmatch(said)):
        said = fenced[2].strip("\n")
    if said == NO_RESPONSE or (question.kind == "dropdown" and said not in question.options):
        return ""
    return " ".join(said.split()) if question.kind == "input" else said


def _outside(sections: tuple[Section, ...]) -> Iterator[Remark]:
    before = sections[0][1]
    if _COMMENT.sub(" ", before).strip():
        yield Remark(
            id="form/outside",
            message="Text före den första frågan är inte läst. Flytta den till ett svar.",
            stops=False,
        )


def _repeated(question: Question) -> Remark:
    return Remark(
        id="form/repeated",
        field=question.id,
        message=f"Rubriken ”{question.label}” står mer än en gång, så vi vet inte vilket svar som gäller. "
        "Redigera ärendet så att den står en gång.",
    )


def _remarks(question: Question, text: str, answer: str) -> Iterator[Remark]:
    """What is to tell of one answer, given the text it was read from."""

    def remark(id: str, message: str, *, stops: bool = True) -> Remark:
        return Remark(id=f"form/{id}", field=question.id, message=f"”{question.label}”: {message}", stops=stops)

    said = _COMMENT.sub(" ", text).strip()
    if question.kind == "checkboxes":
        if question.required and answer.split("\n") != list(question.options):
            yield remark("unticked", "alla rutor behöver kryssas i. Kryssa i dem i ärendet.")
    elif question.kind == "dropdown" and said not in ("", NO_RESPONSE, *question.options):
        yield remark("choice", "svaret finns inte bland dem som går att välja. Skriv ett av formulärets svar.")
    elif question.required and not answer:
        yield remark("missing", "svar saknas. Redigera ärendet och skriv det under rubriken.")
    if len(answer) > question.longest:
        yield remark("too-long", f"svaret är {len(answer)} tecken, högst {question.longest} får plats. Korta det.")
    if any(_HEADING.fullmatch(line) for line in text.split("\n")):
        yield remark("heading", "en rubrik i svaret (rad som börjar med ###) är läst som en del av det.", stops=False)
    if _COMMENT.search(text):
        yield remark("comment", "en dold kommentar (<!--) i svaret är inte läst.", stops=False)
