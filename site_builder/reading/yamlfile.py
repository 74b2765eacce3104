"""Strict YAML: bytes → a Document of plain data with a position for every value, or problems.

YAML can surprise: `no` becomes false, `0114` becomes 76, a key given twice silently wins. Here the
dangerous parts of the language are refused, each with a message that says what to write instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from site_builder.reading.plaintext import MAX_BYTES, Position, hidden_fault, plain_text
from site_builder.reading.problems import Problem, Rule
from site_builder.reading.scalars import plain_scalar
from site_builder.reading.syntax import stumble
from site_builder.reading.wording import shown

MAX_DEPTH = 12

Pointer = tuple[str | int, ...]


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
RULES = (
    SYNTAX, EMPTY, SEVERAL_DOCUMENTS, DIRECTIVE,
    ANCHOR, ALIAS, MERGE_KEY, TAG, DUPLICATE_KEY, COMPLEX_KEY, TOO_DEEP,
)  # fmt: skip

Parsed = tuple[Document | None, tuple[Problem, ...]]


def parsed(path: str, content: bytes, max_bytes: int = MAX_BYTES) -> Parsed:
    """The document that `content` holds, and every problem found; no document where the text cannot be read."""
    text, problem = plain_text(path, content, max_bytes)
    if problem is not None:
        return None, (problem,)
    return _Composer(path, text).composed()


class _RefusedError(Exception):
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
        except _RefusedError:
            return None, tuple(self.problems)
        document = Document(
            path=self.path,
            data=data,
            positions=MappingProxyType(self.positions),
            unusable=frozenset(self.unusable),
        )
        return document, tuple(self.problems)

    def _refuse(self, rule: Rule, position: Position, message: str) -> None:
        line, column = position
        self.problems.append(Problem(path=self.path, line=line, column=column, rule=rule.id, message=message))

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        position, advice = stumble(error, self.text)
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
                        "Här börjar ett andra dokument. Ta bort raden ---, eller lägg det som följer i en egen fil.",
                    )
                    raise _RefusedError
                if event.version or event.tags:
                    self._refuse(DIRECTIVE, _at(event), "Ta bort raden som börjar med %.")
                    raise _RefusedError
            elif isinstance(event, yaml.NodeEvent):
                data = self._value(event, events, ())
        if data is None and () not in self.unusable:
            self._refuse(
                EMPTY, (1, 1), "Filen är tom. Fyll i den, ta bort den, eller skriv [] om den ska vara en tom lista."
            )
            raise _RefusedError
        return data

    def _value(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], pointer: Pointer) -> Any:
        if len(pointer) > MAX_DEPTH:
            self._refuse(
                TOO_DEEP,
                _at(event),
                f"Här är nästlingen djupare än {MAX_DEPTH} nivåer. Kontrollera indrag och klamrar.",
            )
            raise _RefusedError
        if isinstance(event, yaml.AliasEvent):
            self._refuse(ALIAS, _at(event), f"*{event.anchor} är ett alias. Skriv ut värdet i stället.")
            return self._unusable(pointer)
        if event.anchor:
            self._refuse(ANCHOR, _at(event), f"Ta bort ankaret &{event.anchor} och skriv ut värdet på varje ställe.")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
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
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(
                    COMPLEX_KEY,
                    _at(key),
                    "Ett fältnamn måste vara ett enkelt ord: inget alias, ingen lista, ingen post.",
                )
                raise _RefusedError
            value = next(events)
            assert isinstance(value, yaml.NodeEvent)
            self._check_hidden(key)
            if key.value == "<<":
                self._refuse(MERGE_KEY, _at(key), "Ta bort << och skriv ut fälten.")
                raise _RefusedError
            if key.anchor:
                self._refuse(ANCHOR, _at(key), f"Ta bort ankaret &{key.anchor}.")
            if key.tag is not None:
                self._refuse(TAG, _at(key), f"Ta bort taggen {_written_tag(key.tag)} före fältets namn.")
            child = (*pointer, key.value)
            if key.value in mapping:
                first_line, _ = self.positions[child]
                self._refuse(
                    DUPLICATE_KEY,
                    _at(key),
                    f"Fältet {shown(key.value)} anges redan på rad {first_line}. Behåll det ena.",
                )
                self._skipped(value, events)
                continue
            self.positions[child] = _at(key)
            mapping[key.value] = self._value(value, events, child)
        return mapping

    def _skipped(self, event: yaml.NodeEvent, events: Iterator[yaml.Event]) -> None:
        """Passes over a value that is not kept."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
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

    def _check_hidden(self, event: yaml.ScalarEvent) -> None:
        """An escape within double quotes can put into a value what the file itself does not hold."""
        if fault := hidden_fault(event.value):
            self._refuse(fault.rule, _at(event), f"{fault.message} Det är skrivet som en kod med omvänt snedstreck.")

    def _scalar(self, event: yaml.ScalarEvent, pointer: Pointer) -> Any:
        self._check_hidden(event)
        if not event.implicit[0]:
            return event.value
        scalar = plain_scalar(event.value)
        if scalar.rule:
            self._refuse(scalar.rule, _at(event), scalar.message)
        return scalar.value if scalar.is_usable else self._unusable(pointer)


def _at(event: yaml.Event) -> Position:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1


def _written_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
