"""Guard: what must hold before a site may be published, beside data without errors."""

from pathlib import Path

from site_builder.errors import BuildError
from site_builder.reading.removals import ever_removed
from site_builder.reading.site import Site
from site_builder.reading.validate import Reading
from site_builder.register.release import surprises


def guard(root: Path, reading: Reading, site: Site) -> None:
    """Raises BuildError where settings are examples, records have vanished, or counts have jumped unannounced."""
    assert reading.register is not None and reading.release is not None
    if site.example_values:
        raise BuildError(
            "site.yaml har kvar exempelvärden och får inte publiceras: "
            f"{', '.join(site.example_values)}. Fyll i de riktiga värdena."
        )
    removed = ever_removed(root)
    if removed is None:
        raise BuildError(
            "förrådets hela git-historik behövs för att se att inga poster har försvunnit. Publicera från en hel kopia "
            "(git clone utan --depth; i GitHub Actions fetch-depth: 0)."
        )
    found = tuple(surprises(reading.register, reading.release, removed))
    if found:
        raise BuildError(
            "\n- ".join(["registret skiljer sig från det som väntades och publiceras inte:", *found]) + "."
        )
