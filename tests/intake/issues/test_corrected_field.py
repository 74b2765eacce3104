"""Which field a correction is about, as the site fills it in and as people write it."""

import pytest

from site_builder.intake.issues.corrected_field import corrected_field
from site_builder.reading.fields import schemas
from tests.toy_project import ROOT

SCHEMAS = schemas(ROOT / "schema")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Avtalsperioder (periods)", "periods"),
        ("Något helt annat (periods)", "periods"),
        ("Status (status)", "status"),
        ("status", "status"),
        ("syfte", "purpose"),
        (" Idéburna Parter ", "nonprofit_parties"),
        ("target_group", "target_group"),
        ("Avtalsperioder (slut)", None),
        ("../periods", None),
        ("__class__", None),
        ("", None),
    ],
)
def test_a_field_is_found_by_name_title_or_both(answer: str, expected: str | None) -> None:
    assert corrected_field(answer, SCHEMAS) == expected


def test_titles_are_each_s_own() -> None:
    fields = SCHEMAS.fields("agreement")
    for field in fields:
        assert corrected_field(f"{field.title} ({field.name})", SCHEMAS) == field.name
        assert corrected_field(field.title, SCHEMAS) == field.name
