"""The data folder as a whole: what lies there, what is reported, and that one fault never hides another."""

import shutil
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from site_builder.cli import main
from site_builder.errors import BuildError
from site_builder.reading.problems import Severity
from site_builder.reading.rules.rule import Corpus, Record
from site_builder.reading.rules.text import no_personal_number
from site_builder.reading.validate import RULES, read
from tests.reading.invalid_cases import invalid_cases
from tests.toy_project import TODAY

NATTHEM = "data/agreements/umea/natthem.yaml"


def rules_broken(project: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in read(project, TODAY).problems]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_rule_says_what_and_why() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.sentence.endswith((".", ").")), rule.id
        assert rule.reason.endswith("."), rule.id


def test_one_broken_file_does_not_hide_another(project: Path) -> None:
    change(project / NATTHEM, "title: Natthem", "tittel: Natthem")
    change(project / "data/agreements/malmo/avslutat.yaml", "osterns-kvinnoforening", "osterns-kvinnoforenin")
    (project / "data/agreements/malmo/planerat.yaml").write_bytes(b"\xff")
    found = rules_broken(project)
    assert ("data/agreements/malmo/planerat.yaml", "yaml/encoding") in found
    assert ("data/agreements/malmo/avslutat.yaml", "references/organisation") in found
    assert [rule for path, rule in found if path == NATTHEM] == ["schema/unknown-key"]  # misspelt, not missing too


def test_a_broken_organisation_is_reported_once(project: Path) -> None:
    (project / "data/organisations/osterns-kvinnoforening.yaml").write_text("name: [", encoding="utf-8")
    assert rules_broken(project) == [("data/organisations/osterns-kvinnoforening.yaml", "yaml/syntax")]


def test_broken_sources_are_reported_once(project: Path) -> None:
    (project / "data/sources.yaml").write_text("- id: rapport\n", encoding="utf-8")
    assert {path for path, _ in rules_broken(project)} == {"data/sources.yaml"}


def test_symbolic_links_are_refused_and_not_followed(project: Path) -> None:
    (project / "data/agreements/umea/lank.yaml").symlink_to("/etc/passwd")
    (project / "data/agreements/smyg").symlink_to(project / "data/agreements/umea")
    assert rules_broken(project) == [
        ("data/agreements/smyg", "file/symbolic-link"),
        ("data/agreements/umea/lank.yaml", "file/symbolic-link"),
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("data/agreements/los.yaml", "file/unexpected"),
        ("data/agreements/umea/djup/fil.yaml", "file/unexpected"),
        ("data/annat/fil.yaml", "file/unexpected"),
        ("data/agreements/umea/fil.yml", "file/extension"),
        ("data/agreements/umea/.gomd", "file/extension"),
        ("data/organisations/Fil.yaml", "file/name"),
        ("data/agreements/Umeå/fil.yaml", "file/name"),
    ],
)
def test_nothing_lies_unread(project: Path, path: str, rule: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text("title: X\n", encoding="utf-8")
    assert rules_broken(project) == [(path, rule)]


def test_what_editors_leave_behind_is_not_data(project: Path) -> None:
    for name in (".DS_Store", "natthem.yaml~", ".natthem.yaml.swp", "Thumbs.db", ".~lock.natthem.yaml#"):
        (project / "data/agreements/umea" / name).write_bytes(b"\0")
    assert rules_broken(project) == []


@pytest.mark.parametrize("path", ["site.yaml", "data/sources.yaml", "data/vocabularies/areas.yaml"])
def test_a_missing_common_file_is_reported(project: Path, path: str) -> None:
    (project / path).unlink()
    assert (path, "file/missing") in rules_broken(project)


def test_explicit_null_is_the_same_as_absent(project: Path) -> None:
    change(project / "data/agreements/umea/utan-datum.yaml", "sources:", "name: null\nnote: null\narea: null\nsources:")
    assert rules_broken(project) == []


def test_a_waiver_accepts_a_breach_until_its_last_day(project: Path) -> None:
    change(project / NATTHEM, '"2019-03-01"', '"1989-03-01"')
    assert {rule for _, rule in rules_broken(project)} == {"dates/implausible"}
    (project / "data/waivers.yaml").write_text(
        "- rule: dates/implausible\n  record: agreements/umea/natthem.yaml\n"
        '  reason: Källan anger verkligen 1989.\n  expires: "2025-06-01"\n',
        encoding="utf-8",
    )
    reading = read(project, TODAY)
    assert reading.problems == ()
    assert {waived.waiver.reason for waived in reading.waived} == {"Källan anger verkligen 1989."}
    assert {problem.rule for problem in read(project, date(2025, 6, 2)).problems} == {
        "dates/implausible",
        "waivers/expired",
    }


def test_a_waiver_that_is_not_needed_is_an_error(project: Path) -> None:
    (project / "data/waivers.yaml").write_text(
        "- rule: dates/implausible\n  record: agreements/umea/natthem.yaml\n"
        '  reason: Behövs inte längre.\n  expires: "2026-06-01"\n',
        encoding="utf-8",
    )
    problem = read(project, TODAY).problems[0]
    assert (problem.rule, problem.severity, problem.line) == ("waivers/unused", Severity.ERROR, 2)


def test_a_personal_number_is_never_echoed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / NATTHEM, "Vuxna i hemlöshet", "Ring 19121212-1212 om vuxna")
    change(project / "data/organisations/norrskensmissionen.yaml", '"802002-8711"', "191212121212")
    change(project / "data/agreements/umea/utan-datum.yaml", "body: umea", 'body: "19121212-1212"')
    change(project / "data/agreements/malmo/avslutat.yaml", "area: ", "area: 19121212-1212\nx191212121212: ")
    for reporter in ("text", "github", "json"):
        assert main(["check", "--root", str(project), "--today", "2025-06-01", "--reporter", reporter]) == 1
        output = capsys.readouterr()
        assert "text/personal-number" in output.out
        assert "1212" not in output.out.replace("2025", "") + output.err


def test_drafts_elsewhere_are_checked_beside_the_register(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of broken files: each is reported, with exit 1 and no traceback; a good draft is not in the way."""
    drafts = tmp_path / "Mina utkast"
    drafts.mkdir()
    cases = [case for case in invalid_cases() if case.name.startswith("agreements/yaml-")]
    for case in cases:
        shutil.copy(case.files[0][0], drafts)
    natthem = (project / NATTHEM).read_text(encoding="utf-8")
    (drafts / "bra.yaml").write_text(natthem.replace("umea\n    units", "salem\n    units"), encoding="utf-8")
    assert len(cases) > 100
    command = ["check", "--root", str(project), "--today", "2025-06-01"]
    assert main([*command, str(drafts), str(project / NATTHEM)]) == 1
    output = capsys.readouterr().out
    for case in cases:
        assert f"Mina utkast/{case.files[0][0].name}:" in output, case.name
    assert "bra.yaml" not in output
    assert "Traceback" not in output
    assert main([*command, str(tmp_path / "finns-inte")]) == 2
    assert main([*command, str(drafts / "bra.yaml")]) == 0


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("19121212-1212", True),
        ("191212121212", True),
        ("121212+1212", True),
        ("19121212.1212", True),
        ("12 12 12-1212", True),
        ("121212-1212-", True),
        ("pnr-191212121212", True),
        ("121272-1219", True),  # a coordination number: sixty is added to the day
        ("19121212-1213", False),  # the check digit is wrong
        ("191213121212", False),  # no such date
        ("2023-01-01–2023-12-31", False),
        ("2022-12-31 2023", False),
        ("802002-8711", False),
        ("https://www.umea.se/191212121212", False),
    ],
)
def test_personal_numbers(text: str, is_found: bool) -> None:
    record = Record(kind="agreement", id="umea/x", path="data/x.yaml", data={"note": text}, text=f"note: {text}")
    assert bool(list(no_personal_number.find(record, cast(Corpus, None)))) == is_found


def test_a_personal_number_is_found_where_a_text_or_a_file_s_name_begins_with_it() -> None:
    in_codes = Record(kind="agreement", id="umea/x", path="x", data={"name": "19121212-1212"}, text='"\\x31912…"')
    in_name = Record(kind="agreement", id="19121212-1212", path="x", data={}, text="")
    found = [place for each in (in_codes, in_name) for place, _ in no_personal_number.find(each, cast(Corpus, None))]
    assert found == [("name",), ()]


def test_a_personal_number_in_codes_or_folded_is_found_and_cannot_be_waived(project: Path) -> None:
    change(project / "data/agreements/malmo/ingen-part.yaml", "note: ", 'name: "Nr 19121212\\x2d1212"\nnote: ')
    change(project / "data/agreements/malmo/avslutat.yaml", "sources:", "note: >\n  Nr 19121212-\n  1212\nsources:")
    (project / "data/waivers.yaml").write_text(
        "- rule: text/personal-number\n  record: agreements/malmo/ingen-part.yaml\n"
        '  reason: Det är rätt nummer.\n  expires: "2026-06-01"\n',
        encoding="utf-8",
    )
    assert rules_broken(project) == [
        ("data/agreements/malmo/avslutat.yaml", "text/personal-number"),
        ("data/agreements/malmo/ingen-part.yaml", "text/personal-number"),
        ("data/waivers.yaml", "waivers/unknown-rule"),
    ]


@pytest.mark.parametrize("text", ["Dnr SN 0456/2022", "Dnr 2022/0114 § 12", "0–25 år, 2022–2023", "2022-01-15"])
def test_diary_numbers_and_years_are_no_phone_numbers(project: Path, text: str) -> None:
    change(project / "data/agreements/umea/utan-datum.yaml", "sources:", f'note: "{text}"\nsources:')
    assert rules_broken(project) == []


def test_a_folder_without_data_cannot_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_broken_reference_table_is_named(project: Path) -> None:
    (project / "data/reference/regions.csv").write_text("id,code\nx,1\n", encoding="utf-8")
    with pytest.raises(BuildError, match="reference"):
        read(project, TODAY)


@pytest.mark.parametrize(("area", "beside"), [("trygghet", ["läxhjälp"]), ("akuta-insatser", ["läxhjälp", "dagverk"])])
def test_the_same_parties_may_have_a_partnership_for_something_else(
    project: Path, area: str, beside: list[str]
) -> None:
    """Of those beside it the day centre is for basic needs; the help with homework is not classified."""
    (project / "data/agreements/umea/aa.yaml").write_text(
        "title: Vuxna ute om natten\n"
        "nonprofit_parties: [{organisation: norrskensmissionen}]\n"
        "public_parties: [{body: umea}]\n"
        f"area: {area}\n"
        "target_group: barn-unga\n"
        "sources: [{source: rapport, locator: sidan 5}]\n",
        encoding="utf-8",
    )
    problems = read(project, TODAY).problems
    assert {problem.rule for problem in problems} == {"duplicates/overlap"}
    assert len(problems) == len(beside)
