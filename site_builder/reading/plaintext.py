"""Plain text: bytes → text that is safe to parse and to show, or the first reason why it is not."""

import re
import unicodedata
from dataclasses import dataclass

from site_builder.reading.problems import Problem, Rule

MAX_BYTES = 64 * 1024
MAX_LIST_BYTES = 4 * 1024 * 1024

Position = tuple[int, int]

TOO_LARGE = Rule(
    id="yaml/too-large",
    sentence="En fil för ett partnerskap eller en organisation är högst 64 kB, en lista högst 4 MB.",
    reason="En större fil är nästan alltid ett misstag och gör granskningen omöjlig.",
)
BYTE_ORDER_MARK = Rule(
    id="yaml/byte-order-mark",
    sentence="Filen börjar inte med ett byteordningsmärke (BOM).",
    reason="Det osynliga tecknet blir annars en del av det första fältets namn.",
)
ENCODING = Rule(
    id="yaml/encoding",
    sentence="Filen är sparad i teckenkodningen UTF-8.",
    reason="I andra kodningar blir å, ä och ö fel tecken.",
)
UNPRINTABLE = Rule(
    id="yaml/unprintable",
    sentence="Texten innehåller inga osynliga tecken eller styrtecken.",
    reason="De syns inte vid granskning men stör sökning, sortering och kopiering.",
)
DECOMPOSED = Rule(
    id="yaml/decomposed",
    sentence="Å, ä, ö och é är skrivna som ett tecken, inte som bokstav plus lös accent.",
    reason="Två sätt att skriva samma ord gör att sökningen missar det ena.",
)
TAB = Rule(
    id="yaml/tab",
    sentence="Filen innehåller inga tabbar.",
    reason="YAML tillåter inte tabb som indrag, och i text syns skillnaden inte.",
)
RULES = (TOO_LARGE, BYTE_ORDER_MARK, ENCODING, UNPRINTABLE, DECOMPOSED, TAB)


def _position(text: str, index: int) -> Position:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def plain_text(path: str, content: bytes, max_bytes: int) -> tuple[str, Problem | None]:
    """The content as text that is safe to parse, or the first reason why it is not."""

    def refused(rule: Rule, position: Position, message: str) -> tuple[str, Problem]:
        line, column = position
        return "", Problem(path=path, line=line, column=column, rule=rule.id, message=message)

    if len(content) > max_bytes:
        found, allowed = len(content) // 1024 + 1, max_bytes // 1024
        return refused(
            TOO_LARGE, (1, 1), f"Filen är {found} kB; högst {allowed} kB är tillåtet. Dela upp eller korta den."
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) * 3 > len(content) > 8:
        return refused(ENCODING, (1, 1), "Filen är sparad som UTF-16. Spara om den som UTF-8.")
    if content.startswith(b"\xef\xbb\xbf"):
        return refused(
            BYTE_ORDER_MARK,
            (1, 1),
            "Filen börjar med ett byteordningsmärke. Spara om den som UTF-8 utan BOM (inte UTF-8 med signatur).",
        )
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8").replace("\r\n", "\n")
        return refused(ENCODING, _position(readable, len(readable)), _encoding_advice(content, error))
    fault = hidden_fault(text)
    return (text, None) if fault is None else refused(fault.rule, _position(text, fault.index), fault.message)


def _encoding_advice(content: bytes, error: UnicodeDecodeError) -> str:
    if error.end == len(content) and error.reason == "unexpected end of data":
        return "Filen är avhuggen mitt i ett tecken. Spara eller kopiera den på nytt."
    return (
        f"Här står en byte (0x{content[error.start]:02x}) som inte är UTF-8. Spara om filen som UTF-8; "
        "den är troligen sparad som Windows-1252 eller ISO 8859-1."
    )


@dataclass(frozen=True, slots=True)
class HiddenFault:
    """A character that must not stand in text: the rule, its index and what to do."""

    rule: Rule
    index: int
    message: str


def hidden_fault(text: str) -> HiddenFault | None:
    """The first tab, invisible character or letter written as several characters."""
    if tab := re.search("\t", text):
        return HiddenFault(TAB, tab.start(), "Här står en tabb. Skriv blanksteg i stället: två per nivå.")
    if hidden := _UNPRINTABLE.search(text):
        return HiddenFault(UNPRINTABLE, hidden.start(), _hidden_message(hidden[0]))
    if not unicodedata.is_normalized("NFC", text):
        for cluster in _CLUSTER.finditer(text):
            whole = unicodedata.normalize("NFC", cluster[0])
            if whole != cluster[0]:
                return HiddenFault(
                    DECOMPOSED,
                    cluster.start(),
                    f"Bokstaven {whole} är skriven med andra tecken än tangentbordets. Skriv om ordet, "
                    "eller spara filen i normalform NFC.",
                )
    return None


# Control characters, hard and zero-width spaces, soft hyphens, direction marks, line separators, noncharacters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff]"
)
_CLUSTER = re.compile(
    "[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*"
)
_NAMES = {
    "\0": "ett nolltecken",
    "\xad": "ett mjukt bindestreck",
    "\u200b": "ett blanksteg utan bredd",
    "\u200c": "en osynlig skiljare",
    "\u200d": "en osynlig fogning",
    "\ufeff": "ett byteordningsmärke",
}
_BLANKS = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000\u3164]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def cleaned(text: str) -> str:
    """Text from outside as `hidden_fault` wants it: tabs and special blanks as spaces, invisible characters gone.

    For what people paste into a form, where a fault in a character nobody sees is not theirs to find.
    """
    whole = text.encode("utf-8", "ignore").decode("utf-8")  # half a character is none
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _BLANKS.sub(" ", lines.replace("\t", " "))))


def _hidden_message(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if character == "\r":
        return "Raden slutar med ett gammalt radslut (CR). Spara om filen med radslut LF eller CRLF."
    if character == "\ufffd":
        return "Här står ett ersättningstecken: en bokstav har gått förlorad. Skriv den på nytt."
    if _BLANKS.match(character):
        return f"Här står ett särskilt blanksteg ({code}). Skriv ett vanligt blanksteg i stället."
    name = "ett riktningstecken" if _DIRECTIONS.match(character) else _NAMES.get(character, "ett osynligt tecken")
    return f"Här står {name} ({code}). Ta bort det."
