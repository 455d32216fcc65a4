"""`diapos/NN-slug.html`: one page of slides per chapter, written when its chapter was."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from docutils import nodes

from ...markup.html import Raw, h, join
from ..course import is_chapter, is_instructors, is_sheet
from .deck import slides_of
from .slide import Slide

FOLDER = "diapos"
#: What of a chapter's sheet the speaker wants at hand: the paragraphs that begin so.
FROM_SHEET = ("But.", "Matériel.", "Ce qui tourne mal.")

#: Slides that stand on another ground than paper: reveal.js gives the page that class while one is shown.
GROUNDS = {"stop": "on-ink", "monday": "on-ink", "facts": "on-flour"}


def deck_of(docname: str) -> str:
    """The deck of the chapter `docname`, as a page name."""
    return f"{FOLDER}/{PurePosixPath(docname).name}"


def note(app, pagename: str, templatename: str, context: dict, doctree: nodes.document | None) -> None:
    """Sphinx's html-page-context: remembers the chapters written this time; chapters and sheets link to decks."""
    if doctree is not None and is_chapter(pagename):
        app.env.denouement_written[pagename] = doctree
    if is_chapter(pagename) or is_sheet(pagename):
        context["deck"] = app.builder.get_relative_uri(pagename, deck_of(pagename))


def begin(app) -> None:
    app.env.denouement_written = {}


def write(app) -> Iterator[tuple[str, dict, str]]:
    """Sphinx's html-collect-pages: the decks of the chapters that were written."""
    for docname, document in app.env.denouement_written.items():
        slides = slides_of(document, PurePosixPath(docname).name, lambda node: _html(app, node))
        slides[0].notes += _sheet(app, docname)
        yield deck_of(docname), _context(app, docname, slides), "slides.html"
    app.env.denouement_written = {}


def _context(app, docname: str, slides: list[Slide]) -> dict:
    return {
        "title": app.env.titles[docname].astext(),
        "number": int(PurePosixPath(docname).name.partition("-")[0]),
        "chapter_url": app.builder.get_relative_uri(deck_of(docname), docname),
        "heading": Raw(slides[0].title),
        "slides": join(*(_section(slide) for slide in slides[1:])),
        "notes": join(*map(Raw, slides[0].notes)),
    }


def _section(slide: Slide) -> Raw:
    heading = h("h2", Raw(slide.title), class_="slide-title") if slide.title else None
    notes = h("aside", *map(Raw, slide.notes), class_="notes") if slide.notes else None
    body = h("div", *map(Raw, slide.body), class_="slide-body") if slide.body else None
    look = " ".join(filter(None, ("slide", f"on-{slide.kind}", slide.size)))
    return h("section", heading, body, notes, class_=look, id=slide.id or None, data_state=GROUNDS.get(slide.kind))


def _html(app, node: nodes.Node) -> Raw:
    """The HTML of a node, its links as plain text: nobody follows one on a wall."""
    alone = node.deepcopy()
    for link in list(alone.findall(nodes.reference)):
        place = link.parent.index(link)
        link.parent[place : place + 1] = link.children
    return Raw(app.builder.render_partial(alone)["fragment"])


def _sheet(app, docname: str) -> list[Raw]:
    """What the chapter's sheet says that helps on stage."""
    name = f"instructor/{PurePosixPath(docname).name}"
    if name not in app.env.found_docs or not is_instructors(name):
        return []
    sheet = app.env.get_doctree(name)
    paragraphs = (node for node in sheet.findall(nodes.paragraph) if node.astext().startswith(FROM_SHEET))
    return [_html(app, node) for node in paragraphs]


def setup(app) -> None:
    app.connect("builder-inited", begin)
    app.connect("html-page-context", note)
    app.connect("html-collect-pages", write)
