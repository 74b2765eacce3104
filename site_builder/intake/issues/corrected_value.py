"""Corrected value: what a field should be according to the answer to 'what is right'.

What an answer says is taken only where it is certain; all else is left for a person to read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder.intake.canonical import PROSE
from site_builder.intake.issues.corrected_periods import corrected_periods
from site_builder.intake.issues.draft import Desk, said
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.party_lines import Parties, bodies_with_units, lines, nonprofit_parties, public_parties

_QUOTED = re.compile(r"[”“\"'»](.*)[”“\"'«]", re.DOTALL)
_INSTRUCTION = re.compile(
    r"lägg till|ta bort|byt|ändra|stryk|titeln|namnet|parten|rätt är|det (?:är|ska)|ska |.*\bska (?:vara|heta|stå)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answers to what is right and to what the page says now, of a field of a record."""

    field: str
    record: Mapping[str, Any]
    right: str
    present: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a field should be, with files that it needs and what to tell; no value where that is not certain."""

    value: Any = None
    is_certain: bool = True
    files: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


Read = Callable[[Desk, Answer], Value]


def corrected_value(desk: Desk, answer: Answer) -> Value:
    read = _READ.get(answer.field)
    is_told = any(_INSTRUCTION.match(line.casefold()) for line in lines(answer.right))
    return read(desk, answer) if read and not (is_told and answer.field not in _SENTENCES) else _for_a_person()


def _for_a_person() -> Value:
    message = "Det här behöver en människa läsa och föra in. Du behöver inte göra något mer."
    return Value(is_certain=False, remarks=(said("right", "for-a-person", message),))


def _unclear(message: str) -> Value:
    return Value(is_certain=False, remarks=(said("right", "unclear", message, stops=True),))


def _text(desk: Desk, answer: Answer) -> Value:
    right = answer.right.strip()
    quoted = _QUOTED.fullmatch(right)
    text = quoted[1] if quoted else right
    return Value(value=text if answer.field in PROSE else " ".join(text.split()))


def _term(vocabulary: str) -> Read:
    def read(desk: Desk, answer: Answer) -> Value:
        terms = desk.register.vocabularies[vocabulary].terms
        called = {name.casefold(): term.id for term in terms for name in (term.id, term.sv)}
        found = [called.get(line.rstrip(".").casefold()) for line in lines(answer.right)]
        is_list = desk.schemas.at("agreement", (answer.field,)).get("type") == "array"
        if found and all(found) and (is_list or len(found) == 1):
            return Value(value=found if is_list else found[0])
        return _unclear(f"Skriv en av dessa, som de står: {', '.join(term.sv for term in terms)}.")

    return read


def _nonprofit(desk: Desk, answer: Answer) -> Value:
    """A line that no organisation is called, and reads like a sentence, is not taken for a new one's name."""
    found = nonprofit_parties(desk, lines(answer.right))
    is_prose = any(line.endswith(".") or len(line.split()) > 8 for line in lines(answer.right))
    return _for_a_person() if found.files and is_prose else _parties(answer, "organisation", found)


def _public(desk: Desk, answer: Answer) -> Value:
    return _parties(answer, "body", public_parties(desk, bodies_with_units(answer.right)))


def _parties(answer: Answer, key: str, found: Parties) -> Value:
    """All parties as they should be; what the record says more of one that stays is kept."""
    known = {party[key]: party for party in answer.record[answer.field]}
    items = [{**known.get(item[key], {}), **item} for item in found.known]
    is_certain = bool(items) and None not in found.items
    return Value(value=items, is_certain=is_certain, files=found.files, remarks=found.remarks)


def _periods(desk: Desk, answer: Answer) -> Value:
    before = answer.record.get("periods", ())
    periods = corrected_periods(before, answer.right, answer.present)
    if periods is not None:
        return Value(value=periods)
    which = " Säg också vilken period det gäller, till exempel ”Förlängning: 2025 – 2026”." if len(before) > 1 else ""
    return _unclear(
        "Det går inte att läsa säkert vilken tid som är rätt. Skriv en period på varje rad, till exempel "
        f"”2022-01-01 – 2024-12-31”, ”Slutar 2024-12-31” eller ”2022 – tills vidare”.{which}"
    )


_SENTENCES = frozenset({"purpose", "periods"})
_READ: Mapping[str, Read] = {
    "title": _text,
    "name": _text,
    "target_description": _text,
    "purpose": _text,
    "area": _term("areas"),
    "secondary_areas": _term("areas"),
    "target_group": _term("target-groups"),
    "nonprofit_parties": _nonprofit,
    "public_parties": _public,
    "periods": _periods,
}
