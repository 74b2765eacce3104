"""Check: every problem of the data, and nothing built."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.commands.command import Command
from site_builder.intake.proposal import proposal
from site_builder.reading.problems import REPORTERS, Problem
from site_builder.reading.validate import read

Problems = tuple[Problem, ...]


def _arguments(parser: ArgumentParser) -> None:
    judged = parser.add_mutually_exclusive_group()
    judged.add_argument(
        "drafts", nargs="*", default=[], type=Path, metavar="UTKAST", help="filer eller mappar med utkast"
    )
    judged.add_argument(
        "--since", metavar="BAS", help="låt bara det hindra som har ändrats sedan den grenen, till exempel origin/main"
    )
    parser.add_argument("--strict", action="store_true", help="låt varningar hindra också")
    parser.add_argument("--reporter", choices=REPORTERS, default="text", help="hur felen skrivs ut")


def _run(options: Namespace) -> bool:
    problems, older = _problems(options)
    print(REPORTERS[options.reporter](problems, older))
    return not any(problem.is_error or options.strict for problem in problems)


def _problems(options: Namespace) -> tuple[Problems, Problems]:
    """Those that count, and those that were there before."""
    if options.since is None:
        return read(options.root, options.checked_on, options.drafts).problems, ()
    found = proposal(options.root, options.since, None, options.checked_on)
    return found.problems, found.older


COMMAND = Command(name="check", help="Kontrollera alla uppgifter utan att bygga.", arguments=_arguments, run=_run)
