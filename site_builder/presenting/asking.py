"""Asking: what the editor asks about a partnership, in a layperson's order. What each field is, the schema says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from site_builder.intake.issues.forms import DAY
from site_builder.presenting import words
from site_builder.reading.fields import Schemas
from site_builder.reading.rules.dates import DATE_FIELDS
from site_builder.reading.yamlfile import Pointer
from site_builder.register.register import Register

Kind = Literal["text", "prose", "lines", "date", "choice", "choices", "flag", "name"]
Options = tuple[tuple[str, str], ...]

VOCABULARIES: Mapping[Pointer, str] = {
    ("area",): "areas",
    ("secondary_areas",): "areas",
    ("target_group",): "target-groups",
    ("other_parties", "kind"): "other-party-kinds",
}
"""The vocabularies that fields choose from."""
CALLED: Mapping[Pointer, Mapping[Any, str]] = {("periods", "kind"): words.PERIOD, ("links", "kind"): words.LINK}
"""What the schema's own choices are called."""
NAMED = {"organisation": "organisationer", "body": "huvudman"}
"""Fields that name something in the register, with the list of what there is."""
PRESET: Mapping[Pointer, tuple[str, str]] = {
    ("periods", "kind"): ("original", "extension"),
    ("links", "kind"): ("web", "web"),
}
"""What is chosen beforehand in the first row and in later ones."""
HELP: Mapping[Pointer, str] = {
    ("purpose",): "Vad det ska leda till, med egna ord, i 1–4 meningar.",
    ("nonprofit_parties",): "Föreningar, stiftelser och församlingar som ingår.",
    ("nonprofit_parties", "organisation"): "Börja skriva och välj ett förslag, eller skriv hela namnet.",
    ("public_parties", "body"): "Börja skriva och välj ett förslag, till exempel Umeå kommun.",
    ("nonprofit_parties", "units"): "Verksamhet eller plats, en på varje rad.",
    ("public_parties", "units"): "En på varje rad.",
    ("other_parties", "kind"): "",
    ("periods",): "Varje förlängning eller förnyelse är en egen period, i tidsordning. Lämna tomt det du inte vet.",
    ("periods", "kind"): "",
    ("periods", "start"): "Första dagen, som 2022-01-31, 2022-01 eller 2022.",
    ("periods", "end"): "Sista dagen, som 2022-01-31, 2022-01 eller 2022.",
    ("periods", "open_ended"): "Det är inte bestämt när det slutar.",
    ("links", "kind"): "",
}
"""Where the schema's description speaks to those who write files."""
NOT_ASKED: Mapping[Pointer, str] = {
    ("programme",): "Registret samlar partnerskap i program; den som granskar ser sambandet.",
    ("funding",): "Varje belopp har en källa med id. Berätta om pengar under ”Är det något mer”.",
    ("results",): "Varje resultat har en källa med id.",
    ("relations",): "Den som granskar jämför med andra partnerskap.",
    ("replies",): "Ett genmäle kommer från parten själv.",
    ("sources",): "Svaret på ”Var går det att läsa?” blir källan.",
    ("contradictions",): "Den som granskar jämför källorna.",
    ("note",): "Registrets egen anmärkning skrivs av den som granskar.",
    ("nonprofit_parties", "as_named"): "Källans stavning, som den som granskar ser i källan.",
    ("public_parties", "as_named"): "Källans stavning, som den som granskar ser i källan.",
    ("other_parties", "as_named"): "Källans stavning, som den som granskar ser i källan.",
    ("other_parties", "note"): "Osäkerhet om en part berättas under ”Är det något mer”.",
    ("links", "archived_url"): "Arkiverade kopior söks av registret.",
}
"""Fields that are not asked about, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field to fill in. What its text must be like is the schema's; `suggestions` names a list of what there is."""

    name: str
    label: str
    help: str
    kind: Kind
    required: bool
    shortest: int | None
    longest: int | None
    pattern: str
    hint: str
    example: str
    options: Options
    preset: tuple[str, str] | None
    suggestions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A field of several records, each of the same `controls`; `one` is what each is called.

    There may be from `least` to `most` of them. `order` are all their fields, as files have them.
    """

    name: str
    label: str
    help: str
    one: str
    required: bool
    least: int
    most: int
    order: tuple[str, ...]
    controls: tuple[Control, ...]


Asked = Control | Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Fields that answer one question."""

    id: str
    question: str
    asked: tuple[Asked, ...]


SECTIONS = (
    ("vad", "Vad är partnerskapet till för?", ("title", "purpose")),
    ("vilka", "Vilka ingår?", ("public_parties", "nonprofit_parties")),
    ("nar", "När gäller det?", ("periods",)),
)
MORE = ("name", "area", "secondary_areas", "target_group", "target_description", "other_parties", "links")


def sections(schemas: Schemas, register: Register) -> tuple[Section, ...]:
    """The most important questions, in order."""
    return tuple(
        Section(id=id, question=question, asked=tuple(_asked(schemas, register, name) for name in names))
        for id, question, names in SECTIONS
    )


def more(schemas: Schemas, register: Register) -> tuple[Asked, ...]:
    """Every other field that is asked about; a new one in the schema is one of them at once."""
    placed = {name for _, _, names in SECTIONS for name in names}
    names = (name for name in _properties(schemas, ()) if name not in placed and (name,) not in NOT_ASKED)
    order = {name: place for place, name in enumerate(MORE)}
    return tuple(_asked(schemas, register, name) for name in sorted(names, key=lambda name: order.get(name, len(MORE))))


def ids(asked: tuple[Asked, ...]) -> Iterator[str]:
    """The names of fields that hold ids."""
    for each in asked:
        if isinstance(each, Rows):
            yield from ids(each.controls)
        elif each.kind in ("choice", "choices", "name"):
            yield each.name


def order(schemas: Schemas) -> tuple[str, ...]:
    """The fields of a partnership as they stand in its file."""
    return _properties(schemas, ())


def _properties(schemas: Schemas, pointer: Pointer) -> tuple[str, ...]:
    return tuple(schemas.at("agreement", pointer).get("properties", ()))


def _asked(schemas: Schemas, register: Register, name: str) -> Asked:
    schema = schemas.at("agreement", (name,))
    if "properties" not in schemas.at("agreement", (name, 0)):
        return _control(schemas, register, (name,))
    field = schemas.field("agreement", (name,))
    within = _properties(schemas, (name, 0))
    return Rows(
        name=name,
        label=field.title,
        help=HELP.get((name,), field.description),
        one=schemas.at("agreement", (name, 0))["title"],
        required=field.required,
        least=schema.get("minItems", 0),
        most=schema["maxItems"],
        order=within,
        controls=tuple(
            _control(schemas, register, (name, 0, inner)) for inner in within if (name, inner) not in NOT_ASKED
        ),
    )


def _control(schemas: Schemas, register: Register, pointer: Pointer) -> Control:
    schema, field = schemas.at("agreement", pointer), schemas.field("agreement", pointer)
    place = tuple(part for part in pointer if isinstance(part, str))
    text = schemas.at("agreement", (*pointer, 0)) if field.kind == "array" else schema
    options = _options(register, place, field.choices)
    kind = _kind(field.name, field.kind, text, has_options=bool(options))
    example = field.examples[0] if field.examples else ""
    return Control(
        name=field.name,
        label=field.title,
        help=HELP.get(place, field.description),
        kind=kind,
        required=field.required,
        shortest=text.get("minLength"),
        longest=text.get("maxLength"),
        pattern=text.get("pattern", ""),
        hint=DAY if kind == "date" else text.get("x-hint", ""),
        example=example if isinstance(example, str) and not options and field.name not in NAMED else "",
        options=options,
        preset=PRESET.get(place),
        suggestions=NAMED.get(field.name, ""),
    )


def _options(register: Register, place: Pointer, choices: tuple[str, ...]) -> Options:
    if place in VOCABULARIES:
        return tuple((term.id, term.sv) for term in register.vocabularies[VOCABULARIES[place]].terms)
    return tuple((choice, CALLED.get(place, {}).get(choice, choice)) for choice in choices)


def _kind(name: str, kind: str, text: Mapping[str, Any], *, has_options: bool) -> Kind:
    if has_options:
        return "choices" if kind == "array" else "choice"
    if kind == "array":
        return "lines"
    if kind == "boolean":
        return "flag"
    if name in NAMED:
        return "name"
    if name in DATE_FIELDS:
        return "date"
    return "text" if text.get("pattern") else "prose"
