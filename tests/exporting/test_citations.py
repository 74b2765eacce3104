"""Citations of a toy partnership, written out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.exporting.citations import Citation, citation, citation_outputs
from site_builder.reading.site import Site
from site_builder.register.register import Register

DAY = date(2025, 6, 1)
SITE = Site(
    title="IOP-registret",
    description="Ett register",
    base_url="https://iop.se/",
    repository="https://github.com/a/b",
    contact_email="a@iop.se",
    publisher="Föreningen",
)


@pytest.fixture
def cited(toy: Register) -> Citation:
    return citation(toy.by_id["umea/natthem"], SITE, DAY)


def test_in_words(cited: Citation) -> None:
    assert cited.title.join(cited.harvard) == (
        "IOP-registret (2025). Natthem för vuxna i hemlöshet. Partnerskap, version 2025-06-01. "
        "Tillgänglig: https://iop.se/partnerskap/umea/natthem/ [2025-06-01]."
    )
    assert cited.title.join(cited.apa) == (
        "IOP-registret. (2025). Natthem för vuxna i hemlöshet (version 2025-06-01) [Datamängd]. "
        "https://iop.se/partnerskap/umea/natthem/"
    )


def test_for_reference_managers(cited: Citation) -> None:
    assert cited.bibtex == (
        "@misc{iop-umea-natthem,\n"
        "  author = {{IOP-registret}},\n"
        "  title = {{Natthem för vuxna i hemlöshet}},\n"
        "  year = {2025},\n"
        "  version = {2025-06-01},\n"
        "  note = {Partnerskap umea/natthem, version 2025-06-01},\n"
        "  url = {https://iop.se/partnerskap/umea/natthem/},\n"
        "  language = {swedish},\n"
        "}\n"
    )
    assert cited.ris == (
        "TY  - DATA\r\nAU  - IOP-registret\r\nTI  - Natthem för vuxna i hemlöshet\r\nPY  - 2025\r\n"
        "DA  - 2025/06/01\r\nET  - 2025-06-01\r\nAN  - umea/natthem\r\n"
        "UR  - https://iop.se/partnerskap/umea/natthem/\r\nLA  - sv\r\nER  - \r\n"
    )


def test_an_unknown_address_gives_way_to_the_id(toy: Register) -> None:
    nowhere = citation(toy.by_id["umea/natthem"], replace(SITE, base_url="https://iop.example/"), DAY)
    assert nowhere.address is None
    assert nowhere.harvard[1] == ". Partnerskap, version 2025-06-01. Id: umea/natthem [2025-06-01]."
    assert nowhere.apa[1] == " (version 2025-06-01) [Datamängd]. Id: umea/natthem"
    assert "url =" not in nowhere.bibtex
    assert "UR  -" not in nowhere.ris


def test_signs_that_bibtex_or_ris_would_read_are_escaped(cited: Citation) -> None:
    hostile = replace(cited, title="50 % {kö} & a_b\nER  - ~^$#\\")
    assert (
        "  title = {{50 \\% {\\textbraceleft}kö{\\textbraceright} \\& a\\_b ER - "
        "{\\textasciitilde}{\\textasciicircum}\\$\\#{\\textbackslash}}},\n"
    ) in hostile.bibtex
    assert hostile.bibtex.count("{") == hostile.bibtex.count("}")
    assert hostile.ris.count("\r\n") == cited.ris.count("\r\n")
    assert "\r\nTI  - 50 % {kö} & a_b ER - ~^$#\\\r\n" in hostile.ris


def test_both_files_lie_beside_the_page(toy: Register) -> None:
    outputs = {output.path: output for output in citation_outputs(toy, SITE, DAY)}
    assert len(outputs) == 2 * 8
    assert outputs["partnerskap/umea/natthem.bib"].produce().startswith(b"@misc{iop-umea-natthem,")
    assert outputs["partnerskap/malmo/planerat.ris"].produce().decode().endswith("LA  - sv\r\nER  - \r\n")
