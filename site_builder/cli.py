"""The command line: the only clock, the only exit code, and where exceptions end."""

import argparse
import errno
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from site_builder.errors import BuildError
from site_builder.intake.beginning import begun
from site_builder.intake.formatting import rewritten, unformatted
from site_builder.intake.templates import issue_templates
from site_builder.presenting.dictionary import as_markdown
from site_builder.presenting.words import number
from site_builder.publishing.build import Built, build
from site_builder.reading.fields import schemas
from site_builder.reading.problems import REPORTERS, as_text
from site_builder.reading.site import settings
from site_builder.reading.validate import read

OK, BAD_DATA, CANNOT_RUN = 0, 1, 2
OS_REASONS = {
    errno.EACCES: "du har inte rätt att läsa eller skriva där",
    errno.EPERM: "du har inte rätt att läsa eller skriva där",
    errno.ENOENT: "finns inte",
    errno.ENOTDIR: "är ingen mapp",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "går inte att skriva till",
    errno.EADDRINUSE: "porten används redan; välj en annan med --port",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command: 0 all is well, 1 the data has errors, 2 the command could not run."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (BuildError, OSError) as error:
        print(f"Det går inte att fortsätta: {_explained(error)}", file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        return CANNOT_RUN
    return code


def _explained(error: BuildError | OSError) -> str:
    """What the system refused, in Swedish."""
    if isinstance(error, BuildError):
        return str(error)
    reason = OS_REASONS.get(error.errno or 0, "systemet säger nej")
    return f"{error.filename or 'en fil eller port'}: {reason} ({error.errno})."


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} är inget datum; skriv ÅÅÅÅ-MM-DD") from None
    if not 1900 <= day.year <= 2200:
        raise argparse.ArgumentTypeError(f"{text} ligger för långt bort; välj ett år mellan 1900 och 2200")
    return day


class _Parser(argparse.ArgumentParser):
    """argparse with Swedish words around what it found."""

    def error(self, message: str) -> NoReturn:
        found = message.rpartition(": ")[2]
        self.exit(CANNOT_RUN, f"Kommandot går inte att förstå: {found}. Hjälp: python build.py --help\n")


def parser() -> argparse.ArgumentParser:
    whole = _Parser(prog="build.py", description="Bygger IOP-registret av filerna i data/.")
    commands = whole.add_subparsers(required=True, metavar="KOMMANDO")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        added.add_argument("--root", type=Path, default=Path(), help="projektets mapp (annars den du står i)")
        added.add_argument(
            "--today", type=_day, default=date.today(), help="räkna som om det vore den dagen, ÅÅÅÅ-MM-DD"
        )
        return added

    checking = command("check", _check, "Kontrollera alla uppgifter utan att bygga.")
    checking.add_argument("drafts", nargs="*", type=Path, metavar="UTKAST", help="filer eller mappar med utkast")
    checking.add_argument("--reporter", choices=REPORTERS, default="text", help="hur felen skrivs ut")
    building = command("build", _build, "Kontrollera och bygg webbplatsen.")
    building.add_argument("--out", type=Path, help="mappen att bygga i (annars _site)")
    building.add_argument(
        "--publish",
        action="store_true",
        help="vägra om något inte får publiceras: exempelvärden i site.yaml, poster som har försvunnit",
    )
    serving = command("serve", _serve, "Visa webbplatsen här och bygg om när något ändras.")
    serving.add_argument("--port", type=int, default=8000, help="port på den egna datorn (annars 8000)")
    beginning = command("new", _new, "Börja på en fil för ett nytt partnerskap.")
    beginning.add_argument("place", metavar="PLATS", help="kommunens eller regionens id, som i webbadressen: umea")
    beginning.add_argument("title", metavar="TITEL", help="vad partnerskapet gäller, inom citattecken")
    beginning.add_argument("--organisation", nargs="+", required=True, help="id för varje idéburen part")
    beginning.add_argument("--source", required=True, help="id för källan i data/sources.yaml")
    beginning.add_argument("--locator", required=True, help='var i källan det står, till exempel "§ 12"')
    formatting = command("format", _format, "Skriv posternas filer i registrets ordning och stil.")
    formatting.add_argument("files", nargs="*", type=Path, metavar="FIL", help="bara de här filerna (annars alla)")
    formatting.add_argument("--check", action="store_true", help="skriv inget, men säg till om något skulle ändras")
    generating = command("generate", _generate, "Skriv de filer som görs ur schemat.")
    generating.add_argument("--check", action="store_true", help="skriv inget, men säg till om något är inaktuellt")
    linking = command("links", _links, "Fråga registrets länkar om de fungerar, några i taget.")
    linking.add_argument(
        "--most", type=_positive, default=200, help="högst så många länkar den här gången (annars 200)"
    )
    linking.add_argument(
        "--delay", type=float, default=2.0, help="sekunder mellan frågor till samma webbplats (annars 2)"
    )
    linking.add_argument(
        "--archives", action="store_true", help="leta arkiverade kopior av trasiga sidor (archive.org)"
    )
    writing = command("letter", _letter, "Skriv en begäran om handlingar till en kommuns eller regions registrator.")
    writing.add_argument("body", metavar="HUVUDMAN", help="id eller namn, till exempel umea")
    writing.add_argument("--out", type=Path, help="filen att skriva brevet i (annars skrivs det ut här)")
    return whole


def _positive(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} är inget antal; skriv 1 eller mer")
    return int(text)


def _checked_on(options: argparse.Namespace) -> date:
    """The day the data is judged as of: never before the real one, for sources are newer than days looked back at."""
    today: date = options.today
    return max(today, date.today())


def _check(options: argparse.Namespace) -> int:
    reading = read(options.root, _checked_on(options), options.drafts)
    print(REPORTERS[options.reporter](reading.problems))
    return BAD_DATA if reading.errors else OK


def _build(options: argparse.Namespace) -> int:
    started = time.monotonic()
    target = options.out or options.root / "_site"
    built = build(
        options.root,
        target,
        options.today,
        os.environ,
        checked_on=_checked_on(options),
        is_for_publication=options.publish,
    )
    print(_report(built, target, time.monotonic() - started))
    return OK if built.written else BAD_DATA


def _report(built: Built, target: Path, seconds: float) -> str:
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


def _serve(options: argparse.Namespace) -> int:
    from site_builder.publishing.serve import Preview, serve

    target = options.root / "_site"
    preview = Preview(target)

    def rebuild() -> None:
        started = time.monotonic()
        try:
            built = build(options.root, target, options.today, os.environ, checked_on=_checked_on(options))
        except (BuildError, OSError) as error:
            preview.report = _explained(error)
            print(f"Det går inte att bygga: {preview.report}", file=sys.stderr)
            return
        preview.report = built.reading.errors
        print(_report(built, target, time.monotonic() - started))

    rebuild()
    print(f"Webbplatsen visas på http://127.0.0.1:{options.port}/. Avsluta med Ctrl+C.")
    serve(options.root, preview, rebuild, options.port)
    return OK


def _new(options: argparse.Namespace) -> int:
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
    problems = [each for each in read(options.root, _checked_on(options)).problems if each.path == own]
    print(f"{path} är skriven. Fyll på med det som är känt; fälten förklaras i docs/fields.md.")
    if problems:
        print(as_text(problems))
    return BAD_DATA if any(problem.is_error for problem in problems) else OK


def _format(options: argparse.Namespace) -> int:
    found = tuple(unformatted(options.root, schemas(options.root / "schema"), options.files))
    changed = [each for each in found if each.text is not None]
    for each in found:
        if each.text is None:
            print(f"{each.path}: går inte att läsa och är orörd. Kör: python build.py check")
        elif options.check:
            print(f"{each.path}: skulle ändras. Kör: python build.py format {each.path}")
        else:
            rewritten(each)
            print(f"{each.path}: skriven i registrets ordning och stil.")
    print(f"{len(changed)} filer {'skulle ändras' if options.check else 'är ändrade'}.")
    return BAD_DATA if len(changed) < len(found) or (options.check and changed) else OK


def _generate(options: argparse.Namespace) -> int:
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
    return OK if all_fresh or not options.check else BAD_DATA


def _links(options: argparse.Namespace) -> int:
    from site_builder.care.asking import Asker, Pace
    from site_builder.care.link_check import agent, link_check

    reading = read(options.root, _checked_on(options))
    if reading.register is None or reading.site is None:
        print(as_text(reading.problems))
        return BAD_DATA
    asker = Asker(agent=agent(reading.site.on_github(os.environ)), pace=Pace(delay=options.delay))
    done = link_check(options.root, reading, asker, options.today, at_most=options.most, with_archives=options.archives)
    print(done.text)
    return BAD_DATA if done.has_broken else OK


def _letter(options: argparse.Namespace) -> int:
    from site_builder.care.letter import as_text as letter_text
    from site_builder.care.letter import body_called, letter, log_lines

    reading = read(options.root, _checked_on(options))
    if reading.register is None or reading.site is None:
        print(as_text(reading.problems))
        return BAD_DATA
    site = reading.site.on_github(os.environ)
    body = body_called(reading.register, options.body)
    text = letter_text(options.root, letter(reading.register, site, body))
    if options.out:
        options.out.write_text(text, encoding="utf-8")
        print(f"Brevet är skrivet i {options.out}. Läs det, fyll i ditt namn och skicka det till registratorn.")
    else:
        print(text)
    print(f"När brevet är skickat, anteckna det så:\n\n{log_lines(reading.register, site, body, options.today)}")
    return OK
