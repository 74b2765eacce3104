"""Correcting: the address that opens the form, or a letter, with what the reader wants to correct filled in."""

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from site_builder.intake.issues.forms import CONSENT, CORRECTION
from site_builder.reading.site import Site

TEMPLATE = f"{CORRECTION.id}.yml"
LONGEST = 2000
"""No address is as long as this: browsers, mail programs and GitHub all take it."""
CUT = " … (förkortat)"
BOXES = "\n".join(f"- [ ] {option}" for option in CONSENT.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to be corrected: the record's id, the field by title and name, and what the page says of it."""

    record: str
    field: str
    present: str


def correction_address(site: Site, correction: Correction) -> str | None:
    """The form where the repository is known, else a letter where the contact is; None where neither is."""
    if site.known_repository:
        new = f"{site.known_repository}/issues/new"
        return _fitting(correction.present, lambda present: _form(new, correction, present))
    if site.known_contact:
        to = f"mailto:{site.known_contact}"
        return _fitting(correction.present, lambda present: _letter(to, correction, present))
    return None


def _fitting(text: str, address: Callable[[str], str]) -> str:
    """The address with the text, or with as much of it as there is room for and a word that it is cut."""
    whole = address(text)
    if len(whole) < LONGEST:
        return whole

    def cut(length: int) -> str:
        return address(text[:length].rstrip() + CUT)

    return cut(bisect(range(len(text)), LONGEST - 1, key=lambda length: len(cut(length))) - 1)


def _form(new: str, correction: Correction, present: str) -> str:
    asked = {
        "template": TEMPLATE,
        "title": _title(correction),
        "record": correction.record,
        "field": correction.field,
        "present": present,
    }
    return f"{new}?{urlencode(asked, quote_via=quote, safe='')}"


def _letter(to: str, correction: Correction, present: str) -> str:
    """The form's questions as an issue has them, so that what comes back can be read the same way."""
    said = {"record": correction.record, "field": correction.field, "present": present, CONSENT.id: BOXES}
    body = "\n\n".join(f"### {each.label}\n\n{said.get(each.id, '')}" for each in CORRECTION.questions)
    asked = {"subject": _title(correction), "body": body.replace("\n", "\r\n")}
    return f"{to}?{urlencode(asked, quote_via=quote, safe='')}"


def _title(correction: Correction) -> str:
    return f"{CORRECTION.title}{correction.record}"
