"""Measures: what a map shows of every municipality or region, in fixed classes, and how it is said in words."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.presenting import words
from site_builder.register.alphabet import alphabetical
from site_builder.register.comparison import per_100_000, population
from site_builder.register.counts import active_count
from site_builder.register.directory import Body
from site_builder.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What the register knows of one body; `has_answered_none` when it has told that it has no partnership."""

    body: Body
    population: int
    agreements: int
    active: int
    has_answered_none: bool

    @property
    def county(self) -> str:
        """The code of the county that a municipality lies in."""
        assert self.body.municipality is not None
        return self.body.municipality.county_code

    @property
    def per_100_000(self) -> float:
        return per_100_000(self.agreements, self.population)

    @property
    def shown_per_100_000(self) -> str:
        return words.number(self.per_100_000, 1)

    @property
    def words(self) -> str:
        """`Umeå kommun: 7 partnerskap, 1 pågår`."""
        if self.agreements:
            running = f"{words.number(self.active)} pågår" if self.active else "inget känt pågår"
            said = f"{words.number(self.agreements)} partnerskap, {running}"
        else:
            said = "har svarat att inga partnerskap finns" if self.has_answered_none else "inget känt partnerskap"
        return f"{self.body.name}: {said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A class of values, from `least` up to the next step's; `shade` names its fill, map-4 being the strongest."""

    shade: str
    label: str
    least: float


NOTHING = "map-unknown"
ANSWERED_NONE = Step(shade="map-none", label="har svarat att inga finns", least=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a map shows of bodies that have the named `page`. Its `steps` hold all values above nothing."""

    id: str
    label: str
    title: str
    lead: str
    page: str
    unit: str
    value: Callable[[Numbers], float]
    steps: tuple[Step, ...]
    nothing: str = "inget känt partnerskap"
    explained: str

    def step(self, numbers: Numbers) -> Step:
        """The class that the body belongs to."""
        if numbers.has_answered_none:
            return ANSWERED_NONE
        value = self.value(numbers)
        fitting = [step for step in self.steps if value and value >= step.least]
        return fitting[-1] if fitting else Step(shade=NOTHING, label=self.nothing, least=0)

    def legend(self, all_numbers: Iterable[Numbers]) -> tuple[tuple[Step, int], ...]:
        """Every class from nothing upwards with its number of bodies; an answer of none only where there is one."""
        counts = Counter(map(self.step, all_numbers))
        nothing = Step(shade=NOTHING, label=self.nothing, least=0)
        answered = (ANSWERED_NONE,) if counts[ANSWERED_NONE] else ()
        return tuple((step, counts[step]) for step in (nothing, *answered, *self.steps))


_COUNTS = (
    Step(shade="map-1", label="1", least=1),
    Step(shade="map-2", label="2–4", least=2),
    Step(shade="map-3", label="5–9", least=5),
    Step(shade="map-4", label="10 eller fler", least=10),
)
_PER_CAPITA = (
    Step(shade="map-1", label="under 2", least=0),
    Step(shade="map-2", label="2 till under 5", least=2),
    Step(shade="map-3", label="5 till under 10", least=5),
    Step(shade="map-4", label="10 eller fler", least=10),
)
_FIXED = "Klasserna är desamma varje dag, så att kartor från olika tider går att jämföra."

COUNT = Measure(
    id="antal",
    label="Antal",
    title="Karta",
    lead="Kända idéburna offentliga partnerskap i varje kommun, pågående eller inte.",
    page="municipality",
    unit="Kända partnerskap",
    value=lambda numbers: numbers.agreements,
    steps=_COUNTS,
    explained=_FIXED,
)
PER_CAPITA = Measure(
    id="per-invanare",
    label="Per invånare",
    title="Karta: partnerskap per 100 000 invånare",
    lead="Kända partnerskap per 100 000 invånare i varje kommun, pågående eller inte.",
    page="municipality",
    unit="Kända partnerskap per 100\N{NO-BREAK SPACE}000 invånare",
    value=lambda numbers: numbers.per_100_000,
    steps=_PER_CAPITA,
    explained=(
        f"{_FIXED} I en liten kommun ger ett enda partnerskap ett högt tal; se därför också antalet. "
        "Folkmängden är SCB:s, vid det datum som står på kommunens sida."
    ),
)
ACTIVE = Measure(
    id="pagaende",
    label="Pågående",
    title="Karta: pågående partnerskap",
    lead="Partnerskap i varje kommun som pågår enligt senast kända uppgift.",
    page="municipality",
    unit="Pågående partnerskap",
    value=lambda numbers: numbers.active,
    steps=_COUNTS,
    nothing="inget känt partnerskap pågår",
    explained=f"{_FIXED} De flesta kända partnerskap har löpt ut utan att någon källa säger om de har förlängts.",
)
COVERAGE = Measure(
    id="tackning",
    label="Täckning",
    title="Karta: vad registret täcker",
    lead="Var registret känner till något partnerskap, och var ingen har frågat eller svarat.",
    page="municipality",
    unit="Kommuner med kända partnerskap",
    value=lambda numbers: bool(numbers.agreements),
    steps=(Step(shade="map-3", label="minst ett känt partnerskap", least=1),),
    explained="Kartan visar vad registret vet, inte vad kommunerna gör.",
)
REGIONS = Measure(
    id="regioner",
    label="Regioner",
    title="Karta: regionernas partnerskap",
    lead="Kända partnerskap där regionen själv är part. Partnerskap i länets kommuner räknas inte med.",
    page="region",
    unit="Kända partnerskap",
    value=lambda numbers: numbers.agreements,
    steps=_COUNTS,
    explained=_FIXED,
)
MEASURES = (COUNT, PER_CAPITA, ACTIVE, COVERAGE, REGIONS)


def numbers_of(register: Register, measure: Measure, on: date) -> tuple[Numbers, ...]:
    """The numbers of every body of the measure's kind on the day, by name."""
    bodies = register.municipalities if measure.page == "municipality" else register.regions
    return tuple(_numbers(register, body, on) for body in bodies)


def _numbers(register: Register, body: Body, on: date) -> Numbers:
    agreements = register.of_body(body.id)
    answer = register.coverage_of(body.id)
    return Numbers(
        body=body,
        population=population(body),
        agreements=len(agreements),
        active=active_count(agreements, on),
        has_answered_none=not agreements and answer is not None and answer.state == "answered-none",
    )


def most_first(measure: Measure, all_numbers: Iterable[Numbers]) -> tuple[Numbers, ...]:
    """The bodies with anything to show, by value, then number of partnerships and name."""
    shown = (numbers for numbers in all_numbers if measure.value(numbers))
    return tuple(sorted(shown, key=lambda n: (-measure.value(n), -n.agreements, alphabetical(n.body.name))))
