"""The editor's rules are the register's: the same cases go through the scripts, in Node, and the Python rules."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, cast

import pytest
import yaml

from site_builder.intake.issues.forms import RELATION
from site_builder.presenting.asking import Control, Rows, more, sections
from site_builder.reading.fields import schemas
from site_builder.reading.personal import personal_numbers
from site_builder.reading.rules import CHECKS
from site_builder.reading.rules.duplicates import plain_name
from site_builder.reading.rules.rule import Check, Corpus, Record
from site_builder.register.register import Register
from tests.browser.install import node
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")
SCRIPTS = (ROOT / "assets" / "editor").as_uri()
YEAR = 2025
CORPUS = Corpus(
    agreements={}, organisations={}, agreement_ids=frozenset(), organisation_ids=frozenset(), bodies={},
    reference_bodies=frozenset(), municipalities=frozenset(), places=frozenset(), sources=frozenset(),
    programmes=frozenset(), vocabularies={}, unread=frozenset(), checked_on=date(YEAR, 6, 1),
)  # fmt: skip


def in_scripts(module: str, calls: str, given: object) -> Any:
    """What the expression `calls` makes of `given`, with everything that the module exports."""
    program = f"""
      const all = await import("{SCRIPTS}/{module}.js");
      const chunks = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      const given = JSON.parse(Buffer.concat(chunks).toString());
      process.stdout.write(JSON.stringify({calls}));
    """
    told = json.dumps(given)
    ran = node("--input-type=module", "-e", program, input=told, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


PERSONAL = (
    "19121212-1212", "191212121212", "121212+1212", "19121212.1212", "12 12 12-1212", "121212-1212-",
    "pnr-191212121212", "121272-1219", "19121212-1213", "191213121212", "2023-01-01–2023-12-31", "2022-12-31 2023",
    "802002-8711", "20121212\N{EN DASH}1212", "121212\N{MINUS SIGN}1212", "19000229-0005", "000229-0005",
    "121200-0005", "121261-0001", "Nr 121212-1212 och 19121212-1212.", "1121212-1212", "121212-12123",
    "12-12-12-1212-1", "", "🏒 121212-1212",
)  # fmt: skip


def test_personal_numbers_are_found_at_the_same_places() -> None:
    found = in_scripts("personal", "given.map(all.personalNumbers)", PERSONAL)
    expected = [list(personal_numbers(text)) for text in PERSONAL]
    in_code_units = [
        [len(text[:at].encode("utf-16-le")) // 2 for at in places]
        for text, places in zip(PERSONAL, expected, strict=True)
    ]
    assert found == in_code_units
    assert sum(map(bool, expected)) > 9


FIELDS: tuple[tuple[tuple[str | int, ...], str], ...] = (
    *((("title",), text) for text in ("Läxhjälp", "x" * 90, "x" * 91, "🏒" * 90, "🏒" * 91, "Två\nrader")),
    *((("name",), text) for text in ("y" * 200, "y" * 201)),
    *((("purpose",), text) for text in ("En\n\ntvå.", "z" * 4000, "z" * 4001)),
    *(
        (("periods", 0, key), text)
        for key in ("start", "end")
        for text in (
            "2022", "2022-01", "2022-01-31", "2024-02-29", "2023-02-29", "2022-04-31", "2022-13", "2022-1", "22",
            "1899", "1900", "2099", "2100", "2022-01-31 ", "31/1 2022", "2022-01-31\n", "tills vidare", "2022-00-10",
        )
    ),
    *((("periods", 0, "kind"), text) for text in ("original", "renewal", "förlängning", "Original")),
    *(
        (("links", 0, "url"), text)
        for text in (
            "https://www.umea.se/x", "http://umea.se", "www.umea.se", "HTTPS://umea.se", "javascript:alert(1)",
            "https://umea.se/a b", "https://umea.se/<x>", "https://umea.se/?q=å", 'https://umea.se/"', "https://",
            "https://u.se/" + "a" * 1986, "https://u.se/" + "a" * 1990,
        )
    ),
    *((("other_parties", 0, "name"), text) for text in ("Bolaget AB", "a" * 201)),
)  # fmt: skip


def control(register: Register, pointer: tuple[str | int, ...]) -> Control:
    asked = [*(each for section in sections(SCHEMAS, register) for each in section.asked), *more(SCHEMAS, register)]
    found = next(each for each in asked if each.name == pointer[0])
    if isinstance(found, Rows):
        return next(each for each in found.controls if each.name == pointer[-1])
    return found


def as_told(register: Register, pointer: tuple[str | int, ...]) -> Mapping[str, Any]:
    told = asdict(control(register, pointer))
    return {**told, "options": [value for value, _ in told["options"]]}


def test_texts_are_judged_as_the_schema_and_the_calendar_do(toy: Register) -> None:
    found = in_scripts(
        "rules",
        "given.map(([field, text]) => all.textProblem(field, text)?.rule ?? null)",
        [[as_told(toy, pointer), text] for pointer, text in FIELDS],
    )
    faulty = [rule is not None for rule in found]
    expected = [not is_fine(pointer, text) for pointer, text in FIELDS]
    assert [*zip(FIELDS, faulty, strict=True)] == [*zip(FIELDS, expected, strict=True)]
    assert {"schema/length", "schema/form", "schema/choice", "dates/impossible"} <= set(found)


def is_fine(pointer: tuple[str | int, ...], text: str) -> bool:
    schema = SCHEMAS.at("agreement", pointer)
    if not SCHEMAS.validator("agreement").evolve(schema=schema).is_valid(text):
        return False
    data = {str(pointer[-1]): text}
    checks = (each for each in CHECKS if each.rule.id == "dates/impossible")
    return not any(True for each in checks for _ in each.find(record(data), CORPUS))


WHOLE: Mapping[str, Any] = {
    "title": "Läxhjälp",
    "nonprofit_parties": [{"organisation": "roda-korset"}],
    "public_parties": [{"body": "umea"}],
}


def with_periods(*periods: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**WHOLE, "periods": list(periods)}


def period(start: str | None = None, end: str | None = None, kind: str = "original", **more: Any) -> Mapping[str, Any]:
    bounds = {"start": start, "end": end}
    return {"kind": kind, **{key: text for key, text in bounds.items() if text}, **more}


RECORDS: tuple[Mapping[str, Any], ...] = (
    WHOLE,
    with_periods(period("2022-01-01", "2023-12-31")),
    with_periods(period("2022", "2022-01-01")),
    with_periods(period("2022-06", "2022-05")),
    with_periods(period("2023", "2022")),
    with_periods(period("2022-02-30", "2021")),
    with_periods(period("2022"), period("2021", kind="extension")),
    with_periods(period("2022"), period(end="2024", kind="extension"), period("2021-12-31", kind="renewal")),
    with_periods(period("2022"), period("2023")),
    with_periods(period("2022", kind="extension")),
    with_periods(period("2022", "2023", open_ended=True)),
    with_periods(period(open_ended=True)),
    with_periods(period()),
    with_periods(period(as_written="våren")),
    with_periods(period("1994")),
    with_periods(period("1995", "2010")),
    with_periods(period("1995", "2011")),
    with_periods(period("2030", "2040")),
    with_periods(period("2030", "2041")),
    {**WHOLE, "nonprofit_parties": []},
    {**WHOLE, "nonprofit_parties": [], "note": "Källan namnger Ingen\nidéburen part."},
    {**WHOLE, "nonprofit_parties": [{"organisation": "a"}, {"organisation": "b"}, {"organisation": "a"}]},
    {**WHOLE, "public_parties": [{"body": "umea"}, {"body": "umea", "units": ["Nämnden"]}]},
    {**WHOLE, "area": "a", "secondary_areas": ["b", "a"]},
    {**WHOLE, "area": "a", "secondary_areas": ["b"]},
    {**WHOLE, "title": "Läxhjälp."},
    {**WHOLE, "title": "läxhjälp"},
    {**WHOLE, "title": "LÄXHJÄLP I UMEÅ"},
    {**WHOLE, "title": "IOP 2022"},
    {**WHOLE, "title": "2022-2023"},
)
RECORD_RULES = frozenset(
    {
        "dates/end-before-start", "dates/periods-in-order", "dates/first-period-original", "dates/open-ended-with-end",
        "dates/empty-period", "dates/implausible", "parties/none-named", "parties/repeated",
        "parties/secondary-area-repeats", "text/title-form",
    }
)  # fmt: skip


def record(data: Mapping[str, Any]) -> Record:
    return Record(kind="agreement", id="umea/x", path="data/agreements/umea/x.yaml", data=data, text="")


def test_records_are_judged_as_the_register_s_rules_do() -> None:
    calls = f"given.map((record) => all.recordProblems(record, {{ year: {YEAR}, note: record.note }}))"
    found = [
        sorted((problem["at"], problem["rule"]) for problem in problems)
        for problems in in_scripts("rules", calls, RECORDS)
    ]
    checks = tuple(each for each in CHECKS if each.rule.id in RECORD_RULES)
    assert {each.rule.id for each in checks} == RECORD_RULES
    expected = [sorted(place for each in checks for place in placed(each, data)) for data in RECORDS]
    assert [*zip(RECORDS, found, strict=True)] == [*zip(RECORDS, expected, strict=True)]
    assert {rule for problems in found for _, rule in problems} == RECORD_RULES


def placed(each: Check, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (".".join(map(str, cast(tuple[str | int, ...], pointer))), each.rule.id)
        for pointer, _ in each.find(record(data), CORPUS)
    ]


TEXTS = (
    "Ring 090-16 10 00", "Tel 070 123 45 67", "+46 70 123 45 67", "dnr 12345/2022", "KS 2022/01234",
    "mejla anna@umea.se",    "anna@umea", "=1+1", "+46", "-2", "\N{MINUS SIGN}3", "@anna", "Se https://umea.se/070-1234567",
    "Från 2019 & framåt",    "121212-1212", "https://umea.se/191212121212", "år 2022, 12 barn",
)  # fmt: skip


def test_texts_are_free_of_persons_and_formulas_as_the_register_s_rules_want_them() -> None:
    rules = {"text/personal-number", "text/email", "text/phone", "text/formula"}
    checks = [each for each in CHECKS if each.rule.id in rules]
    name = {"label": "Eget namn", "kind": "text", "options": []}
    found = in_scripts("rules", "given[1].map((text) => all.textProblem(given[0], text)?.rule ?? null)", [name, TEXTS])
    for text, rule in zip(TEXTS, found, strict=True):
        broken = {each.rule.id for each in checks if list(each.find(record({"name": text}), CORPUS))}
        assert (rule in broken) if broken else rule is None, (text, rule, broken)
    assert set(found) == {*rules, None}


def test_names_are_plain_in_the_same_way_but_for_the_dots_of_letters() -> None:
    names = ("Stiftelsen Bräcke diakoni", "Ideell förening X", "IK-Y, Ök", "ABF Väst", "Föreningen för AB")
    undotted = str.maketrans("åäöé", "aaoe")
    expected = [" ".join(sorted(plain_name(name).translate(undotted).split())) for name in names]
    assert in_scripts("likeness", "given.map(all.plainName)", names) == expected


@pytest.mark.parametrize(
    ("changed", "is_alike"),
    [
        ({"periods": [{"kind": "original", "start": "2023", "end": "2024"}]}, True),
        ({"periods": [{"kind": "original", "start": "2024-01-02", "end": "2024"}]}, False),
        ({"periods": []}, True),
        ({"public_parties": [{"body": "malmo"}]}, False),
        ({"nonprofit_parties": [{"name": "Ny"}]}, False),
        ({"nonprofit_parties": [{"name": "Ny"}], "title": "Natthem för vuxna"}, True),
    ],
)
def test_who_shares_body_and_party_and_time_or_title_is_alike(changed: Mapping[str, Any], is_alike: bool) -> None:
    published = [
        {
            "id": "umea/natthem", "title": "Natthem för vuxna.", "page": "x", "bodies": ["umea"],
            "organisations": ["roda-korset"], "first": "2019-03-01", "last": "2024-01-01",
        }
    ]  # fmt: skip
    found = in_scripts("likeness", "all.alike(given[0], given[1]).length", [dict(WHOLE) | dict(changed), published])
    assert bool(found) == is_alike


AWKWARD = 'Citat ”a” "b", snett \\ streck,\nny rad\ttabb: # nej 🏒 \x85\u2028\x7f ``` @anna <b>'
SUBMISSION: Mapping[str, Any] = {
    "kind": "correction",
    "agreement": "umea/laxhjalp",
    "relation": RELATION.options[0],
    "record": {
        "title": AWKWARD,
        "area": "fritid-utbildning",
        "secondary_areas": ["akuta-insatser"],
        "periods": [
            {"kind": "original", "start": "2023-01-01", "open_ended": True},
            {"kind": "extension", "end": "2024"},
        ],
        "public_parties": [{"body": "umea", "units": ["Nämnden", "no"]}, {"name": "yes"}],
        "nonprofit_parties": [{"organisation": "no"}],
        "links": None,
        "other_parties": [],
    },
    "source": "umea.se: § 12",
    "note": AWKWARD,
}


def test_what_is_sent_is_yaml_that_means_what_was_written() -> None:
    ids = ["area", "secondary_areas", "kind", "body", "organisation"]
    text = in_scripts("exits", "all.submissionText(given[0], new Set(given[1]))", [SUBMISSION, ids])
    assert yaml.safe_load(text) == SUBMISSION
    assert "  area: fritid-utbildning\n" in text
    assert '        - "no"\n' in text
    assert '    - organisation: "no"\n' in text
    assert not re.search(r"^\s*```", text, re.MULTILINE)


def test_the_file_to_download_is_the_record_in_the_schema_s_order() -> None:
    given = {
        "record": {"public_parties": [{"name": "Ny myndighet"}], "title": "Läxhjälp", "links": None, "id": "x",
                   "periods": [{"kind": "original", "open_ended": False, "start": "2022"}]},
        "agreement": None,
        "order": list(SCHEMAS.at("agreement", ())["properties"]),
        "source": "rad 1\n- rad: 2",
    }  # fmt: skip
    file = in_scripts("file", "all.dataFile({ ...given, ids: new Set(['kind', 'body']) })", given)
    assert file["name"] == "laxhjalp.yaml"
    assert yaml.safe_load(file["content"]) == {
        "title": "Läxhjälp",
        "public_parties": [{"body": "ny-myndighet"}],
        "periods": [{"kind": "original", "start": "2022"}],
    }
    assert "# Källa att lägga till under sources: rad 1 - rad: 2\n" in file["content"]
