"""Data: the downloads, and the dictionary of their fields."""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.output import Output
from site_builder.presenting.dictionary import Section, record_sections, table_sections
from site_builder.presenting.edition import Edition
from site_builder.presenting.views.view import START, Crumb, Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download, with its columns where it is a table."""

    output: Output
    section: Section | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The downloads."""

    title: str
    description: str
    downloads: tuple[Download, ...]
    trail: Trail = (START,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryView:
    """Every field with its meaning."""

    title: str
    description: str
    records: tuple[Section, ...]
    tables: tuple[Section, ...]
    trail: Trail = (START, Crumb("Data", "data"))


def data_view(files: tuple[Output, ...]) -> Callable[[Edition, None], DataView]:
    """How the downloads page lists the given files."""

    def view(edition: Edition, _: None) -> DataView:
        sections = {section.title: section for section in table_sections(edition.schemas)}
        return DataView(
            title="Data",
            description="Hela registret som öppna data: CSV för kalkylprogram och statistik, JSON för program. CC0.",
            downloads=tuple(
                Download(output=file, section=sections.get(file.path.rpartition("/")[2])) for file in files
            ),
        )

    return view


def dictionary_view(edition: Edition, _: None) -> DictionaryView:
    return DictionaryView(
        title="Fält och definitioner",
        description="Vad varje fält i registrets datafiler och nedladdningar betyder.",
        records=record_sections(edition.schemas),
        tables=table_sections(edition.schemas),
    )
