"""The Register: every record, and the lookups that pages, statistics and downloads need."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from site_builder.register.agreement import Agreement, Relation
from site_builder.register.criteria import Theme
from site_builder.register.directory import (
    Body,
    CoverageEntry,
    Organisation,
    Programme,
    Redirect,
    Source,
    Term,
    Vocabulary,
)
from site_builder.register.figures import Figure

Agreements = tuple[Agreement, ...]


@dataclass(frozen=True, kw_only=True)
class Register:
    """All records in a fixed order: agreements by id, the rest as `reading` sorts them."""

    agreements: Agreements
    organisations: Mapping[str, Organisation]
    bodies: Mapping[str, Body]
    sources: Mapping[str, Source]
    vocabularies: Mapping[str, Vocabulary]
    programmes: Mapping[str, Programme]
    criteria: tuple[Theme, ...]
    figures: Mapping[str, Figure]
    coverage: tuple[CoverageEntry, ...]
    redirects: tuple[Redirect, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Agreement]:
        return MappingProxyType({agreement.id: agreement for agreement in self.agreements})

    @cached_property
    def municipalities(self) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies.values() if body.municipality)

    @cached_property
    def regions(self) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies.values() if body.region)

    @cached_property
    def areas(self) -> Mapping[str, Term]:
        return self._terms("areas")

    @cached_property
    def target_groups(self) -> Mapping[str, Term]:
        return self._terms("target-groups")

    def _terms(self, vocabulary: str) -> Mapping[str, Term]:
        return MappingProxyType({term.id: term for term in self.vocabularies[vocabulary].terms})

    @cached_property
    def _by_body(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: (party.body for party in a.public_parties))

    @cached_property
    def _by_organisation(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: (party.organisation for party in a.nonprofit_parties))

    @cached_property
    def _by_area(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: (a.area,))

    @cached_property
    def _by_secondary_area(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: a.secondary_areas)

    @cached_property
    def _by_target_group(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: (a.target_group,))

    @cached_property
    def _by_programme(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: (a.programme,))

    @cached_property
    def _by_source(self) -> Mapping[str, Agreements]:
        return _index(self.agreements, lambda a: a.cited)

    def of_programme(self, programme: str) -> Agreements:
        return self._by_programme.get(programme, ())

    def of_source(self, source: str) -> Agreements:
        """The agreements that some fact of comes from the source."""
        return self._by_source.get(source, ())

    def payer(self, name: str) -> Body | Organisation | None:
        """The body or organisation that a payer's id stands for; None where it is a plain name."""
        return self.bodies.get(name) or self.organisations.get(name)

    def figures_from(self, source: str) -> tuple[Figure, ...]:
        """What the source has published in numbers."""
        return tuple(figure for figure in self.figures.values() if figure.source == source)

    def figures_of(self, body: str) -> tuple[Figure, ...]:
        """What has been published in numbers about the body."""
        return tuple(figure for figure in self.figures.values() if figure.body == body)

    def of_body(self, body: str) -> Agreements:
        """The agreements that the body is a party to, leading or not."""
        return self._by_body.get(body, ())

    def of_bodies(self, bodies: Iterable[Body]) -> Agreements:
        """The agreements that any of the bodies is a party to, each once."""
        return tuple({one.id: one for body in bodies for one in self.of_body(body.id)}.values())

    def of_organisation(self, organisation: str) -> Agreements:
        return self._by_organisation.get(organisation, ())

    def of_movement(self, federation: str) -> Agreements:
        """The organisation's own agreements and its members', each once."""
        together = (federation, *(member.id for member in self.members(federation)))
        return tuple({one.id: one for id in together for one in self.of_organisation(id)}.values())

    def of_area(self, area: str | None) -> Agreements:
        """The agreements whose overriding area this is; None gives the unclassified."""
        return self._by_area.get(area or "", ())

    def of_secondary_area(self, area: str) -> Agreements:
        """The agreements that also concern the area, though another overrides."""
        return self._by_secondary_area.get(area, ())

    def of_target_group(self, target_group: str | None) -> Agreements:
        return self._by_target_group.get(target_group or "", ())

    @cached_property
    def _relations_to(self) -> Mapping[str, tuple[tuple[Agreement, Relation], ...]]:
        found: dict[str, list[tuple[Agreement, Relation]]] = {}
        for agreement in self.agreements:
            for relation in agreement.relations:
                found.setdefault(relation.agreement, []).append((agreement, relation))
        return MappingProxyType({id: tuple(pairs) for id, pairs in found.items()})

    def relations_to(self, agreement: str) -> tuple[tuple[Agreement, Relation], ...]:
        """The agreements that point to this one, each with its relation."""
        return self._relations_to.get(agreement, ())

    @cached_property
    def _members(self) -> Mapping[str, tuple[Organisation, ...]]:
        found: dict[str, list[Organisation]] = {}
        for organisation in self.organisations.values():
            if organisation.federation:
                found.setdefault(organisation.federation, []).append(organisation)
        return MappingProxyType({id: tuple(members) for id, members in found.items()})

    def members(self, federation: str) -> tuple[Organisation, ...]:
        """The organisations that belong to the federation."""
        return self._members.get(federation, ())

    def municipalities_of(self, region: Body) -> tuple[Body, ...]:
        """The municipalities in the region's county."""
        assert region.region is not None
        county = region.region.county_code
        return tuple(
            body for body in self.municipalities if body.municipality and body.municipality.county_code == county
        )

    def region_of(self, municipality: Body) -> Body:
        """The region whose county the municipality lies in."""
        assert municipality.municipality is not None
        county = municipality.municipality.county_code
        return next(body for body in self.regions if body.region and body.region.county_code == county)

    def coverage_of(self, body: str) -> CoverageEntry | None:
        """The latest known answer of the body; None means unknown."""
        entries = [entry for entry in self.coverage if entry.body == body]
        return max(entries, key=lambda entry: entry.date.last, default=None)


def _index(agreements: Agreements, keys: Callable[[Agreement], Iterable[str | None]]) -> Mapping[str, Agreements]:
    index: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        for key in dict.fromkeys(keys(agreement)):
            index.setdefault(key or "", []).append(agreement)
    return MappingProxyType({key: tuple(found) for key, found in index.items()})
