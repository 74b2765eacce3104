"""Request: something that was sent in, as an issue on GitHub or as text that somebody pasted.

Nothing of it is trusted. Where it comes as an event, only the few values used here are looked at, and each is checked.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.errors import BuildError

LARGEST_EVENT = 2 * 1024 * 1024
MOST_OPEN = 500
_QUOTED = re.compile(r"(?m)^(?:> ?)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`body` is the issue's text, or the pasted one; `title` and `number` are the issue's, if it is one."""

    body: str
    title: str = ""
    number: int | None = None

    @property
    def name(self) -> str:
        """What the register calls it: in the name of a branch, and in ids of sources that it is the reason for."""
        return f"arende-{self.number}" if self.number else "brev"


def request_from_event(text: str) -> Request:
    """The issue of an event as GitHub writes it. Raises BuildError where it is no such event."""
    if len(text) > LARGEST_EVENT:
        raise BuildError(f"händelsen är större än {LARGEST_EVENT // 1024 // 1024} MB och läses inte.")
    event = _decoded(text)
    issue = event.get("issue") if isinstance(event, dict) else None
    if not isinstance(issue, dict) or "pull_request" in issue:
        raise BuildError("händelsen gäller inget ärende på GitHub.")
    return _request(issue)


def request_from_text(text: str, number: int | None = None) -> Request:
    """An issue's body, the text of the site's editor, or a letter; without marks of quotation before its headings."""
    is_quoted = bool(re.search(r"(?m)^(?:> ?)+### ", text))
    return Request(body=_QUOTED.sub("", text) if is_quoted else text, number=number)


def open_requests(text: str, but: int | None) -> tuple[Request, ...]:
    """Other requests that are open: of a list of issues as `gh issue list --json number,body` writes it."""
    listed = _decoded(text)
    if not isinstance(listed, list):
        raise BuildError("listan över öppna ärenden går inte att läsa: den ska vara en JSON-lista.")
    found = [_request(issue) for issue in listed[:MOST_OPEN] if isinstance(issue, dict)]
    return tuple(request for request in found if request.number != but)


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BuildError("filen är inte giltig JSON. Ange den som GitHub skriver.") from error


def _request(issue: Mapping[str, Any]) -> Request:
    number, title, body = issue.get("number"), issue.get("title"), issue.get("body")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise BuildError("ärendet har inget nummer.")
    return Request(
        number=number, title=title if isinstance(title, str) else "", body=body if isinstance(body, str) else ""
    )
