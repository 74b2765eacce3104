"""Party lines: parties as people list them, one a line → parties of a record, new organisations and what is unclear."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from site_builder.intake.canonical import canonical
from site_builder.intake.issues.draft import Desk, said
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.written_time import is_unknown
from site_builder.intake.names import new_id
from site_builder.reading.files import Proposed
from site_builder.register.alphabet import alphabetical

_AS_NAMED = re.compile(r"\s*\(i källan: [^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Parties as a record has them, None for each not understood; files of new organisations; what to tell."""

    items: tuple[Mapping[str, Any] | None, ...]
    files: Proposed
    remarks: tuple[Remark, ...]

    @property
    def known(self) -> list[Mapping[str, Any]]:
        return [item for item in self.items if item is not None]


def lines(text: str) -> tuple[str, ...]:
    """What stands on the lines, without bullets; nothing of an answer that one does not know."""
    plain = (line.strip().lstrip("-*•").strip().rstrip(",;") for line in text.split("\n"))
    return tuple(line for line in plain if line and not is_unknown(line))


def nonprofit_parties(desk: Desk, names: Iterable[str]) -> Parties:
    """Known ones by their ids; each other name becomes an organisation of its own."""
    items: list[Mapping[str, Any] | None] = []
    files: dict[str, str] = {}
    remarks: list[Remark] = []
    for name in names:
        if known := _known(desk, name):
            items.append(known)
            continue
        taken = {*desk.register.organisations, *(PurePosixPath(path).stem for path in files)}
        id = new_id(name, taken)
        path = f"data/organisations/{id}.yaml"
        text = canonical("organisation", path, f"name: {json.dumps(name, ensure_ascii=False)}\n", desk.schemas)
        if text and id:
            files[path] = text
            items.append({"organisation": id})
            remarks.append(_is_new(desk, name))
        else:
            items.append(None)
            remarks.append(_no_name())
    return Parties(items=tuple(items), files=files, remarks=tuple(remarks))


def _known(desk: Desk, line: str) -> Mapping[str, Any] | None:
    """`Röda Korset (i källan: RK), Umeåkretsen` → the organisation with its units; None where nobody is called so."""
    for name, units in ((line, ()), _with_units(line)):
        if id := desk.names.organisation(name).id:
            is_alias = name in desk.register.organisations[id].aliases
            named = {"as_named": name} if is_alias else {}
            return {"organisation": id} | named | ({"units": list(units)} if units else {})
    return None


def _with_units(line: str) -> tuple[str, tuple[str, ...]]:
    name, *units = (part.strip() for part in _AS_NAMED.sub("", line).split(","))
    return name, tuple(filter(None, units))


def public_parties(desk: Desk, rows: Iterable[tuple[str, tuple[str, ...]]]) -> Parties:
    """Bodies with their units. One that the register does not know is told of: it needs more than a name."""
    items: list[Mapping[str, Any] | None] = []
    remarks: list[Remark] = []
    for name, units in rows:
        match = desk.names.body(name)
        if match.id:
            items.append({"body": match.id} | ({"units": list(units)} if units else {}))
        else:
            remarks.append(_no_body(desk, match.likely, is_leading=not items))
            items.append(None)
    return Parties(items=tuple(items), files={}, remarks=tuple(remarks))


def bodies_with_units(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """`Umeå kommun, Kulturnämnden` → the body, and its units."""
    yield from map(_with_units, lines(text))


def _is_new(desk: Desk, name: str) -> Remark:
    likely = (desk.register.organisations[id].name for id in desk.names.organisation(name).likely)
    near = ", ".join(sorted(likely, key=alphabetical))
    question = f" Den liknar {near}: är det samma, skriv det namnet." if near else ""
    shown = name.replace("”", "’")
    return said("nonprofit_parties", "new-organisation", f"”{shown}” är ny i registret.{question}")


def _no_name() -> Remark:
    message = "En idéburen part har ett namn som registret inte kan skriva. Skriv det med vanliga bokstäver."
    return said("nonprofit_parties", "no-name", message, stops=True)


def _no_body(desk: Desk, likely: Iterable[str], *, is_leading: bool) -> Remark:
    near = " eller ".join(desk.register.bodies[id].name for id in likely)
    advice = f"Menar du {near}? Skriv i så fall det." if near else "Skriv hela namnet, till exempel Umeå kommun."
    if is_leading:
        return said(
            "public_parties", "no-body", f"Den första offentliga parten finns inte i registret. {advice}", stops=True
        )
    return said("public_parties", "no-body", f"En av de offentliga parterna finns inte i registret. {advice}")
