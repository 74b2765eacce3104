"""Edition: everything one build shows, gathered before any page is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from site_builder.errors import BuildError
from site_builder.presenting.counterparts import counterparts
from site_builder.presenting.pictures import Draw
from site_builder.presenting.rows import Row, rows
from site_builder.reading.content import Prose
from site_builder.reading.fields import Schemas
from site_builder.reading.geography import Geography
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.site import Site
from site_builder.reading.waivers import Waived
from site_builder.register.agreement import Agreement
from site_builder.register.comparison import Group, Tally, groups, tally
from site_builder.register.directory import Term
from site_builder.register.history import Histories
from site_builder.register.register import Register
from site_builder.register.statistics import STATISTICS, Table


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The register as of the day `on`, with the site's settings, rules, remaining problems, prose and shapes for maps.

    `draw` makes the pictures of charts; `colours` are the light theme's, by name. `histories` tell what changed in each
    partnership's record; None where that is not known.
    """

    register: Register
    on: date
    site: Site
    schemas: Schemas
    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]
    prose: tuple[Prose, ...]
    draw: Draw
    geography: Geography
    colours: Mapping[str, str]
    histories: Histories | None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every partnership as a row, by body and title."""
        return rows(self.register, self.register.agreements, self.on)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each partnership stands among the rows."""
        return {row.agreement.id: place for place, row in enumerate(self.rows)}

    def rows_of(self, agreements: tuple[Agreement, ...]) -> tuple[Row, ...]:
        """The given partnerships as rows, in the edition's order."""
        return tuple(self.rows[place] for place in sorted(self._places[agreement.id] for agreement in agreements))

    def row_of(self, agreement: Agreement) -> Row:
        return self.rows[self._places[agreement.id]]

    @cached_property
    def statistics(self) -> Mapping[str, Table]:
        """Every statistic by its id, in the order of the statistics page."""
        tables = (statistic(self.register, self.on) for statistic in STATISTICS)
        return {table.id: table for table in tables}

    @cached_property
    def counterparts(self) -> Mapping[str, str]:
        """What stands beside each published figure, by its id."""
        return counterparts(self.register, self.on)

    @cached_property
    def glossary(self) -> Mapping[str, Term]:
        """The terms that prose may explain, by id."""
        return {term.id: term for term in self.register.vocabularies["glossary"].terms}

    def explained(self, term: str) -> str:
        """The glossary's explanation; raises BuildError for a term it lacks."""
        if term not in self.glossary:
            raise BuildError(f"Ordet {term} finns inte i data/vocabularies/glossary.yaml.")
        return self.glossary[term].definition

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The bodies that are compared with one another."""
        return groups(self.register)

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """What is known of each municipality and region, by its id."""
        bodies = {body.id: body for body in (*self.register.municipalities, *self.register.regions)}
        return {id: tally(self.register, (body,), self.on) for id, body in bodies.items()}
