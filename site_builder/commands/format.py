"""Format: every record's file in the register's order and style."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.commands.command import Command
from site_builder.intake.formatting import unformatted
from site_builder.intake.trial import write
from site_builder.reading.fields import schemas


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FIL", help="bara de här filerna (annars alla)")
    parser.add_argument("--check", action="store_true", help="skriv inget, men säg till om något skulle ändras")


def _run(options: Namespace) -> bool:
    found = tuple(unformatted(options.root, schemas(options.root / "schema"), options.files))
    changed = [each for each in found if each.text is not None]
    for each in found:
        path = options.root / each.path
        if each.text is None:
            print(f"{path}: går inte att läsa och är orörd. Kör: python build.py check")
        elif options.check:
            print(f"{path}: skulle ändras. Kör: python build.py format {path}")
        else:
            write(options.root, {each.path: each.text})
            print(f"{path}: skriven i registrets ordning och stil.")
    print(f"{len(changed)} filer {'skulle ändras' if options.check else 'är ändrade'}.")
    return len(changed) == len(found) and not (options.check and changed)


COMMAND = Command(
    name="format", help="Skriv posternas filer i registrets ordning och stil.", arguments=_arguments, run=_run
)
