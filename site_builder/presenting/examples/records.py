"""Records: an invented register, with every status, a name too long, something unknown, nothing and many."""

from datetime import date
from typing import Any

from site_builder.presenting.examples.places import AREAS, NUMBERS
from site_builder.register.agreement import Agreement
from site_builder.register.directory import Body, Organisation, Source, Vocabulary
from site_builder.register.figures import Figure
from site_builder.register.raw import Raw
from site_builder.register.register import Register

DAY = date(2025, 6, 1)
LONGEST = "Exempelförbundens Ungdomsverksamhetsutvecklingssamarbetsorganisation"


BODIES = (*(each.body for each in NUMBERS), Body(id="organet", name="Exempelorganet", official_name="", kind="board"))
ORGANISATIONS = tuple(
    Organisation.from_raw(f"forening-{number}", {"name": name})
    for number, name in enumerate(("Föreningen Exemplet", LONGEST, *(f"Exempelförening {one}" for one in "ABCDEFGHIJ")))
)
SOURCE = Source.from_raw(
    {"id": "kallan", "title": "Exempelrapporten", "kind": "rapport", "publisher": "Utgivaren", "date": "2024-03"}
)


def _agreement(id: str, title: str, parties: int, bodies: tuple[str, ...], says: str | None, **more: Any) -> Agreement:
    """`parties`: how many of the organisations take part; `says` what the source reports of the status."""
    raw = {
        "title": title,
        "nonprofit_parties": [{"organisation": each.id} for each in ORGANISATIONS[:parties]],
        "public_parties": [{"body": body} for body in bodies],
        "sources": [
            {"source": SOURCE.id, "locator": "s. 1"} | ({"reported_status": says, "as_of": "2024-03"} if says else {})
        ],
    }
    return Agreement.from_raw(id, raw | more)


def _periods(*spans: tuple[str, str, str | None]) -> list[Raw]:
    """Each as kind, start and end; until further notice without an end."""
    ends = ((kind, start, {"end": end} if end else {"open_ended": True}) for kind, start, end in spans)
    return [{"kind": kind, "start": start} | end for kind, start, end in ends]


AGREEMENTS = (
    _agreement(
        "exempelkommunen/lang",
        "Flerspråkighetsfrämjandeverksamhetssamordning för unga",
        2,
        ("langexempel",),
        None,
        name="Samordningsexemplet",
        area="sysselsattning",
        periods=_periods(("original", "2019-01-01", "2020-12-31"), ("extension", "2021-01-01", "2022-12-31")),
    ),
    _agreement(
        "exempelkommunen/manga",
        "Mötesplats med många parter",
        12,
        tuple(body.id for body in BODIES),
        None,
        area="moten",
        periods=_periods(("original", "2020", "2021"), ("renewal", "2022", None)),
    ),
    _agreement("exempelkommunen/planerad", "Sommarskola", 1, ("exempelkommunen",), "planned", periods=[], area="stod"),
    _agreement(
        "exempelkommunen/slut",
        "Språkkafé",
        1,
        ("exempelkommunen",),
        "ended",
        area="moten",
        periods=_periods(("original", "2021-05", "2023-05-31")),
    ),
    _agreement("exempelkommunen/okand", "Nattvandring", 0, ("exempelkommunen",), None),
)


def _figure(id: str, text: str, **more: Any) -> Figure:
    return Figure.from_raw({"id": id, "topic": "antal", "source": SOURCE.id, "locator": "s. 2", "text": text} | more)


FIGURES = (
    _figure(
        "siffra",
        "Kända partnerskap",
        value=9,
        unit="partnerships",
        precision="about",
        as_of="2024",
        counterpart="agreements",
        difference="Källan räknar även avslutade.",
        contradicts=["motsagd"],
    ),
    _figure("motsagd", "Kända partnerskap", body="exempelstad", illegible=True, base="alla kommuner", note="En *not*."),
    _figure("i-ord", "Antalet ökar"),
)
REGISTER = Register(
    agreements=AGREEMENTS,
    organisations={each.id: each for each in ORGANISATIONS},
    bodies={body.id: body for body in BODIES},
    sources={SOURCE.id: SOURCE},
    vocabularies={"areas": Vocabulary(id="areas", sv="Områden", en="Areas", source=None, terms=AREAS)},
    programmes={},
    criteria=(),
    figures={figure.id: figure for figure in FIGURES},
    coverage=(),
    redirects=(),
)
