"""What the sources know is in the real register: counts, figures, criteria, works, and nothing left hanging."""

import json
from collections import Counter
from datetime import date

import pytest

from site_builder.reading.fields import schemas
from site_builder.register.register import Register
from site_builder.register.status import Status, status
from tests.toy_project import ROOT

pytestmark = pytest.mark.data
DOCUMENTS = ("famna-fremia-2023", "famna-2025", "avdic-2020", "forum-2017", "helsingborg-2021")

# Values that no record uses, and why they are there all the same.
UNUSED: dict[str, set[str]] = {
    "areas": set(),
    "target-groups": set(),
    "source-kinds": {"brev"},  # no request has been sent yet
    "figure-topics": set(),
    "legal-forms": set(),
    "other-party-kinds": {"foretag"},  # no source says that a company it names is private
    "public-body-kinds": {"kommunalforbund"},  # a party that other partnerships may have
}
UNUSED_CHOICES: dict[tuple[str, str, str], set[str]] = {
    ("agreement", "relation", "kind"): {"continues", "part-of"},  # for those who know more than our sources
    ("agreement", "link", "kind"): {"decision"},  # the decisions we have read are sources themselves
    ("agreement", "contradiction", "field"): {"target_group", "results"},
    ("agreement", "funding", "kind"): set(),
    ("agreement", "funding", "per"): set(),
    ("agreement", "period", "kind"): set(),
    ("agreement", "evidence", "reported_status"): set(),
}


def test_partnerships_per_source_and_body(register: Register) -> None:
    per_source = Counter(source for one in register.agreements for source in {entry.source for entry in one.sources})
    assert [per_source[source] for source in DOCUMENTS] == [106, 3, 21, 9, 1]
    assert (per_source["enkoping-iop"], per_source["umea-iop"], per_source["lund-iop"]) == (13, 6, 4)
    per_body = Counter(agreement.leading_body for agreement in register.agreements)
    for body, least in {"malmo": 29, "goteborg": 25, "enkoping": 13, "stockholm": 13, "uppsala": 9}.items():
        assert per_body[body] >= least, body
    assert len(register.agreements) >= 201


def test_every_source_that_is_cited_shows_its_partnerships(register: Register) -> None:
    for agreement in register.agreements:
        for source in agreement.cited:
            assert agreement in register.of_source(source)


def test_no_source_is_left_without_a_purpose(register: Register) -> None:
    """Each gives partnerships, figures, criteria or an answer, is referred to by another, or is cited in our prose."""
    prose = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.md"))
    criteria = {id for theme in register.criteria for each in theme.criteria for id in (each.source, each.via)}
    programmes = {each.source for programme in register.programmes.values() for each in programme.sources}
    answers = {entry.source for entry in register.coverage}
    unused = [
        source.id
        for source in register.sources.values()
        if not register.of_source(source.id)
        and not register.figures_from(source.id)
        and not source.mentioned_in
        and source.id not in criteria | programmes | answers
        and f"page:source/{source.id})" not in prose
    ]
    assert unused == []


def test_no_organisation_is_an_orphan(register: Register) -> None:
    for organisation in register.organisations.values():
        assert register.of_organisation(organisation.id) or register.members(organisation.id), organisation.id


@pytest.mark.parametrize(
    ("federation", "least"),
    [("brottsofferjouren", 10), ("stadsmissionerna", 9), ("hela-manniskan", 3), ("roda-korset", 5), ("rf-sisu", 4)],
)
def test_federations_gather_their_members(register: Register, federation: str, least: int) -> None:
    assert len(register.members(federation)) >= least


def test_every_term_is_used_or_its_absence_explained(register: Register) -> None:
    used: dict[str, set[str | None]] = {
        "areas": {area for one in register.agreements for area in (one.area, *one.secondary_areas)},
        "target-groups": {one.target_group for one in register.agreements},
        "source-kinds": {source.kind for source in register.sources.values()},
        "figure-topics": {figure.topic for figure in register.figures.values()},
        "legal-forms": {organisation.legal_form for organisation in register.organisations.values()},
        "other-party-kinds": {party.kind for one in register.agreements for party in one.other_parties},
        "public-body-kinds": {body.kind for body in register.bodies.values()},
    }
    assert register.vocabularies.keys() - used.keys() == {"glossary"}
    for id in used:
        vocabulary = register.vocabularies[id]
        assert {term.id for term in vocabulary.terms} - used[id] == UNUSED[id], id


def test_every_choice_is_used_or_its_absence_explained(register: Register) -> None:
    plain = json.dumps([_plain(one) for one in register.agreements])
    definitions = schemas(ROOT / "schema").by_name["agreement"]["$defs"]
    for (_, definition, field), unused in UNUSED_CHOICES.items():
        choices = definitions[definition]["properties"][field]["enum"]
        missing = {choice for choice in choices if f'"{definition}.{field}={choice}"' not in plain}
        assert missing == unused, (definition, field)


def _plain(agreement: object) -> list[str]:
    """Every choice the agreement makes, as `definition.field=value`."""
    parts = {
        "relation": "relations", "link": "links", "contradiction": "contradictions", "funding": "funding",
        "period": "periods", "evidence": "sources",
    }  # fmt: skip
    return [
        f"{definition}.{field}={getattr(each, field)}"
        for (_, definition, field) in UNUSED_CHOICES
        for each in getattr(agreement, parts[definition])
    ]


def test_published_figures_by_hand(register: Register) -> None:
    """The headline figures and top lists of the 2024/25 report, as read by another than the one who entered them."""
    of_2025 = [figure for figure in register.figures_from("famna-2025") if figure.value is not None]
    values = {figure.value for figure in of_2025 if figure.topic in ("antal", "insamling") and not figure.body}
    assert {623, 501, 653, 745, 750, 500, 290, 21} <= values
    per_body = {figure.body: figure.value for figure in of_2025 if figure.body and figure.unit == "partnerships"}
    assert per_body == {
        "stockholm": 42, "goteborg": 26, "linkoping": 23, "malmo": 18, "boras": 15, "enkoping": 15, "hudiksvall": 15,
        "uppsala": 14, "jarfalla": 10, "soderhamn": 9, "region-skane": 14, "vastra-gotalandsregionen": 13,
        "region-gavleborg": 7, "region-varmland": 5, "region-jonkopings-lan": 4, "region-uppsala": 4,
        "region-stockholm": 2,
    }  # fmt: skip
    illegible = [figure for figure in register.figures_from("famna-2025") if figure.illegible]
    assert "vasteras" in {figure.body for figure in illegible}
    assert all(figure.value is None for figure in illegible)
    percentages = {figure.value for figure in of_2025 if figure.unit == "percent"}
    assert {59, 90, 10, 20, 25, 60, 15, 36, 76} <= percentages
    unique = next(figure for figure in of_2025 if figure.value == 623)
    assert 653 in {register.figures[id].value for id in unique.contradicts}
    assert {94} <= {figure.value for figure in register.figures_from("famna-fremia-2023")}
    assert {56} <= {figure.value for figure in register.figures_from("forum-2017")}
    assert {16} <= {figure.value for figure in register.figures_from("avdic-2020") if figure.body == "boras"}


def test_the_lists_of_criteria_are_whole(register: Register) -> None:
    """Four of the state's guidance, eight of SKR, four of Malmö, three features and four questions of Nätverket."""
    told = Counter((each.source, each.locator) for theme in register.criteria for each in theme.criteria)
    for source, word, count in (
        ("sou-2019-56-vagledning", "kännetecken", 4),
        ("skr-2018", "kriterium", 8),
        ("malmo-2015", "kriterium", 4),
        ("helsingborg-film", "kännetecken", 3),
        ("helsingborg-film", "fråga", 4),
    ):
        for number in range(1, count + 1):
            assert told[source, f"{word} {number}"], (source, word, number)


def test_the_reading_list_is_whole(register: Register) -> None:
    """31 works that the five documents name, and a plan that one of them cites."""
    mentioned = [source for source in register.sources.values() if source.mentioned_in]
    assert len(mentioned) == 32
    assert {mention.source for source in mentioned for mention in source.mentioned_in} == set(DOCUMENTS)
    broken = {address for source in mentioned for address in source.broken_addresses}
    assert sum(address.startswith("http://") and " " in address for address in broken) >= 4
    assert any("riktade-vagledning/" in address for address in broken)


def test_planned_stay_planned_and_ended_stay_ended(register: Register) -> None:
    today = {one.id: status(one, date(2026, 11, 23)) for one in register.agreements}
    planned = {id for id, each in today.items() if each is Status.PLANNED}
    assert {"motala/brottsofferjour", "nynashamn/kvinnojour"} <= planned
    ended = {id for id, each in today.items() if each is Status.ENDED}
    assert {"malmo/carpe-sophia", "alingsas/vardkedja-for-aldre", "helsingborg/ungas-vag-till-stod"} <= ended


def test_what_is_no_partnership_is_left_out(register: Register) -> None:
    """Malmöandan is the city's compact with civil society, though a source lists it among its partnerships."""
    assert not any("malmöandan" in f"{one.title} {one.name}".casefold() for one in register.agreements)


def test_every_figure_has_its_counterpart_or_says_what_one_would_take(register: Register) -> None:
    for figure in register.figures.values():
        assert bool(figure.counterpart) != bool(figure.needs), figure.id
    compared = [figure for figure in register.figures.values() if figure.counterpart]
    assert len(compared) >= 75
