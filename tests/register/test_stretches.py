"""The periods of the toy register on a timeline, by hand; and what sources say against them."""

from typing import Any

import pytest

from site_builder.register.agreement import Agreement
from site_builder.register.register import Register
from site_builder.register.stretches import stretches
from tests.register.test_status import ACTIVE_2023, ORIGINAL, agreement, said

Drawn = tuple[str, str, str, bool, str, bool]


def drawn(one: Agreement) -> list[Drawn]:
    return [
        (
            each.kind.value,
            each.start.isoformat(),
            each.end.isoformat(),
            each.is_start_stated,
            each.ending.value,
            each.is_certain,
        )
        for each in stretches(one)
    ]


TOY: dict[str, list[Drawn]] = {
    "malmo/avslutat": [("original", "2015-01-01", "2018-12-31", True, "stated", True)],
    "malmo/ingen-part": [("original", "2022-01-01", "2024-12-31", True, "stated", True)],
    "malmo/planerat": [],
    "region-gotland/tills-vidare": [("original", "2020-05-01", "2020-05-01", True, "open", True)],
    "region-skane/gemensamt": [
        ("original", "2021-01-01", "2022-12-31", True, "stated", True),
        ("renewal", "2023-01-01", "2027-06-30", True, "stated", True),
    ],
    "umea/dagverksamhet": [
        ("original", "2022-01-01", "2023-03-31", True, "stated", True),
        ("extension", "2023-04-01", "2023-04-01", True, "unknown", True),
    ],
    "umea/natthem": [
        ("original", "2019-03-01", "2021-12-31", True, "stated", True),
        ("extension", "2022-01-01", "2023-12-31", True, "stated", True),
        ("maximum", "2024-01-01", "2026-12-31", True, "stated", False),
    ],
    "umea/utan-datum": [],
}


def test_the_toy_register(toy: Register) -> None:
    assert {one.id: drawn(one) for one in toy.agreements} == TOY


@pytest.mark.parametrize(
    ("periods", "sources", "wanted"),
    [
        # a start nobody states is the first day a source confirmed it; without one the end is all there is
        ([{"kind": "original", "end": "2025"}], ACTIVE_2023,
         [("original", "2023-04-01", "2025-12-31", False, "stated", True)]),
        ([{"kind": "original", "end": "2025"}], [],
         [("original", "2025-12-31", "2025-12-31", False, "stated", True)]),
        # an end nobody states is the last day a source confirmed it
        ([{"kind": "original", "start": "2021"}], said(("active", "2022"), ("active", "2023")),
         [("original", "2021-01-01", "2023-12-31", True, "unknown", True)]),
        # extended nobody knows when: one stretch
        ([{"kind": "original", "start": "2020"}, {"kind": "extension", "end": "2024"}], [],
         [("original", "2020-01-01", "2024-12-31", True, "stated", True)]),
        # over before its time, at the latest when a source says so
        ([ORIGINAL], said(("ended", "2022-06-01")), [("original", "2022-01-01", "2022-06-01", True, "unknown", True)]),
        ([{"kind": "original", "start": "2020", "open_ended": True}], said(("ended", "2022-06-01")),
         [("original", "2020-01-01", "2022-06-01", True, "unknown", True)]),
        # over, as was agreed
        ([ORIGINAL], said(("ended", "2024-01-01")), [("original", "2022-01-01", "2023-03-31", True, "stated", True)]),
        # only announced
        ([ORIGINAL], said(("planned", "2021-06-01")),
         [("original", "2022-01-01", "2023-03-31", True, "stated", False)]),
        # a limit says nothing of what runs until further notice, nor when it is passed
        ([{"kind": "original", "start": "2020", "open_ended": True}, {"kind": "maximum", "end": "2026"}], [],
         [("original", "2020-01-01", "2020-01-01", True, "open", True)]),
        ([ORIGINAL, {"kind": "maximum", "end": "2023-03-31"}], [],
         [("original", "2022-01-01", "2023-03-31", True, "stated", True)]),
        # a limit alone is no time that it ran
        ([{"kind": "maximum", "end": "2026"}], ACTIVE_2023, []),
    ],
)  # fmt: skip
def test_bounds(periods: list[dict[str, Any]], sources: list[dict[str, Any]], wanted: list[Drawn]) -> None:
    assert drawn(agreement(periods, sources)) == wanted
