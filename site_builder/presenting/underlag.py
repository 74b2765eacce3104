"""Underlag: which workbooks there are to correct the register in, one beside each page that lists partnerships."""

from collections.abc import Iterable, Iterator

from site_builder.exporting.workbook import Instruction, Underlag, underlag
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.underlag import sheets
from site_builder.presenting.edition import Edition
from site_builder.presenting.shares import BLANK_UNDERLAG
from site_builder.presenting.topics import Topic, topic_of_body, topic_of_organisation
from site_builder.register.agreement import Agreement

WHOLE = "data/underlag-alla.xlsx"


def workbooks(edition: Edition) -> Iterator[tuple[str, str, Underlag]]:
    """Path, title and content of every workbook: the blank one, the whole register's, and one of each topic."""
    register, labels, known = edition.register, Labels.of(edition.register, edition.schemas), sheets(edition.schemas)
    told = tuple(_instructions(edition))

    def made(path: str, title: str, agreements: Iterable[Agreement]) -> tuple[str, str, Underlag]:
        return path, title, underlag(agreements, known, labels, f"Underlag: {title}", told)

    yield made(BLANK_UNDERLAG, "Tomt underlag i Excel, för nya partnerskap", ())
    yield made(WHOLE, "Hela registret som underlag i Excel, för den som rättar i flera kommuner", register.agreements)
    for topic in _topics(edition):
        if topic.agreements:
            yield made(f"{topic.path}/underlag.xlsx", topic.subject_name, topic.agreements)


def _topics(edition: Edition) -> Iterator[Topic]:
    register = edition.register
    yield from (topic_of_body(register, body) for body in register.bodies.values())
    yield from (topic_of_organisation(register, each) for each in register.organisations.values())


def _instructions(edition: Edition) -> Iterator[Instruction]:
    """The first sheet's lines."""

    def heading(text: str) -> Instruction:
        return Instruction(text=text, is_heading=True)

    yield Instruction(
        text=f"Här står vad {edition.site.title} vet. Rätta det som är fel, fyll i det som saknas, och spara."
    )
    yield heading("Så gör du")
    yield Instruction(text="1. Bladet Partnerskap har en rad för varje partnerskap. Skriv i de vita cellerna.")
    yield Instruction(
        text="2. Parter, perioder, pengar, resultat, länkar och källor har egna blad, med en rad för varje. Id visar "
        "vilket partnerskap raden hör till. Något nytt, som en förlängning, skrivs på en ny rad längst ned: välj Id, "
        "lämna Nr tomt."
    )
    yield Instruction(
        text="3. Ett partnerskap som saknas: använd raden ny 1 i bladet Partnerskap, och välj ny 1 som Id i de andra "
        "bladen. Det behöver minst en titel, en offentlig part och en källa."
    )
    yield Instruction(text="4. Datum skrivs så noga du vet: 2022, 2022-01 eller 2022-01-31. Gissa inte.")
    yield Instruction(text="5. Där det finns en lista syns en pil när du klickar i cellen.")
    yield heading("Vad utseendet betyder")
    yield Instruction(
        text="Vit cell: din att ändra. Grå cell med lutande text: låst, för den säger vilken post raden gäller. "
        "Mörk rad: rubriker. Raden under rubrikerna förklarar kolumnen; Behövs betyder att den måste fyllas i."
    )
    yield heading("Bra att veta")
    yield Instruction(text="En cell du tömmer tas bort ur registret. En rad du tar bort här finns kvar i registret.")
    yield Instruction(text="Ska ett partnerskap bort, eller har det avslutats? Skriv det när du skickar filen.")
    yield Instruction(text="Det du inte ändrar rörs inte, även om någon annan ändrar under tiden.")
    yield Instruction(
        text="Skriv aldrig personnummer, privata telefonnummer eller namn på enskilda personer. Det du skickar blir "
        "öppna data (CC0)."
    )
    yield heading("Skicka tillbaka")
    yield Instruction(text=_sending(edition))
    yield Instruction(text="Berätta gärna var uppgifterna står: ett beslut, en överenskommelse eller en webbsida.")


def _sending(edition: Edition) -> str:
    site = edition.site
    if site.known_contact:
        return f"Spara filen som Excel (.xlsx) och skicka den till {site.known_contact}."
    if site.known_repository:
        return f"Spara filen som Excel (.xlsx) och lägg den i ett ärende på {site.known_repository}/issues"
    where = f"{site.known_base_url}bidra/" if site.known_base_url else "sidan Bidra på registrets webbplats"
    return f"Spara filen som Excel (.xlsx). Vart du skickar den står på {where}"
