from dataclasses import replace

import pytest

from site_builder.reading.site import Site

EXAMPLE = Site(
    title="T",
    description="D",
    base_url="https://iop.example/",
    repository="https://github.example/a/b",
    contact_email="kontakt@iop.example",
    publisher="Ingen (exempel)",
)
REAL = Site(
    title="T",
    description="D",
    base_url="https://iop.se/register/",
    repository="https://github.com/iop/register",
    contact_email="kontakt@iop.se",
    publisher="Föreningen IOP",
)


def test_example_values_are_known_as_such() -> None:
    assert EXAMPLE.example_values == ("base_url", "repository", "contact_email", "publisher")
    assert (EXAMPLE.known_base_url, EXAMPLE.known_repository, EXAMPLE.known_contact) == (None, None, None)
    assert REAL.example_values == ()
    assert (EXAMPLE.base_path, REAL.base_path) == ("/", "/register/")


@pytest.mark.parametrize(
    ("repository", "base_url"),
    [
        ("Anna/iop-registret", "https://anna.github.io/iop-registret/"),
        ("anna/anna.github.io", "https://anna.github.io/"),
    ],
)
def test_github_fills_in_what_is_unknown(repository: str, base_url: str) -> None:
    found = EXAMPLE.on_github({"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": repository})
    assert found.base_url == base_url
    assert found.repository == f"https://github.com/{repository}"
    assert found.example_values == ("contact_email", "publisher")


def test_github_does_not_overrule_settings() -> None:
    environment = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "fork/register"}
    assert REAL.on_github(environment) == REAL
    assert replace(EXAMPLE).on_github({}) == EXAMPLE
