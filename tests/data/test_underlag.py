"""The whole register goes out as a workbook and comes in again, and nothing has changed."""

from datetime import date

import pytest

from site_builder.intake.names import Names
from site_builder.intake.spreadsheets.cell_values import Known
from site_builder.intake.spreadsheets.comparing import Comparison
from site_builder.intake.spreadsheets.filled import filled
from site_builder.intake.spreadsheets.labels import Labels
from site_builder.intake.spreadsheets.spreadsheet import MAX_BYTES, tables
from site_builder.reading.validate import read
from tests.toy_project import ROOT
from tests.underlag import SCHEMAS, SHEETS, sent_out

pytestmark = pytest.mark.data


def test_the_whole_register_goes_out_and_comes_in_without_a_change() -> None:
    register = read(ROOT, date(2026, 11, 23)).register
    assert register is not None
    labels = Labels.of(register, SCHEMAS)
    content = sent_out(register)
    assert len(content) < MAX_BYTES / 5, "the register outgrows what is taken in"
    sent = filled(tables("alla.xlsx", content), SHEETS, labels)
    known = Known(labels=labels, names=Names.of(register))
    comparison = Comparison(register=register, sheets=SHEETS, known=known, schemas=SCHEMAS)
    assert comparison.wanted(sent) == ((), ())
    assert len({line.agreement for line in sent.lines if "/" in line.agreement}) == len(register.agreements)
