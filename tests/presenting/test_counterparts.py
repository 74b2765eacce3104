"""What the register sets beside a published figure, on the toy register and by hand."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.presenting.counterparts import COUNTERPARTS
from site_builder.reading.fields import schemas
from site_builder.register.dates import PartialDate
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from tests.toy_project import ROOT

DAY = date(2025, 6, 1)
AS_OF = PartialDate.from_text("2022")


def figure(toy: Register) -> Figure:
    return replace(
        toy.figures["famna-umea"],
        as_of=AS_OF,
        body="umea",
        organisation="norrskensmissionen",
        area="akuta-insatser",
        target_group="vuxna",
    )


def said(counterpart: str, toy: Register, about: Figure) -> str:
    return COUNTERPARTS[counterpart](toy, DAY, about).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("counterpart", "expected"),
    [
        ("agreements", "8 partnerskap"),
        ("active", "5 partnerskap samma dag"),
        ("begun-per-year", "första kända start 2015; nya per år 2014–2024: 0, 1, 0, 0, 0, 1, 1, 1, 2, 0, 0"),
        ("new-in-the-first-years", "högst 1 partnerskap per år"),
        ("new-in-the-last-years", "0–2 per år"),
        ("year-ends", "vid slutet av 2014–2024: –, 1, 1, 1, 1, 1, 2, 3, 5, 4, 3"),
        ("of-body", "3 partnerskap"),
        ("rank-per-inhabitant", "plats 1 av 3"),
        ("share-of-municipalities", "1,0 %"),
        ("share-of-regions", "9,5 %"),
        ("municipalities-with-active", "3 kommuner samma dag"),
        ("regions-with-active", "2 regioner samma dag"),
        ("led-by-municipalities", "75,0 %"),
        ("led-by-regions", "25,0 %"),
        ("five-largest", "100,0 % hos dem med flest partnerskap, 50,0 % hos dem med flest invånare"),
        ("of-organisation", "5 partnerskap"),
        ("municipalities-of-organisation", "3 kommuner"),
        ("two-parties", "57,1 % har två parter"),
        ("area-share", "42,9 %"),
        ("area-share-in-municipalities", "60,0 %"),
        ("area-share-in-regions", "0,0 %"),
        ("areas-of-target-groups", "Vuxna: Akuta insatser 66,7 %"),
        ("one-to-three-years", "60,0 %"),
        ("short-in-area", "33,3 %"),
        ("short-in-other-areas", "20,0 %"),
        ("long-in-area", "0,0 % fem år eller mer eller tills vidare; 33,3 % i andra områden"),
        (
            "short-for-target-group",
            "33,3 % under två år, 100,0 % av dem förlängda; andra målgrupper 0,0 % under två år, – av dem förlängda",
        ),
        ("short-extended", "100,0 % av de korta här förlängda, – i andra områden"),
        ("extension-lengths", "0 av 1 förlängningar med känd längd är på ett till två år"),
    ],
)
def test_a_counterpart(counterpart: str, expected: str, toy: Register) -> None:
    assert said(counterpart, toy, figure(toy)) == expected


@pytest.mark.parametrize(
    ("counterpart", "beginning"),
    [
        ("municipality-groups", "Storstäder 1 av 3; Pendlingskommun nära storstad 0 av 43; Större stad 1 av 23;"),
        ("largest-areas", "Akuta insatser 42,9 %; Fritid och utbildning 14,3 %;"),
        ("largest-areas-in-municipalities", "Akuta insatser 60,0 %; Fritid och utbildning 20,0 %;"),
        ("areas-of-active", "Akuta insatser 60,0 %; Hälsa och rehabilitering 20,0 %;"),
        ("lengths", "Under 1 år 0,0 %; 1–2 år 16,7 %; 2–3 år 33,3 %; 3–5 år 33,3 %;"),
        ("lengths-of-active", "Under 1 år 0,0 %; 1–2 år 20,0 %; 2–3 år 40,0 %; 3–5 år 20,0 %;"),
    ],
)
def test_a_counterpart_in_a_row(counterpart: str, beginning: str, toy: Register) -> None:
    assert said(counterpart, toy, figure(toy)).startswith(beginning)


def test_a_county_has_its_region_s_and_its_municipalities(toy: Register) -> None:
    """Malmö's four, one of them with the region; by the end of 2016 only the one from 2015."""
    skane = replace(figure(toy), body="region-skane")
    assert said("in-county", toy, skane) == "4 partnerskap som var kända till dess"
    early = replace(skane, as_of=PartialDate.from_text("2016"))
    assert said("in-county-with-municipalities", toy, early) == "1 partnerskap som var kända till dess"


def test_without_an_area_the_short_stand_beside_the_longer(toy: Register) -> None:
    wanted = "100,0 % av de under två år förlängda, 40,0 % av de längre"
    assert said("short-extended", toy, replace(figure(toy), area=None)) == wanted


def test_every_counterpart_can_be_chosen_and_answers_without_data(toy: Register) -> None:
    choices = schemas(ROOT / "schema").by_name["figures"]["items"]["properties"]["counterpart"]["enum"]
    assert choices == sorted(COUNTERPARTS)
    empty = replace(toy, agreements=(), organisations={})
    for about in (figure(toy), replace(figure(toy), body=None, organisation=None, target_group=None)):
        for counterpart in COUNTERPARTS.values():
            assert counterpart(empty, DAY, about)
