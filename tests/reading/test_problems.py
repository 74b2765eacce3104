import json

from site_builder.reading.problems import Problem, Severity, as_github, as_json, as_text, in_order

FAULT = Problem(path="data/a.yaml", line=3, column=5, rule="dates/x", message="Fel: 100 %,\nrätta.")
HINT = Problem(path="data/a.yaml", rule="text/y", message="Kanske.", severity=Severity.WARNING)


def test_problems_come_by_place_and_once() -> None:
    assert in_order([FAULT, HINT, FAULT]) == (HINT, FAULT)


def test_text_names_file_line_column_and_rule() -> None:
    assert as_text([FAULT, HINT]).splitlines() == [
        "data/a.yaml:3:5: dates/x: Fel: 100 %,",
        "rätta.",
        "data/a.yaml:1:1: varning: text/y: Kanske.",
        "1 fel, 1 varning",
    ]


def test_github_escapes_what_would_end_a_command() -> None:
    assert as_github([FAULT]).splitlines()[0] == (
        "::error file=data/a.yaml,line=3,col=5,title=dates/x::Fel: 100 %25,%0Arätta."
    )


def test_json_is_data() -> None:
    report = json.loads(as_json([FAULT, HINT]))
    assert (report["errors"], report["warnings"], report["problems"][0]["line"]) == (1, 1, 3)
