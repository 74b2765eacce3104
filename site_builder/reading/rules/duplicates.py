"""Duplicates: one partnership, one file; one organisation, one file."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rapidfuzz import fuzz

from site_builder.reading.problems import Severity
from site_builder.reading.rules.rule import Corpus, Finding, Record, check
from site_builder.register.dates import PartialDate

NEAR = 92
_FORMS = re.compile(r"\b(föreningen|förening|ideell|ideella|stiftelsen|stiftelse|ab|ek)\b")


@cache
def plain_name(name: str) -> str:
    """The name without case, punctuation and words for legal form, its words in order of the alphabet."""
    words = re.sub(r"[^\w ]", " ", _FORMS.sub(" ", name.casefold())).split()
    return " ".join(sorted(words))


@check(
    "duplicates/agreement",
    on="agreement",
    reason="Samma partnerskap två gånger gör alla siffror fel. En förlängning är en ny period, inte en ny fil.",
)
def agreement_entered_once(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Två partnerskap med samma huvudman, part och tid skiljer sig i titel och i klass, namn, program eller plats."""
    for other_id, shared, is_alike in _beside(record, corpus):
        if is_alike:
            yield (), f"{_likeness(other_id, shared)} Är det samma, slå ihop filerna; annars {_advice(other_id)}"
            return


@check(
    "duplicates/overlap",
    on="agreement",
    reason="Två poster kan vara samma partnerskap enligt två källor. Ett samband visar att någon har jämfört dem.",
    severity=Severity.WARNING,
)
def overlap_is_explained(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Två partnerskap med samma huvudman, part på plats, område och tid har ett samband eller undantag."""
    for other_id, shared, is_alike in _beside(record, corpus):
        if not is_alike:
            advice = f"Hör de ihop, {_advice(other_id)} Annars läggs ett undantag till i data/waivers.yaml."
            yield (), f"{_likeness(other_id, shared)} {advice}"
            return


def _likeness(other_id: str, shared: str) -> str:
    return (
        f"Partnerskapet liknar data/agreements/{other_id}.yaml: samma huvudman, samma part ({shared}) och "
        "överlappande tid."
    )


def _advice(other_id: str) -> str:
    return f"lägg till ett samband (relations: related) till {other_id}."


def _beside(record: Record, corpus: Corpus) -> Iterator[tuple[str, str, bool]]:
    """Earlier agreements that share a body, a party at the same site and some time, and have no relation to this one.

    Each with the parties shared, and whether it is alike in all that could tell the two apart. One for another area is
    another partnership, unless it is alike.
    """
    bodies = (party["body"] for party in record.data["public_parties"])
    beside = {id: raw for body in bodies for id, raw in corpus.agreements_by_body.get(body, {}).items()}
    for other_id in sorted(id for id in beside if id < record.id):
        other = beside[other_id]
        shared = ", ".join(sorted({organisation for organisation, _ in _parties(record.data) & _parties(other)}))
        is_related = _related(record.id, record.data, other_id, other)
        if shared and not is_related and _overlap(record.data, other):
            is_alike = _alike(record.data, other)
            if is_alike or _may_share_area(record.data, other):
                yield other_id, shared, is_alike


def _parties(raw: Mapping[str, Any]) -> set[tuple[str, tuple[str, ...]]]:
    """The organisations with their sites: the same organisation at another site is another partnership."""
    return {(party["organisation"], tuple(party.get("units", ()))) for party in raw["nonprofit_parties"]}


def _may_share_area(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the two are for the same kind of thing; one that is not classified may be for anything."""
    return one.get("area") == other.get("area") or not (one.get("area") and other.get("area"))


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    is_same_title = plain_name(one["title"]) == plain_name(other["title"])
    return is_same_title or all(one.get(key) == other.get(key) for key in ("area", "target_group", "name", "programme"))


def _related(one_id: str, one: Mapping[str, Any], other_id: str, other: Mapping[str, Any]) -> bool:
    pointed = {relation["agreement"] for relation in one.get("relations", ())}
    pointed_back = {relation["agreement"] for relation in other.get("relations", ())}
    return other_id in pointed or one_id in pointed_back


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the two may run on the same day; unknown bounds may be any day."""
    first_start, first_end = _outer_bounds(one)
    other_start, other_end = _outer_bounds(other)
    return first_start <= other_end and other_start <= first_end


def _outer_bounds(raw: Mapping[str, Any]) -> tuple[str, str]:
    periods = [period for period in raw.get("periods", ()) if period["kind"] != "maximum"]
    starts = [period["start"] for period in periods if "start" in period]
    ends = [period["end"] for period in periods if "end" in period]
    ends_known = bool(periods) and all("end" in period for period in periods)
    return (min(map(_first, starts)) if starts else "0000"), (max(map(_last, ends)) if ends_known else "9999")


def _first(text: str) -> str:
    try:
        return PartialDate.from_text(text).first.isoformat()
    except ValueError:
        return text


def _last(text: str) -> str:
    try:
        return PartialDate.from_text(text).last.isoformat()
    except ValueError:
        return text


@check(
    "duplicates/organisation",
    on="organisation",
    reason="Två filer för samma organisation delar dess partnerskap på två sidor.",
)
def organisation_entered_once(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Två organisationer har inte nästan samma namn, och ingen heter som en annans andra namn."""
    own = plain_name(record.data["name"])
    own_numbers = set(re.findall(r"\d+", own))
    for other_id, other in corpus.organisations.items():
        if other_id == record.id:
            continue
        theirs = plain_name(other["name"])
        is_near = fuzz.ratio(own, theirs) >= NEAR and not _told_apart_by_place(own, theirs, corpus.places)
        if other_id < record.id and is_near and own_numbers == set(re.findall(r"\d+", theirs)):
            yield (
                ("name",),
                f"Namnet liknar {other['name']} (data/organisations/{other_id}.yaml). Är det samma organisation, "
                "behåll en fil och skriv det andra namnet under aliases.",
            )
        elif own in {plain_name(alias) for alias in other.get("aliases", ())}:
            yield (
                ("name",),
                f"Namnet står redan som ett annat namn för {other['name']} (data/organisations/{other_id}.yaml). "
                "Behåll en av filerna, eller gör namnet tydligare.",
            )


def _told_apart_by_place(one: str, other: str, places: frozenset[str]) -> bool:
    """Whether the words that differ are place names: Mora and Nora are two towns, not two spellings."""
    own, theirs = set(one.split()), set(other.split())
    return bool(own - theirs) and bool(theirs - own) and (own ^ theirs) <= places


CHECKS = (agreement_entered_once, overlap_is_explained, organisation_entered_once)
