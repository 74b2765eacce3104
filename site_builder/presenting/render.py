"""Render: templates and a context → the bytes of a page."""

import traceback
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError

from site_builder.errors import BuildError
from site_builder.presenting import words

Templates = tuple[tuple[str, str], ...]


class Renderer:
    """The templates of one build. Everything is escaped; an unknown name in a template is an error."""

    def __init__(self, templates: Templates) -> None:
        self._environment = _environment(templates)

    def rendered(self, template: str, context: Mapping[str, Any]) -> bytes:
        """Raises BuildError, naming the template, where it is broken."""
        try:
            return self._environment.get_template(template).render(context).encode("utf-8")
        except BuildError:
            raise
        except Exception as error:
            raise BuildError(f"Mallen {_place(error, template)} går inte att använda: {error}.") from error


@lru_cache(maxsize=2)
def _environment(templates: Templates) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["lower_first"] = words.lower_first
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _place(error: Exception, template: str) -> str:
    """The template and line the error names, as templates/name:line."""
    if isinstance(error, TemplateSyntaxError):
        return f"templates/{error.name or template}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return f"templates/{template}:{lines[-1] if lines else 1}"
