"""Whatever a file says, GitHub's own Markdown shows it as it is: no mention, reference, link, picture or tag."""

from html import unescape

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given
from hypothesis import strategies as st

from site_builder.answering.quoting import LONGEST, label, quoted
from tests.answering.rendered import outside_code, shown

HOSTILE = (
    "<script>alert(1)</script>", "@everyone @org/team", "![x](http://evil.example)", "[x](javascript:1)",
    "#1 GH-2 a/b#3",
    "http://evil.example www.evil.example a@evil.example", "`kod` ``", "```\nblock\n```", "`", "``", " ` ", "</code>@a",
    "<!-- iop-registret: det här ändras -->", "| a | b |", "- [ ] ruta", "# rubrik", "\\`@a\\`", "a\n\n@b",
    "a\r\n\r\n@b",
    "\u202e@bakvänt", "a\u2028@b", "&lt;b&gt; &commat;x", "x" * 200_000, "~~~", "[^1]", ":tada:", "\0", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_what_is_quoted_stays_within_its_quotes(text: str) -> None:
    html = github_flavored_markdown_to_html(f"- före: {quoted(text)} efter")
    assert outside_code(html) in ("före:  efter", "före: (tomt) efter")


@given(st.text(max_size=400))
def test_any_text_stays_within_its_quotes(text: str) -> None:
    html = github_flavored_markdown_to_html(f"- före: {quoted(text)} efter")
    assert outside_code(html) in ("före:  efter", "före: (tomt) efter")


@given(st.text(alphabet="`@ a\\", min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_it_is_shown_letter_by_letter(text: str) -> None:
    html = github_flavored_markdown_to_html(quoted(text))
    assert shown(html) == " ".join(text.split())


def test_it_is_bounded_and_personal_numbers_are_hidden() -> None:
    assert len(quoted("ord " * 100_000)) <= LONGEST + 2
    assert quoted("Anna 640823-3234") == "`Anna ••••••-••••`"
    assert unescape(quoted("Norrsken & söner")) == "`Norrsken & söner`"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_a_label_is_words_alone(text: str) -> None:
    html = github_flavored_markdown_to_html(f"x {label(text)} y")
    assert html.startswith("<p>x ") and html.endswith(" y</p>\n")
    assert not set(html[3:-5]) & set("<>@#&[]()!:/._`*~")


def test_a_title_of_the_schema_is_unharmed() -> None:
    assert label("Avtalsperioder\N{NO-BREAK SPACE}2, slutdatum") == "Avtalsperioder 2, slutdatum"
