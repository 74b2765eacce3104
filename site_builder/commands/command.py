"""Command: the shape that every command has, and the kinds of arguments that several take."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A word after `build.py`: `arguments` adds its own to those all commands have, `run` tells whether all is well.

    `run` gets the parsed options. All commands have `root`, the project's folder, `today`, the day that is shown, and
    `checked_on`, the day the data is judged as of: never before the real one, for sources are newer than days looked
    back at. Raises BuildError or OSError where it cannot do its work.
    """

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], object]
    run: Callable[[argparse.Namespace], bool]


def positive(text: str) -> int:
    """A whole number of 1 or more, as an argument."""
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} är inget antal; skriv 1 eller mer")
    return int(text)
