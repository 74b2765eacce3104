"""Commands: what each word after `build.py` takes and does; a module each, and this is the table of them."""

from site_builder.commands import build, check, format, generate, import_file, letter, links, new, serve

COMMANDS = tuple(module.COMMAND for module in (check, build, serve, new, import_file, format, generate, links, letter))
