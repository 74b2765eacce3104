"""Site: the settings of site.yaml, completed from GitHub's environment when it runs there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from site_builder.errors import BuildError
from site_builder.reading.fields import Schemas
from site_builder.reading.yamlfile import parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where and by whom the site is published. An address under `.example` is not known yet."""

    title: str
    description: str
    base_url: str
    repository: str
    contact_email: str
    publisher: str

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            title=raw["title"],
            description=raw["description"],
            base_url=raw["base_url"],
            repository=raw["repository"],
            contact_email=raw["contact_email"],
            publisher=raw["publisher"],
        )

    def on_github(self, environment: Mapping[str, str]) -> "Site":
        """The settings with example addresses replaced by those of the GitHub repository the build runs in."""
        server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY", "")
        owner, _, repository = name.partition("/")
        if not server or not repository:
            return self
        pages = f"https://{owner.lower()}.github.io/"
        own_site = repository.lower() == f"{owner.lower()}.github.io"
        found = self
        if self.known_repository is None:
            found = replace(found, repository=f"{server}/{name}")
        if self.known_base_url is None:
            found = replace(found, base_url=pages if own_site else f"{pages}{repository}/")
        return found

    @property
    def base_path(self) -> str:
        """The path the site lies under, with a slash at both ends."""
        return urlsplit(self.base_url).path

    @property
    def known_base_url(self) -> str | None:
        return None if _is_example(urlsplit(self.base_url).hostname) else self.base_url

    @property
    def known_repository(self) -> str | None:
        return None if _is_example(urlsplit(self.repository).hostname) else self.repository

    @property
    def known_contact(self) -> str | None:
        return None if _is_example(self.contact_email.rpartition("@")[2]) else self.contact_email

    @property
    def example_values(self) -> tuple[str, ...]:
        """The settings that still hold example values and so stop publication."""
        unknown = {
            "base_url": self.known_base_url is None,
            "repository": self.known_repository is None,
            "contact_email": self.known_contact is None,
            "publisher": "(exempel)" in self.publisher,
        }
        return tuple(key for key, is_unknown in unknown.items() if is_unknown)


def settings(path: Path, schemas: Schemas) -> Site:
    """The settings alone, without the data. Raises BuildError where the file does not follow its schema."""
    document, problems = parsed(path.name, path.read_bytes())
    if document is None or problems or not schemas.validator("site").is_valid(document.data):
        raise BuildError(f"{path} har fel. Kör python build.py check för att se vilka.")
    return Site.from_raw(document.data)


def _is_example(host: str | None) -> bool:
    return host is None or host.endswith(".example") or host in ("example.com", "example.org", "example.net")
