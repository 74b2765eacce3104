"""Somebody else's list of partnerships, made up: their own column names, words and ways of writing dates."""

import random
from collections.abc import Iterator

from site_builder.register.register import Register

COLUMNS = ("Lnr", "Projekt", "Kommun/region", "Förvaltning", "Aktör", "Tema", "Vilka", "Start", "Slut", "Notering")
MAPPING = """\
source: {{id: {source}, reported_status: active, as_of: "2024-12-31"}}
columns:
  Projekt: title
  Kommun/region: public_parties.body
  Förvaltning: public_parties.units
  Aktör: nonprofit_parties.organisation
  Tema: area
  Vilka: target_group
  Start: periods.start
  Slut: periods.end
  Notering: note
values:
  area:
    Jobb och språk: arbete-integration
    Fritid: fritid-utbildning
    Hemlöshet: akuta-insatser
    Våld: brottsoffer-brottsforebyggande
  target_group:
    Barn och ungdom: barn-unga
    Vuxna: vuxna
    Alla: samtliga
separator: " & "
"""
_WHAT = ("Språkcafé", "Läxhjälp", "Natthärbärge", "Kvinnojour", "Fritidsgård", "Arbetsträning", "Matcentral", "Odling")
_WHO = ("Föreningen", "Kooperativet", "Stiftelsen", "Nätverket", "Kamratgruppen", "Sällskapet")
_NAMED = ("Linden", "Björken", "Hoppet", "Fyren", "Bron", "Källan", "Gläntan", "Granen", "Solrosen", "Lyktan")
_THEMES = ("Jobb och språk", "Fritid", "Hemlöshet", "Våld", "Trygghet", "")
_GROUPS = ("Barn och ungdom", "Vuxna", "Alla", "")


def foreign_rows(register: Register, count: int) -> Iterator[tuple[str, ...]]:
    """As many rows as wanted, the same for every call; most organisations are unknown to the register."""
    chance = random.Random(count)
    bodies = [body.name for body in (*register.municipalities, *register.regions)]
    for number in range(1, count + 1):
        year, years = chance.randint(2012, 2024), chance.randint(1, 4)
        start, end = chance.choice(_dates(year, year + years - 1))
        actors = [f"{chance.choice(_WHO)} {chance.choice(_NAMED)} {number}"]
        if chance.random() < 0.2:
            actors.append(f"{chance.choice(_WHO)} {chance.choice(_NAMED)} i {chance.choice(bodies)} {number}")
        yield (
            str(number),
            f"{chance.choice(_WHAT)} nummer {number}",
            chance.choice(bodies),
            chance.choice(("Socialförvaltningen", "Kultur och fritid", "")),
            " & ".join(actors),
            chance.choice(_THEMES),
            chance.choice(_GROUPS),
            start,
            end,
            chance.choice(("", "", "Uppgiften är inte bekräftad.")),
        )


def _dates(first: int, last: int) -> list[tuple[str, str]]:
    """The same time as different people write it."""
    return [
        (f"{first}-01-01", f"{last}-12-31"),
        (f"{first}", f"{last}"),
        (f"1/1 {first}", f"31/12 {last}"),
        (f"januari {first}", f"dec {last}"),
        (f"{first}0101", ""),
        (f"{first}", "tills vidare"),
        ("", ""),
    ]
