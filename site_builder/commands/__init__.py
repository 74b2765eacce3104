"""Commands: what each word after `build.py` takes and does; a module each, and this is the table of them."""

from site_builder.commands import build, changes, check, format, generate, intake, letter, links, new, serve

_MODULES = (check, changes, build, serve, intake, new, format, generate, links, letter)
COMMANDS = tuple(module.COMMAND for module in _MODULES)
