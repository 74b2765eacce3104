"""Tokens: the site's colours, for pictures that leave it."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from site_builder.errors import BuildError

FILE = Path("assets") / "tokens.css"


def light_colours(root: Path) -> Mapping[str, str]:
    """The colours of the light theme by name, as in `ink` → `#1a252c`: those of the style sheet's first block."""
    path = root / FILE
    try:
        first_block = path.read_text(encoding="utf-8").partition("}")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(f"{FILE.as_posix()} går inte att läsa: {error}. Återställ filen från förrådet.") from error
    found = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b", first_block))
    if not found:
        raise BuildError(f"{FILE.as_posix()} har inga färger i sitt första block. Återställ filen från förrådet.")
    return MappingProxyType(found)
