"""The statistics as files: each table's rows and definition, as the page has them."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

from site_builder.exporting.statistics import statistic_outputs
from site_builder.output import Output
from site_builder.register.register import Register
from site_builder.register.statistics import STATISTICS

DAY = date(2025, 6, 1)


def written(toy: Register) -> Iterator[Output]:
    return statistic_outputs([statistic(toy, DAY) for statistic in STATISTICS], DAY)


def test_every_statistic_is_a_file_and_a_part_of_the_whole(toy: Register) -> None:
    files = {output.path: output.produce() for output in written(toy)}
    whole = json.loads(files["data/statistik.json"])
    assert whole["date"] == "2025-06-01"
    assert len(whole["statistics"]) == len(STATISTICS) == len(files) - 1
    for statistic in whole["statistics"]:
        text = files[f"data/statistik/{statistic['id']}.csv"].decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) == len(statistic["rows"])
        for row, record in zip(rows, statistic["rows"], strict=True):
            assert row == {
                name: "" if value is None else f"{value}".removesuffix(".0") for name, value in record.items()
            }


def test_values_by_hand(toy: Register) -> None:
    files = {output.path: output.produce().decode("utf-8") for output in written(toy)}
    assert files["data/statistik/kommun-region.csv"].splitlines() == [
        "kind,agreements,share,active,share_active",
        "Kommun,6,75,0,0",
        "Region,2,25,2,100",
        "Annat organ,0,0,0,0",
    ]
