"""What a pull request is told to change: on the toy project in a git repository of its own, by the very command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html

from site_builder.answering.changes import MARKER
from site_builder.answering.comment import LONGEST
from site_builder.cli import main
from site_builder.presenting.words import NO_BREAK
from tests.answering.rendered import links, outside_code
from tests.reading.test_history import Repository
from tests.toy_project import toy_project

NATTHEM = "data/agreements/umea/natthem.yaml"
GONE = "data/agreements/malmo/ingen-part.yaml"
NEW = """title: Läxhjälp för unga
nonprofit_parties: [{organisation: norrskensmissionen}]
public_parties: [{body: umea}]
area: fritid-utbildning
purpose: Unga ska få hjälp.
periods:
  - {kind: original, start: "2024-01-01", end: "2025-12-31"}
sources:
  - {source: rapport, locator: "sidan 3"}
"""
NOTHING = "Inga uppgifter i registret ändras."


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = Repository(toy_project(tmp_path / "project"))
    found.commit("2025-01-01")
    found.git("checkout", "-q", "-b", "gren")
    return found


Tell = Callable[..., str]


@pytest.fixture
def tell(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Tell:
    """What the command says of what is committed on the branch; GitHub could take it, and would find nothing in it."""

    def told(*more: str) -> str:
        repository.commit("2025-01-02")
        assert main(["changes", "main", "gren", "--root", str(repository.folder), "--today", "2025-06-01", *more]) == 0
        text, error = capsys.readouterr()
        assert not error
        assert text.startswith(MARKER) and len(text.encode("utf-8")) < LONGEST
        html = github_flavored_markdown_to_html(text.removeprefix(MARKER))
        if not more:
            plain = outside_code(html)
            assert not set("@<>`") & set(plain) and "://" not in plain
        return text.replace(NO_BREAK, " ")

    return told


def change(repository: Repository, path: str, old: str, new: str) -> None:
    text = (repository.folder / path).read_text(encoding="utf-8")
    assert old in text
    (repository.folder / path).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_is_an_answer_too(repository: Repository, tell: Tell) -> None:
    (repository.folder / "LÄSMIG.md").write_text("x", encoding="utf-8")
    (repository.folder / "content/ny.md").write_text("x", encoding="utf-8")
    text = tell()
    assert NOTHING in text
    assert "Dessutom ändras 2 andra filer, som inte är poster i registret: `LÄSMIG.md` 1 och `content` 1." in text
    assert "Kontrollen hittar inga fel" in text and "inom två veckor" in text


def test_a_changed_record_is_told_field_by_field(repository: Repository, tell: Tell) -> None:
    change(repository, NATTHEM, 'end: "2021-12-31"', 'end: "2022-01-31"')
    change(repository, NATTHEM, "[halsa-rehabilitering]", "[halsa-rehabilitering, trygghet]")
    change(repository, NATTHEM, "mat och ett samtal", "mat och samtal")
    assert (
        "### Ändrade partnerskap: 1\n\n"
        "- **`Natthem för vuxna i hemlöshet`**, `umea/natthem`\n"
        "  - Ytterligare insatsområden 2: tillagt `Trygghet`\n"
        "  - Syfte: omskrivet\n"
        "  - Avtalsperioder 1, slutdatum: `2021-12-31` → `2022-01-31`\n"
    ) in tell()


def test_only_how_it_is_written(repository: Repository, tell: Tell) -> None:
    change(repository, NATTHEM, "title:", "# en rad till\ntitle:")
    assert "Inga uppgifter ändras, bara hur filen är skriven." in tell()


def test_a_new_partnership_with_its_source(repository: Repository, tell: Tell) -> None:
    (repository.folder / "data/agreements/umea/laxhjalp.yaml").write_text(NEW, encoding="utf-8")
    with (repository.folder / "data/sources.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: ny, title: Protokoll, kind: rapport, publisher: Umeå kommun}\n")
    text = tell()
    assert (
        "### Nya partnerskap: 1\n\n"
        "- **`Läxhjälp för unga`**, `umea/laxhjalp`\n"
        "  - Idéburna parter: `Norrskensmissionen`\n"
        "  - Offentliga parter: `Umeå kommun`\n"
        "  - Avtalsperioder: `slag av period Ursprunglig period; startdatum 2024-01-01; slutdatum 2025-12-31`\n"
    ) in text
    assert "  - Har också: syfte\n" in text
    assert "- `data/sources.yaml`\n  - Rad " in text and "titel Protokoll" in text


def test_a_record_that_is_gone_needs_a_reason(repository: Repository, tell: Tell) -> None:
    (repository.folder / GONE).unlink()
    text = tell()
    assert "### Borttagna partnerskap: 1" in text and "### Att rätta: 1 fel" in text
    assert text.count("skriv id och skäl under removed i data/release.yaml") == 2
    (repository.folder / "data/release.yaml").write_text(
        "agreements: 8\norganisations: 3\n"
        "removed:\n  - {kind: agreement, id: malmo/ingen-part, reason: Det var ett bidrag.}\n",
        encoding="utf-8",
    )
    text = tell()
    assert "  - Skäl: `Det var ett bidrag.`" in text and "inga fel" in text


def test_a_new_id_is_told_with_what_it_changed(repository: Repository, tell: Tell) -> None:
    repository.git("mv", NATTHEM, "data/agreements/umea/nattlogi.yaml")
    change(repository, "data/agreements/umea/nattlogi.yaml", 'end: "2021-12-31"', 'end: "2022-01-31"')
    text = tell()
    assert "### Partnerskap som byter id: 1" in text
    assert "  - Gammalt id: `umea/natthem`\n  - Det är inte sagt. Återställ filen" in text
    assert "  - Avtalsperioder 1, slutdatum: `2021-12-31` → `2022-01-31`" in text
    with (repository.folder / "data/redirects.yaml").open("a", encoding="utf-8") as file:
        file.write('- {kind: agreement, from: umea/natthem, to: umea/nattlogi, since: "2025-01-02"}\n')
    assert "Det är inte sagt" not in tell()


def test_only_the_problems_it_brings_are_told(repository: Repository, tell: Tell) -> None:
    repository.git("checkout", "-q", "main")
    change(repository, "data/agreements/malmo/avslutat.yaml", "title:", "titel:")
    repository.commit("2025-01-01")
    repository.git("checkout", "-q", "-B", "gren")
    change(repository, NATTHEM, '"2021-12-31"', '"2021-13-31"')
    text = tell()
    assert "### Att rätta: 1 fel\n\n- `data/agreements/umea/natthem.yaml`, rad " in text
    assert "Registret har 2 äldre fel. De hindrar inte" in text or "Registret har 1 äldre fel. De hindrar inte" in text
    assert "1. Rätta felen i samma förslag" in text and "2. En människa läser" in text
    assert "avslutat" not in text


def test_a_file_that_is_mended_is_told_as_if_it_were_new(repository: Repository, tell: Tell) -> None:
    whole = (repository.folder / NATTHEM).read_text(encoding="utf-8")
    repository.git("checkout", "-q", "main")
    (repository.folder / NATTHEM).write_text("title: [", encoding="utf-8")
    repository.commit("2025-01-01")
    repository.git("checkout", "-q", "-B", "gren")
    (repository.folder / NATTHEM).write_text(whole, encoding="utf-8")
    text = tell()
    assert "### Ändrade partnerskap: 1" in text
    assert "  - Filen gick inte att läsa förut.\n  - Idéburna parter: " in text


def test_the_run_is_linked(repository: Repository, tell: Tell) -> None:
    page = "https://github.com/a/b/actions/runs/1"
    change(repository, NATTHEM, "title: Natthem", "title: Nattlogi")
    text = tell("--check-page", page, "--outcome", "failure")
    assert "Kontrollen är röd" in text
    (repository.folder / "README.md").write_text("en ändring till", encoding="utf-8")
    assert "Kontrollen väntar på" in tell("--check-page", page, "--outcome", "action_required")
    assert links(github_flavored_markdown_to_html(text.removeprefix(MARKER))) == [page]


EVIL = "<script>alert(1)</script> @everyone #1 ![x](http://evil.example) `` ` [a](b) 640823-3234"
UMEA = "data/agreements/umea"
WAYS: dict[str, tuple[str, str | bytes]] = {
    "markup": (NATTHEM, f"title: {EVIL!r}\n"),
    "markup in keys": (f"{UMEA}/ny.yaml", f'"{EVIL}": "{EVIL}"\n'),
    "a long text": (f"{UMEA}/ny.yaml", f"title: {'@a ' * 20_000}\n"),
    "far too long a text": (f"{UMEA}/ny.yaml", "x" * 200_000),
    "a line in a name": (f"{UMEA}/ny\n::error::@a.yaml", ""),
    "markup in a name": (f"{UMEA}/`@a <b>.yaml", "title: x"),
    "bytes in a name": (f"{UMEA}/\udcff.yaml", ""),
    "a deep path": (f"data/{'d/' * 300}d.yaml", ""),
    "not UTF-8": (NATTHEM, b"title: \xff\xfe\n"),
    "no YAML": (NATTHEM, "title: ["),
    "a number": (NATTHEM, "3"),
    "a list": (NATTHEM, "- [1, [2, {a: true}]]"),
    "odd values": (NATTHEM, "title: 3\nperiods: x\nsources: {a: [~]}\n"),
    "sources that are no list": ("data/sources.yaml", "a: 1\n"),
    "sources in thousands": ("data/sources.yaml", "- {id: a}\n" * 3500),
    "redirects of anything": ("data/redirects.yaml", "- 3\n- {kind: [a]}\n- {kind: agreement}\n"),
    "a release of anything": ("data/release.yaml", "removed: {a: 1}\n"),
    "a broken table": ("data/reference/regions.csv", b'id,"\0' + b"x" * 200_000),
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_a_file_holds_there_is_an_answer(repository: Repository, tell: Tell, way: str) -> None:
    name, content = WAYS[way]
    place = repository.folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    text = tell()
    assert "### Att rätta" in text or "går inte att läsa" in text
    assert "640823" not in text


@pytest.mark.parametrize("name", [f"{UMEA}/ny.yaml", NATTHEM, "site.yaml", "data/reference/regions.csv", "data"])
def test_a_link_is_never_followed(repository: Repository, tell: Tell, tmp_path: Path, name: str) -> None:
    (tmp_path / "hemligt").write_text("hemlighet: 1\n", encoding="utf-8")
    place = repository.folder / name
    if place.is_dir():
        place.rename(tmp_path / "hemligt-data")
    place.unlink(missing_ok=True)
    place.symlink_to(tmp_path / ("hemligt-data" if name == "data" else "hemligt"))
    text = tell()
    assert "hemlighet" not in text
    assert "symbolisk länk" in text or "går inte att läsa" in text


def test_thousands_of_files_are_cut_with_a_word(repository: Repository, tell: Tell) -> None:
    for number in range(5000):
        (repository.folder / f"{UMEA}/n{number}.yaml").touch()
    text = tell()
    assert "### Nya partnerskap: 5000" in text and "punkter till, som inte får plats här" in text
    assert "### Vad som händer nu" in text


def test_a_base_that_does_not_exist_is_no_fault_of_the_proposal(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "origin/main", "--root", str(repository.folder)]) == 2
    assert "origin/main finns inte" in capsys.readouterr().err


def test_the_files_as_they_are_and_an_answer_in_a_file(repository: Repository, tmp_path: Path) -> None:
    change(repository, NATTHEM, "Natthem för vuxna", "Nattlogi för vuxna")
    answer = tmp_path / "svar.md"
    assert main(["changes", "main", "--root", str(repository.folder), "--out", str(answer)]) == 0
    assert "- **`Nattlogi för vuxna i hemlöshet`**, `umea/natthem`" in answer.read_text(encoding="utf-8")
