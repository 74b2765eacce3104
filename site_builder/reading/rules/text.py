"""Text: no personal data, no dangerous links, and tidy prose."""

import re
from collections.abc import Iterator

from site_builder.reading.personal import has_personal_number, personal_numbers
from site_builder.reading.rules.duplicates import plain_name
from site_builder.reading.rules.rule import Corpus, Finding, Place, Record, check, texts
from site_builder.reading.yamlfile import Pointer

EVERY_KIND = "agreement organisation sources programmes criteria figures vocabulary bodies coverage waivers"
MARKDOWN_FIELDS = frozenset({"purpose", "text", "note", "definition", "definition_en", "if_yes", "if_no"})

_URL = re.compile(r"https?://\S+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(
    r"(?<![\w-])\(?(?:(?:\+46|0046)[ -]?(?:\(0\))?[ ]?|0)[1-9]\d{0,2}\)?"  # country or area code
    r"(?:(?:[ ./\u2010-\u2015-]|[ ]?[/\u2010-\u2015-][ ]?)?\d{2,3}){2,4}(?![\w-])"
)
_DIARY_NUMBER = re.compile(r"\b\d{3,5}/(?:19|20)\d{2}\b|\b(?:19|20)\d{2}/\d{3,5}\b")
_GARBLED = re.compile("Ã[\u0080-\u00bf\u0152-\u2122]|â€")
_MIXED = re.compile(r"\w*(?:[a-zåäö][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-zåäö])\w*", re.I)
_LIST_ITEM = re.compile(r" {2,}([-*+]|\d+\.) \S.*\S$")
_LINK_TARGET = re.compile(
    r"\]\(\s*<?\s*([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)|<([a-z][a-z0-9+.-]*:[^>]*)>", re.I | re.M
)


def _prose(record: Record) -> Iterator[tuple[Pointer, str]]:
    """The record's texts without web addresses, whose digits mean nothing."""
    for pointer, text in texts(record.data):
        yield pointer, _URL.sub(" ", text)


@check(
    "text/personal-number",
    on=f"{EVERY_KIND} site",
    reason="Ett personnummer som publiceras går inte att ta tillbaka.",
)
def no_personal_number(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Inget i filen utom webbadresser, inte ens en kommentar eller filens namn, är ett personnummer."""
    message = "Här står något som ser ut som ett personnummer. Ta bort det innan du sparar."
    is_found = False
    for line, text in enumerate(_URL.sub(lambda match: " " * len(match[0]), record.text).split("\n"), start=1):
        for index in personal_numbers(text):
            is_found = True
            yield Place(line, index + 1), message
    if not is_found:  # written with codes, or folded over two lines
        yield from ((pointer, message) for pointer, text in _prose(record) if has_personal_number(text))
    if has_personal_number(record.id):
        yield (), "Filens namn innehåller något som ser ut som ett personnummer. Byt namn på filen."


@check(
    "text/email",
    on=EVERY_KIND,
    reason="Registret innehåller inga uppgifter om enskilda personer.",
)
def no_email(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ingen text innehåller e-postadresser."""
    for pointer, text in texts(record.data):
        if EMAIL.search(text):
            yield pointer, "Texten innehåller en e-postadress. Ta bort den; hänvisa till organisationens webbplats."


@check(
    "text/phone",
    on=EVERY_KIND,
    reason="Registret innehåller inga uppgifter om enskilda personer.",
)
def no_phone_number(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ingen text innehåller telefonnummer."""
    for pointer, text in _prose(record):
        if PHONE.search(_DIARY_NUMBER.sub(" ", text)):
            yield pointer, "Texten innehåller något som ser ut som ett telefonnummer. Ta bort det."


@check(
    "text/link",
    on=EVERY_KIND,
    reason="Andra slags länkar kan köra skript eller leda ingenstans.",
)
def links_are_web_addresses(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En länk i löpande text leder till en adress som börjar med https:// eller http://."""
    for pointer, text in texts(record.data):
        if pointer and pointer[-1] in MARKDOWN_FIELDS:
            for match in _LINK_TARGET.finditer(text):
                target = next(filter(None, match.groups()), "")
                if not re.match(r"https?://[^\s/]", target):
                    yield pointer, "En länk i texten leder inte till en webbadress. Skriv hela adressen med https://."


@check(
    "text/spaces",
    on=EVERY_KIND,
    reason="Osynliga skillnader stör sökning och jämförelse.",
)
def spaces_are_tidy(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Texter har inga dubbla blanksteg och inga blanksteg först eller sist."""
    for pointer, text in texts(record.data):
        lines = text.split("\n") if pointer and pointer[-1] in MARKDOWN_FIELDS else [text]
        if any(line != line.strip() and not _LIST_ITEM.match(line) for line in lines):
            yield pointer, "Texten har blanksteg först eller sist på en rad. Ta bort dem."
        elif any("  " in line.strip() for line in lines):
            yield pointer, "Texten har dubbla blanksteg. Skriv ett."


@check(
    "text/formula",
    on=EVERY_KIND,
    reason="Kalkylprogram tolkar sådan text som en formel när någon öppnar de nedladdade filerna.",
)
def text_is_no_formula(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ingen text börjar med =, +, @ eller ett minustecken."""
    for pointer, text in texts(record.data):
        if text.startswith(("=", "+", "@", "-", "\u2212")):
            yield pointer, f"Texten börjar med {text[0]} och kan läsas som en formel. Börja med ett ord."


@check(
    "text/garbled",
    on=EVERY_KIND,
    reason="Texten har lästs i fel teckenkodning någon gång på vägen, och bokstäverna är förstörda.",
)
def letters_are_whole(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ingen text har å, ä och ö förvandlade till teckenpar som Ã¥, Ã¤ och Ã¶."""
    for pointer, text in texts(record.data):
        if garbled := _GARBLED.search(text):
            yield (
                pointer,
                f"Texten innehåller {garbled[0]}, troligen ett förstört å, ä eller ö. Skriv bokstaven på nytt.",
            )


@check(
    "text/one-alphabet",
    on=EVERY_KIND,
    reason="Kyrilliska och grekiska bokstäver som ser ut som latinska gör ordet omöjligt att söka och att jämföra.",
)
def word_is_of_one_alphabet(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Inget ord blandar latinska bokstäver med kyrilliska eller grekiska."""
    for pointer, text in texts(record.data):
        if mixed := _MIXED.search(text):
            yield pointer, f"Ordet {mixed[0]} har bokstäver ur olika alfabet. Skriv det på nytt."


@check(
    "text/title-is-party",
    on="agreement",
    reason="Titeln ska säga vad partnerskapet är till för; parterna visas ändå bredvid.",
)
def title_is_not_a_party(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Titeln är inte bara en parts namn."""
    title = plain_name(record.data["title"])
    for party in record.data["nonprofit_parties"]:
        raw = corpus.organisations.get(party["organisation"], {})
        names = [raw.get("name"), party.get("as_named"), *raw.get("aliases", ())]
        if title in {plain_name(name) for name in names if name}:
            yield ("title",), "Titeln är bara en parts namn. Skriv vad partnerskapet är till för."
            return
    names = [corpus.bodies.get(party["body"]) for party in record.data["public_parties"]]
    if title in {plain_name(name) for name in names if name}:
        yield ("title",), "Titeln är bara huvudmannens namn. Skriv vad partnerskapet är till för."


@check(
    "text/title-form",
    on="agreement",
    reason="Titlar visas i listor och ska se lika ut.",
)
def title_looks_like_a_title(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Titeln börjar med stor bokstav eller siffra, slutar utan punkt och är inte skriven med bara versaler."""
    title = record.data["title"]
    if title.endswith("."):
        yield ("title",), "Titeln slutar med punkt. Ta bort punkten."
    elif title[:1].islower():
        yield ("title",), "Titeln börjar med liten bokstav. Börja med stor."
    elif len(title) > 8 and title.isupper():
        yield ("title",), "Titeln är skriven med bara versaler. Skriv den som en vanlig mening."


CHECKS = (
    no_personal_number,
    no_email,
    no_phone_number,
    links_are_web_addresses,
    spaces_are_tidy,
    text_is_no_formula,
    letters_are_whole,
    word_is_of_one_alphabet,
    title_is_not_a_party,
    title_looks_like_a_title,
)
