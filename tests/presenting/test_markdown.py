"""Text from records is untrusted: whatever it holds, only harmless HTML comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.presenting.markdown import block, prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ett *viktigt* ord", "<p>Ett <em>viktigt</em> ord</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ('<img src=x onerror="alert(1)">', '<p>&lt;img src=x onerror="alert(1)"&gt;</p>'),
        ("# Rubrik", "<p>Rubrik</p>"),
        ("![bild](https://x.se/a.png)", "<p>![bild](https://x.se/a.png)</p>"),
        ("[a](https://x.se)", '<p><a href="https://x.se" rel="noopener">a</a></p>'),
        ("[a](//ond.se)", '<p><a rel="noopener">a</a></p>'),
        ("[a](data/fil)", '<p><a rel="noopener">a</a></p>'),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        (None, ""),
    ],
)
def test_records(text: str | None, html: str) -> None:
    assert block(text) == html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "java\nscript:x",
        "vbscript:x",
        "&#106;avascript:x",
    ],
)
def test_dangerous_links_lose_their_target(target: str) -> None:
    html = block(f"[klicka]({target})")
    assert not re.search(r'href="(?!https?:)', html)


@given(st.text(alphabet=st.sampled_from("<>\"'&/=()[]!*_`#: \nabcjs"), max_size=60))
def test_no_text_makes_an_unknown_tag(text: str) -> None:
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z]+)", block(text)))
    assert tags <= {"p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br"}


def test_prose_links_by_page_name() -> None:
    html = prose("## Rubrik\n\n[metod](page:prose/om/metod)", lambda target: f"/{target}/", str)
    assert html == '<h2 id="rubrik">Rubrik</h2>\n<p><a href="/prose/om/metod/" rel="noopener">metod</a></p>'


def test_a_term_is_explained_beside_its_link() -> None:
    html = prose("Läs om [*stöd*](term:stod) här.", lambda target: f"/{target}/", lambda term: f"<{term}> & mer")
    assert html == (
        '<p>Läs om <span class="term"><a aria-describedby="ord-1" href="/prose/vagledning/ordlista/#stod" '
        'rel="noopener"><em>stöd</em></a><span class="explanation" id="ord-1" role="tooltip">&lt;stod&gt; &amp; mer'
        "</span></span> här.</p>"
    )
