"""Commands: what each word after `build.py` takes and does; a module each, and this is the table of them."""

from site_builder.commands import (
    build,
    changes,
    check,
    format,
    generate,
    import_file,
    intake,
    letter,
    links,
    new,
    preview,
    serve,
)

COMMANDS = tuple(
    module.COMMAND
    for module in (check, changes, preview, build, serve, intake, import_file, new, format, generate, links, letter)
)
