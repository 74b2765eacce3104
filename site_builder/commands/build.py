"""Build: the data checked and the site made of it."""

import os
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.commands.command import Command
from site_builder.presenting.words import number
from site_builder.publishing.build import Built, build
from site_builder.reading.problems import as_text


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="mappen att bygga i (annars _site)")
    parser.add_argument(
        "--publish",
        action="store_true",
        help="vägra om något inte får publiceras: exempelvärden i site.yaml, poster som har försvunnit",
    )


def _run(options: Namespace) -> bool:
    started = time.monotonic()
    target = options.out or options.root / "_site"
    built = build(
        options.root,
        target,
        options.today,
        os.environ,
        checked_on=options.checked_on,
        is_for_publication=options.publish,
    )
    print(report(built, target, time.monotonic() - started))
    return built.written is not None


def report(built: Built, target: Path, seconds: float) -> str:
    """What a build came to, in words."""
    problems = as_text(built.reading.problems)
    if built.written is None or built.reading.register is None:
        return f"{problems}\nInget är byggt. Rätta felen ovan och försök igen."
    register = built.reading.register
    lines = [problems] if built.reading.problems else []
    lines += [
        f"Byggde {built.written.files} filer i {target}/ på {number(seconds, 1)} s: "
        f"{len(register.agreements)} partnerskap, {len(register.organisations)} organisationer, "
        f"{len(register.municipalities)} kommuner och {len(register.regions)} regioner.",
        f"Ändrade filer: {built.written.changed}. Borttagna: {built.written.removed}. Ritade diagram: {built.drawn}.",
    ]
    return "\n".join(lines)


COMMAND = Command(name="build", help="Kontrollera och bygg webbplatsen.", arguments=_arguments, run=_run)
