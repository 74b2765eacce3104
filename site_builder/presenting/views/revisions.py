"""What changed in a partnership's record and when, field by field, in plain Swedish."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.telling import Teller, Told
from site_builder.register.history import Revision


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """What was done on a day, by the id of its commit, and which fields it changed."""

    day: str
    commit: str
    heading: str
    changes: tuple[Told, ...]


def revision_lines(edition: Edition, id: str) -> tuple[RevisionLine, ...] | None:
    """The latest first; None where this build has no history to tell."""
    if edition.histories is None:
        return None
    teller = Teller(kind="agreement", schemas=edition.schemas, registers=(edition.register,))
    return tuple(_line(teller, revision) for revision in reversed(edition.histories.get(id, ())))


def _line(teller: Teller, revision: Revision) -> RevisionLine:
    headings = {"added": "Posten lades till.", "removed": "Posten togs bort.", "changed": ""}
    renamed = f"Posten bytte id från {revision.renamed_from}." if revision.renamed_from else ""
    return RevisionLine(
        day=words.day(revision.day),
        commit=revision.commit,
        heading=renamed or headings[revision.kind],
        changes=tuple(map(teller.told, revision.changes)),
    )
