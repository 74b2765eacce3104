"""The real register's statistics against a second computation, by pandas from nothing but the CSV files."""

import io
from datetime import date

import pandas
import pytest

from site_builder.exporting.tables import table_outputs
from site_builder.reading.fields import schemas
from site_builder.register.register import Register
from site_builder.register.statistics import STATISTICS, Table
from tests.data.conftest import TODAY
from tests.toy_project import ROOT

pytestmark = pytest.mark.data
Frames = dict[str, pandas.DataFrame]


@pytest.fixture(scope="module")
def frames(register: Register) -> Frames:
    outputs = table_outputs(register, TODAY, schemas(ROOT / "schema"))
    return {
        output.path.removeprefix("data/").removesuffix(".csv"): pandas.read_csv(
            io.BytesIO(output.produce()), dtype=str, keep_default_na=False
        )
        for output in outputs
    }


@pytest.fixture(scope="module")
def tables(register: Register) -> dict[str, Table]:
    return {table.id: table for table in (statistic(register, TODAY) for statistic in STATISTICS)}


def counted(series: pandas.Series) -> dict[str, int]:
    return {str(key): int(value) for key, value in series.value_counts().items()}


def test_areas(frames: Frames, tables: dict[str, Table]) -> None:
    agreements = frames["partnerskap"]
    theirs = counted(agreements[agreements["area"] != ""]["area"])
    table = tables["insatsomraden"]
    ours = dict(zip(table.column("area"), table.column("agreements"), strict=True))
    assert {area: number for area, number in ours.items() if number} == theirs
    active = counted(agreements[(agreements["status"] == "active") & (agreements["area"] != "")]["area"])
    assert {a: n for a, n in zip(table.column("area"), table.column("active"), strict=True) if n} == active


def test_municipalities_and_regions(frames: Frames, tables: dict[str, Table]) -> None:
    parties = frames["parter"]
    public = parties[parties["role"] == "public"].drop_duplicates(["agreement", "id"])
    per_body = counted(public["id"])
    for table, file, total in (("flest-kommuner", "kommuner", 290), ("flest-regioner", "regioner", 21)):
        bodies = frames[file]
        assert len(bodies) == total
        known = {id: per_body[id] for id in bodies["id"] if id in per_body}
        assert dict(zip(tables[table].column("body"), tables[table].column("agreements"), strict=True)) == known
        population = dict(zip(bodies["id"], bodies["population"].astype(int), strict=True))
        rates = {id: round(100_000 * number / population[id], 2) for id, number in known.items()}
        assert dict(zip(tables[table].column("body"), tables[table].column("per_100000"), strict=True)) == rates
    ever = {row[0]: row[2] for row in tables["minst-ett"].rows}
    assert ever["Kommuner"] == sum(id in per_body for id in frames["kommuner"]["id"])
    assert ever["Regioner"] == sum(id in per_body for id in frames["regioner"]["id"])
    regions = set(frames["regioner"]["id"])
    led = frames["partnerskap"]["body"]
    assert {row[0]: row[1] for row in tables["kommun-region"].rows}["Region"] == led.isin(regions).sum()


def test_organisations_and_parties(frames: Frames, tables: dict[str, Table]) -> None:
    nonprofit = frames["parter"][frames["parter"]["role"] == "nonprofit"]
    per_organisation = counted(nonprofit.drop_duplicates(["agreement", "id"])["id"])
    table = tables["flest-organisationer"]
    ours = dict(zip(table.column("organisation"), table.column("agreements"), strict=True))
    assert ours == {id: number for id, number in per_organisation.items() if number > 1}
    named = frames["parter"][frames["parter"]["agreement"].isin(nonprofit["agreement"])]
    sizes = named.groupby("agreement").size().clip(upper=5)
    assert tables["antal-parter"].column("agreements") == tuple(int((sizes == number).sum()) for number in range(2, 6))


def test_starts_and_lengths(frames: Frames, tables: dict[str, Table]) -> None:
    periods = frames["perioder"][frames["perioder"]["kind"] != "maximum"]
    first = periods.groupby("agreement").head(1)
    begun = counted(first[first["start"] != ""]["start"].str[:4])
    ours = zip(tables["borjade-slutade"].column("year"), tables["borjade-slutade"].column("begun"), strict=True)
    assert {str(year): number for year, number in ours if number} == {y: n for y, n in begun.items() if y >= "2010"}
    closed = first[(first["start"] != "") & (first["end"] != "")]
    start = closed["start"].map(lambda text: pandas.Period(text).start_time)
    end = closed["end"].map(lambda text: pandas.Period(text).end_time.normalize())
    under_two = ((end + pandas.Timedelta(days=1)) < (start + pandas.DateOffset(years=2))).sum()
    lengths = dict(zip(tables["langd"].column("length"), tables["langd"].column("agreements"), strict=True))
    assert int(lengths["Under 1 år"] or 0) + int(lengths["1–2 år"] or 0) == under_two
    assert lengths["Tills vidare"] == (first["open_ended"] == "true").sum()
    assert sum(int(number or 0) for number in lengths.values()) == len(closed) + (first["open_ended"] == "true").sum()


def test_money(frames: Frames, tables: dict[str, Table]) -> None:
    money = frames["finansiering"]
    per_year = money[(money["per"] == "year") & (money["amount"] != "")]["amount"].astype(int).sum()
    assert sum(int(cell or 0) for cell in tables["pengar"].column("sum_per_year")) == per_year
    assert sum(int(cell or 0) for cell in tables["pengar"].column("contributions")) == len(money)


def test_the_last_year_end_is_the_status_of_a_file_of_that_day(register: Register, tables: dict[str, Table]) -> None:
    """A download made as of 31 December has the statuses that the year-end table counts."""
    day = date(2025, 12, 31)
    outputs = {output.path: output for output in table_outputs(register, day, schemas(ROOT / "schema"))}
    frame = pandas.read_csv(io.BytesIO(outputs["data/partnerskap.csv"].produce()), dtype=str, keep_default_na=False)
    active = dict(zip(tables["arsskiften"].column("year"), tables["arsskiften"].column("active"), strict=True))
    assert active[2025] == (frame["status"] == "active").sum()
