"""Telling: a value of a record that changed, in plain Swedish, by the schema's titles and the register's names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.presenting import words
from site_builder.reading.fields import Schemas
from site_builder.reading.personal import masked
from site_builder.register.history import Change, Pointer
from site_builder.register.register import Register

LONGEST = 90  # letters; a longer text is said to have changed, and stands on the page as it is now
_PROSE = frozenset({"purpose", "note", "text"})  # what nobody wants to read twice, and where a name may have slipped in


@dataclass(frozen=True, slots=True)
class Told:
    """A field, what happened to it, and the value; of one that was replaced nothing but the old value and the new."""

    field: str
    what: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        """`tillagt: Trygghet`, `omskrivet` or `2021 → 2022`."""
        return ": ".join(filter(None, (self.what, " → ".join(self.values))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells of records of one kind, by the schema's name; what an id stands for is asked of the registers in turn."""

    kind: str
    schemas: Schemas
    registers: tuple[Register, ...]

    def told(self, change: Change) -> Told:
        field = self.field(change.pointer)
        before, after = change.before, change.after
        if isinstance(before, list) and isinstance(after, list):
            return Told(field, "ordningen är ändrad", ())
        old, new = (self._short(change.pointer, value) for value in (before, after))
        if before is None:
            return Told(field, "tillagt", (new,) if new else ())
        if after is None:
            return Told(field, "borttaget", (old,) if old else ())
        return Told(field, "", (old, new)) if old and new else Told(field, "omskrivet", ())

    def field(self, pointer: Pointer) -> str:
        """`Avtalsperioder 2, slutdatum`: the schema's titles, and which of several."""
        found: list[str] = []
        for place, key in enumerate(pointer):
            if isinstance(key, int):
                which = f"{words.NO_BREAK}{key + 1}"
                found = [*found[:-1], f"{found[-1]}{which}"] if found else [f"Rad{which}"]
            else:
                title = self.schemas.field(self.kind, pointer[: place + 1]).title
                found.append(words.lower_first(title) if found else title)
        return ", ".join(found)

    def _short(self, pointer: Pointer, value: Any) -> str:
        """Nothing of what is too long to tell."""
        return "" if _is_long(pointer, value) else self.shown(pointer, value)

    def shown(self, pointer: Pointer, value: Any) -> str:
        """The value in words, of a record its short fields with their titles."""
        if isinstance(value, dict):
            told = {key: text for key, each in value.items() if (text := self._part((*pointer, key), each))}
            titles = {key: self.schemas.field(self.kind, (*pointer, key)).title for key in told}
            many = "; ".join(f"{words.lower_first(titles[key])} {text}" for key, text in told.items())
            return many if len(told) > 1 else "".join(told.values())
        if isinstance(value, list):
            shown = [self.shown((*pointer, place), each) for place, each in enumerate(value)]
            return " / ".join(shown) if any(" och " in each or ";" in each for each in shown) else words.listed(shown)
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, int):
            return words.number(value)
        return masked(self._named(pointer, str(value)))

    def _part(self, pointer: Pointer, value: Any) -> str:
        return "" if value is None else self._short(pointer, value)

    def _named(self, pointer: Pointer, text: str) -> str:
        """The Swedish word or name that an id in the data stands for; the text itself where it is none, or is gone."""
        names = tuple(key for key in pointer if isinstance(key, str))
        find = _NAMES.get(names[-2:]) or _NAMES.get(names[-1:])
        known = (find(register).get(text) for register in self.registers) if find else ()
        return next(filter(None, known), text)


def _is_long(pointer: Pointer, value: Any) -> bool:
    return isinstance(value, str) and (pointer[-1] in _PROSE or len(value) > LONGEST)


_NAMES: Mapping[tuple[str, ...], Callable[[Register], dict[Any, str]]] = {
    ("area",): lambda register: {term.id: term.sv for term in register.areas.values()},
    ("secondary_areas",): lambda register: {term.id: term.sv for term in register.areas.values()},
    ("target_group",): lambda register: {term.id: term.sv for term in register.target_groups.values()},
    ("programme",): lambda register: {id: each.sv for id, each in register.programmes.items()},
    ("organisation",): lambda register: {id: each.name for id, each in register.organisations.items()},
    ("federation",): lambda register: {id: each.name for id, each in register.organisations.items()},
    ("body",): lambda register: {id: each.name for id, each in register.bodies.items()},
    ("payer",): lambda register: _NAMES[("organisation",)](register) | _NAMES[("body",)](register),
    ("source",): lambda register: {id: each.short for id, each in register.sources.items()},
    ("agreement",): lambda register: {id: each.title for id, each in register.by_id.items()},
    ("state",): lambda register: words.COVERAGE,
    ("kind",): lambda register: {term.id: term.sv for term in register.vocabularies["source-kinds"].terms},
    ("other_parties", "kind"): lambda register: {
        term.id: term.sv for term in register.vocabularies["other-party-kinds"].terms
    },
    ("periods", "kind"): lambda register: words.PERIOD,
    ("funding", "kind"): lambda register: words.CONTRIBUTION,
    ("funding", "per"): lambda register: words.PER,
    ("links", "kind"): lambda register: words.LINK,
    ("relations", "kind"): lambda register: words.RELATION,
    ("reported_status",): lambda register: words.REPORTED_STATUS,
    ("contradictions", "field"): lambda register: words.CONTRADICTION,
}
