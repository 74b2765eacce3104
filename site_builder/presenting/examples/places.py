"""Places: invented bodies with what is known of each, where they lie, and the areas of their partnerships."""

from site_builder.presenting.measures import Numbers
from site_builder.reading.geography import Geography, Tile
from site_builder.reading.topology import Bounds, Shape
from site_builder.register.comparison import Tally
from site_builder.register.directory import Body, Municipality, Term


def _term(id: str, sv: str) -> Term:
    return Term(id=id, sv=sv, en=sv, definition="Ett påhittat exempel.", definition_en=None)


AREAS = (_term("moten", "Mötesplatser"), _term("stod", "Stöd"), _term("sysselsattning", "Arbete och sysselsättning"))


def _municipality(id: str, name: str, county: str) -> Body:
    side = Municipality(
        code=id,
        short_name=name,
        county_code=county,
        population=50_000,
        population_date="2024-12-31",
        skr_group_code="X",
        skr_group="Exempel",
    )
    return Body(id=id, name=name, official_name=name, municipality=side)


def _numbers(body: Body, known: int, areas: int = 0, *, has_answered_none: bool = False) -> Numbers:
    """`areas`: how many areas share the place as commonest."""
    tally = Tally(
        population=50_000,
        known=known,
        active=known // 2,
        ending=known // 3,
        old=known // 4,
        areas=tuple((area, 1) for area in AREAS[:areas]),
    )
    return Numbers(body=body, tally=tally, has_answered_none=has_answered_none)


NUMBERS = (
    _numbers(_municipality("exempelkommunen", "Exempelkommunen", "98"), 12, 1),
    _numbers(_municipality("exempelstad", "Exempelstad", "98"), 7, 2),
    _numbers(_municipality("exempelnas", "Exempelnäs", "98"), 3, 3),
    _numbers(_municipality("exempelo", "Exempelö", "99"), 1),
    _numbers(_municipality("exempelvik", "Exempelvik", "01"), 0),
    _numbers(_municipality("langexempel", "Exempelkyrkomarkslandskommunen", "12"), 0, has_answered_none=True),
)


def _shape(column: int, row: int) -> Shape:
    x, y = 400 * column, 400 * row
    return Shape(path=f"M{x} {y}l280-48 60 228-192 100-180-120z", bounds=Bounds(x - 32, y - 48, x + 340, y + 280))


_PLACES = {each.body.id: divmod(place, 2) for place, each in enumerate(NUMBERS)}
GEOGRAPHY = Geography(
    municipalities={id: _shape(column, row) for id, (row, column) in _PLACES.items()},
    regions={},
    county_borders=Shape(path="M0 728l760-16", bounds=Bounds(0, 712, 760, 728)),
    tiles={id: Tile(place, 1) for place, id in enumerate(_PLACES, start=1)},
)
