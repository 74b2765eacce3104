"""Cited: where an answer says that something can be read → a source of the register, a known one or a new."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from site_builder.intake.edits import listed
from site_builder.intake.issues.draft import Desk, said
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.names import new_id
from site_builder.reading.files import Proposed

SOURCES = "data/sources.yaml"
NOT_TOLD = "Inte angiven"
LONGEST_TITLE = 300  # as the schema
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")
_PLACE = re.compile(r"§§?\s*\d[\d–-]*|\b(?:sid(?:an|orna|a)?|s\.)\s*\d[\d–-]*|\bpunkt(?:en)?\s+\d[\d.]*", re.IGNORECASE)
_KINDS = (
    ("overenskommelse", r"överenskommelse|\bavtal"),
    ("beslutsunderlag", r"beslut|protokoll|§|tjänsteskrivelse|tjänsteutlåtande|dnr|diarie"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The reference as a record has it, the list of sources where it has a new one, and what to tell."""

    reference: Mapping[str, Any]
    files: Proposed
    remarks: tuple[Remark, ...]


def cited(desk: Desk, answer: str, place: str) -> Cited:
    """A source that the register knows by its address, else a new one, which says no more than the answer does."""
    address = ADDRESS.search(answer)
    found = _PLACE.search(answer)
    locator = found[0] if found else f"enligt {desk.request.name}"
    known = known_source(desk, answer)
    if known:
        return Cited(reference={"source": known, "locator": locator}, files={}, remarks=())
    id = new_id(f"{place}-{desk.request.name}", desk.register.sources)
    text = " ".join(ADDRESS.sub(" ", answer).split())
    title = text if not found or text != found[0] else ""
    short = f"Ärende {desk.request.number}" if desk.request.number else "Brev till registret"
    source = {
        "id": id,
        "title": (title or (address[0] if address else NOT_TOLD))[:LONGEST_TITLE],
        "kind": next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), _other_kind(address)),
    } | ({"publisher": _host(address[0]), "url": address[0]} if address else {"publisher": NOT_TOLD, "short": short})
    message = "Källan är ny i registret. Granskaren läser den och fyller i dess titel, utgivare och datum."
    files = {SOURCES: listed("sources", desk.text(SOURCES), source, desk.schemas)}
    reference = {"source": id, "locator": locator}
    return Cited(reference=reference, files=files, remarks=(said("source", "new-source", message),))


def _host(address: str) -> str:
    """Whose site it is; the only thing that an address says of its publisher."""
    try:
        host = urlsplit(address).hostname
    except ValueError:  # brackets that are no address of a machine
        host = None
    return (host or NOT_TOLD).removeprefix("www.")


def _other_kind(address: re.Match[str] | None) -> str:
    return "webbsida" if address else "brev"


def known_source(desk: Desk, answer: str) -> str | None:
    """The source whose address, id or short name the answer gives."""
    address = ADDRESS.search(answer)
    plain = answer.strip().casefold()
    for id, source in desk.register.sources.items():
        if address and source.url and source.url.rstrip("/") == address[0].rstrip("/"):
            return id
        if plain in (id, source.short.casefold(), source.title.casefold()):
            return id
    return None
