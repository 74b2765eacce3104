"""The underlag lie beside the pages that link to them, and what has not changed is not made again."""

from pathlib import Path

from site_builder.publishing.build import edition
from site_builder.publishing.drawings import Drawings
from site_builder.publishing.workbooks import Workbooks
from site_builder.reading.validate import read
from tests.toy_project import TODAY

WORDS = "Rätta i Excel: hämta underlag, ändra, skicka tillbaka"


def test_each_page_leads_to_its_own_underlag_or_to_the_blank_one(site: Path) -> None:
    for page in ("kommuner/umea", "regioner/region-gotland", "organisationer/norrskensmissionen"):
        assert (site / page / "underlag.xlsx").read_bytes().startswith(b"PK")
        assert f'<a href="../../{page}/underlag.xlsx" download>{WORDS}</a>' in (site / page / "index.html").read_text(
            "utf-8"
        )
    twin = (site / "kommuner/region-gotland/index.html").read_text("utf-8")
    assert f'<a href="../../regioner/region-gotland/underlag.xlsx" download>{WORDS}</a>' in twin
    without = (site / "kommuner/lund/index.html").read_text("utf-8")
    assert '<a href="../../data/underlag.xlsx" download>Hämta ett tomt underlag i Excel</a>' in without
    assert not (site / "kommuner/lund/underlag.xlsx").exists()
    assert "underlag" not in (site / "insatsomraden/trygghet/index.html").read_text("utf-8")


def test_the_downloads_have_the_blank_one_and_the_whole_register(site: Path) -> None:
    page = (site / "data/index.html").read_text("utf-8")
    for name in ("underlag.xlsx", "underlag-alla.xlsx"):
        assert f'<a href="../data/{name}" download>{name}</a>' in page
        assert (site / "data" / name).exists()


def test_what_has_not_changed_is_not_made_again(project: Path) -> None:
    def made() -> tuple[int, list[bytes]]:
        shown = edition(project, read(project, TODAY), TODAY, {}, Drawings(project))
        workbooks = Workbooks(project)
        contents = [output.produce() for output in workbooks.outputs(shown)]
        workbooks.keep()
        return workbooks.count, contents

    count, contents = made()
    assert count == len(contents) > 5
    assert made() == (0, contents)
    path = project / "data/agreements/malmo/planerat.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Odling på", "Odling vid"), encoding="utf-8")
    count, changed = made()
    assert count == sum(one != other for one, other in zip(contents, changed, strict=True)) == 3, "Malmö, Östern, alla"
    (project / ".cache/workbooks.json").write_text("trasig", encoding="ascii")
    assert made() == (len(contents), changed)
