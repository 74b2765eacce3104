"""Contrast: which colour stands on which, and how far apart the two must be, by WCAG 2.2."""

from collections.abc import Mapping
from dataclasses import dataclass

TEXT, SHAPE = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour and its ground, as names of tokens; None for lines and surfaces that say nothing by themselves."""

    colour: str
    ground: str
    least: float | None = TEXT


PAIRS = (
    Pair("ink", "paper"),
    Pair("ink", "surface"),
    Pair("ink", "quiet-surface"),
    Pair("ink-quiet", "paper"),
    Pair("ink-quiet", "surface"),
    Pair("link", "paper"),
    Pair("link", "surface"),
    Pair("link-hover", "paper"),
    Pair("on-brand", "brand"),
    Pair("good-ink", "good-surface"),
    Pair("attention-ink", "attention-surface"),
    Pair("problem-ink", "problem-surface"),
    Pair("chart-label", "chart-1"),
    Pair("chart-1", "paper", SHAPE),
    Pair("chart-1", "chart-2", SHAPE),
    Pair("line-strong", "surface", SHAPE),
    Pair("focus", "paper", SHAPE),
    Pair("focus", "surface", SHAPE),
    Pair("map-line", "map-0", SHAPE),
    *(Pair(f"on-map-{step}", f"map-{step}") for step in range(5)),
    Pair("line", "paper", None),
)


def contrast(one: str, other: str) -> float:
    """From 1 to 21, of two colours such as `#1a252c`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (red, green, blue))
    return sum(part * each for part, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrasts(colours: Mapping[str, str]) -> tuple[tuple[Pair, float], ...]:
    """Every pair with its contrast in the theme."""
    return tuple((pair, contrast(colours[pair.colour], colours[pair.ground])) for pair in PAIRS)
