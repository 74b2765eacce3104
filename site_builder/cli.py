"""The command line: the only clock, the only exit code, and where exceptions end."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from site_builder.commands import MODULES, command
from site_builder.errors import BuildError, explained

OK, BAD_DATA, CANNOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command: 0 all is well, 1 the data has errors, 2 the command could not run."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    words = sys.argv[1:] if arguments is None else arguments
    options = parser(words[:1]).parse_args(words)
    options.checked_on = max(options.today, date.today())
    try:
        return OK if options.run(options) else BAD_DATA
    except (BuildError, OSError) as error:
        print(f"Det går inte att fortsätta: {explained(error)}", file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        return CANNOT_RUN


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} är inget datum; skriv ÅÅÅÅ-MM-DD") from None
    if not 1900 <= day.year <= 2200:
        raise argparse.ArgumentTypeError(f"{text} ligger för långt bort; välj ett år mellan 1900 och 2200")
    return day


class _Parser(argparse.ArgumentParser):
    """argparse with Swedish words around what it found."""

    def error(self, message: str) -> NoReturn:
        found = message.rpartition(": ")[2]
        self.exit(CANNOT_RUN, f"Kommandot går inte att förstå: {found}. Hjälp: python build.py --help\n")


def parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """What the command line takes: of the commands those of the words, or all, where there is none of that name."""
    whole = _Parser(prog="build.py", description="Bygger IOP-registret av filerna i data/.")
    added = whole.add_subparsers(required=True, metavar="KOMMANDO")
    for asked in map(command, [word for word in words if word in MODULES] or MODULES):
        own = added.add_parser(asked.name, help=asked.help, description=asked.help)
        own.set_defaults(run=asked.run)
        own.add_argument("--root", type=Path, default=Path(), help="projektets mapp (annars den du står i)")
        own.add_argument("--today", type=_day, default=date.today(), help="räkna som om det vore den dagen, ÅÅÅÅ-MM-DD")
        asked.arguments(own)
    return whole
