"""Receipt: what came of a request, told to the one who sent it, as the one comment that is kept up to date."""

import re
from collections.abc import Iterable, Iterator

from site_builder.answering.comment import PROMISE, fitted
from site_builder.answering.quoting import quoted
from site_builder.answering.records import sections
from site_builder.intake.issues.alike import Alike
from site_builder.intake.issues.forms import CONSENT, FORMS, SENT
from site_builder.intake.issues.issue_form import Remark
from site_builder.intake.issues.reception import Reception
from site_builder.intake.proposal import Proposal
from site_builder.presenting.words import listed
from site_builder.reading.fields import Schemas
from site_builder.reading.site import Site
from site_builder.register.quality import missing

MARKER = "<!-- iop-registret: svar på ärendet -->"
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")
_LABELS = {question.id: question.label for form in FORMS for question in form.questions} | {"relation": "Koppling"}
_LONGEST_ANSWER = 500
_PROMISE = f"En människa läser ärendet och källan. {PROMISE}"
_ROOM = 9_000  # of each part that the sender can make long, in bytes
_AGAIN = (
    "Ändra i ärendet: tryck på de tre prickarna vid din text och välj *Edit*. Då läses det på nytt, och det här svaret "
    "skrivs om. Du behöver inte öppna ett nytt."
)
_ANOTHER = (
    "Tryck på *New issue* under fliken *Issues* och välj ett formulär. Stäng sedan det här ärendet med *Close issue*, "
    "nedanför det du skrev."
)
_PURGE = (
    "Förvaltarna ser ärendet och tar bort det som inte ska stå kvar. Inget av det du skrev har hamnat i registret, och "
    "inget av det upprepas här."
)


def receipt(reception: Reception, schemas: Schemas, site: Site) -> str:
    """The comment, in Markdown. Nothing in it can mention anyone, lead anywhere or be markup but what we write."""
    parts = _whole(reception, schemas, site)
    return "\n\n".join((MARKER, *("\n".join(part) for part in map(tuple, parts) if part))) + "\n"


def _whole(reception: Reception, schemas: Schemas, site: Site) -> Iterator[Iterable[str]]:
    yield (f"Tack! {_headline(reception)}",)
    if reception.has_personal_number:
        yield _remarks("Ta bort det här genast", reception.remarks)
        yield ("### Vad som händer nu", "", _PURGE)
        return
    stopping = [remark for remark in reception.remarks if remark.stops]
    others = [remark for remark in reception.remarks if not remark.stops]
    yield _remarks("Det här behöver du ändra", stopping)
    yield from _proposed(reception, schemas)
    yield _answers(reception) if stopping else ()
    yield _remarks("Att veta", others)
    yield _missing(reception)
    yield _alike(reception.alike, site)
    yield _beside(reception)
    yield ("### Vad som händer nu", "", *_next(reception))


def _headline(reception: Reception) -> str:
    if reception.has_personal_number:
        return "Men ärendet innehåller något som inte får stå här."
    if reception.stops:
        return "Men det behövs en ändring innan det går att gå vidare."
    if reception.draft.files:
        return "Så här har ärendet lästs, och det här föreslås i registret."
    return "Ärendet är läst, och en människa tar det vidare."


def _remarks(heading: str, remarks: Iterable[Remark]) -> list[str]:
    lines = fitted([f"- {_spoken(remark)}" for remark in remarks], _ROOM)
    return [f"### {heading}", "", *lines] if lines else []


def _spoken(remark: Remark) -> str:
    """What a rule says quotes the data and is shown as it is; in our own words only what stands in quotation marks."""
    if not remark.id.startswith(("intake/", "form/")):
        return quoted(remark.message, _LONGEST_ANSWER)
    parts = re.split(r"”([^”]*)”", remark.message)
    return "".join(quoted(part) if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    """Without meaning to Markdown, and without mentions."""
    return re.sub(r"[\\`*_<>\[\]|~#]", r"\\\g<0>", text).replace("@", "(at)")


def _proposed(reception: Reception, schemas: Schemas) -> Iterator[list[str]]:
    if reception.draft.files and reception.differences:
        proposal = Proposal(
            differences=reception.differences, paths=(), problems=(), older=(), registers=reception.registers
        )
        lines = [line for section in sections(proposal, schemas) for line in ("", *section)]
        yield fitted(lines[1:], 2 * _ROOM)


def _answers(reception: Reception) -> list[str]:
    """How each question was read, so that the sender sees what to mend."""
    found = reception.answers
    if found.form is None or found.form == SENT:
        return []
    texts = {each.label: found.by_field[each.id] for each in found.form.questions if each.id in found.by_field}
    texts.pop(CONSENT.label, None)
    shown = {label: quoted(" · ".join(text.split("\n")), _LONGEST_ANSWER) for label, text in texts.items()}
    lines = fitted([f"- {_plain(label)} {text}" for label, text in shown.items()], _ROOM)
    return ["### Så har svaren lästs", "", *lines] if lines else []


def _missing(reception: Reception) -> list[str]:
    """What the register would like to know of the partnership, and why."""
    register = reception.registers[0] if reception.registers else None
    id = reception.draft.agreement
    if not (register and reception.draft.files and id and id in register.by_id):
        return []
    wanted = missing(register.by_id[id])
    lines = [f"- **{each.label}.** {each.reason}" for each in wanted]
    intro = "Vet du något av det här? Det går också bra att låta det vara."
    return ["### Det här är inte känt än", "", intro, "", *lines] if lines else []


def _alike(found: Iterable[Alike], site: Site) -> list[str]:
    lines = [f"- {_alike_line(each, site)}" for each in found]
    intro = "Är något av det här samma sak? Skriv det i så fall i ärendet, så läggs de ihop."
    return ["### Finns det redan?", "", intro, "", *lines] if lines else []


def _alike_line(each: Alike, site: Site) -> str:
    if each.issue:
        return f"Ärendet #{each.issue}"
    address = f"{site.known_base_url}partnerskap/{each.agreement}/" if site.known_base_url else ""
    return f"{quoted(each.title)} {f'[{each.agreement}]({address})' if address else quoted(each.agreement or '')}"


def _beside(reception: Reception) -> list[str]:
    """What the reviewer has to read in the request itself."""
    labels = [_LABELS.get(field, field).rstrip("?").lower() for field in reception.draft.given]
    told = listed([f"”{label}”" for label in labels])
    is_for_review = labels and not reception.stops
    return ["### Till den som granskar", "", f"Läs också i ärendet: {told}."] if is_for_review else []


def _next(reception: Reception) -> Iterator[str]:
    if reception.stops:
        has_no_form = any(remark.id == "form/none" for remark in reception.remarks)
        yield f"1. {_ANOTHER if has_no_form else _AGAIN}"
        yield "2. Vet du inte hur, skriv en kommentar här, så hjälper en människa till. Det blir rätt ändå."
    elif reception.draft.files:
        yield "1. Ändringen läggs fram som ett förslag (*pull request*) som länkas till det här ärendet."
        yield f"2. {_PROMISE}"
        yield "3. Ändrar du i ärendet skrivs förslaget om."
    else:
        yield _PROMISE


def commit_message(reception: Reception) -> str:
    """What the change is called, and where it comes from. Nothing that a sender wrote but an address."""
    number = reception.request.number
    address = ADDRESS.search(reception.draft.given.get("source", "") or reception.answers.by_field.get("source", ""))
    trailers = [f"Källa: {address[0].replace('@', '%40')}"] if address else []
    trailers += [f"Ärende: #{number}"] if number else []
    return "\n".join((reception.draft.summary, "", *trailers)).rstrip() + "\n"
