"""The request to a registrar, on the toy register; and that the lines that log it can be pasted."""

from pathlib import Path

import pytest

from site_builder.care.letter import as_text, body_called, letter
from site_builder.cli import main
from site_builder.errors import BuildError
from site_builder.reading.site import Site
from site_builder.reading.validate import read
from site_builder.register.register import Register
from tests.toy_project import ROOT, TODAY

SITE = Site(
    title="Leksaksregistret",
    description="D",
    base_url="https://iop.se/",
    repository="https://github.com/a/b",
    contact_email="kontakt@iop.se",
    publisher="Föreningen Register",
)
EXAMPLE = Site(
    title="Leksaksregistret",
    description="D",
    base_url="https://leksak.example/",
    repository="https://github.example/a/b",
    contact_email="kontakt@leksak.example",
    publisher="Ingen (exempel)",
)


def written(register: Register, body: str, site: Site = SITE) -> str:
    return as_text(ROOT, letter(register, site, register.bodies[body]))


def test_what_the_register_knows_and_lacks_is_told(toy: Register) -> None:
    text = written(toy, "umea")
    assert text.startswith("Till registratorn, Umeå kommun\n\nBegäran om allmänna handlingar")
    assert "offentlighetsprincipen, 2 kap. tryckfrihetsförordningen" in text
    natthem = "Natthem för vuxna i hemlöshet\n   Tillsammans med: Norrskensmissionen\n   Tid: 1 mars 2019 – 2023\n\n"
    assert natthem in text, "nothing is missing there, so nothing is asked for"
    without_dates = (
        "Läxhjälp i Ålidhem\n"
        "   Tillsammans med: Åldermans vänner och Norrskensmissionen\n"
        "   Tid: ej känd\n"
        "   Det vi saknar: nämnd eller förvaltning, startdatum, aktuellt slutdatum, insatsområde, målgrupp, "
        "länk till överenskommelse eller beslut, finansiering\n"
    )
    assert without_dates in text
    assert "till kontakt@iop.se" in text and "Leksaksregistret, https://iop.se/, med ert svar" in text
    assert text.endswith("[ditt namn]\nFöreningen Register\n")


def test_a_body_of_which_nothing_is_known(toy: Register) -> None:
    text = written(toy, "arjeplog")
    assert "känner inte till något partnerskap hos Arjeplogs kommun." in text
    assert "Tid:" not in text and "\n\n\n" not in text


@pytest.mark.parametrize("body", ["umea", "arjeplog"])
def test_examples_of_settings_are_never_sent(toy: Register, body: str) -> None:
    text = written(toy, body, EXAMPLE)
    assert ".example" not in text and "(exempel)" not in text
    assert "Skicka gärna handlingarna digitalt. Kostar" in text


def test_nothing_is_escaped_as_if_it_were_a_page(toy: Register) -> None:
    assert "&" not in written(toy, "umea")


@pytest.mark.parametrize("word", ["umea", "Umeå", "Umeå kommun", "UMEÅ KOMMUN"])
def test_a_body_is_found_by_id_or_name(toy: Register, word: str) -> None:
    assert body_called(toy, word).id == "umea"


def test_an_unknown_body_is_answered_with_those_that_are_near(toy: Register) -> None:
    with pytest.raises(BuildError, match="Menar du umea"):
        body_called(toy, "umeaa")
    with pytest.raises(BuildError, match="Skriv id:t"):
        body_called(toy, "🙂")


@pytest.mark.parametrize("body", ["umea", "ale", "region-skane", "samordningsforbundet-norr"])
def test_the_lines_that_log_it_can_be_pasted_as_they_are(
    project: Path, tmp_path: Path, body: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "brev.txt"
    command = ["letter", body, "--root", str(project), "--today", str(TODAY), "--out", str(out)]
    assert main(command) == 0
    assert out.read_text("utf-8").startswith("Till registratorn, ")
    printed = capsys.readouterr().out
    assert ("# Redan antecknat 2025-03-01: har svarat att inga partnerskap finns." in printed) is (body == "ale")
    _, sources, coverage = printed.split("# Sist i data/")
    for part in (sources, coverage):
        name, lines = part.split(":\n", 1)
        file = project / "data" / name
        file.write_text(file.read_text("utf-8") + lines, encoding="utf-8")
    reading = read(project, TODAY)
    assert reading.problems == ()
    assert reading.register is not None
    latest = reading.register.coverage_of(body)
    assert latest is not None and latest.state == "asked" and latest.source == f"{body}-forfragan-2025-06-01"
