"""What the register sets beside a published figure, on the toy register and by hand."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.presenting.counterparts import COUNTERPARTS
from site_builder.reading.fields import schemas
from site_builder.register.dates import PartialDate
from site_builder.register.register import Register
from tests.toy_project import ROOT

DAY = date(2025, 6, 1)
AS_OF = PartialDate.from_text("2022")


@pytest.mark.parametrize(
    ("counterpart", "expected"),
    [
        ("agreements", "8 partnerskap"),
        ("active", "5 partnerskap samma dag"),
        ("of-body", "3 partnerskap"),
        ("rank-per-inhabitant", "plats 1 av 3"),
        ("new-in-the-first-years", "högst 1 partnerskap per år"),
        ("new-in-the-last-years", "0–2 per år"),
        ("year-ends", "flest pågående, 5, vid slutet av 2022"),
        ("share-of-municipalities", "1,0 %"),
        ("share-of-regions", "9,5 %"),
        ("municipalities-with-active", "3 kommuner samma dag"),
        ("regions-with-active", "2 regioner samma dag"),
        ("led-by-municipalities", "75,0 %"),
        ("five-largest", "100,0 %"),
        ("largest-movements", "flest har Norrskensmissionen (5)"),
        ("two-parties", "57,1 % har två parter"),
        ("area-share", "42,9 %"),
        ("area-share-in-municipalities", "60,0 %"),
        ("area-share-in-regions", "0,0 %"),
        ("areas-of-target-groups", "Vuxna: Akuta insatser 66,7 %"),
        ("one-to-three-years", "50,0 %"),
        ("short-in-area", "33,3 %"),
        ("short-in-other-areas", "20,0 %"),
        ("short-for-target-group", "33,3 % under två år; 100,0 % av dem förlängda"),
        ("short-extended", "100,0 % av de korta här, 100,0 % av alla korta"),
    ],
)
def test_a_counterpart(counterpart: str, expected: str, toy: Register) -> None:
    figure = replace(toy.figures["famna-umea"], as_of=AS_OF, body="umea", area="akuta-insatser", target_group="vuxna")
    said = COUNTERPARTS[counterpart](toy, DAY, figure).replace("\N{NO-BREAK SPACE}", " ")
    assert said == expected


def test_every_counterpart_can_be_chosen_and_answers_without_data(toy: Register) -> None:
    choices = schemas(ROOT / "schema").by_name["figures"]["items"]["properties"]["counterpart"]["enum"]
    assert choices == sorted(COUNTERPARTS)
    empty = replace(toy, agreements=(), organisations={})
    figure = replace(toy.figures["famna-umea"], area="akuta-insatser")
    for counterpart in COUNTERPARTS.values():
        assert counterpart(empty, DAY, figure)
