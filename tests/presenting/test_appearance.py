"""The page of components: it shows every macro and every token, and its colours can be told apart."""

import re

import pytest
from jinja2 import Environment, nodes

from site_builder.presenting.contrast import PAIRS, contrast
from site_builder.presenting.views.appearance import SIZES, SPACES
from tests.toy_project import ROOT

TOKENS = (ROOT / "assets" / "tokens.css").read_text(encoding="utf-8")


def template(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((ROOT / "templates" / name).read_text(encoding="utf-8"))


def called(node: nodes.Node) -> set[str]:
    """What is called by name, or from what was imported as `c`."""
    calls = [call.node for call in node.find_all(nodes.Call)]
    imported = {each.attr for each in calls if isinstance(each, nodes.Getattr) and each.node == nodes.Name("c", "load")}
    return imported | {each.name for each in calls if isinstance(each, nodes.Name)}


def test_every_macro_is_shown_by_itself_or_within_another() -> None:
    macros = {macro.name: called(macro) for macro in template("components.html").find_all(nodes.Macro)}
    shown = called(template("appearance.html")) & macros.keys()
    while within := {name for macro in shown for name in macros[macro] & macros.keys()} - shown:
        shown |= within
    assert macros.keys() - shown == set()
    assert len(macros) > 15


def colours(theme: str) -> dict[str, str]:
    """A theme's own colours on top of the light one's."""
    themes = {"light": TOKENS.partition("}")[0], "dark": TOKENS.partition("dark)")[2].partition("}")[0]}
    of_theme = (dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", themes[name])) for name in ("light", theme))
    light, own = of_theme
    return light | own


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_can_be_told_from_its_ground(theme: str) -> None:
    values = colours(theme)
    assert values.keys() == {name for pair in PAIRS for name in (pair.colour, pair.ground)}
    found = {pair: contrast(values[pair.colour], values[pair.ground]) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if pair.least and ratio < pair.least} == {}


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(4.00, abs=0.005)


def test_every_size_and_space_is_shown() -> None:
    style = (ROOT / "assets" / "appearance.css").read_text(encoding="utf-8")
    for kind, shown in (("size", SIZES), ("space", SPACES)):
        assert set(re.findall(rf"--{kind}-([a-z0-9]+):", TOKENS)) == set(shown)
        assert all(f"{'sample' if kind == 'size' else kind}-{each} {{" in style for each in shown)
