"""Body's answer: what a municipality, region or authority says of itself → a line of coverage, and its source."""

from collections.abc import Mapping

from site_builder.intake.edits import listed
from site_builder.intake.issues.cited import ADDRESS, SOURCES
from site_builder.intake.issues.draft import Desk, Draft, said
from site_builder.intake.issues.forms import ANSWER
from site_builder.intake.issues.written_time import written_date
from site_builder.intake.names import new_id

COVERAGE = "data/coverage.yaml"
TOLD_BESIDE = ("agreements", "source", "relation", "note")
NONE, SOME = next(question.options for question in ANSWER.questions if question.id == "state")


def body_answer(desk: Desk, by_field: Mapping[str, str]) -> Draft:
    """The answers by field of the form `kommunens-svar`. What partnerships it lists are for a person to read."""
    given = {field: by_field[field] for field in TOLD_BESIDE if field in by_field}
    match = desk.names.body(by_field["answering_body"])
    day = written_date(by_field["date"])
    remarks = []
    if match.id is None:
        near = " eller ".join(desk.register.bodies[id].name for id in match.likely)
        advice = f" Menar du {near}?" if near else ""
        message = f"Registret har ingen kommun, region eller myndighet med det namnet.{advice}"
        remarks.append(said("answering_body", "no-body", message, stops=True))
    if day is None:
        message = "Dagen går inte att läsa som ett datum. Skriv den så: 2026-01-31."
        remarks.append(said("date", "no-date", message, stops=True))
    if match.id is None or day is None:
        return Draft(remarks=tuple(remarks), given=given)
    return _logged(desk, match.id, day, by_field, given)


def _logged(desk: Desk, body: str, day: str, by_field: Mapping[str, str], given: Mapping[str, str]) -> Draft:
    name = desk.register.bodies[body].name
    is_none = by_field["state"] == NONE
    known = len(desk.register.of_body(body))
    remarks = []
    if is_none and known:
        message = f"Registret har {known} partnerskap för {name}. Är de avslutade, eller är det något annat?"
        remarks.append(said("state", "has-some", message))
    if not is_none:
        message = "Era partnerskap förs in av en människa, ett i taget. Har ni dem i Excel går det också bra."
        remarks.append(said("agreements", "for-a-person", message))
    source = new_id(f"{body}-svar-{day}", desk.register.sources)
    address = ADDRESS.search(by_field["source"])
    entry = {
        "id": source,
        "title": f"Svar från {name} om idéburna offentliga partnerskap",
        "kind": "brev",
        "publisher": name,
        "date": day,
        "as_of": day,
    } | ({"url": address[0]} if address else {})
    said_so = {"body": body, "state": "answered-none" if is_none else "answered", "date": day, "source": source}
    return Draft(
        summary=f"Svar från {name}: {'inga partnerskap' if is_none else 'har partnerskap'}",
        files={
            SOURCES: listed("sources", desk.text(SOURCES), entry, desk.schemas),
            COVERAGE: listed("coverage", desk.text(COVERAGE), said_so, desk.schemas),
        },
        given=given,
        remarks=tuple(remarks),
    )
