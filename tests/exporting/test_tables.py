"""The downloads: headers from the schema, every row valid, and what pandas reads is what the register holds."""

import csv
import io
import json
from datetime import date

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from site_builder.exporting.api import agreement_record, json_outputs
from site_builder.exporting.tables import TABLES, Table, as_csv, table_outputs
from site_builder.reading.fields import schemas
from site_builder.register.register import Register
from tests.toy_project import ROOT

DAY = date(2025, 6, 1)
SCHEMAS = schemas(ROOT / "schema")
START = {
    "partnerskap": "id,title,status",
    "parter": "agreement,role,id,name,as_named,units",
    "perioder": "agreement,kind,start,end,open_ended",
    "kallor": "agreement,source,locator,reported_status,as_of,link_marker",
}


def contents(toy: Register) -> dict[str, bytes]:
    return {output.path: output.produce() for output in table_outputs(toy, DAY, SCHEMAS)}


def test_files_and_headers(toy: Register) -> None:
    files = contents(toy)
    assert sorted(files) == sorted(f"data/{table.name}.csv" for table in TABLES)
    for name, start in START.items():
        assert files[f"data/{name}.csv"].decode("utf-8").startswith(start)


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_rows_follow_their_schema(toy: Register, table: Table) -> None:
    definition = {**SCHEMAS.by_name["export"]["$defs"][table.name], "$schema": SCHEMAS.by_name["export"]["$schema"]}
    validator = Draft202012Validator(definition, registry=SCHEMAS.registry)
    known_empty = 0
    for row in table.rows(toy, DAY):
        assert set(row) == set(definition["properties"])
        filled = {key: value for key, value in row.items() if value is not None}
        known_empty += len(row) - len(filled)
        errors = [error.message for error in validator.iter_errors(filled) if error.validator != "required"]
        assert errors == []
    assert known_empty or table.name in ("kommuner", "regioner", "resultat", "motsagelser")


def test_values_by_hand(toy: Register) -> None:
    files = {path: list(csv.DictReader(io.StringIO(data.decode("utf-8")))) for path, data in contents(toy).items()}
    by_id = {row["id"]: row for row in files["data/partnerskap.csv"]}
    natthem = by_id["umea/natthem"]
    assert (natthem["status"], natthem["start"], natthem["end"]) == ("expired", "2019-03-01", "2023")
    assert natthem["purpose"].startswith("Ingen ska behöva sova ute. *Värme*")
    assert by_id["region-gotland/tills-vidare"]["open_ended"] == "true"
    assert by_id["umea/dagverksamhet"]["end"] == ""
    assert by_id["region-skane/gemensamt"]["public_parties"] == "Region Skåne; Malmö stad"
    parties = [row for row in files["data/parter.csv"] if row["agreement"] == "umea/natthem"]
    assert [(row["role"], row["id"], row["units"]) for row in parties] == [
        ("nonprofit", "norrskensmissionen", "Natthemmet"),
        ("public", "umea", "Individ- och familjenämnden; Socialförvaltningen"),
        ("other", "", ""),
    ]
    kinds = [(row["kind"], row["end"]) for row in files["data/perioder.csv"] if row["agreement"] == "umea/natthem"]
    assert kinds == [("original", "2021-12-31"), ("extension", "2023"), ("maximum", "2026-12-31")]
    money = [row for row in files["data/finansiering.csv"] if row["agreement"] == "umea/natthem"]
    assert [(row["payer"], row["payer_name"], row["amount"], row["at_most"], row["per"]) for row in money] == [
        ("umea", "Umeå kommun", "553200", "false", "year"),
        ("norrskensmissionen", "Norrskensmissionen", "", "false", ""),
        ("Fonden", "", "90000", "true", "total"),
    ]
    assert [row["field"] for row in files["data/motsagelser.csv"]] == ["periods"]
    assert (natthem["programme"], natthem["contradictions"]) == ("norrsken", "1")
    works = {row["id"]: row for row in files["data/kallforteckning.csv"]}
    assert (works["handbok"]["short"], works["handbok"]["mentioned_in"]) == ("Utgivaren", "rapport")
    assert works["handbok"]["broken_addresses"] == "http://Handboken om <IOP>"
    assert (works["rapport"]["agreements"], works["rapport"]["figures"]) == ("8", "2")
    figures = {row["id"]: row for row in files["data/publicerade-siffror.csv"]}
    assert (figures["rapport-antal"]["value"], figures["rapport-antal"]["contradicts"]) == ("9", "rapport-tabell")
    assert (figures["famna-andel"]["value"], figures["famna-andel"]["illegible"]) == ("", "true")
    vallentuna = next(row for row in files["data/kommuner.csv"] if row["id"] == "vallentuna")
    assert vallentuna["code"] == "0115"
    assert vallentuna["county_code"] == "01"


def test_pandas_gets_the_same_numbers(toy: Register) -> None:
    files = contents(toy)
    agreements = pandas.read_csv(io.BytesIO(files["data/partnerskap.csv"]), dtype=str)
    parties = pandas.read_csv(io.BytesIO(files["data/parter.csv"]), dtype=str)
    assert agreements["status"].value_counts().to_dict() == {
        "active": 2,
        "expired": 2,
        "unknown": 2,
        "planned": 1,
        "ended": 1,
    }
    assert parties[parties["role"] == "nonprofit"]["id"].value_counts()["norrskensmissionen"] == 4
    assert set(parties["agreement"]) == set(agreements["id"])


@given(st.lists(st.tuples(st.text(), st.text()), max_size=6))
def test_any_text_survives_the_journey(rows: list[tuple[str, str]]) -> None:
    rows = [(one.replace("\r", ""), two.replace("\r", "")) for one, two in rows]
    data = as_csv(("a", "b"), ({"a": one, "b": two} for one, two in rows)).decode("utf-8", "surrogatepass")
    assert [tuple(row) for row in csv.reader(io.StringIO(data, newline=""))] == [("a", "b"), *rows]


def test_json_beside_each_page_and_all_together(toy: Register) -> None:
    files = {output.path: json.loads(output.produce()) for output in json_outputs(toy, DAY)}
    record = files["partnerskap/umea/natthem.json"]
    assert record["id"] == "umea/natthem"
    assert record["status"] == "expired"
    assert record["periods"][1] == {
        "kind": "extension",
        "end": "2023",
        "open_ended": False,
        "as_written": "förlängt till 2023",
    }
    assert record["sources"][0]["link_marker"] is True
    everything = files["data/partnerskap.json"]
    assert [one["id"] for one in everything["agreements"]] == [agreement.id for agreement in toy.agreements]
    assert everything["agreements"][0] == agreement_record(toy.agreements[0], DAY)
    assert everything["status_date"] == "2025-06-01"
