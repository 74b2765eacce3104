"""Present values: what the page of one partnership says of each field, as plain text to copy into a correction."""

from collections.abc import Callable, Iterable, Mapping

from site_builder.presenting import words
from site_builder.presenting.views.agreement import AgreementView
from site_builder.presenting.views.facts import OtherLine, PartyLine, PeriodLine
from site_builder.register.agreement import Agreement


def present_value(view: AgreementView, field: str) -> str:
    """What the page says of the field, one entry a line; `ej känt` where it says nothing."""
    text = "\n".join(_SAID[field](view)).replace(words.NO_BREAK, " ").strip()
    return text or words.NOT_KNOWN


def _own(value: Callable[[Agreement], str | None]) -> Callable[[AgreementView], Iterable[str]]:
    return lambda view: filter(None, (value(view.row.agreement),))


def _party(line: PartyLine) -> str:
    named = f" (i källan: {line.as_named})" if line.as_named else ""
    return line.party.name + named + "".join(f", {unit}" for unit in line.units)


def _other(line: OtherLine) -> str:
    return f"{line.party.name} ({words.lower_first(line.kind.sv)})"


def _period(line: PeriodLine) -> str:
    said = f" (källan: ”{line.as_written}”)" if line.as_written else ""
    return f"{line.kind}: {line.start or 'start ej känd'} – {line.end or 'slut ej känt'}{said}"


def _areas(view: AgreementView) -> Iterable[str]:
    return (term.sv for term in (view.row.area, *view.secondary_areas) if term)


def _target_group(view: AgreementView) -> Iterable[str]:
    group = view.row.target_group
    return filter(None, (group.sv if group else None, view.row.agreement.target_description))


def _results(view: AgreementView) -> Iterable[str]:
    for result in view.row.agreement.results:
        yield f"{result.text.strip()} ({words.partial_date(result.when) if result.when else 'tid ej angiven'})"


def _replies(view: AgreementView) -> Iterable[str]:
    return (f"{reply.party}: {reply.text.strip()}" for reply in view.row.agreement.replies)


def _contradictions(view: AgreementView) -> Iterable[str]:
    return (f"{words.CONTRADICTION[each.field]}: {each.text.strip()}" for each in view.row.agreement.contradictions)


def _sources(view: AgreementView) -> Iterable[str]:
    for note in view.footnotes:
        yield f"{note.source.title}" + "".join(f", {entry.locator}" for entry, _ in note.places)


_SAID: Mapping[str, Callable[[AgreementView], Iterable[str]]] = {
    "title": _own(lambda agreement: agreement.title),
    "name": _own(lambda agreement: agreement.name),
    "purpose": _own(lambda agreement: agreement.purpose),
    "note": _own(lambda agreement: agreement.note),
    "status": lambda view: (view.row.status_words, view.status_text),
    "programme": lambda view: (view.programme.sv,) if view.programme else (),
    "nonprofit_parties": lambda view: map(_party, view.nonprofit),
    "public_parties": lambda view: map(_party, view.public),
    "other_parties": lambda view: map(_other, view.other),
    "area": _areas,
    "target_group": _target_group,
    "periods": lambda view: map(_period, view.periods),
    "funding": lambda view: (f"{line.payer}: {line.text}" for line in view.funding),
    "results": _results,
    "links": lambda view: (f"{kind}: {link.title} {link.url}" for kind, link in view.links),
    "replies": _replies,
    "contradictions": _contradictions,
    "sources": _sources,
    "relations": lambda view: (f"{line.kind}: {line.row.agreement.title}" for line in view.related),
}
