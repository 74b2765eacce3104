"""Letter: a request for documents, to a body's registrar."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.care.letter import as_text, body_called, letter, log_lines
from site_builder.commands.command import Command
from site_builder.reading import problems
from site_builder.reading.validate import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("body", metavar="HUVUDMAN", help="id eller namn, till exempel umea")
    parser.add_argument("--out", type=Path, help="filen att skriva brevet i (annars skrivs det ut här)")


def _run(options: Namespace) -> bool:
    reading = read(options.root, options.checked_on)
    if reading.register is None or reading.site is None:
        print(problems.as_text(reading.problems))
        return False
    site = reading.site.on_github(os.environ)
    body = body_called(reading.register, options.body)
    text = as_text(options.root, letter(reading.register, site, body))
    if options.out:
        options.out.write_text(text, encoding="utf-8")
        print(f"Brevet är skrivet i {options.out}. Läs det, fyll i ditt namn och skicka det till registratorn.")
    else:
        print(text)
    print(f"När brevet är skickat, anteckna det så:\n\n{log_lines(reading.register, site, body, options.today)}")
    return True


COMMAND = Command(
    name="letter",
    help="Skriv en begäran om handlingar till en kommuns eller regions registrator.",
    arguments=_arguments,
    run=_run,
)
