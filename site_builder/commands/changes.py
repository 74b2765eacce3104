"""Changes: what a branch would change in the register, as a comment for its pull request."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.answering.changes import Run, told, untold
from site_builder.commands.command import Command
from site_builder.errors import BuildError
from site_builder.intake.proposal import proposal
from site_builder.reading.commits import commit_id
from site_builder.reading.fields import schemas


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("base", metavar="BAS", help="grenen eller versionen att jämföra med, till exempel origin/main")
    parser.add_argument(
        "head", nargs="?", metavar="VERSION", help="versionen som ändrar (annars filerna som de är här)"
    )
    parser.add_argument("--out", type=Path, help="filen att skriva svaret i (annars skrivs det ut här)")
    parser.add_argument("--check-page", metavar="ADRESS", help="kontrollens sida på GitHub, att länka till")
    parser.add_argument("--outcome", default="success", metavar="UTFALL", help="hur kontrollen gick, med GitHubs ord")


def _run(options: Namespace) -> bool:
    run = Run(address=options.check_page, outcome=options.outcome) if options.check_page else None
    known = schemas(options.root / "schema")
    for name in filter(None, (options.base, options.head)):
        commit_id(options.root, name)  # one that does not exist is a mistake of whoever asks, not of the proposal
    try:
        text = told(proposal(options.root, options.base, options.head, options.checked_on), known, run)
    except BuildError as error:
        text = untold(str(error), run)
    if options.out:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")
    return True


COMMAND = Command(
    name="changes", help="Berätta med ord vad en gren ändrar i registret.", arguments=_arguments, run=_run
)
