"""Validate: the whole data folder → a Register, or every problem that stands in its way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from site_builder.reading import differences, files, judgement, plaintext, scalars, waivers, yamlfile
from site_builder.reading.fields import Schemas, schemas
from site_builder.reading.files import DataFile, Found, Proposed, data_files
from site_builder.reading.judgement import schema_problems
from site_builder.reading.problems import Problem, Rule, in_order
from site_builder.reading.reference import municipalities_and_regions, other_bodies
from site_builder.reading.rules import CHECKS, Corpus, Record
from site_builder.reading.rules.rule import Place
from site_builder.reading.site import Site
from site_builder.reading.waivers import Waived
from site_builder.reading.yamlfile import Document, parsed
from site_builder.register.agreement import Agreement
from site_builder.register.alphabet import alphabetical
from site_builder.register.criteria import Theme
from site_builder.register.directory import (
    Body,
    CoverageEntry,
    Organisation,
    Programme,
    Redirect,
    Source,
    Unasked,
    Vocabulary,
)
from site_builder.register.figures import Figure
from site_builder.register.register import Register
from site_builder.register.release import Release

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *differences.RULES,
    *plaintext.RULES,
    *yamlfile.RULES,
    *scalars.RULES,
    *judgement.RULES,
    *(check.rule for check in CHECKS),
    *waivers.RULES,
)
_KINDS_BY_FOLDER = ("agreement", "organisation")
WAIVABLE = frozenset(check.rule.id for check in CHECKS) - {"text/personal-number"}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What came of reading the data: `register`, `site` and `release` are None while any error stands."""

    register: Register | None
    site: Site | None
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]
    release: Release | None = None
    unasked: tuple[Unasked, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


@dataclass(frozen=True, kw_only=True)
class _Read:
    """The files that parse and follow their schema, and the problems of those that do not."""

    files: tuple[DataFile, ...]
    documents: Mapping[str, Document]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]

    def of_kind(self, kind: str) -> dict[str, Any]:
        """The data of the kind's good records, by id."""
        return {record.id: record.data for record in self.records if record.kind == kind}

    def listed(self, kind: str) -> list[dict[str, Any]]:
        """The rows of a list file; none where it is broken."""
        rows: list[dict[str, Any]] = self.of_kind(kind).get(kind, [])
        return rows


def read(root: Path, checked_on: date, drafts: Iterable[Path] = (), proposed: Proposed | None = None) -> Reading:
    """Everything below `root`/data with `root`/site.yaml, and `drafts` of partnerships elsewhere.

    With `proposed` it is read as if it held those files.

    The data is judged as of the day `checked_on`: that decides what lies in the future and which waivers hold, and has
    nothing to do with the day whose statuses are shown.
    Raises BuildError only where the project itself is broken: no data folder, no schema, no reference table.
    """
    content = _read_files(data_files(root, drafts, proposed), schemas(root / "schema"))
    bodies = municipalities_and_regions(root) | other_bodies(content.listed("bodies"))
    found = in_order(_rule_problems(content, _corpus(content, bodies, checked_on)))
    impossible = {problem.path for problem in found if problem.rule == "dates/impossible"}
    accepted = () if "data/waivers.yaml" in impossible else waivers.waivers(content.listed("waivers"))
    standing, waived = waivers.split(found, [each for each in accepted if each.rule in WAIVABLE], checked_on)
    if accepted:
        document = content.documents["data/waivers.yaml"]
        standing += waivers.waiver_problems(accepted, found, WAIVABLE, document, checked_on)
    problems = in_order([*content.problems, *standing])
    is_sound = not any(problem.is_error for problem in problems)
    return Reading(
        register=_register(content, bodies) if is_sound else None,
        site=Site.from_raw(content.of_kind("site")["site"]) if is_sound else None,
        problems=problems,
        waived=tuple(waived),
        release=Release.from_raw(content.of_kind("release")["release"]) if is_sound else None,
        unasked=tuple(map(Unasked.from_raw, content.listed("unasked"))),
    )


def _read_files(all_files: Found, all_schemas: Schemas) -> _Read:
    found, problems = all_files
    every_problem = list(problems)
    documents: dict[str, Document] = {}
    records: list[Record] = []
    for file in found:
        document, own_problems = _document(file, all_schemas)
        every_problem += own_problems
        if document is not None:
            documents[file.path] = document
            if not own_problems:
                data = _without_empty(document.data)
                text = file.content.decode("utf-8")
                records.append(Record(kind=file.kind, id=file.id, path=file.path, data=data, text=text))
    return _Read(files=found, documents=documents, records=tuple(records), problems=tuple(every_problem))


@lru_cache(maxsize=16384)
def _document(file: DataFile, all_schemas: Schemas) -> tuple[Document | None, tuple[Problem, ...]]:
    document, problems = parsed(file.path, file.content, file.max_bytes)
    if document is None:
        return None, problems
    return document, (*problems, *schema_problems(all_schemas, file.kind, document))


def _without_empty(data: Any) -> Any:
    """The record without the fields that are explicitly empty: absent and null mean the same."""
    if isinstance(data, dict):
        return {key: value for key, value in data.items() if value is not None}
    return data


def _corpus(content: _Read, bodies: Mapping[str, Body], checked_on: date) -> Corpus:
    def ids(kind: str) -> frozenset[str]:
        return frozenset(file.id for file in content.files if file.kind == kind)

    reference = {body.id for body in bodies.values() if body.municipality or body.region}
    short_names = {body.municipality.short_name for body in bodies.values() if body.municipality}
    read_paths = {record.path for record in content.records}
    return Corpus(
        agreements=content.of_kind("agreement"),
        organisations=content.of_kind("organisation"),
        agreement_ids=ids("agreement"),
        organisation_ids=ids("organisation"),
        bodies={body.id: body.name for body in bodies.values()},
        reference_bodies=frozenset(reference),
        places=frozenset(word for name in short_names for word in (name.casefold(), f"{name.casefold()}s")),
        unread=frozenset(
            {file.kind for file in content.files if file.path not in read_paths}
            | {kind for problem in content.problems for kind in _KINDS_BY_FOLDER if f"/{kind}s/" in problem.path}
        ),
        municipalities=frozenset(body.id for body in bodies.values() if body.municipality),
        sources=frozenset(source["id"] for source in content.listed("sources")),
        programmes=frozenset(programme["id"] for programme in content.listed("programmes")),
        vocabularies={
            name: {term["id"]: term["sv"] for term in raw["terms"]}
            for name, raw in content.of_kind("vocabulary").items()
        },
        checked_on=checked_on,
    )


def _rule_problems(content: _Read, corpus: Corpus) -> Iterator[Problem]:
    for record in content.records:
        for check in CHECKS:
            if record.kind not in check.kinds:
                continue
            for place, message in check.find(record, corpus):
                if isinstance(place, Place):
                    line, column = place.line, place.column
                else:
                    line, column = content.documents[record.path].position(place)
                yield Problem(
                    path=record.path,
                    line=line,
                    column=column,
                    rule=check.rule.id,
                    message=message,
                    severity=check.rule.severity,
                )


def _register(content: _Read, bodies: Mapping[str, Body]) -> Register:
    agreements = content.of_kind("agreement")
    organisations = content.of_kind("organisation")
    by_name = sorted(organisations, key=lambda organisation: alphabetical(organisations[organisation]["name"]))
    return Register(
        agreements=tuple(Agreement.from_raw(id, agreements[id]) for id in sorted(agreements)),
        organisations={id: Organisation.from_raw(id, organisations[id]) for id in by_name},
        bodies=dict(sorted(bodies.items(), key=lambda item: alphabetical(item[1].name))),
        sources={raw["id"]: Source.from_raw(raw) for raw in content.listed("sources")},
        vocabularies={id: Vocabulary.from_raw(id, raw) for id, raw in content.of_kind("vocabulary").items()},
        programmes={raw["id"]: Programme.from_raw(raw) for raw in content.listed("programmes")},
        criteria=tuple(map(Theme.from_raw, content.listed("criteria"))),
        figures={raw["id"]: Figure.from_raw(raw) for raw in content.listed("figures")},
        coverage=tuple(map(CoverageEntry.from_raw, content.listed("coverage"))),
        redirects=tuple(map(Redirect.from_raw, content.listed("redirects"))),
    )
