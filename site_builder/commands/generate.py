"""Generate: the files of the repository that are made from the schema."""

from argparse import ArgumentParser, Namespace

from site_builder.commands.command import Command
from site_builder.intake.issues.templates import issue_templates
from site_builder.presenting.dictionary import as_markdown
from site_builder.reading.fields import schemas
from site_builder.reading.site import settings


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="skriv inget, men säg till om något är inaktuellt")


def _run(options: Namespace) -> bool:
    known = schemas(options.root / "schema")
    wanted = {"docs/fields.md": as_markdown(known)}
    wanted |= issue_templates(known, settings(options.root / "site.yaml", known))
    all_fresh = True
    for name, text in wanted.items():
        path = options.root / name
        is_fresh = path.is_file() and path.read_text(encoding="utf-8") == text
        all_fresh = all_fresh and is_fresh
        if options.check:
            print(f"{path} är aktuell." if is_fresh else f"{path} är inaktuell. Kör: python build.py generate")
            continue
        if not is_fresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        print(f"{path} är {'oförändrad' if is_fresh else 'skriven'}.")
    return all_fresh or not options.check


COMMAND = Command(name="generate", help="Skriv de filer som görs ur schemat.", arguments=_arguments, run=_run)
