"""What every page of the book is told besides its body: the map of the course, the interface words, its own kind."""

import json
from collections.abc import Callable
from pathlib import PurePosixPath

from docutils import nodes

from .. import __version__, catalogue
from ..markup.html import Raw, h
from ..markup.notebook import notebook_links
from . import HERE
from .course import chapters, documents, is_chapter, is_instructors, is_sheet
from .nodes import Markup


def course_map(app, docname: str) -> list[dict]:
    """The chapters in order, with their stops; addresses relative to the page `docname`."""
    return [chapter | {"url": _address(app, docname, chapter["doc"])} for chapter in chapters(app.env)]


def other_pages(app, docname: str) -> list[dict]:
    """The pages around the chapters, in the order of _toc.yml; addresses relative to the page `docname`."""
    return _pages(app, docname, lambda name: not is_chapter(name) and not is_instructors(name))


def instructor_pages(app, docname: str) -> list[dict]:
    """The pages of the instructor's guide; from outside it, only the first."""
    pages = _pages(app, docname, is_instructors)
    return pages if is_instructors(docname) else pages[:1]


def _pages(app, docname: str, wanted: Callable[[str], bool]) -> list[dict]:
    return [
        {"doc": name, "title": app.env.titles[name].astext(), "url": _address(app, docname, name)}
        for name in documents(app.env)
        if wanted(name)
    ]


def _address(app, docname: str, target: str) -> str:
    return app.builder.get_relative_uri(docname, target) or PurePosixPath(app.builder.get_target_uri(target)).name


def tell(app, pagename: str, templatename: str, context: dict, doctree: nodes.document | None) -> None:
    """Sphinx's html-page-context: see the layout contract in docs/architecture.md."""
    course = course_map(app, pagename)
    chapter = next((chapter for chapter in course if chapter["doc"] == pagename), None)
    context.update(
        course_map=course,
        course_pages=other_pages(app, pagename),
        instructor_pages=instructor_pages(app, pagename),
        chapter=chapter,
        notebook_links=_notebook_links(pagename) if chapter else "",
        page_kind=_kind(app, pagename),
        panels=bool(doctree) and any(node.get("panel") for node in doctree.findall(Markup)),
        words=catalogue.words(),
        course_version=__version__,
        description=_description(doctree),
    )
    if "body" in context:
        context["body"] += _map_script(course, pagename)


def _kind(app, pagename: str) -> str:
    if pagename == app.config.root_doc:
        return "home"
    kinds = {"chapter": is_chapter, "sheet": is_sheet, "instructor": is_instructors}
    return next((kind for kind, is_one in kinds.items() if is_one(pagename)), "page")


def keep_from_search(app, doctree: nodes.document) -> None:
    """Sphinx's doctree-read: what holds answers is not found by a learner who looks for a word."""
    if is_instructors(app.env.docname):
        app.env.metadata[app.env.docname]["nosearch"] = True


def _notebook_links(pagename: str) -> Raw:
    return notebook_links("notebooks", PurePosixPath(pagename).name, catalogue.words(), "../" * pagename.count("/"))


def _map_script(chapters: list[dict], pagename: str) -> Raw:
    text = json.dumps({"chapters": chapters, "page": pagename}, ensure_ascii=False, separators=(",", ":"))
    return h("script", Raw(text.replace("<", "\\u003c")), type="application/json", id="course-map")


def _description(doctree: nodes.document | None) -> str:
    paragraph = next(doctree.findall(nodes.paragraph), None) if doctree else None
    text = " ".join(paragraph.astext().split()) if paragraph else ""
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + "…"


def _refresh(app, env) -> list[str]:
    """Every page shows the map: when a title, a stop or the length of a test changed, every page is written again."""
    titles = {name: title.astext() for name, title in env.titles.items()}
    shown = json.dumps([env.denouement_stops, env.denouement_tests, titles])
    if getattr(env, "denouement_shown", None) == shown:
        return []
    env.denouement_shown = shown
    return sorted(env.found_docs)


def setup(app) -> None:
    app.config.html_static_path.append(str(HERE / "static"))
    app.connect("html-page-context", tell)
    app.connect("doctree-read", keep_from_search)
    app.connect("env-updated", _refresh)
