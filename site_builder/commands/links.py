"""Links: whether the addresses in the data lead somewhere."""

import os
from argparse import ArgumentParser, Namespace

from site_builder.care.asking import Asker, Pace
from site_builder.care.link_check import agent, link_check
from site_builder.commands.command import Command, positive
from site_builder.reading.problems import as_text
from site_builder.reading.validate import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--most", type=positive, default=200, help="högst så många länkar den här gången (annars 200)")
    parser.add_argument(
        "--delay", type=float, default=2.0, help="sekunder mellan frågor till samma webbplats (annars 2)"
    )
    parser.add_argument("--archives", action="store_true", help="leta arkiverade kopior av trasiga sidor (archive.org)")


def _run(options: Namespace) -> bool:
    reading = read(options.root, options.checked_on)
    if reading.register is None or reading.site is None:
        print(as_text(reading.problems))
        return False
    asker = Asker(agent=agent(reading.site.on_github(os.environ)), pace=Pace(delay=options.delay))
    done = link_check(options.root, reading, asker, options.today, at_most=options.most, with_archives=options.archives)
    print(done.text)
    return not done.has_broken


COMMAND = Command(
    name="links", help="Fråga registrets länkar om de fungerar, några i taget.", arguments=_arguments, run=_run
)
