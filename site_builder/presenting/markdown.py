"""Markdown: untrusted text → safe HTML, and prose pages with links by page name."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

LinkTo = Callable[[str], str]
Explain = Callable[[str], str]
PAGE_LINK, TERM_LINK = "page:", "term:"
GLOSSARY = "prose/vagledning/ordlista"
TAGS = frozenset(
    [
        "p",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "span",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "h4",
        "hr",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
    ]
)
ATTRIBUTES = {
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
    "th": {"scope"},
    "td": {"data-label"},
}
PROSE_ATTRIBUTES = ATTRIBUTES | {"a": {"href", "aria-describedby"}, "span": {"class", "id", "role"}}


class _Plain(Extension):
    """HTML in the text is text and pictures are not shown; in prose, links to pages and terms find their way."""

    def __init__(self, link_to: LinkTo | None = None, explain: Explain | None = None) -> None:
        super().__init__()
        self.link_to, self.explain = link_to, explain

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(pattern)
        if self.link_to and self.explain:
            md.treeprocessors.register(_PageLinks(md, self.link_to), "page-links", 0)
            md.treeprocessors.register(_Terms(md, self.link_to, self.explain), "terms", 0)
            md.treeprocessors.register(_LabelledCells(md), "labelled-cells", -1)


class _PageLinks(Treeprocessor):
    """`page:name` becomes that page's address."""

    def __init__(self, md: Markdown, link_to: LinkTo) -> None:
        super().__init__(md)
        self.link_to = link_to

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith(PAGE_LINK):
                link.set("href", self.link_to(target.removeprefix(PAGE_LINK)))


class _Terms(Treeprocessor):
    """`term:id` becomes the glossary's address, with the explanation beside it, which pointer and focus show."""

    def __init__(self, md: Markdown, link_to: LinkTo, explain: Explain) -> None:
        super().__init__(md)
        self.link_to, self.explain = link_to, explain

    def run(self, root: Element) -> None:
        found = [link for link in root.iter("a") if link.get("href", "").startswith(TERM_LINK)]
        for number, link in enumerate(found, start=1):
            term, name = link.get("href", "").removeprefix(TERM_LINK), f"ord-{number}"
            shown, note = Element("a"), Element("span")
            shown.text, shown[:] = link.text, list(link)
            shown.set("href", f"{self.link_to(GLOSSARY)}#{term}")
            shown.set("aria-describedby", name)
            note.text = self.explain(term)
            for key, value in (("class", "explanation"), ("id", name), ("role", "tooltip")):
                note.set(key, value)
            tail = link.tail
            link.clear()
            link.tag, link.tail, link[:] = "span", tail, [shown, note]
            link.set("class", "term")


class _LabelledCells(Treeprocessor):
    """Each row begins with its heading, and its cells carry their column's, for screens too narrow for columns."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = ["".join(cell.itertext()) for cell in table.iter("th")]
            for heading in table.iter("th"):
                heading.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                first, *others = row
                first.tag = "th"
                first.set("scope", "row")
                for label, cell in zip(labels[1:], others, strict=False):
                    whole = Element("span")
                    whole.text, cell.text = cell.text, None
                    whole.extend(cell)
                    cell[:] = [whole]
                    cell.set("data-label", label)


def _cleaned(
    html: str,
    schemes: set[str],
    relative: Literal["deny", "pass_through"],
    allowed: Mapping[str, set[str]],
) -> Markup:
    return Markup(  # noqa: S704 - this is where text is made safe
        nh3.clean(
            html,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in allowed.items()},
            url_schemes=schemes,
            url_relative=relative,
            link_rel="noopener",
        )
    )


@lru_cache(maxsize=16384)
def block(text: str | None) -> Markup:
    """A record's text as HTML: raw HTML shows as text, headings become paragraphs of their own, links are http(s)."""
    converter = Markdown(extensions=["sane_lists", _Plain()], output_format="html")
    html = re.sub(r"<(/?)h[1-6]>", r"<\1p>", converter.convert(text or ""))
    return _cleaned(html, {"http", "https"}, "deny", ATTRIBUTES)


def prose(text: str, link_to: LinkTo, explain: Explain) -> Markup:
    """A prose page as HTML with headings that can be linked to, and terms explained."""
    extensions: list[str | Extension] = ["sane_lists", "def_list", "tables", "toc", _Plain(link_to, explain)]
    converter = Markdown(extensions=extensions, output_format="html")
    html = _cleaned(converter.convert(text), {"http", "https", "mailto"}, "pass_through", PROSE_ATTRIBUTES)
    return Markup(str(html).replace("<table>", '<table class="stacked">'))  # noqa: S704 - safe before, and still
