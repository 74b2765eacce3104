"""Other partnerships on the page of one: those its record points to, and those that are alike."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.register.agreement import Agreement
from site_builder.register.likeness import Reason, Similar, similar


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Another partnership and how it relates to this one."""

    kind: str
    row: Row


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """A similar partnership, and in words why it is listed."""

    row: Row
    why: str


def related_lines(edition: Edition, agreement: Agreement) -> tuple[RelatedLine, ...]:
    """Relations in both directions, each partnership once."""
    own = {relation.agreement: words.RELATION[relation.kind] for relation in agreement.relations}
    back = {
        other.id: words.RELATION_BACK[relation.kind]
        for other, relation in edition.register.relations_to(agreement.id)
        if other.id not in own
    }
    by_id = edition.register.by_id
    return tuple(RelatedLine(kind, edition.row_of(by_id[id])) for id, kind in (own | back).items())


def similar_lines(edition: Edition, agreement: Agreement) -> tuple[SimilarLine, ...]:
    found = similar(edition.register, agreement)
    return tuple(SimilarLine(edition.row_of(each.agreement), _why(edition, each)) for each in found)


def _why(edition: Edition, each: Similar) -> str:
    """`Samma insatsområde och målgrupp; även Röda Korset är part här`."""
    register = edition.register

    def named(ids: tuple[str, ...]) -> str:
        return words.listed([register.organisations[id].name for id in ids])

    bodies = words.listed([register.bodies[id].name for id in each.bodies])
    said = {
        Reason.PURPOSE: "samma insatsområde och målgrupp",
        Reason.ORGANISATION: f"{named(each.organisations)} är part i båda",
        Reason.MOVEMENT: f"en part i samma rörelse: {named(each.movements)}",
        Reason.BODY: f"även detta med {bodies}",
    }
    return words.upper_first("; ".join(said[reason] for reason in each.reasons)) + "."
