"""Letter: a request to a body's registrar to disclose its partnership documents, and how to log that it was sent."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from site_builder.errors import BuildError
from site_builder.intake.names import Names
from site_builder.presenting import words
from site_builder.presenting.views.facts import time_text
from site_builder.reading.site import Site
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Body
from site_builder.register.quality import missing
from site_builder.register.register import Register

TEMPLATE = Path("templates/letters/request.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """What the register knows of one of the body's partnerships, and in words what it lacks."""

    title: str
    parties: str
    time: str | None
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the letter's template prints. `publisher`, `contact` and `address` are None until the site has them."""

    body: str
    title: str
    publisher: str | None
    contact: str | None
    address: str | None
    count: str
    partnerships: tuple[Partnership, ...]


def body_called(register: Register, asked: str) -> Body:
    """The body of that id or name. Raises BuildError, with those that may be meant, where there is none."""
    match = Names.of(register).body(asked)
    if match.id:
        return register.bodies[match.id]
    near = " eller ".join(match.likely)
    advice = f" Menar du {near}?" if near else " Skriv id:t i dess adress, till exempel umea."
    raise BuildError(f"registret har ingen kommun, region eller myndighet som heter {asked!r}.{advice}")


def letter(register: Register, site: Site, body: Body) -> Letter:
    known = register.of_body(body.id)
    return Letter(
        body=body.name,
        title=site.title,
        publisher=None if "publisher" in site.example_values else site.publisher,
        contact=site.known_contact,
        address=site.known_base_url,
        count=words.counted(len(known), "partnerskap", "partnerskap"),
        partnerships=tuple(_partnership(register, body, agreement) for agreement in known),
    )


def _partnership(register: Register, body: Body, agreement: Agreement) -> Partnership:
    names = [register.organisations[party.organisation].name for party in agreement.nonprofit_parties]
    names += [register.bodies[party.body].name for party in agreement.public_parties if party.body != body.id]
    return Partnership(
        title=agreement.title,
        parties=words.listed(names) if names else "",
        time=time_text(agreement),
        missing=", ".join(words.lower_first(wanted.label) for wanted in missing(agreement)),
    )


def as_text(root: Path, found: Letter) -> str:
    """The letter as plain text. Raises BuildError where its template is missing."""
    try:
        template = (root / TEMPLATE).read_text(encoding="utf-8")
    except OSError as error:
        raise BuildError(f"Mallen {root / TEMPLATE} går inte att läsa. Återställ den från förrådet.") from error
    # Plain text for a mail program: nothing to escape.
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)  # noqa: S701
    return environment.from_string(template).render(letter=found).replace(words.NO_BREAK, " ") + "\n"


def log_lines(register: Register, site: Site, body: Body, day: date) -> str:
    """The lines to add to data/sources.yaml and data/coverage.yaml once the letter is sent."""
    latest = register.coverage_of(body.id)
    source = f"{body.id}-forfragan-{day}"
    title = f"Förfrågan till {body.name} om idéburna offentliga partnerskap"
    return "\n".join(
        (
            *([f"# Redan antecknat {latest.date.text}: {words.COVERAGE[latest.state]}."] if latest else []),
            "# Sist i data/sources.yaml:",
            f"- id: {source}",
            f"  title: {_quoted(title)}",
            "  kind: brev",
            f"  publisher: {_quoted(site.title)}",
            f"  date: {_quoted(str(day))}",
            "",
            "# Sist i data/coverage.yaml:",
            f"- body: {body.id}",
            "  state: asked",
            f"  date: {_quoted(str(day))}",
            f"  source: {source}",
            "",
            "# När svaret kommer: en rad till, med state answered, answered-none eller declined, och svaret som källa.",
        )
    )


def _quoted(text: str) -> str:
    """The text as JSON, which is YAML too."""
    return json.dumps(text, ensure_ascii=False)
