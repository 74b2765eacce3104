"""Somebody else's spreadsheet, mapped once, comes in whole."""

import shutil
from pathlib import Path

import pytest

from bench.foreign import COLUMNS, MAPPING, foreign_rows
from site_builder.errors import BuildError
from site_builder.intake.spreadsheets.mapping import ColumnMap
from site_builder.reading.validate import read
from tests.toy_project import TODAY, toy_project
from tests.underlag import SCHEMAS, data_files, register_of, taken_in

HERE = Path(__file__).parent / "mapping"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return toy_project(tmp_path / "project")


def test_the_example_comes_in(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = data_files(project)
    assert taken_in(project, HERE / "lista.csv", "--mapping", str(HERE / "lista.yaml"), "--write") == 0
    after = data_files(project)
    new = {path.rpartition("agreements/")[2]: text for path, text in after.items() if path not in before}
    assert new["umea/sprakcafe-pa-torget.yaml"].splitlines()[1:] == [
        "title: Språkcafé på torget",
        "nonprofit_parties:",
        "  - organisation: norrskensmissionen",
        "  - organisation: sprakvannerna",
        "public_parties:",
        "  - body: umea",
        "    units: [Kulturnämnden]",
        "area: arbete-integration",
        "target_group: samtliga",
        "periods:",
        '  - {kind: original, start: "2021-01-01", end: "2023-12-31"}',
        "links:",
        "  - kind: web",
        "    title: Kommunens sida",
        "    url: https://www.umea.se/sprakcafe",
        "sources:",
        '  - {source: rapport, locator: "KS 2021/17", reported_status: active, as_of: "2024-12-31"}',
    ]
    assert '{kind: original, start: "2022-03", open_ended: true}' in new["malmo/fotboll-i-rosengard.yaml"]
    assert 'locator: "rad 4"' in new["region-gotland/sovplatser-i-visby.yaml"]
    assert "target_group" not in new["region-gotland/sovplatser-i-visby.yaml"]
    assert {path: after[path] for path in before} == before
    assert read(project, TODAY).errors == ()
    assert "Kolumner som inte läses: ”Nr”, ”Handläggare”." in capsys.readouterr().out


def test_a_wrong_row_is_told_by_the_files_own_row(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(HERE / "lista.yaml", project)
    text = (HERE / "lista.csv").read_text(encoding="utf-8").replace("Malmö stad", "Malmöö").replace("Annat;", "Ymnigt;")
    (project / "lista.csv").write_text(text, encoding="utf-8")
    before = data_files(project)
    assert taken_in(project, project / "lista.csv", "--mapping", str(project / "lista.yaml"), "--write") == 1
    told = capsys.readouterr().out
    assert "Rad 3, Part: ”Malmöö” är ingen kommun" in told
    assert "Rad 4, Insatsområde: ”Ymnigt” finns inte bland valen." in told
    assert data_files(project) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("title", "tittle"), "fältet ”tittle” finns inte. Menade du title?"),
        (("Rubrik: title", "Namn: title"), "Kolumnen ”Namn” finns inte på rad 1. Där står: "),
        (("columns:", "kolumner:"), "Mappningen går inte att använda."),
        (('separator: ";"', 'separator: ";"\nsheet: Lista'), "Bladet ”Lista” finns inte, eller är tomt."),
    ],
)
def test_a_mapping_that_does_not_fit_is_told_of(
    project: Path, change: tuple[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (HERE / "lista.yaml").read_text(encoding="utf-8").replace(*change, 1)
    (project / "m.yaml").write_text(text, encoding="utf-8")
    assert taken_in(project, HERE / "lista.csv", "--mapping", str(project / "m.yaml")) == 2
    assert told in capsys.readouterr().err


def test_a_mapping_is_read_as_strictly_as_the_data() -> None:
    with pytest.raises(BuildError, match="yaml/duplicate-key"):
        ColumnMap.from_text("m.yaml", b"source: {id: x}\nsource: {id: y}\ncolumns: {A: title}\n", SCHEMAS)


def test_a_hundred_foreign_rows_come_in_at_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = foreign_rows(register_of(project), 100)
    (project / "famna.csv").write_text("\n".join(";".join(row) for row in (COLUMNS, *rows)), encoding="utf-8")
    (project / "famna.yaml").write_text(MAPPING.format(source="rapport"), encoding="utf-8")
    before = data_files(project)
    assert taken_in(project, project / "famna.csv", "--mapping", str(project / "famna.yaml"), "--write") == 0
    register = register_of(project)
    new = [path for path in data_files(project) if path not in before and "/agreements/" in path]
    assert len(new) == 100
    assert len({agreement.leading_body for agreement in register.agreements}) > 50
    assert "Fel" not in capsys.readouterr().out
