"""Output: one file of the site, from its path to the function that makes its bytes."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """`path` below the site's root, with forward slashes; `produce` is pure. `title` is what lists call it.

    `is_indexed` says whether search engines should find it.
    """

    path: str
    produce: Callable[[], bytes]
    title: str
    media_type: str
    is_indexed: bool = False
