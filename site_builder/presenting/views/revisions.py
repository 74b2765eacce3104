"""What changed in a partnership's record and when, field by field, in plain Swedish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.reading.personal import masked
from site_builder.register.history import Change, Pointer, Revision

LONGEST = 90  # letters; a longer text is said to have changed, and stands on the page as it is now
_PROSE = frozenset({"purpose", "note", "text"})  # what nobody wants to read twice, and where a name may have slipped in


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A field, and what happened to it in words."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """What was done on a day, by the id of its commit, and which fields it changed."""

    day: str
    commit: str
    heading: str
    changes: tuple[ChangeLine, ...]


def revision_lines(edition: Edition, id: str) -> tuple[RevisionLine, ...] | None:
    """The latest first; None where this build has no history to tell."""
    if edition.histories is None:
        return None
    return tuple(_line(edition, revision) for revision in reversed(edition.histories.get(id, ())))


def _line(edition: Edition, revision: Revision) -> RevisionLine:
    headings = {"added": "Posten lades till.", "removed": "Posten togs bort.", "changed": ""}
    renamed = f"Posten bytte id från {revision.renamed_from}." if revision.renamed_from else ""
    return RevisionLine(
        day=words.day(revision.day),
        commit=revision.commit,
        heading=renamed or headings[revision.kind],
        changes=tuple(ChangeLine(_field(edition, each), _text(edition, each)) for each in revision.changes),
    )


def _field(edition: Edition, change: Change) -> str:
    """`Avtalsperioder 2, slutdatum`: the schema's titles, and which of several."""
    found: list[str] = []
    for place, key in enumerate(change.pointer):
        if isinstance(key, int):
            found[-1] += f"{words.NO_BREAK}{key + 1}"
        else:
            title = edition.schemas.field("agreement", change.pointer[: place + 1]).title
            found.append(words.lower_first(title) if found else title)
    return ", ".join(found)


def _text(edition: Edition, change: Change) -> str:
    before, after = change.before, change.after
    if isinstance(before, list) and isinstance(after, list):
        return "ordningen är ändrad"
    is_long = any(_is_long(change.pointer, value) for value in (before, after))
    old, new = (_shown(edition, change.pointer, value) for value in (before, after))
    if before is None:
        return "tillagt" if is_long or not new else f"tillagt: {new}"
    if after is None:
        return "borttaget" if is_long or not old else f"borttaget: {old}"
    return "omskrivet" if is_long or not (old and new) else f"{old} → {new}"


def _is_long(pointer: Pointer, value: Any) -> bool:
    return isinstance(value, str) and (pointer[-1] in _PROSE or len(value) > LONGEST)


def _shown(edition: Edition, pointer: Pointer, value: Any) -> str:
    """The value in words, of a record its short fields with their titles."""
    if isinstance(value, dict):
        short = {key: each for key, each in value.items() if each is not None and not _is_long((*pointer, key), each)}
        told = {key: _shown(edition, (*pointer, key), each) for key, each in short.items()}
        titles = {key: edition.schemas.field("agreement", (*pointer, key)).title for key in told}
        many = "; ".join(f"{words.lower_first(titles[key])} {text}" for key, text in told.items())
        return many if len(told) > 1 else "".join(told.values())
    if isinstance(value, list):
        return words.listed([_shown(edition, (*pointer, place), each) for place, each in enumerate(value)])
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int):
        return words.number(value)
    return masked(_named(edition, pointer, str(value)))


def _named(edition: Edition, pointer: Pointer, text: str) -> str:
    """The Swedish word or name that an id in the data stands for; the text itself where it is none, or is gone."""
    names = tuple(key for key in pointer if isinstance(key, str))
    find = _NAMES.get(names[-2:]) or _NAMES.get(names[-1:])
    return (find(edition).get(text) if find else None) or text


_NAMES: Mapping[tuple[str, ...], Callable[[Edition], dict[Any, str]]] = {
    ("area",): lambda edition: {term.id: term.sv for term in edition.register.areas.values()},
    ("secondary_areas",): lambda edition: {term.id: term.sv for term in edition.register.areas.values()},
    ("target_group",): lambda edition: {term.id: term.sv for term in edition.register.target_groups.values()},
    ("programme",): lambda edition: {id: each.sv for id, each in edition.register.programmes.items()},
    ("organisation",): lambda edition: {id: each.name for id, each in edition.register.organisations.items()},
    ("body",): lambda edition: {id: each.name for id, each in edition.register.bodies.items()},
    ("payer",): lambda edition: _NAMES[("organisation",)](edition) | _NAMES[("body",)](edition),
    ("source",): lambda edition: {id: each.short for id, each in edition.register.sources.items()},
    ("agreement",): lambda edition: {id: each.title for id, each in edition.register.by_id.items()},
    ("other_parties", "kind"): lambda edition: {
        term.id: term.sv for term in edition.register.vocabularies["other-party-kinds"].terms
    },
    ("periods", "kind"): lambda edition: words.PERIOD,
    ("funding", "kind"): lambda edition: words.CONTRIBUTION,
    ("funding", "per"): lambda edition: words.PER,
    ("links", "kind"): lambda edition: words.LINK,
    ("relations", "kind"): lambda edition: words.RELATION,
    ("reported_status",): lambda edition: words.REPORTED_STATUS,
    ("contradictions", "field"): lambda edition: words.CONTRADICTION,
}
