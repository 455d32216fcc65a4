"""The built pages as text: every link and every address leads somewhere, and French is set as a reader expects it.

Other sites are not called: their addresses are read.
"""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from course import pages
from visiting import SITE

from denouement.proofreading.references import address_fault

PAGES = pages(SITE) or ["index.html"]  # without a site, the fixture says what to run and fails
UNREAD = {"script", "style", "code", "pre", "svg", "math", "template", "noscript", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
#: What must not reach a reader: a straight apostrophe, a space that may break before a mark or inside guillemets.
UNSET = re.compile(r"(?<=\w)'|(?<=\S) (?=[;?!»%€](?:\W|$))|(?<=\S) (?=:(?:\s|$))|« (?=\S)|(?<=\d) (?=\d{3}\b)")


class Reader(HTMLParser):
    """What a page points at, what may be pointed at in it, and what is read in it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.texts: list[str] = [""]
        self._open: list[str] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.ids |= {attributes[name] for name in ("id", "name") if attributes.get(name)}
        self.links += [attributes[name] for name in ("href", "src", "data", "poster") if attributes.get(name)]
        if tag not in ("em", "strong", "a", "span", "b", "i", "abbr", "cite", "sup", "sub"):
            self.texts.append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass
        if tag not in ("em", "strong", "a", "span", "b", "i", "abbr", "cite", "sup", "sub"):
            self.texts.append("")

    def handle_data(self, data):
        if not UNREAD & set(self._open):
            self.texts[-1] += data
        elif "code" in self._open:
            self.texts[-1] += "X"


@cache
def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def fault(site: Path, page: Path, link: str) -> str:
    """Why `link`, found on `page`, leads nowhere; "" when it leads somewhere."""
    parts = urlsplit(link)
    if parts.scheme == "data":
        return ""
    if parts.scheme or parts.netloc:
        return address_fault(link)
    target = page if not parts.path else (page.parent / unquote(parts.path)).resolve()
    if page.name == "404.html":  # served at any depth: its links start from the root of the site
        target = page if not parts.path else site / unquote(parts.path).lstrip("/")
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "no such file"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read(target).ids:
        return "no such place in that page"
    return ""


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(site, path):
    page = (site / path).resolve()
    faults = {link: found for link in read(page).links if (found := fault(site.resolve(), page, link))}
    assert faults == {}


@pytest.mark.parametrize("path", PAGES)
def test_french_is_set(site, path):
    page = read(site / path)
    unset = [
        (found[0], text[max(0, found.start() - 30) : found.end() + 20])
        for text in page.texts
        for found in UNSET.finditer(text)
    ]
    assert unset == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path):
    (tmp_path / "a.html").write_text('<a href="b.html#ici">x</a><h1 id="la">x</h1>', encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="ici">x</p>', encoding="utf-8")
    page = tmp_path / "a.html"
    links = [
        "b.html#ici",
        "#la",
        "c.html",
        "b.html#rien",
        "#rien",
        "http://exemple.fr",
        "https://exemple.fr",
        "https://x",
    ]
    found = [bool(fault(tmp_path, page, link)) for link in links]
    assert found == [False, False, True, True, True, True, False, True]


@pytest.mark.parametrize("text", ["l'accord", "Vendu ?", "« oui»", "12 000 bacs", "ceci : cela", "l'<em>accord</em>"])
def test_french_that_is_not_set_is_seen(text):
    reader = Reader()
    reader.feed(f"<p>{text}</p>")
    assert any(UNSET.search(read) for read in reader.texts)
