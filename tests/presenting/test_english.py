"""The English pages: the register's figures and fields for those who do not read Swedish."""

from pathlib import Path

from tests.presenting.test_pages import page_text, pages
from tests.toy_project import BASE


def test_the_figures_are_the_register_s(site: Path) -> None:
    """By hand, of the toy register on 1 June 2025. Gotland is both a municipality and a region."""
    text = page_text(site, "en")
    for wanted in (
        "partnerships in the register 8",
        "active as far as is known 2",
        "expired, with no word of an extension 2",
        "of unknown status 2",
        "ended, according to a source 1",
        "announced only 1",
        "of 290 municipalities have at least one known 3",
        "of 21 regions have at least one known 2",
        "civil-society organisations 3",
        "As of 1 June 2025.",
        "Urgent needs Work that relieves",
    ):
        assert wanted in text, wanted
    assert "akuta-insatser 3 0" in text  # two in Umeå and one in Malmö, none of them active


def test_every_column_is_explained_in_english(site: Path) -> None:
    text = page_text(site, "en/fields")
    assert "status_date Status date The day the status is computed for." in text
    for table in ("partnerskap", "parter", "perioder", "publicerade-siffror"):
        assert f"Columns of {table}.csv" in text
    page = (site / "en/fields/index.html").read_text(encoding="utf-8")
    assert page.count('data-label="Meaning"><span>') > 100
    assert 'data-label="Meaning"><span></span>' not in page


def test_the_languages_lead_to_each_other(site: Path, published: Path) -> None:
    """For readers always; for search engines, which want whole addresses, where the site's is known."""
    swedish, english = (site / "index.html").read_text(), (site / "en/index.html").read_text()
    assert '<a href="en/" lang="en" hreflang="en">English</a>' in swedish
    assert '<a href="../" lang="sv" hreflang="sv">Svenska</a>' in english
    assert 'rel="alternate" hreflang' not in swedish + english
    for pair in (("index.html", "en/index.html"), ("data/falt/index.html", "en/fields/index.html")):
        for text in (published.joinpath(path).read_text() for path in pair):
            for lang, path in zip(("sv", "en"), pair, strict=True):
                whole = f"{BASE}{path.removesuffix('index.html')}"
                assert f'<link rel="alternate" hreflang="{lang}" href="{whole}">' in text
    for word in ("Till innehållet", "Huvudmeny", "Du är här", "Utgivare"):
        assert word not in english


def test_the_accessibility_statement_is_reached_from_every_page(site: Path) -> None:
    for page, text in pages(site):
        if "/inbaddning/" not in page:
            assert 'om/tillganglighet/"' in text or page == "om/tillganglighet/index.html", page
