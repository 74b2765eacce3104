"""Check: every problem of the data, and nothing built."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.commands.command import Command
from site_builder.reading.problems import REPORTERS
from site_builder.reading.validate import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("drafts", nargs="*", type=Path, metavar="UTKAST", help="filer eller mappar med utkast")
    parser.add_argument("--reporter", choices=REPORTERS, default="text", help="hur felen skrivs ut")


def _run(options: Namespace) -> bool:
    reading = read(options.root, options.checked_on, options.drafts)
    print(REPORTERS[options.reporter](reading.problems))
    return not reading.errors


COMMAND = Command(name="check", help="Kontrollera alla uppgifter utan att bygga.", arguments=_arguments, run=_run)
