"""Intake: an issue, or text that somebody sent → changed data files, and an answer to the sender."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.answering.receipt import commit_message, receipt
from site_builder.commands.command import Command, positive
from site_builder.errors import BuildError
from site_builder.intake.issues.reception import received
from site_builder.intake.issues.request import Request, open_requests, request_from_event, request_from_text
from site_builder.intake.trial import write
from site_builder.reading.fields import schemas
from site_builder.reading.site import settings

ANSWER, MESSAGE = "svar.md", "andring.txt"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text", nargs="?", type=Path, metavar="FIL", help="ärendets text, eller ett brev; - för det som klistras in"
    )
    parser.add_argument("--event", type=Path, help="händelsen som GitHub skriver, i stället för FIL")
    parser.add_argument("--number", type=positive, help="ärendets nummer, när texten är klistrad ur ett")
    parser.add_argument("--open", type=Path, help="öppna ärenden: gh issue list --json number,title,body")
    parser.add_argument("--write", action="store_true", help="ändra filerna i data/ (annars visas bara svaret)")
    parser.add_argument(
        "--into",
        type=Path,
        help=f"mappen för {ANSWER}, och {MESSAGE} där något föreslås (annars skrivs de ut)",
    )


def _run(options: Namespace) -> bool:
    request = _request(options)
    others = open_requests(_text(options.open), request.number) if options.open else ()
    reception = received(options.root, request, options.checked_on, others)
    known = schemas(options.root / "schema")
    site = settings(options.root / "site.yaml", known).on_github(os.environ)
    files = {ANSWER: receipt(reception, known, site)}
    if reception.draft.files:
        files[MESSAGE] = commit_message(reception)
    if options.write:
        write(options.root, reception.draft.files)
    for name, text in files.items():
        if options.into:
            options.into.mkdir(parents=True, exist_ok=True)
            (options.into / name).write_text(text, encoding="utf-8", newline="\n")
        else:
            print(text)
    count = len(reception.draft.files)
    done = "ändrade" if options.write else "att ändra; skriv dem med --write"
    print(f"Filer {done}: {count}." if count else "Inga filer ändras.")
    return not reception.stops


def _request(options: Namespace) -> Request:
    if bool(options.event) == bool(options.text):
        raise BuildError("ange antingen en fil med text, - för det som klistras in, eller --event.")
    if options.event:
        return request_from_event(_text(options.event))
    return request_from_text(_text(options.text), options.number)


def _text(path: Path) -> str:
    """What the file holds; what is not text is passed over, for the sender is to be told of the rest."""
    if str(path) == "-":
        return sys.stdin.read()
    return path.read_bytes().decode("utf-8", "replace")


COMMAND = Command(
    name="intake",
    help="Läs ett ärende eller brev: skriv ändringen i data/ och ett svar.",
    arguments=_arguments,
    run=_run,
)
