"""Commands: what each word after `build.py` takes and does; a module each, loaded when its word is said.

Charts, browsers' servers and spreadsheets take a second to load, and most commands need none of them.
"""

from importlib import import_module

from site_builder.commands.command import Command

MODULES = {
    "check": "check",
    "changes": "changes",
    "preview": "preview",
    "build": "build",
    "serve": "serve",
    "intake": "intake",
    "import": "import_file",
    "new": "new",
    "format": "format",
    "generate": "generate",
    "links": "links",
    "letter": "letter",
}
"""Every word, and the module of its command."""


def command(word: str) -> Command:
    found: Command = import_module(f"{__name__}.{MODULES[word]}").COMMAND
    return found
