"""Records: the data files that a proposal changes, as lines of Markdown: which ones, and field by field how."""

from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.answering.quoting import label, quoted
from site_builder.intake.proposal import Proposal
from site_builder.presenting.telling import Teller, Told
from site_builder.reading.differences import Difference, Differences
from site_builder.reading.fields import Schemas
from site_builder.register.history import changes, is_same
from site_builder.register.release import WAYS_OUT, Key

Block = list[str]
_MOST_LINES = 40  # of one record or list
_MOST_ROWS = 3000  # of a list: comparing takes the square of the time
_FIRST = (
    "nonprofit_parties", "public_parties", "other_parties", "periods", "area", "target_group", "sources",
    "name", "federation", "seat", "url",
)  # fmt: skip
_NOUNS = {"agreement": "partnerskap", "organisation": "organisationer"}
_UNREAD = "  - Filen går inte att läsa. Se felen längre ner."


def sections(proposal: Proposal, schemas: Schemas) -> Iterator[Block]:
    """New, changed, renamed and removed records of each kind, then the lists and all other data."""
    found = proposal.differences
    for kind, noun in _NOUNS.items():
        teller = Teller(kind=kind, schemas=schemas, registers=proposal.registers)
        own = [each for each in found.found if each.kind == kind]
        renamed = list(_renamed(own, found))
        stay = [each for each in own if not any(each in pair for pair in renamed)]
        yield from _section(f"Nya {noun}", [_new(each, teller) for each in stay if each.is_new])
        changed = [each for each in stay if not each.is_new and not each.is_gone]
        yield from _section(f"Ändrade {noun}", [_changed(each, each, teller) for each in changed])
        moves = [_rename(old, new, found, teller) for old, new in renamed]
        yield from _section(f"{noun.capitalize()} som byter id", moves)
        yield from _section(f"Borttagna {noun}", [_removed(each, found) for each in stay if each.is_gone])
    lists = [each for each in found.found if each.kind not in _NOUNS]
    tellers = {each.kind: Teller(kind=each.kind, schemas=schemas, registers=proposal.registers) for each in lists}
    yield from _section("Källor, listor och inställningar", [_list(each, tellers[each.kind]) for each in lists])


def _section(heading: str, entries: Iterable[Block]) -> Iterator[Block]:
    found = list(entries)
    if found:
        yield [f"### {heading}: {len(found)}", "", *(line for entry in found for line in entry)]


def _renamed(own: list[Difference], found: Differences) -> Iterator[tuple[Difference, Difference]]:
    """Each record that is gone with the new one that it has become: by what is said, else by what they share."""
    new = [each for each in own if each.is_new]
    for old in own:
        if old.is_gone:
            said = found.redirects.get(_key(old))
            likely = (each for each in new if each.id == said or (not said and is_same(old.before, each.after)))
            became = next(likely, None)
            if became:
                new.remove(became)
                yield old, became


def _key(difference: Difference) -> Key:
    return "agreement" if difference.kind == "agreement" else "organisation", difference.id


def _heading(difference: Difference) -> str:
    """What the record is called, and its id."""
    data: Any = difference.after if difference.after is not None else difference.before
    names = (data.get("title"), data.get("name")) if isinstance(data, dict) else ()
    name = next((each for each in names if isinstance(each, str)), None)
    return f"- **{quoted(name, 120)}**, {quoted(difference.id, 120)}" if name else f"- {quoted(difference.id, 120)}"


def _new(difference: Difference, teller: Teller) -> Block:
    data = difference.after
    if not isinstance(data, dict):
        return [_heading(difference), _UNREAD]
    first = [key for key in _FIRST if data.get(key) not in (None, [], "")]
    shown = [f"  - {label(teller.field((key,)))}: {quoted(teller.shown((key,), data[key]))}" for key in first]
    rest = [label(teller.field((key,))) for key in list(data)[:_MOST_LINES] if key not in (*first, "title")]
    return [_heading(difference), *shown, *([f"  - Har också: {', '.join(rest).lower()}"] if rest else [])]


def _changed(before: Difference, after: Difference, teller: Teller) -> Block:
    if after.after is None:
        return [_heading(after), _UNREAD]
    if before.before is None:
        heading, *lines = _new(after, teller)
        return [heading, "  - Filen gick inte att läsa förut.", *lines]
    return [_heading(after), *_lines(before.before, after.after, teller)]


def _lines(before: Any, after: Any, teller: Teller) -> Block:
    lines = [_line(teller.told(change)) for change in changes(before, after)]
    if not lines:
        return ["  - Inga uppgifter ändras, bara hur filen är skriven."]
    more = [f"  - … och {len(lines) - _MOST_LINES} ändringar till"] if len(lines) > _MOST_LINES else []
    return [*lines[:_MOST_LINES], *more]


def _line(told: Told) -> str:
    values = " → ".join(map(quoted, told.values))
    return f"  - {label(told.field)}: {' '.join(filter(None, (told.what, values)))}"


def _rename(old: Difference, new: Difference, found: Differences, teller: Teller) -> Block:
    heading, *lines = _changed(old, new, teller)
    missing = [] if _key(old) in found.redirects else [f"  - Det är inte sagt. {WAYS_OUT}."]
    return [heading, f"  - Gammalt id: {quoted(old.id, 120)}", *missing, *lines]


def _removed(difference: Difference, found: Differences) -> Block:
    key = _key(difference)
    if key in found.redirects:
        why = f"Den gamla adressen leder till {quoted(found.redirects[key], 120)}."
    elif key in found.reasons:
        why = f"Skäl: {quoted(found.reasons[key])}"
    else:
        why = f"Det är inte sagt varför. {WAYS_OUT}."
    return [_heading(difference), f"  - {why}"]


def _list(difference: Difference, teller: Teller) -> Block:
    heading = f"- {quoted(difference.path)}"
    if difference.is_unread:
        return [heading, _UNREAD]
    before = difference.before if difference.before is not None else type(difference.after)()
    after = difference.after if difference.after is not None else type(before)()
    if max(len(before), len(after)) > _MOST_ROWS:
        return [heading, f"  - {len(before)} rader har blivit {len(after)}"]
    return [heading, *_lines(before, after, teller)]
