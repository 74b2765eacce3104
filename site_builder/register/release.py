"""Release: what is expected of what is published, and what of it does not come true."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self

from site_builder.register.raw import Raw
from site_builder.register.register import Register

Kind = Literal["agreement", "organisation"]
Key = tuple[Kind, str]  # a record's kind and id
ALWAYS_FINE = 10
WAYS_OUT = (
    "Återställ filen, skriv dess nya id i data/redirects.yaml, eller skriv id och skäl under removed i "
    "data/release.yaml"
)


def path_of(key: Key) -> str:
    """Where the record's file is or was."""
    kind, id = key
    return f"data/{kind}s/{id}.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What reviewers have agreed to publish: about how many records, and which ones are gone on purpose."""

    agreements: int
    organisations: int
    removed: frozenset[Key]

    @classmethod
    def from_raw(cls, raw: Raw) -> Self:
        return cls(
            agreements=raw["agreements"],
            organisations=raw["organisations"],
            removed=frozenset((one["kind"], one["id"]) for one in raw["removed"]),
        )


def surprises(register: Register, release: Release, ever_removed: frozenset[Key]) -> Iterator[str]:
    """What nobody has agreed to, in Swedish; `ever_removed` is every record that was ever taken out of the data."""
    present: set[Key] = {("agreement", agreement.id) for agreement in register.agreements}
    present |= {("organisation", id) for id in register.organisations}
    renamed = {(redirect.kind, redirect.old) for redirect in register.redirects}
    for key in sorted(ever_removed - present - renamed - release.removed):
        yield f"{path_of(key)} har tagits bort. {WAYS_OUT}"
    for kind, id in sorted(release.removed & present):
        yield f"{path_of((kind, id))} finns, men står under removed i data/release.yaml. Ta bort raden där"
    yield from _jump("agreements", "partnerskap", len(register.agreements), release.agreements)
    yield from _jump("organisations", "organisationer", len(register.organisations), release.organisations)


def _jump(field: str, word: str, count: int, expected: int) -> Iterator[str]:
    if abs(count - expected) > max(ALWAYS_FINE, expected // 10):
        advice = f"Är det rätt: skriv {field}: {count} i data/release.yaml"
        yield f"Registret har {count} {word}, men {expected} väntades. {advice}"
