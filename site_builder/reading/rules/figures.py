"""Figures: a published figure can be read, or is said not to be."""

from collections.abc import Iterator

from site_builder.reading.rules.rule import Corpus, Finding, Record, check


@check(
    "figures/illegible-with-value",
    on="figures",
    reason="Ett värde som inte går att läsa i källan får inte gissas.",
)
def illegible_figure_has_no_value(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En siffra som är oläslig i källan har inget värde."""
    for index, figure in enumerate(record.data):
        if figure.get("illegible") and "value" in figure:
            yield (index, "value"), "Siffran anges som oläslig men har ett värde. Behåll det som stämmer med källan."


CHECKS = (illegible_figure_has_no_value,)
