"""Preview: the pages that a branch makes different, to open from a folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.commands.command import Command
from site_builder.errors import BuildError
from site_builder.publishing.changed_pages import changed_pages


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("base", metavar="BAS", help="grenen att jämföra med, till exempel origin/main")
    parser.add_argument("--out", type=Path, default=Path("_preview"), help="en tom mapp för sidorna (annars _preview)")


def _run(options: Namespace) -> bool:
    """All is well also where there are faults: to find them is the check's work, and old ones are nobody's here."""
    if options.out.exists() and any(options.out.iterdir()):
        raise BuildError(f"{options.out} är inte tom. Ta bort den, eller ange en annan med --out.")
    found = changed_pages(options.root, options.base, options.out, options.today, options.checked_on)
    print(
        found.hindrance
        or f"Nya sidor: {len(found.new)}. Ändrade: {len(found.changed)}. Borttagna: {len(found.gone)}. "
        f"Öppna {options.out / 'index.html'}"
    )
    return True


COMMAND = Command(name="preview", help="Bygg bara de sidor som en gren gör annorlunda.", arguments=_arguments, run=_run)
