"""Cell values: what somebody means by what stands in a cell, or what is wrong with it and what to write instead."""

import re
from dataclasses import dataclass
from typing import Any

from site_builder.intake.names import Match, Names, new_id
from site_builder.intake.spreadsheets.labels import Labels, plain
from site_builder.intake.spreadsheets.underlag import PARTIES, SEPARATOR, Column, Kind
from site_builder.reading.personal import personal_numbers
from site_builder.reading.plaintext import cleaned
from site_builder.reading.wording import nearest, shown
from site_builder.register.dates import PartialDate

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_IN_ORDER = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SWEDISH = re.compile(r"(?:den )?(\d{1,2})/(\d{1,2}) (\d{4})")
_IN_WORDS = re.compile(r"(?:(?:den )?(\d{1,2})\.? )?([a-zåäö]{3})[a-zåäö]*\.? (\d{4})")
_AMOUNT = re.compile(r"(\d+)(?:[,.]0{1,2})?(?: ?(?:kr|kronor|sek|:-))?")
_NEW = re.compile(r"\s*\(ny\)\s*$", re.IGNORECASE)
DATE_ADVICE = "Skriv år, månad eller dag: 2022, 2022-01 eller 2022-01-31."


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The value, None for an empty cell; or what is wrong. `new_organisation` is one that the register has not got."""

    value: Any = None
    fault: str = ""
    new_organisation: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What names and words are understood by."""

    labels: Labels
    names: Names

    def meant(self, column: Column, text: str, items: str | None = None) -> Meant:
        """What the text means in the column, for a party on the side that `items` names."""
        if next(personal_numbers(text), None) is not None:
            return Meant(fault="Här står något som kan vara ett personnummer. Ta bort det: sådana får inte skickas in.")
        if column.kind in (Kind.TEXTS, Kind.REFERENCES):
            return self._several(column, text)
        whole = tidy(text)
        if not whole:
            return Meant()
        match column.kind:
            case Kind.DATE:
                return _date(whole)
            case Kind.NUMBER:
                return _number(whole)
            case Kind.FLAG:
                return _flag(column, whole)
            case Kind.REFERENCE if column.words == "party":
                return self._party(whole, items or "")
            case Kind.REFERENCE:
                return self._word(column, whole)
            case _:
                return _text(column, whole)

    def _several(self, column: Column, text: str) -> Meant:
        parts = [tidy(part) for part in text.split("\n" if "\n" in text.strip(" ") else SEPARATOR)]
        found = [self._word(column, part) if column.words else _text(column, part) for part in parts if part]
        fault = next((each.fault for each in found if each.fault), "")
        if not fault and len({str(each.value) for each in found}) < len(found):
            fault = f"Samma sak står två gånger i {shown(text)}. Skriv den en gång."
        return Meant(fault=fault) if fault else Meant(value=[each.value for each in found] or None)

    def _word(self, column: Column, text: str) -> Meant:
        if id := self.labels.id(column.words, text):
            return Meant(value=id)
        if column.words == "payers":
            id = self.names.body(text).id or self.names.organisation(text).id
            return Meant(value=id) if id else _text(column, text)
        listed = self.labels.lists.get(column.words, {})
        near = nearest(plain(text), {plain(label) for label in listed.values()}, 0.6)
        if len(listed) <= 12:
            advice = f"Välj ett av: {', '.join(listed.values())}."
        else:
            advice = (
                f"Menade du {self.labels.label(column.words, self.labels.id(column.words, near) or '')}?"
                if near
                else ""
            )
            advice = f"{advice} Välj i listan i Excel.".strip()
        return Meant(fault=f"{shown(text)} finns inte bland valen. {advice}")

    def _party(self, text: str, items: str) -> Meant:
        words = PARTIES.get(items)
        if words is None:
            return Meant(fault="Välj först i kolumnen Sida om parten är offentlig, idéburen eller annan.")
        if not words:
            return Meant(value=text)
        if id := self.labels.id(words, text):
            return Meant(value=id)
        if words == "bodies":
            return self._body(text)
        return self._organisation(text)

    def _body(self, text: str) -> Meant:
        match = self.names.body(text)
        if match.id:
            return Meant(value=match.id)
        return Meant(
            fault=f"{shown(text)} är ingen kommun, region eller annat offentligt organ i registret."
            f"{self._likely(match, 'bodies')} Välj i listan i Excel. En nämnd eller förvaltning skrivs under enheter."
        )

    def _organisation(self, text: str) -> Meant:
        name = _NEW.sub("", text)
        match = self.names.organisation(name)
        if match.id:
            return Meant(value=match.id)
        if match.likely and name == text:
            return Meant(
                fault=f"{shown(text)} finns inte i registret.{self._likely(match, 'organisations')} Skriv det namnet "
                f"om det är samma organisation, annars: {name} (ny)"
            )
        id = new_id(name, self.labels.lists["organisations"])
        if not id:
            return Meant(fault=f"{shown(text)} går inte att göra ett id av. Skriv organisationens namn med bokstäver.")
        return Meant(value=id, new_organisation=(id, name))

    def _likely(self, match: Match, words: str) -> str:
        names = [self.labels.label(words, id) for id in match.likely]
        return f" Det liknar {' och '.join(map(shown, names))}." if names else ""


def tidy(text: str) -> str:
    """The text as the register writes it: no invisible characters, no space at the ends of lines."""
    return "\n".join(line.rstrip() for line in cleaned(text).strip().split("\n"))


def date_text(text: str) -> str | None:
    """The date at the precision it is written with; None where that is not certain.

    `31/12 2023` is Swedish; what could as well be American, such as 1/2/23, is none.
    """
    told = " ".join(text.casefold().split())
    if re.fullmatch(r"\d \d{3}", told):
        told = told.replace(" ", "")
    if found := _IN_ORDER.fullmatch(told) or _TOGETHER.fullmatch(told):
        year, month, day = found.groups()
    elif found := _SWEDISH.fullmatch(told):
        day, month, year = found.groups()
    elif (found := _IN_WORDS.fullmatch(told)) and found[2] in MONTHS:
        day, year, month = found[1], found[3], str(MONTHS.index(found[2]) + 1)
    else:
        return None
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _date(text: str) -> Meant:
    found = date_text(text)
    if found is None:
        return Meant(fault=f"{shown(text)} går inte att läsa som ett datum. {DATE_ADVICE}")
    try:
        PartialDate.from_text(found)
    except ValueError:
        return Meant(fault=f"{shown(text)} finns inte i almanackan. {DATE_ADVICE}")
    if not 1900 <= int(found[:4]) < 2100:
        return Meant(fault=f"Året i {shown(text)} är orimligt. {DATE_ADVICE}")
    return Meant(value=found)


def _number(text: str) -> Meant:
    found = _AMOUNT.fullmatch(re.sub(r"(?<=\d)[ .](?=\d{3}(?!\d))", "", text.casefold()))
    if not found or not int(found[1]) or len(found[1]) > 11:
        return Meant(fault=f"{shown(text)} går inte att läsa som ett belopp. Skriv hela kronor med siffror: 553200.")
    return Meant(value=int(found[1]))


def _flag(column: Column, text: str) -> Meant:
    if text.casefold() in ("ja", "true", "sant", "x", "1"):
        return Meant(value=True)
    if text.casefold() in ("nej", "false", "falskt", "0"):
        return Meant(value=False if column.is_open else None)
    return Meant(fault=f"{shown(text)} går inte att förstå här. Skriv Ja, eller lämna tomt.")


def _text(column: Column, text: str) -> Meant:
    if column.longest and len(text) > column.longest:
        return Meant(fault=f"Texten är {len(text)} tecken; högst {column.longest} får plats. Korta den.")
    return Meant(value=text)
