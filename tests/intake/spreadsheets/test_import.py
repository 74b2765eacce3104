"""An underlag goes out, is edited in Excel and comes back: exactly what was edited changes."""

import difflib
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.exporting.tables import table_outputs
from tests.toy_project import TODAY, toy_project
from tests.underlag import SCHEMAS, Sent, data_files, register_of, sent_out, taken_in

NATTHEM = "umea/natthem"
DAGVERKSAMHET = "umea/dagverksamhet"
PLANERAT = "malmo/planerat"


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A toy project in the register's own style, as `build.py format` leaves it. No test changes it."""
    folder = toy_project(tmp_path_factory.mktemp("formatted"))
    main(["format", "--root", str(folder)])
    return folder


@pytest.fixture
def project(tmp_path: Path, formatted: Path) -> Path:
    return Path(shutil.copytree(formatted, tmp_path / "project"))


@pytest.fixture
def sent(project: Path) -> Sent:
    return Sent(sent_out(register_of(project)))


def changed_lines(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines taken away and added, by file."""
    found = {}
    for path in sorted({*before, *after}):
        old, new = before.get(path, "").splitlines(), after.get(path, "").splitlines()
        told = [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")]
        if told:
            found[path] = told
    return found


def test_three_edited_cells_are_three_changed_fields(project: Path, sent: Sent, tmp_path: Path) -> None:
    sent.place("Partnerskap", "Titel", NATTHEM).value = "Natthem för alla i hemlöshet"
    sent.place("Perioder", "Slutdatum", DAGVERKSAMHET, 1).value = "2023-04-30"
    sent.place("Partnerskap", "Målgrupp", PLANERAT).value = "Vuxna"
    before = data_files(project)
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0
    assert changed_lines(before, data_files(project)) == {
        "data/agreements/malmo/planerat.yaml": ["-target_group: aldre", "+target_group: vuxna"],
        "data/agreements/umea/dagverksamhet.yaml": [
            '-  - {kind: original, start: "2022-01-01", end: "2023-03-31"}',
            '+  - {kind: original, start: "2022-01-01", end: "2023-04-30"}',
        ],
        "data/agreements/umea/natthem.yaml": [
            "-title: Natthem för vuxna i hemlöshet",
            "+title: Natthem för alla i hemlöshet",
        ],
    }


def test_an_unedited_file_changes_nothing(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    for name, content in (("sent.xlsx", sent_out(register_of(project))), ("saved.xlsx", b"")):
        path = tmp_path / name
        if content:
            path.write_bytes(content)
        else:
            sent.save(path)
        assert taken_in(project, path, "--write") == 0
    assert data_files(project) == before
    assert capsys.readouterr().out == "Inget skiljer sig från registret.\n" * 2


def test_nothing_is_written_unless_asked(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Titel", NATTHEM).value = "Natthem för alla"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx")) == 0
    assert data_files(project) == before
    assert capsys.readouterr().out == (
        "umea/natthem:\n  Titel: ”Natthem för vuxna i hemlöshet” → ”Natthem för alla”\n"
        "\nInget är skrivet. Lägg till --write för att skriva 1 fil.\n"
    )


def test_nothing_is_written_where_a_row_is_wrong_unless_row_by_row(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Titel", NATTHEM).value = "Natthem för alla"
    cell = sent.place("Perioder", "Slutdatum", DAGVERKSAMHET, 1)
    cell.value = "2023-02-30"
    file = sent.save(tmp_path / "u.xlsx")
    assert taken_in(project, file, "--write") == 1
    assert data_files(project) == before
    told = capsys.readouterr().out
    assert f"Perioder, rad {cell.row}, Slutdatum: ”2023-02-30” finns inte i almanackan." in told
    assert "Inget är skrivet: rätta raderna ovan" in told
    assert taken_in(project, file, "--write", "--rows") == 1
    assert list(changed_lines(before, data_files(project))) == ["data/agreements/umea/natthem.yaml"]
    assert "Skrivet: 1 fil. Raderna med fel är inte med." in capsys.readouterr().out


def test_a_fault_that_only_the_rules_find_is_told_of_its_cell(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = sent.place("Perioder", "Slutdatum", DAGVERKSAMHET, 1)
    cell.value = "2021-03-31"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 1
    assert f"Perioder, rad {cell.row}, Slutdatum: Slutdatum (end)" in capsys.readouterr().out


def test_clearing_a_cell_takes_the_value_away_unless_it_is_needed(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Eget namn", NATTHEM).value = None
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0
    assert changed_lines(before, data_files(project)) == {
        "data/agreements/umea/natthem.yaml": ["-name: Natthemmet Norrsken"]
    }
    sent.place("Partnerskap", "Titel", NATTHEM).value = None
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 1
    assert "Titel: Uppgiften behövs och kan inte tömmas." in capsys.readouterr().out


def test_a_deleted_row_does_nothing(project: Path, sent: Sent, tmp_path: Path) -> None:
    before = data_files(project)
    for sheet in ("Partnerskap", "Parter", "Källor"):
        sent.book[sheet].delete_rows(4)
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0
    assert data_files(project) == before


def test_an_emptied_row_is_no_way_to_take_something_away(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for heading in ("Slag av period", "Källans ordalydelse"):
        sent.place("Perioder", heading, DAGVERKSAMHET, 2).value = None
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 1
    assert "Raden är tömd." in capsys.readouterr().out


def test_locked_cells_cannot_be_edited(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Parter", "Partens id", NATTHEM, 1).value = "malmo"
    sent.place("Parter", "Sida", NATTHEM, 2).value = "Annan part"
    sent.place("Perioder", "Nr", DAGVERKSAMHET, 2).value = "7"
    sent.place("Källor", "Nr", DAGVERKSAMHET, 1).value = "ett"
    sent.place("Partnerskap", "Id", PLANERAT).value = "malmo/hittepa"
    sent.place("Partnerskap", "Id", "malmo/avslutat").value = DAGVERKSAMHET
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--rows") == 1
    told = capsys.readouterr().out
    assert "Partens id: ”malmo” står i en låst cell. Skriv tillbaka ”umea”." in told
    assert "Sida: ”Annan part” står i en låst cell. Skriv tillbaka ”Idéburen part”." in told
    assert "Rad nummer 7 av ”umea/dagverksamhet” finns inte i underlaget. Id och Nr är låsta" in told
    assert "Radens nummer är låst. Skriv tillbaka det" in told
    assert "”malmo/hittepa” finns inte i underlaget. Id är låst" in told
    assert told.count("Id och nummer står på flera rader.") == 2
    assert data_files(project) == before


def test_what_has_changed_in_the_register_too_is_a_conflict(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent.place("Partnerskap", "Titel", NATTHEM).value = "Natthem för alla"
    sent.place("Partnerskap", "Titel", PLANERAT).value = "Odling på torget"
    path = project / "data/agreements/umea/natthem.yaml"
    text = path.read_text(encoding="utf-8").replace("Natthem för vuxna i hemlöshet", "Natthem i Umeå")
    path.write_text(text.replace("Natthemmet Norrsken", "Norrskenet"), encoding="utf-8")
    before = data_files(project)
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--rows") == 1
    assert changed_lines(before, data_files(project)) == {
        "data/agreements/malmo/planerat.yaml": ["-title: Odling på Österns torg", "+title: Odling på torget"]
    }
    assert (
        "Titel: Registret har ändrats här sedan filen hämtades, från ”Natthem för vuxna i hemlöshet” till ”Natthem i "
        "Umeå”. Din ändring till ”Natthem för alla” skrivs inte."
    ) in capsys.readouterr().out


def test_what_moved_in_the_register_is_found_again(project: Path, sent: Sent, tmp_path: Path) -> None:
    path = project / "data/agreements/umea/natthem.yaml"
    text = path.read_text(encoding="utf-8")
    first = '  - {kind: original, start: "2015", end: "2018"}\n'
    text = text.replace("periods:\n", f"periods:\n{first}").replace(
        '{kind: original, start: "2019-03-01"', '{kind: renewal, start: "2019-03-01"'
    )
    path.write_text(text, encoding="utf-8")
    before = data_files(project)
    sent.place("Perioder", "Källans ordalydelse", NATTHEM, 2).value = "förlängt"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0
    assert changed_lines(before, data_files(project)) == {
        "data/agreements/umea/natthem.yaml": [
            '-  - {kind: extension, end: "2023", as_written: "förlängt till 2023"}',
            '+  - {kind: extension, end: "2023", as_written: "förlängt"}',
        ]
    }


def test_what_the_register_says_already_is_no_change(project: Path, sent: Sent, tmp_path: Path) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Målgrupp", NATTHEM).value = " vuxna "
    sent.place("Perioder", "Startdatum", DAGVERKSAMHET, 1).value = datetime(2022, 1, 1)
    sent.place("Finansiering", "Belopp", NATTHEM, 1).value = 553200
    sent.place("Parter", "Part", NATTHEM, 1).value = "Umeå"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0
    assert data_files(project) == before


def test_new_rows_and_a_new_partnership_get_files(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.add("Perioder", DAGVERKSAMHET, Slag_av_period="förlängning", Slutdatum="31 december 2026")
    sent.place("Partnerskap", "Titel", "ny 1").value = "Läxhjälp på biblioteket"
    sent.place("Partnerskap", "Insatsområde", "ny 1").value = "Fritid och utbildning"
    sent.add("Parter", "ny 1", Sida="Offentlig part", Part="Umeå kommun")
    sent.add("Parter", "ny 1", Sida="Idéburen part", Part="Läxhjälparna i Umeå")
    sent.add("Källor", "ny 1", Källa="rapport", Ställe_i_källan="4 rad 1")
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write") == 0, capsys.readouterr().out
    found = changed_lines(before, data_files(project))
    assert found["data/agreements/umea/dagverksamhet.yaml"] == ['+  - {kind: extension, end: "2026-12-31"}']
    assert found["data/organisations/laxhjalparna-i-umea.yaml"][1:] == ["+name: Läxhjälparna i Umeå"]
    assert found["data/agreements/umea/laxhjalp-pa-biblioteket.yaml"][1:] == [
        "+title: Läxhjälp på biblioteket",
        "+nonprofit_parties:",
        "+  - organisation: laxhjalparna-i-umea",
        "+public_parties:",
        "+  - body: umea",
        "+area: fritid-utbildning",
        "+sources:",
        '+  - {source: rapport, locator: "4 rad 1"}',
    ]
    assert "Ny organisation: ”Läxhjälparna i Umeå” (data/organisations/laxhjalparna-i-umea.yaml)." in (
        capsys.readouterr().out
    )


def test_a_new_partnership_with_a_wrong_row_is_left_out_whole(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Titel", "ny 1").value = "Läxhjälp på biblioteket"
    sent.add("Parter", "ny 1", Sida="Offentlig part", Part="Ume kommun")
    sent.add("Parter", "ny 1", Sida="Idéburen part", Part="Läxhjälparna i Umeå")
    sent.place("Partnerskap", "Titel", "ny 2").value = "Läsning utan källa"
    sent.add("Parter", "ny 2", Sida="Offentlig part", Part="Umeå kommun")
    sent.add("Perioder", "ny 3", Slag_av_period="Förlängning")
    sent.add("Perioder", "", Slag_av_period="Förlängning")
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--rows") == 1
    told = capsys.readouterr().out
    assert "”Ume kommun” är ingen kommun, region eller annat offentligt organ i registret." in told
    assert "Partnerskapet saknar källa." in told
    assert "ny 3 har ingen rad i bladet Partnerskap." in told
    assert "Id saknas. Välj partnerskapets id" in told
    assert data_files(project) == before


def test_the_one_who_takes_it_in_can_say_where_it_is_from(project: Path, sent: Sent, tmp_path: Path) -> None:
    cell = sent.place("Partnerskap", "Titel", "ny 1")
    cell.value = "Läsning"
    sent.add("Parter", "ny 1", Sida="Offentlig part", Part="Umeå kommun")
    sent.add("Parter", "ny 1", Sida="Idéburen part", Part="Österns kvinnoförening")
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--source", "rapport") == 0
    text = (project / "data/agreements/umea/lasning.yaml").read_text(encoding="utf-8")
    assert f'{{source: rapport, locator: "rad {cell.row}"}}' in text


def test_a_partnership_that_the_register_has_is_told_of_its_row(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    cell = sent.place("Partnerskap", "Titel", "ny 1")
    cell.value = "Läsning"
    sent.add("Parter", "ny 1", Sida="Offentlig part", Part="Umeå kommun")
    sent.add("Parter", "ny 1", Sida="Idéburen part", Part="Norrskensmissionen")
    sent.place("Partnerskap", "Titel", PLANERAT).value = "Odling på torget"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--rows", "--source", "rapport") == 1
    told = f"Partnerskap, rad {cell.row}: data/agreements/umea/utan-datum.yaml: Partnerskapet liknar"
    assert told in capsys.readouterr().out
    assert list(changed_lines(before, data_files(project))) == ["data/agreements/malmo/planerat.yaml"]


def test_a_name_that_is_nearly_known_is_asked_about(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = sent.place("Parter", "Part", NATTHEM, 2)
    cell.value = "Norrskensmision"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx")) == 1
    assert (
        "”Norrskensmision” finns inte i registret. Det liknar ”Norrskensmissionen”. Skriv det namnet om det är samma "
        "organisation, annars: Norrskensmision (ny)"
    ) in capsys.readouterr().out
    cell.value = "Norrskensmision (ny)"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx")) == 0
    assert "Parter: Part: ”Norrskensmissionen” → ”Norrskensmision”" in capsys.readouterr().out


def test_a_personal_number_is_refused_and_never_shown(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data_files(project)
    sent.place("Partnerskap", "Anmärkning", NATTHEM).value = "Ring 811218-9876."
    sent.place("Partnerskap", "Målgrupp", NATTHEM).value = "811218-9875"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx"), "--write", "--rows") == 1
    told = capsys.readouterr()
    assert "Här står något som kan vara ett personnummer. Ta bort det" in told.out
    assert "811218" not in told.out + told.err
    assert data_files(project) == before


def test_a_formula_is_told_of_and_not_worked_out(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent.place("Partnerskap", "Titel", NATTHEM).value = '=HYPERLINK("http://x.example","Natthem")'
    assert taken_in(project, sent.save(tmp_path / "u.xlsx")) == 1
    assert "Titel: Här står en formel. Skriv värdet i stället" in capsys.readouterr().out


def test_a_field_of_another_side_is_refused(
    project: Path, sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent.place("Parter", "Slag", NATTHEM, 1).value = "Företag"
    assert taken_in(project, sent.save(tmp_path / "u.xlsx")) == 1
    assert "Slag: Uppgiften finns inte för offentlig part. Töm cellen." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("separator", "encoding", "quoted"), [(";", "cp1252", False), (",", "utf-8-sig", True), ("\t", "utf-16", False)]
)
def test_csv_is_compared_with_the_register_of_today(
    project: Path, tmp_path: Path, separator: str, encoding: str, quoted: bool
) -> None:
    def cell(text: str) -> str:
        return f'"{text}"' if quoted else text

    rows = [
        ("Id", "Titel", "Målgrupp", "Egen kolumn"),
        (NATTHEM, "Natthem för vuxna i hemlöshet", "vuxna", "x"),
        (PLANERAT, "Odling på Österns torg", "Barn och unga vuxna", ""),
    ]
    file = tmp_path / "svar.csv"
    file.write_bytes("\r\n".join(separator.join(map(cell, row)) for row in rows).encode(encoding))
    before = data_files(project)
    assert taken_in(project, file, "--write") == 0
    assert changed_lines(before, data_files(project)) == {
        "data/agreements/malmo/planerat.yaml": ["-target_group: aldre", "+target_group: barn-unga"]
    }


def test_the_registers_own_table_of_partnerships_changes_nothing(project: Path, tmp_path: Path) -> None:
    before = data_files(project)
    table = next(each for each in table_outputs(register_of(project), TODAY, SCHEMAS) if "partnerskap" in each.path)
    (tmp_path / "partnerskap.csv").write_bytes(table.produce())
    assert taken_in(project, tmp_path / "partnerskap.csv", "--write") == 0
    assert data_files(project) == before


def test_a_file_with_other_columns_is_told_what_to_do(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lista.csv").write_text("Kommun;Rubrik\nUmeå;Läsning\n", encoding="utf-8")
    assert taken_in(project, tmp_path / "lista.csv") == 2
    assert "Filen har inte underlagets blad och kolumner." in capsys.readouterr().err
