"""Rules that a schema cannot say: each a small generator of findings whose docstring is the rule."""

from site_builder.reading.rules import dates, duplicates, figures, parties, redirects, references, text
from site_builder.reading.rules.rule import Check, Corpus, Record

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *dates.CHECKS,
    *parties.CHECKS,
    *figures.CHECKS,
    *redirects.CHECKS,
    *duplicates.CHECKS,
    *text.CHECKS,
)

__all__ = ["CHECKS", "Check", "Corpus", "Record"]
