"""An edit changes what it says and nothing else; what is added to a shared list comes last."""

from pathlib import Path

import pytest

from site_builder.intake.edits import Edit, edited, listed
from site_builder.reading.fields import Schemas, schemas

ROOT = Path(__file__).parents[2]
PATH = "data/agreements/umea/laxhjalp.yaml"
RECORD = """\
# yaml-language-server: $schema=../../../schema/agreement.schema.json
title: Läxhjälp  # så kallas det i beslutet
nonprofit_parties:
  - organisation: roda-korset
public_parties:
  - body: umea
    units: [Kulturnämnden]
periods:
  # Ur protokollet.
  - {kind: original, start: "2023", end: "2024-12-31"}
sources:
  - {source: umea-2023, locator: "§ 12"}
"""


@pytest.fixture
def known() -> Schemas:
    return schemas(ROOT / "schema")


def lines(known: Schemas, *edits: Edit) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    after = edited("agreement", PATH, RECORD, edits, known)
    assert after is not None
    old, new = RECORD.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_one_date_is_one_line(known: Schemas) -> None:
    assert lines(known, Edit(pointer=("periods", 0, "end"), value="2025-06-30")) == (
        ['  - {kind: original, start: "2023", end: "2024-12-31"}'],
        ['  - {kind: original, start: "2023", end: "2025-06-30"}'],
    )


def test_the_comment_beside_a_value_stays(known: Schemas) -> None:
    gone, come = lines(known, Edit(pointer=("title",), value="Läxhjälp: hela året"))
    assert gone == ["title: Läxhjälp  # så kallas det i beslutet"]
    assert come == ['title: "Läxhjälp: hela året" # så kallas det i beslutet']


def test_a_new_field_stands_where_the_schema_has_it(known: Schemas) -> None:
    after = edited("agreement", PATH, RECORD, [Edit(pointer=("area",), value="fritid-utbildning")], known)
    assert after is not None
    assert "    units: [Kulturnämnden]\narea: fritid-utbildning\nperiods:" in after


def test_an_item_is_added_after_the_last(known: Schemas) -> None:
    assert lines(known, Edit(pointer=("periods", 1), value={"kind": "extension", "start": "2025"})) == (
        [],
        ['  - {kind: extension, start: "2025"}'],
    )


def test_a_list_that_is_missing_is_made(known: Schemas) -> None:
    link = {"kind": "web", "title": "Sidan", "url": "https://www.umea.se"}
    assert lines(known, Edit(pointer=("links", 0), value=link))[1] == [
        "links:", "  - kind: web", "    title: Sidan", "    url: https://www.umea.se",
    ]  # fmt: skip


def test_a_list_that_is_emptied_goes(known: Schemas) -> None:
    assert lines(known, Edit(pointer=("public_parties", 0, "units", 0), value=None)) == (
        ["    units: [Kulturnämnden]"],
        [],
    )


def test_what_would_not_be_yaml_is_refused(known: Schemas) -> None:
    assert edited("agreement", PATH, RECORD, [Edit(pointer=("title",), value="\x07")], known) is None


@pytest.mark.parametrize("pointer", [("name",), ("periods", 3), ("periods", 7, "end")])
def test_a_pointer_that_leads_nowhere_is_an_error(known: Schemas, pointer: tuple[str | int, ...]) -> None:
    with pytest.raises(LookupError):
        edited("agreement", PATH, RECORD, [Edit(pointer=pointer, value=None)], known)


@pytest.mark.parametrize("empty", ["# Källor.\n[]\n", "# Källor.\n[]", "# Källor.\n"])
def test_the_first_item_of_a_shared_list(known: Schemas, empty: str) -> None:
    item = {"kind": "webbsida", "title": "Ja: nej", "date": "2023", "id": "umea"}
    wanted = '# Källor.\n- id: umea\n  title: "Ja: nej"\n  kind: webbsida\n  date: "2023"\n'
    assert listed("sources", empty, item, known) == wanted


def test_a_shared_list_keeps_its_lines(known: Schemas) -> None:
    before = "# Källor.\n- id: a   # den första\n  title: 'A'\n"
    assert listed("sources", before, {"id": "b", "title": "B"}, known) == f"{before}- id: b\n  title: B\n"
