"""The selection's map: the municipalities' shapes as JSON, for the explorer's scripts to shade when a reader asks."""

import json

from site_builder.presenting.maps import around, box
from site_builder.presenting.measures import COUNT
from site_builder.reading.geography import Geography
from site_builder.register.register import Register

PATH = "partnerskap/karta.json"


def selection_map(register: Register, geography: Geography) -> bytes:
    """The drawing's view box, a shape for each municipality, the counties' borders, and the classes of numbers."""
    shapes = geography.municipalities
    drawing = {
        "box": box(around(shape.bounds for shape in shapes.values())),
        "municipalities": [
            {"id": body.id, "name": body.name, "path": shapes[body.id].path} for body in register.municipalities
        ],
        "borders": geography.county_borders.path,
        "steps": [{"shade": step.shade, "least": step.least} for step in COUNT.steps],
    }
    return (json.dumps(drawing, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
