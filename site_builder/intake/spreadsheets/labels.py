"""Labels: what ids and fixed choices are called in Swedish, and what is meant by those words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from site_builder.reading.fields import Schemas
from site_builder.register.register import Register

SIDES = ("public_parties", "nonprofit_parties", "other_parties")


@dataclass(frozen=True, kw_only=True)
class Labels:
    """For each list of words, such as `areas` or `periods.kind`: what each id in it is called, in the list's order."""

    lists: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, register: Register, schemas: Schemas) -> Self:
        organisations = _distinct((id, each.name) for id, each in register.organisations.items())
        bodies = _distinct((id, body.name) for id, body in register.bodies.items())
        terms = {
            id: _distinct((term.id, term.sv) for term in vocabulary.terms)
            for id, vocabulary in register.vocabularies.items()
        }
        return cls(
            lists={
                "organisations": organisations,
                "bodies": bodies,
                "payers": {**organisations, **bodies},
                "sources": _distinct((id, source.short) for id, source in register.sources.items()),
                "programmes": _distinct((id, each.sv) for id, each in register.programmes.items()),
                "side": {items: schemas.at("agreement", (items, 0))["title"] for items in SIDES},
                **terms,
                **_choices(schemas),
            }
        )

    def label(self, words: str, id: str) -> str:
        """What the id is called; itself where the list does not have it."""
        return self.lists.get(words, {}).get(id, id)

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        return {
            words: {plain(label): id for id, label in listed.items()} | {plain(id): id for id in listed}
            for words, listed in self.lists.items()
        }

    def id(self, words: str, text: str) -> str | None:
        """The id that is called so, or that is itself written; None where there is none."""
        return self._ids.get(words, {}).get(plain(text))


def plain(text: str) -> str:
    """The words without case, and with single spaces."""
    return " ".join(text.casefold().split())


def _distinct(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names, each with its id behind where several are called the same."""
    pairs = tuple(named)
    count = Counter(plain(name) for _, name in pairs)
    return {id: f"{name} ({id})" if count[plain(name)] > 1 else name for id, name in pairs}


def _choices(schemas: Schemas) -> dict[str, Mapping[str, str]]:
    """The Swedish words of the fixed choices, by list and field."""
    return {
        f"{items.name}.{field.name}": schemas.at("agreement", (items.name, 0, field.name))["x-sv"]
        for items in schemas.fields("agreement")
        for field in schemas.fields("agreement", (items.name, 0))
        if "x-sv" in schemas.at("agreement", (items.name, 0, field.name))
    }
