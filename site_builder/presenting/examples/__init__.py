"""Examples: invented data for the page that shows every component in its ordinary and its awkward states."""

from site_builder.presenting.examples.places import GEOGRAPHY, NUMBERS
from site_builder.presenting.examples.records import DAY, REGISTER

__all__ = ["DAY", "GEOGRAPHY", "NUMBERS", "REGISTER"]
