"""The explorer's static pages: a long table takes several, which hold every partnership once."""

import re
from pathlib import Path

import pytest

from site_builder.presenting.views import explorer
from site_builder.publishing.build import build
from tests.toy_project import TODAY


def listed(page: Path) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[./]*partnerskap/(\w[^"]*)/">', page.read_text(encoding="utf-8"))


def test_a_long_table_takes_several_pages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight partnerships, three a page, by title from the last."""
    monkeypatch.setattr(explorer, "LEAF_SIZE", 3)
    assert build(project, project / "_site", TODAY, {}).written
    folder = project / "_site" / "partnerskap" / "sortera" / "titel-fallande"
    leaves = [listed(folder / leaf / "index.html") for leaf in ("", "2", "3")]
    assert [len(leaf) for leaf in leaves] == [3, 3, 2]
    assert len({each for leaf in leaves for each in leaf}) == 8
    assert leaves[2][-1] == "malmo/avslutat"
    assert not (folder / "4").exists()
    text = (folder / "2" / "index.html").read_text(encoding="utf-8")
    assert "omvänd ordning, sida 2 av 3" in text
    assert '<a href="../../../../partnerskap/sortera/titel-fallande/2/" aria-current="page">2</a>' in text


def test_a_short_table_has_no_page_links(site: Path) -> None:
    page = site / "partnerskap" / "index.html"
    assert len(listed(page)) == 8
    assert "Tabellens sidor" not in page.read_text(encoding="utf-8")
