"""Strict YAML: bytes → a Document of plain data with a position for every value, or problems.

YAML can surprise: `no` becomes false, `0114` becomes 76, a key given twice silently wins. Here the
dangerous parts of the language are refused, each with a message that says what to write instead.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import yaml

from site_builder.reading.problems import Problem, Rule

MAX_BYTES = 64 * 1024
MAX_LIST_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 12

Pointer = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One parsed file: `data` as dict, list, str, int, bool or None; `positions` give line and column by pointer.

    A value in a mapping is placed at its key. `unusable` holds the pointers whose value was refused, so that
    later checks do not complain about the same value again.
    """

    path: str
    data: Any
    positions: Mapping[Pointer, Position]
    unusable: frozenset[Pointer]

    def position(self, pointer: Pointer) -> Position:
        """Where the pointer stands, or the nearest thing around it."""
        while pointer not in self.positions:
            pointer = pointer[:-1]
        return self.positions[pointer]


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
SYNTAX = Rule(
    id="yaml/syntax",
    sentence="Filen är giltig YAML.",
    reason="Annars går den inte att läsa alls.",
)
EMPTY = Rule(
    id="yaml/empty",
    sentence="Filen har ett innehåll.",
    reason="En tom fil är oftast en som glömts eller tömts av misstag.",
)
SEVERAL_DOCUMENTS = Rule(
    id="yaml/several-documents",
    sentence="Filen innehåller ett enda YAML-dokument.",
    reason="En fil är en post; allt efter en andra --- skulle annars försvinna.",
)
DIRECTIVE = Rule(
    id="yaml/directive",
    sentence="Filen innehåller inga YAML-direktiv (rader som börjar med %).",
    reason="De ändrar hur resten av filen tolkas.",
)
ANCHOR = Rule(
    id="yaml/anchor",
    sentence="Filen innehåller inga ankare (&namn).",
    reason="Varje uppgift ska stå utskriven där den hör hemma.",
)
ALIAS = Rule(
    id="yaml/alias",
    sentence="Filen innehåller inga alias (*namn).",
    reason="Varje uppgift ska stå utskriven där den hör hemma.",
)
MERGE_KEY = Rule(
    id="yaml/merge-key",
    sentence="Filen innehåller inga sammanslagningar (<<).",
    reason="Fälten ska synas där de gäller.",
)
TAG = Rule(
    id="yaml/tag",
    sentence="Filen innehåller inga taggar (!namn).",
    reason="En tagg kan göra om ett värde till något annat än det som står.",
)
DUPLICATE_KEY = Rule(
    id="yaml/duplicate-key",
    sentence="Ett fält anges bara en gång i samma post.",
    reason="Annars försvinner det ena värdet utan att det märks.",
)
COMPLEX_KEY = Rule(
    id="yaml/complex-key",
    sentence="Ett fältnamn är ett enkelt ord.",
    reason="Listor och poster som fältnamn går inte att läsa som data.",
)
TOO_DEEP = Rule(
    id="yaml/too-deep",
    sentence=f"Listor och poster är nästlade i högst {MAX_DEPTH} nivåer.",
    reason="Djupare nästling är alltid ett misstag eller ett angrepp.",
)
UNQUOTED_CODE = Rule(
    id="yaml/unquoted-code",
    sentence="En kod som börjar med noll står inom citattecken.",
    reason='0114 utan citattecken blir ett annat tal i många program; "0114" är en kod.',
)
UNQUOTED_DATE = Rule(
    id="yaml/unquoted-date",
    sentence="Ett datum står inom citattecken.",
    reason="Annars gör vissa program om det till en tidpunkt och ändrar precisionen.",
)
UNQUOTED_YES_NO = Rule(
    id="yaml/unquoted-yes-no",
    sentence="Orden yes, no, on, off, True och liknande står inom citattecken, eller skrivs true eller false.",
    reason="YAML gör annars om dem till sant eller falskt.",
)
UNQUOTED_NUMBER = Rule(
    id="yaml/unquoted-number",
    sentence="Decimaltal och tal med särskilda skrivsätt står inom citattecken.",
    reason="YAML gör annars om dem: 1.10 blir 1.1 och 1_000 blir 1000.",
)

RULES = (
    TOO_LARGE, BYTE_ORDER_MARK, ENCODING, UNPRINTABLE, DECOMPOSED, TAB, SYNTAX, EMPTY, SEVERAL_DOCUMENTS, DIRECTIVE,
    ANCHOR, ALIAS, MERGE_KEY, TAG, DUPLICATE_KEY, COMPLEX_KEY, TOO_DEEP, UNQUOTED_CODE, UNQUOTED_DATE,
    UNQUOTED_YES_NO, UNQUOTED_NUMBER,
)  # fmt: skip

Parsed = tuple[Document | None, tuple[Problem, ...]]


@lru_cache(maxsize=4096)
def parsed(path: str, content: bytes, max_bytes: int = MAX_BYTES) -> Parsed:
    """The document that `content` holds, and every problem found; no document where the text cannot be read."""
    text, problem = _text(path, content, max_bytes)
    if problem is not None:
        return None, (problem,)
    return _Composer(path, text).composed()


def _problem(rule: Rule, path: str, position: Position, message: str) -> Problem:
    line, column = position
    return Problem(path=path, line=line, column=column, rule=rule.id, message=message)


def _position(text: str, index: int) -> Position:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _text(path: str, content: bytes, max_bytes: int) -> tuple[str, Problem | None]:
    """The content as text that is safe to parse, or the first reason why it is not."""

    def refused(rule: Rule, position: Position, message: str) -> tuple[str, Problem]:
        return "", _problem(rule, path, position, message)

    if len(content) > max_bytes:
        found, allowed = len(content) // 1024 + 1, max_bytes // 1024
        return refused(
            TOO_LARGE, (1, 1), f"Filen är {found} kB; högst {allowed} kB är tillåtet. Dela upp eller korta den."
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
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
        return refused(
            ENCODING,
            _position(readable, len(readable)),
            f"Här står en byte (0x{content[error.start]:02x}) som inte är UTF-8. Spara om filen som UTF-8; "
            "den är troligen sparad som Windows-1252 eller ISO 8859-1.",
        )
    if tab := re.search("\t", text):
        return refused(TAB, _position(text, tab.start()), "Här står en tabb. Skriv blanksteg i stället: två per nivå.")
    if hidden := _UNPRINTABLE.search(text):
        name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}").lower()
        advice = "Skriv ett vanligt blanksteg i stället." if hidden[0] == "\u00a0" else "Ta bort det."
        return refused(
            UNPRINTABLE, _position(text, hidden.start()), f"Här står ett osynligt tecken ({name}). {advice}"
        )
    if not unicodedata.is_normalized("NFC", text):
        index = _first_decomposed(text)
        letter = unicodedata.normalize("NFC", text[max(0, index - 1) : index + 1])
        return refused(
            DECOMPOSED,
            _position(text, max(0, index - 1)),
            f"Bokstaven {letter} är skriven som två tecken. Skriv om ordet på tangentbordet, "
            "eller spara filen i normalform NFC.",
        )
    return text, None


# Control characters, hard and zero-width spaces, soft hyphens, direction marks, line separators, noncharacters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff]"
)


def _first_decomposed(text: str) -> int:
    for index in range(1, len(text)):
        if not unicodedata.is_normalized("NFC", text[max(0, index - 1) : index + 1]):
            return index
    return 0


_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_CODE = re.compile(r"0[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2}([Tt ][0-9].*)?)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(0[xo][0-9A-Fa-f_]+|0b[01_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9][0-9]*_[0-9_]*"
    r"|([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN)"
)
_YES_NO = frozenset(
    spelling
    for word in ("yes", "no", "on", "off", "y", "n", "true", "false")
    for spelling in (word, word.capitalize(), word.upper())
) - {"true", "false"}

_SYNTAX_HINTS = (
    (
        "mapping values are not allowed",
        "Kolon följt av blanksteg inne i ett värde. Sätt citattecken runt hela värdet, eller kontrollera indraget.",
    ),
    ("could not find expected ':'", "Raden saknar kolon efter fältets namn. Skriv fält: värde."),
    (
        "did not find expected key",
        "Indraget stämmer inte med raderna ovanför, eller så saknas ett citattecken. Fält på samma nivå "
        "ska börja i samma kolumn.",
    ),
    ("did not find expected '-' indicator", "Här väntades nästa rad i listan. Börja raden med bindestreck och blanksteg."),
    ("cannot start any token", "Ett värde får inte börja med det här tecknet. Sätt citattecken runt värdet."),
    ("found unexpected end of stream", "Ett citattecken öppnas men stängs aldrig. Lägg till det som saknas."),
    ("did not find expected ',' or '}'", "En klammer { stängs inte, eller så saknas ett komma mellan fälten i den."),
    ("did not find expected ',' or ']'", "En hakparentes [ stängs inte, eller så saknas ett komma i listan."),
    ("did not find expected node content", "Här saknas ett värde. Skriv det, eller ta bort tecknet före."),
    (
        "block sequence entries are not allowed",
        "Ett listelement (bindestreck) kan inte börja här. Lägg det på en egen rad.",
    ),
    ("found unknown escape character", "Omvänt snedstreck \\ har särskild betydelse inom \"…\". Skriv \\\\ eller byt till '…'."),
    ("did not find expected hexdecimal number", "Omvänt snedstreck \\ har särskild betydelse inom \"…\". Skriv \\\\."),
    ("did not find expected comment or line break", "Efter | eller > ska raden ta slut. Lägg texten på nästa rad, med indrag."),
    ("found undefined tag handle", "Utropstecken i början av ett värde är en tagg i YAML. Sätt citattecken runt värdet."),
)  # fmt: skip


class _Refused(Exception):
    """Parsing cannot go on; the problem is already recorded."""


class _Composer:
    """Builds plain data from parser events, noting a position for every value and a problem for every refusal."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.problems: list[Problem] = []
        self.positions: dict[Pointer, Position] = {(): (1, 1)}
        self.unusable: set[Pointer] = set()

    def composed(self) -> Parsed:
        try:
            events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
            data = self._document(events)
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
            return None, tuple(self.problems)
        except _Refused:
            return None, tuple(self.problems)
        document = Document(
            path=self.path,
            data=data,
            positions=MappingProxyType(self.positions),
            unusable=frozenset(self.unusable),
        )
        return document, tuple(self.problems)

    def _refuse(self, rule: Rule, position: Position, message: str) -> None:
        self.problems.append(_problem(rule, self.path, position, message))

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        found = error.problem or str(error)
        advice = next((hint for key, hint in _SYNTAX_HINTS if key in found), f"Läsaren säger: {found}.")
        if "found unexpected end of stream" in found and error.context_mark:
            position = (error.context_mark.line + 1, error.context_mark.column + 1)
        self._refuse(SYNTAX, position, f"Filen går inte att läsa som YAML. {advice}")

    def _document(self, events: Iterator[yaml.Event]) -> Any:
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        SEVERAL_DOCUMENTS,
                        _at(event),
                        "Här börjar ett andra dokument (---). Lägg det i en egen fil.",
                    )
                    raise _Refused
                if event.version or event.tags:
                    self._refuse(DIRECTIVE, _at(event), "Ta bort raden som börjar med %.")
                    raise _Refused
            elif isinstance(event, yaml.NodeEvent):
                data = self._value(event, events, ())
        if data is None and () not in self.unusable:
            self._refuse(EMPTY, (1, 1), "Filen är tom. Fyll i den, eller ta bort den.")
            raise _Refused
        return data

    def _value(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], pointer: Pointer) -> Any:
        if len(pointer) > MAX_DEPTH:
            self._refuse(
                TOO_DEEP, _at(event), f"Här är nästlingen djupare än {MAX_DEPTH} nivåer. Kontrollera indrag och klamrar."
            )
            raise _Refused
        if isinstance(event, yaml.AliasEvent):
            self._refuse(ALIAS, _at(event), f"*{event.anchor} är ett alias. Skriv ut värdet i stället.")
            return self._unusable(pointer)
        if event.anchor:
            self._refuse(ANCHOR, _at(event), f"Ta bort ankaret &{event.anchor} och skriv ut värdet på varje ställe.")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag not in (None, "!"):
            self._refuse(TAG, _at(event), f"Ta bort taggen {_written_tag(event.tag)}. Skriv bara värdet.")
            self._unusable(pointer)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, pointer)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, pointer)
        assert isinstance(event, yaml.ScalarEvent)
        return self._scalar(event, pointer)

    def _unusable(self, pointer: Pointer) -> None:
        self.unusable.add(pointer)

    def _mapping(self, events: Iterator[yaml.Event], pointer: Pointer) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            value = next(events)
            assert isinstance(value, yaml.NodeEvent)
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(COMPLEX_KEY, _at(key), "Ett fältnamn måste vara ett enkelt ord, inte en lista eller post.")
                raise _Refused
            if key.value == "<<":
                self._refuse(MERGE_KEY, _at(key), "Ta bort << och skriv ut fälten.")
                raise _Refused
            if key.anchor:
                self._refuse(ANCHOR, _at(key), f"Ta bort ankaret &{key.anchor}.")
            if key.tag not in (None, "!"):
                self._refuse(TAG, _at(key), f"Ta bort taggen {_written_tag(key.tag)} före fältets namn.")
            child = (*pointer, key.value)
            if key.value in mapping:
                first_line, _ = self.positions[child]
                self._refuse(
                    DUPLICATE_KEY,
                    _at(key),
                    f'Fältet "{key.value}" anges redan på rad {first_line}. Behåll det ena.',
                )
                self._skipped(value, events)
                continue
            self.positions[child] = _at(key)
            mapping[key.value] = self._value(value, events, child)
        return mapping

    def _skipped(self, event: yaml.NodeEvent, events: Iterator[yaml.Event]) -> None:
        """Passes over a value that is not kept."""
        depth = isinstance(event, yaml.CollectionStartEvent)
        while depth:
            following = next(events)
            depth += isinstance(following, yaml.CollectionStartEvent)
            depth -= isinstance(following, yaml.CollectionEndEvent)

    def _sequence(self, events: Iterator[yaml.Event], pointer: Pointer) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
            child = (*pointer, len(items))
            self.positions[child] = _at(event)
            items.append(self._value(event, events, child))
        return items

    def _scalar(self, event: yaml.ScalarEvent, pointer: Pointer) -> Any:
        text = event.value
        if not event.implicit[0]:
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        shown = text if len(text) <= 40 else text[:40] + "…"
        if text in _YES_NO:
            self._refuse(
                UNQUOTED_YES_NO,
                _at(event),
                f'YAML läser {shown} som sant eller falskt. Skriv "{shown}" inom citattecken om det är text, '
                "annars true eller false.",
            )
            return self._unusable(pointer)
        if _CODE.fullmatch(text):
            self._refuse(
                UNQUOTED_CODE, _at(event), f'Koden {shown} saknar citattecken och kan tappa sin nolla. Skriv "{shown}".'
            )
        elif _DATE.fullmatch(text):
            self._refuse(UNQUOTED_DATE, _at(event), f'Datumet {shown} saknar citattecken. Skriv "{shown}".')
        elif _INTEGER.fullmatch(text) and len(text) <= 18:
            return int(text)
        elif _ODD_NUMBER.fullmatch(text) or _INTEGER.fullmatch(text):
            self._refuse(
                UNQUOTED_NUMBER, _at(event), f'Talet {shown} kan läsas på flera sätt. Skriv "{shown}" inom citattecken.'
            )
            return self._unusable(pointer)
        return text


def _at(event: yaml.Event) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _written_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
