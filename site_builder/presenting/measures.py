"""Measures: what a map shows of every municipality or region, in fixed classes, and how it is said in words."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.register.alphabet import alphabetical
from site_builder.register.comparison import Tally
from site_builder.register.directory import Body
from site_builder.register.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What the register knows of one body; `has_answered_none` when it has told that it has no partnership."""

    body: Body
    tally: Tally
    has_answered_none: bool

    @property
    def county(self) -> str:
        """The code of the county that a municipality lies in."""
        assert self.body.municipality is not None
        return self.body.municipality.county_code

    @property
    def shown_per_100_000(self) -> str:
        return words.number(self.tally.per_100_000, 1)

    @property
    def words(self) -> str:
        """`Umeå kommun: 7 partnerskap, 1 pågår`."""
        if self.tally.known:
            running = f"{words.number(self.tally.active)} pågår" if self.tally.active else "inget känt pågår"
            said = f"{words.number(self.tally.known)} partnerskap, {running}"
        else:
            said = "har svarat att inga partnerskap finns" if self.has_answered_none else "inget känt partnerskap"
        return f"{self.body.name}: {said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A class of values, from `least` up to the next step's; `shade` names its fill, map-4 being the strongest."""

    shade: str
    label: str
    least: float


ANSWERED_NONE = Step(shade="map-none", label="har svarat att inga finns", least=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a map shows of bodies that have the named `page`. Its `steps` hold all values above nothing.

    `title` is the page's heading and `headline` the picture's, where it stands alone.
    """

    id: str
    label: str
    title: str
    lead: str
    page: str
    unit: str
    headline: str
    value: Callable[[Tally], float]
    steps: tuple[Step, ...]
    nothing: str = "inget känt partnerskap"
    explained: str

    @property
    def lowest(self) -> Step:
        """The class of those with nothing to show."""
        return Step(shade="map-unknown", label=self.nothing, least=0)

    def step(self, numbers: Numbers) -> Step:
        """The class that the body belongs to."""
        if numbers.has_answered_none:
            return ANSWERED_NONE
        value = self.value(numbers.tally)
        fitting = [step for step in self.steps if value and value >= step.least]
        return fitting[-1] if fitting else self.lowest


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
    headline="Kända partnerskap i Sveriges kommuner",
    value=lambda tally: tally.known,
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
    headline="Kända partnerskap per 100\N{NO-BREAK SPACE}000 invånare i Sveriges kommuner",
    value=lambda tally: tally.per_100_000,
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
    headline="Pågående partnerskap i Sveriges kommuner",
    value=lambda tally: tally.active,
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
    unit="Kända partnerskap",
    headline="Kommuner med minst ett känt partnerskap",
    value=lambda tally: bool(tally.known),
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
    headline="Kända partnerskap i Sveriges regioner",
    value=lambda tally: tally.known,
    steps=_COUNTS,
    explained=_FIXED,
)
MEASURES = (COUNT, PER_CAPITA, ACTIVE, COVERAGE, REGIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measure of every body of its kind; `numbers` by name."""

    measure: Measure
    numbers: tuple[Numbers, ...]

    @property
    def most_first(self) -> tuple[Numbers, ...]:
        """The bodies with anything to show, by value, then number of partnerships and name."""

        def order(numbers: Numbers) -> tuple[float, int, str]:
            return -self.measure.value(numbers.tally), -numbers.tally.known, alphabetical(numbers.body.name)

        return tuple(sorted((each for each in self.numbers if self.measure.value(each.tally)), key=order))

    @property
    def without(self) -> tuple[Numbers, ...]:
        """The bodies with nothing to show."""
        return tuple(each for each in self.numbers if not self.measure.value(each.tally))

    @property
    def legend(self) -> tuple[tuple[Step, int], ...]:
        """Every class from nothing upwards with its number of bodies; an answer of none only where there is one."""
        counts = Counter(map(self.measure.step, self.numbers))
        answered = (ANSWERED_NONE,) if counts[ANSWERED_NONE] else ()
        return tuple((step, counts[step]) for step in (self.measure.lowest, *answered, *self.measure.steps))


def measured(register: Register, measure: Measure, tallies: Mapping[str, Tally]) -> Measured:
    """The measure of every body of its kind, from what is known of each by id."""
    bodies = register.municipalities if measure.page == "municipality" else register.regions
    return Measured(measure=measure, numbers=tuple(_numbers(register, body, tallies[body.id]) for body in bodies))


def _numbers(register: Register, body: Body, tally: Tally) -> Numbers:
    answer = register.coverage_of(body.id)
    has_answered_none = not tally.known and answer is not None and answer.state == "answered-none"
    return Numbers(body=body, tally=tally, has_answered_none=has_answered_none)
