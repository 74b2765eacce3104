"""New: the first lines of a partnership's file."""

from argparse import ArgumentParser, Namespace

from site_builder.commands.command import Command
from site_builder.intake.beginning import begun
from site_builder.reading.fields import schemas
from site_builder.reading.problems import as_text
from site_builder.reading.validate import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLATS", help="kommunens eller regionens id, som i webbadressen: umea")
    parser.add_argument("title", metavar="TITEL", help="vad partnerskapet gäller, inom citattecken")
    parser.add_argument("--organisation", nargs="+", required=True, help="id för varje idéburen part")
    parser.add_argument("--source", required=True, help="id för källan i data/sources.yaml")
    parser.add_argument("--locator", required=True, help='var i källan det står, till exempel "§ 12"')


def _run(options: Namespace) -> bool:
    record = {
        "title": options.title,
        "nonprofit_parties": [{"organisation": id} for id in options.organisation],
        "public_parties": [{"body": options.place}],
        "sources": [{"source": options.source, "locator": options.locator}],
    }
    path, text = begun(options.root, options.place, record, schemas(options.root / "schema"))
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    own = path.relative_to(options.root).as_posix()
    problems = [each for each in read(options.root, options.checked_on).problems if each.path == own]
    print(f"{path} är skriven. Fyll på med det som är känt; fälten förklaras i docs/fields.md.")
    if problems:
        print(as_text(problems))
    return not any(problem.is_error for problem in problems)


COMMAND = Command(name="new", help="Börja på en fil för ett nytt partnerskap.", arguments=_arguments, run=_run)
