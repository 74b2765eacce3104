"""Serve: the site shown on this machine, and built anew when something changes."""

import os
import sys
import time
from argparse import ArgumentParser, Namespace

from site_builder.commands.build import report
from site_builder.commands.command import Command
from site_builder.errors import BuildError, explained
from site_builder.publishing.build import build


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="port på den egna datorn (annars 8000)")


def _run(options: Namespace) -> bool:
    from site_builder.publishing.serve import Preview, serve  # its libraries are slow to load

    target = options.root / "_site"
    preview = Preview(target)

    def rebuild() -> None:
        started = time.monotonic()
        try:
            built = build(options.root, target, options.today, os.environ, checked_on=options.checked_on)
        except (BuildError, OSError) as error:
            preview.report = explained(error)
            print(f"Det går inte att bygga: {preview.report}", file=sys.stderr)
            return
        preview.report = built.reading.errors
        print(report(built, target, time.monotonic() - started))

    rebuild()
    print(f"Webbplatsen visas på http://127.0.0.1:{options.port}/. Avsluta med Ctrl+C.")
    serve(options.root, preview, rebuild, options.port)
    return True


COMMAND = Command(
    name="serve", help="Visa webbplatsen här och bygg om när något ändras.", arguments=_arguments, run=_run
)
