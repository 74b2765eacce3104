"""Forms: what the issue forms ask, in which order and in a layperson's words."""

from dataclasses import dataclass
from typing import Literal

from site_builder.reading.yamlfile import Pointer

LINE, TEXT = 200, 4000
"""How long an answer may be where nothing else is said: as the schema's `line` and `markdown`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a form. `id` is the field's name in the schema where it has one there and GitHub lets it.

    An address that opens a form fills in fields by their ids, so no id may be one of GitHub's own words in such an
    address. `about` is the schema and field whose description and example serve as help where `help` says nothing;
    `longest` the most characters of an answer. `options` are what a dropdown offers, or what has to be ticked. `render`
    is the language of a text area that GitHub writes as code.
    """

    id: str
    label: str
    kind: Literal["input", "textarea", "dropdown", "checkboxes"] = "input"
    help: str = ""
    about: tuple[str, Pointer] | None = None
    required: bool = False
    longest: int = LINE
    options: tuple[str, ...] = ()
    render: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An issue form; `id` is its file name without ending. `title` begins the title of each issue made with it."""

    id: str
    name: str
    description: str
    title: str
    introduction: str
    questions: tuple[Question, ...]


DAY = "Skriv dag, månad eller år: 2022-01-31, 2022-01 eller 2022."
PUBLIC = (
    "Det du skriver blir offentligt så snart du skickar det. Skriv aldrig personnummer, privata telefonnummer eller "
    "namn på enskilda personer. Du får svar i ärendet, och du kan ändra det du har skrivit."
)
CONSENT = Question(
    id="consent",
    label="Godkännande",
    kind="checkboxes",
    help="Båda behövs för att registret ska kunna använda det du skriver.",
    required=True,
    options=(
        "Uppgifterna får användas fritt av alla, utan villkor (CC0 1.0).",
        "Jag har inte skrivit några personnummer.",
    ),
)
SOURCE = Question(
    id="source",
    label="Var går det att läsa?",
    kind="textarea",
    help="En länk till överenskommelsen, ett beslut eller en webbsida, eller dokumentets titel, datum och "
    "diarienummer. Varje uppgift i registret har en källa.",
    required=True,
    longest=TEXT,
)
RELATION = Question(
    id="relation",
    label="Vad har du för koppling till partnerskapet?",
    kind="dropdown",
    help="Alla får rapportera. Svaret hjälper den som granskar.",
    required=True,
    options=(
        "Jag arbetar i kommunen, regionen eller myndigheten som ingår",
        "Jag är verksam i den idéburna organisationen som ingår",
        "Jag forskar om eller granskar partnerskap",
        "Ingen eller en annan koppling",
    ),
)
NOTE = Question(id="note", label="Är det något mer vi bör veta?", kind="textarea", longest=TEXT)

MISSED = Form(
    id="saknas",
    name="Ett partnerskap saknas",
    description="Berätta om ett idéburet offentligt partnerskap (IOP) som inte finns i registret.",
    title="Saknas: ",
    introduction=f"Tack för att du hjälper till. Svara på det du vet och gissa inte. {PUBLIC}",
    questions=(
        Question(
            id="agreement_title",
            label="Vad är partnerskapet till för?",
            about=("agreement", ("title",)),
            required=True,
            longest=90,
        ),
        Question(
            id="public_parties",
            label="Vilka kommuner, regioner eller andra myndigheter ingår?",
            kind="textarea",
            help="En på varje rad, den som leder först. Skriv gärna nämnd eller förvaltning efter ett komma.",
            required=True,
            longest=TEXT,
        ),
        Question(
            id="nonprofit_parties",
            label="Vilka idéburna organisationer ingår?",
            kind="textarea",
            help="Föreningar, stiftelser och församlingar, en på varje rad. Skriv ”vet inte” om du inte vet.",
            required=True,
            longest=TEXT,
        ),
        Question(id="start", label="När började det?", help=f"{DAY} Lämna tomt om du inte vet."),
        Question(
            id="end", label="När slutar det?", help=f"{DAY} Skriv ”tills vidare” om det inte är bestämt att det slutar."
        ),
        SOURCE,
        Question(id="name", label="Har partnerskapet ett eget namn?", about=("agreement", ("name",))),
        Question(
            id="target_description",
            label="Vilka vänder det sig till?",
            help="Målgruppen med egna ord.",
            about=("agreement", ("target_description",)),
        ),
        Question(
            id="purpose",
            label="Vad ska det leda till?",
            kind="textarea",
            help="Syftet med egna ord, i 1–4 meningar.",
            about=("agreement", ("purpose",)),
            longest=TEXT,
        ),
        Question(
            id="funding",
            label="Vem bidrar med vad?",
            kind="textarea",
            help="Pengar, lokaler eller arbete. Skriv belopp bara när källan anger det, och om det är per år.",
            longest=TEXT,
        ),
        RELATION,
        NOTE,
        CONSENT,
    ),
)
CORRECTION = Form(
    id="ratta",
    name="En uppgift är fel",
    description="Rätta eller komplettera ett partnerskap som finns i registret.",
    title="Rätta: ",
    introduction=f"Tack för att du hjälper till. Ta en uppgift i taget. {PUBLIC}",
    questions=(
        Question(
            id="record",
            label="Vilket partnerskap gäller det?",
            help="Partnerskapets id står längst ned på dess sida. Kom du hit därifrån är det redan ifyllt.",
            required=True,
        ),
        Question(
            id="field",
            label="Vilken uppgift gäller det?",
            help="Till exempel titel, syfte eller avtalsperioder.",
            required=True,
        ),
        Question(
            id="present",
            label="Vad står det på sidan nu?",
            kind="textarea",
            help="Skriv ”ej känt” om uppgiften saknas.",
            required=True,
            longest=TEXT,
        ),
        Question(id="right", label="Vad är rätt?", kind="textarea", required=True, longest=TEXT),
        SOURCE,
        RELATION,
        CONSENT,
    ),
)
ANSWER = Form(
    id="kommunens-svar",
    name="Kommunens eller regionens svar",
    description="Svara för en kommun, region eller annan myndighet: vi har inga, eller här är våra.",
    title="Svar: ",
    introduction=f"Tack för att ni svarar. Också ”vi har inga” är värt att veta. {PUBLIC}",
    questions=(
        Question(
            id="answering_body",
            label="Vilken kommun, region eller annan myndighet svarar?",
            help="Skriv namnet, till exempel Umeå kommun.",
            required=True,
        ),
        Question(
            id="state",
            label="Vad är svaret?",
            kind="dropdown",
            required=True,
            options=("Vi har inga partnerskap", "Här är våra partnerskap"),
        ),
        Question(
            id="agreements",
            label="Vilka partnerskap har ni?",
            kind="textarea",
            help="Ett på varje rad: vad det är till för, vilken idéburen organisation, när det började och slutar, och "
            "var det går att läsa. Lämna tomt om ni inte har några.",
            longest=20_000,
        ),
        Question(id="date", label="Vilken dag gäller svaret?", help=DAY, required=True),
        Question(
            id="source",
            label="Var går svaret att läsa?",
            kind="textarea",
            help="En länk eller ett diarienummer. Finns inget annat, skriv ”svar i det här ärendet”.",
            required=True,
            longest=TEXT,
        ),
        Question(
            id="relation",
            label="Vad har du för roll?",
            kind="dropdown",
            required=True,
            options=(
                "Jag svarar på kommunens, regionens eller myndighetens vägnar",
                "Jag arbetar där och svarar för egen del",
                "Jag är förtroendevald där",
                "En annan roll",
            ),
        ),
        NOTE,
        CONSENT,
    ),
)
SENT = Form(
    id="fran-sidan",
    name="Skickat från webbplatsens formulär",
    description="Öppnas ifyllt av formuläret på webbplatsen. Börja där, så går det lättare.",
    title="Från webbplatsen: ",
    introduction=f"Tack för att du hjälper till. Texten är skriven på webbplatsen; ändra den helst där. {PUBLIC}",
    questions=(
        Question(
            id="content",
            label="Vad vill du rapportera?",
            kind="textarea",
            help="Är rutan tom: klistra in texten som du kopierade på webbplatsen.",
            required=True,
            longest=40_000,
            render="yaml",
        ),
        CONSENT,
    ),
)
FORMS = (MISSED, CORRECTION, ANSWER, SENT)
