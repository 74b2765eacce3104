"""The start page: what this is, how much it holds, what ends soon."""

from dataclasses import dataclass

from site_builder.presenting import words
from site_builder.presenting.charts import Chart, chart
from site_builder.presenting.edition import Edition
from site_builder.presenting.rows import Row
from site_builder.presenting.views.body import BodyLine, municipality_list_view
from site_builder.presenting.views.view import Trail
from site_builder.register.counts import status_counts
from site_builder.register.expiry import ending
from site_builder.register.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumber:
    """A number on the start page and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView:
    """What this is, how much it holds, what ends soon."""

    title: str
    description: str
    numbers: tuple[KeyNumber, ...]
    ending_soon: tuple[Row, ...]
    most: tuple[BodyLine, ...]
    chart: Chart
    trail: Trail = ()


def start_view(edition: Edition, _: None) -> StartView:
    register = edition.register
    counts = status_counts(register.agreements, edition.on)
    municipalities = sum(bool(register.of_body(body.id)) for body in register.municipalities)
    regions = sum(bool(register.of_body(body.id)) for body in register.regions)
    return StartView(
        title=edition.site.title,
        description=edition.site.description,
        numbers=(
            KeyNumber(number=words.number(len(register.agreements)), words="partnerskap i registret"),
            KeyNumber(number=words.number(counts[Status.ACTIVE]), words="pågår enligt senast kända uppgift"),
            KeyNumber(
                number=words.number(counts[Status.EXPIRED] + counts[Status.UNKNOWN]),
                words="har löpt ut eller har okänd status",
            ),
            KeyNumber(
                number=words.number(municipalities),
                words=f"av {len(register.municipalities)} kommuner har minst ett känt partnerskap",
            ),
            KeyNumber(
                number=words.number(regions),
                words=f"av {len(register.regions)} regioner har minst ett känt partnerskap",
            ),
            KeyNumber(number=words.number(len(register.organisations)), words="idéburna organisationer"),
        ),
        ending_soon=tuple(map(edition.row_of, ending(register.agreements, edition.on))),
        most=municipality_list_view(edition, None).with_agreements[:6],
        chart=chart(edition.statistics["insatsomraden"], register, edition.on),
    )
