"""Import: a spreadsheet, ours or somebody else's → changes of the data files, after a report of every row."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from site_builder.answering.import_report import import_report
from site_builder.commands.command import Command
from site_builder.errors import BuildError
from site_builder.intake.names import Names
from site_builder.intake.spreadsheets.cell_values import Known
from site_builder.intake.spreadsheets.comparing import Comparison
from site_builder.intake.spreadsheets.filled import filled
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.mapping import ColumnMap, Mapper
from site_builder.intake.spreadsheets.row_proposal import Proposal, Proposer
from site_builder.intake.spreadsheets.spreadsheet import MAX_BYTES, tables
from site_builder.intake.spreadsheets.underlag import sheets
from site_builder.intake.trial import write
from site_builder.reading.fields import schemas
from site_builder.reading.validate import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL", help="ett ifyllt underlag, eller någon annans xlsx eller csv")
    parser.add_argument("--mapping", type=Path, help="hur en annans kolumner läses: en YAML-fil, se docs/import.md")
    parser.add_argument("--source", help="id för källan till nya partnerskap som inte anger någon")
    parser.add_argument("--write", action="store_true", help="skriv ändringarna (annars bara rapporten)")
    parser.add_argument("--rows", action="store_true", help="rad för rad: skriv det som är rätt även om annat är fel")


def _run(options: Namespace) -> bool:
    known_schemas = schemas(options.root / "schema")
    register = read(options.root, options.checked_on).register
    if register is None:
        raise BuildError("Registret har fel som måste rättas först. Kör: python build.py check")
    labels = Labels.of(register, known_schemas)
    known_sheets = sheets(known_schemas)
    found = tables(options.file.name, _content(options.file))
    if options.mapping:
        mapping = ColumnMap.from_text(str(options.mapping), _content(options.mapping), known_schemas)
        sent = Mapper(mapping=mapping, sheets=known_sheets, schemas=known_schemas).filled(found)
    else:
        sent = filled(found, known_sheets, labels)
    comparison = Comparison(
        register=register,
        sheets=known_sheets,
        known=Known(labels=labels, names=Names.of(register)),
        schemas=known_schemas,
    )
    proposer = Proposer(
        root=options.root,
        day=options.checked_on,
        register=register,
        schemas=known_schemas,
        source={"source": options.source} if options.source else None,
    )
    proposal = proposer.proposal(comparison.wanted(sent))
    print(import_report(sent, proposal, is_mapped=bool(options.mapping)))
    _finish(options, proposal)
    return not proposal.faults


def _content(path: Path) -> bytes:
    """As much of the file as may be read, and one byte more where there is more."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _finish(options: Namespace, proposal: Proposal) -> None:
    """Writes what is to be written, and says what was done and what to do next."""
    if not proposal.files:
        return
    if proposal.faults and not options.rows:
        print(
            "\nInget är skrivet: rätta raderna ovan och kör igen. Vill du skriva det som är rätt redan nu, lägg till "
            "--write --rows."
        )
    elif not options.write:
        print(f"\nInget är skrivet. Lägg till --write för att skriva {_files(len(proposal.files))}.")
    else:
        write(options.root, proposal.files)
        left = " Raderna med fel är inte med." if proposal.faults else ""
        print(f"\nSkrivet: {_files(len(proposal.files))}.{left}")


def _files(count: int) -> str:
    return "1 fil" if count == 1 else f"{count} filer"


COMMAND = Command(
    name="import", help="Läs in ett ifyllt underlag eller någon annans kalkylblad.", arguments=_arguments, run=_run
)
