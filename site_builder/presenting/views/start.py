"""The start page: what this is, how much it holds, what ends soon."""

from dataclasses import dataclass, replace

from site_builder.presenting import words
from site_builder.presenting.edition import Edition
from site_builder.presenting.maps import Panel, panels
from site_builder.presenting.measures import COUNT, measured
from site_builder.presenting.rows import Row
from site_builder.presenting.views.body import BodyLine, municipality_list_view
from site_builder.presenting.views.view import Trail
from site_builder.register.counts import status_counts
from site_builder.register.expiry import ending
from site_builder.register.status import Status

SHOWN = 5  # of each list on the page


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
    panel: Panel
    ending_soon: tuple[Row, ...]
    newest: tuple[Row, ...]
    most: tuple[BodyLine, ...]
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
        panel=_panel(edition),
        ending_soon=tuple(map(edition.row_of, ending(register.agreements, edition.on)))[:SHOWN],
        newest=_newest(edition),
        most=municipality_list_view(edition, None).with_agreements[:SHOWN],
    )


def _panel(edition: Edition) -> Panel:
    """The country's municipalities by number; no stops for keys, as every one is a link in the list of them too."""
    country, *_ = panels(edition.geography, measured(edition.register, COUNT, edition.tallies))
    title = "Kända partnerskap: ju starkare färg, desto fler"
    return replace(country, title=title, places=tuple(replace(place, is_inset=True) for place in country.places))


def _newest(edition: Edition) -> tuple[Row, ...]:
    """The partnerships that have begun last, as far as is known."""
    begun = [row for row in edition.rows if row.standing.start and row.standing.start <= edition.on]
    return tuple(sorted(begun, key=lambda row: row.standing.start or edition.on, reverse=True)[:SHOWN])
