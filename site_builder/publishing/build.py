"""Build: the project folder, a day and the environment → a checked edition and the site on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.output import Output
from site_builder.presenting.edition import Edition
from site_builder.presenting.pictures import Draw
from site_builder.publishing.drawings import Drawings
from site_builder.publishing.guard import guard
from site_builder.publishing.site import asset_outputs, data_file_outputs, site_outputs, templates
from site_builder.publishing.workbooks import Workbooks
from site_builder.publishing.write import Written, check_target, restore, write
from site_builder.reading.content import prose_files
from site_builder.reading.fields import schemas
from site_builder.reading.geography import geography
from site_builder.reading.history import histories
from site_builder.reading.tokens import light_colours
from site_builder.reading.validate import RULES, Reading, read


@dataclass(frozen=True, kw_only=True)
class Built:
    """What a build came to: `written` is None when errors stopped it and nothing was touched.

    `drawn` is the number of charts that had to be drawn.
    """

    reading: Reading
    written: Written | None
    drawn: int = 0


def edition(root: Path, reading: Reading, today: date, environment: Mapping[str, str], draw: Draw) -> Edition:
    """Everything the site shows, from data without errors."""
    assert reading.register is not None and reading.site is not None
    return Edition(
        register=reading.register,
        on=today,
        site=reading.site.on_github(environment),
        schemas=schemas(root / "schema"),
        rules=RULES,
        problems=reading.problems,
        waived=reading.waived,
        prose=prose_files(root),
        draw=draw,
        geography=geography(root, reading.register.bodies),
        colours=light_colours(root),
        histories=histories(root),
    )


def outputs(root: Path, shown: Edition, workbooks: Workbooks) -> tuple[Output, ...]:
    """Every file of the site."""
    as_they_are = (*asset_outputs(root), *data_file_outputs(root, shown.register), *workbooks.outputs(shown))
    return site_outputs(shown, templates(root), as_they_are)


def build(
    root: Path,
    target: Path,
    today: date,
    environment: Mapping[str, str],
    *,
    checked_on: date | None = None,
    is_for_publication: bool = False,
) -> Built:
    """Reads, checks and writes the site as of the day `today`; the data itself is judged as of `checked_on`.

    Raises BuildError when the target holds something else than a site, or when the site is to be published and the
    guard says no.
    """
    target = target if target.name else target.resolve()
    check_target(target)
    restore(target)
    reading = read(root, checked_on or today)
    if reading.errors:
        return Built(reading=reading, written=None)
    drawings = Drawings(root)
    shown = edition(root, reading, today, environment, drawings)
    if is_for_publication:
        guard(root, reading, shown.site)
    workbooks = Workbooks(root)
    written = write(outputs(root, shown, workbooks), target)
    drawings.keep()
    workbooks.keep()
    return Built(reading=reading, written=written, drawn=drawings.count)
