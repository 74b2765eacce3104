"""Citations: how to cite a partnership's record, in words and for reference managers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.exporting.api import page_path
from site_builder.output import Output
from site_builder.reading.site import Site
from site_builder.register.agreement import Agreement
from site_builder.register.register import Register

# BibTeX counts braces even where they are escaped, so those become commands.
_BIBTEX = {"\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
_BIBTEX |= {"~": r"{\textasciitilde}", "^": r"{\textasciicircum}", **{sign: f"\\{sign}" for sign in "&%$#_"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One partnership's record as it stood on a day.

    `address` is where it lies for good; None while nobody knows where the site is published, and then the id names it.
    """

    id: str
    title: str
    site: str
    on: date
    address: str | None

    @property
    def version(self) -> str:
        return f"version {self.on.isoformat()}"

    @property
    def harvard(self) -> tuple[str, str]:
        """Swedish Harvard, as what stands before and after the title."""
        where = f"Tillgänglig: {self.address}" if self.address else f"Id: {self.id}"
        return f"{self.site} ({self.on.year}). ", f". Partnerskap, {self.version}. {where} [{self.on.isoformat()}]."

    @property
    def apa(self) -> tuple[str, str]:
        """APA 7, as what stands before and after the title."""
        where = self.address or f"Id: {self.id}"
        return f"{self.site}. ({self.on.year}). ", f" ({self.version}) [Datamängd]. {where}"

    @property
    def bibtex(self) -> str:
        fields = {
            "author": f"{{{_escaped(self.site)}}}",
            "title": f"{{{_escaped(self.title)}}}",
            "year": str(self.on.year),
            "version": self.on.isoformat(),
            "note": f"Partnerskap {self.id}, {self.version}",
            "url": self.address,
            "language": "swedish",
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        return f"@misc{{iop-{self.id.replace('/', '-')},\n{lines}}}\n"

    @property
    def ris(self) -> str:
        """RIS, whose lines end with CR and LF."""
        lines = (
            ("TY", "DATA"),
            ("AU", self.site),
            ("TI", self.title),
            ("PY", str(self.on.year)),
            ("DA", self.on.strftime("%Y/%m/%d")),
            ("ET", self.on.isoformat()),
            ("AN", self.id),
            ("UR", self.address),
            ("LA", "sv"),
            ("ER", ""),
        )
        return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value is not None)


def citation(agreement: Agreement, site: Site, on: date) -> Citation:
    base = site.known_base_url
    return Citation(
        id=agreement.id,
        title=agreement.title,
        site=site.title,
        on=on,
        address=f"{base}{page_path(agreement)}" if base else None,
    )


def citation_paths(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Where the files for reference managers lie, with their names."""
    return ("BibTeX", f"partnerskap/{agreement.id}.bib"), ("RIS", f"partnerskap/{agreement.id}.ris")


def citation_outputs(register: Register, site: Site, on: date) -> Iterator[Output]:
    """The two files beside each partnership's page."""
    for agreement in register.agreements:
        cited = citation(agreement, site, on)
        (_, bibtex), (_, ris) = citation_paths(agreement)

        def as_bibtex(cited: Citation = cited) -> bytes:
            return cited.bibtex.encode("utf-8")

        def as_ris(cited: Citation = cited) -> bytes:
            return cited.ris.encode("utf-8")

        yield Output(path=bibtex, produce=as_bibtex, title=agreement.title, media_type="application/x-bibtex")
        yield Output(path=ris, produce=as_ris, title=agreement.title, media_type="application/x-research-info-systems")


def _escaped(text: str) -> str:
    """The text for BibTeX, on one line."""
    return "".join(_BIBTEX.get(sign, sign) for sign in _one_line(text))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
