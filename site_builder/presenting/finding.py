"""Finding: what a page tells search engines and those who show a link to it, as schema.org has it in JSON-LD.

Addresses are absolute where the site's is known; until then they are relative to the page, which JSON-LD allows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.exporting.api import LICENCE
from site_builder.presenting.addresses import UrlFor
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.data import DataView
from site_builder.presenting.views.view import View
from site_builder.register.status import first_known_day

LONGEST_DESCRIPTION = 155
CONTEXT = "https://schema.org"
SWEDEN = "http://sws.geonames.org/2661886"
KEYWORDS = ("idéburet offentligt partnerskap", "IOP", "civilsamhälle", "kommuner", "regioner", "samverkan")

LinkedData = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands in a page's head. `canonical` and `image` are None until the site's own address is known.

    `languages` are the page's versions as language and address; none where it has one.
    """

    title: str
    description: str
    canonical: str | None
    image: str | None
    languages: tuple[tuple[str, str], ...]
    data: tuple[LinkedData, ...]


def breadcrumbs(view: View, address: UrlFor) -> LinkedData:
    """The trail above the page, which itself comes last and needs no address."""
    above = [{"name": crumb.label, "item": address(crumb.page, crumb.subject)} for crumb in view.trail]
    steps = [*above, {"name": view.title}]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, **step} for place, step in enumerate(steps, start=1)
        ],
    }


def dataset(edition: Edition, view: DataView, address: UrlFor) -> LinkedData:
    """The register as a data set with its files; what it measures are the columns of partnerskap.csv."""
    site = edition.site
    first = min(filter(None, map(first_known_day, edition.register.agreements)), default=edition.on)
    measured = next(each.section for each in view.downloads if each.output.path == "data/partnerskap.csv")
    assert measured is not None
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": f"{site.title}: {site.description[:1].lower()}{site.description[1:]}",
        "description": f"{view.description} {len(edition.register.agreements)} partnerskap med parter, avtalsperioder, "
        "insatsområde, målgrupp, status och källa för varje uppgift.",
        "url": address("data"),
        "inLanguage": "sv",
        "keywords": KEYWORDS,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site.publisher},
        "temporalCoverage": f"{first.year}/..",
        "spatialCoverage": {"@type": "Place", "name": "Sverige", "sameAs": SWEDEN},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": f"{field.title}. {field.description}"}
            for field in measured.fields
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": each.output.path.rpartition("/")[2],
                "description": each.section.description if each.section else each.output.title,
                "encodingFormat": each.output.media_type,
                "contentUrl": address("file", each.output.path),
                "license": LICENCE,
            }
            for each in view.downloads
        ],
    }
