"""What every page of the book is told besides its body: the map of the course, the interface words, its own kind."""

import json
from pathlib import PurePosixPath

from docutils import nodes

from .. import __version__, catalogue
from ..markup.html import Raw, h
from . import HERE
from .course import chapters, documents, is_chapter


def course_map(app, docname: str) -> list[dict]:
    """The chapters in order, with their stops; addresses relative to the page `docname`."""
    return [chapter | {"url": _address(app, docname, chapter["doc"])} for chapter in chapters(app.env)]


def other_pages(app, docname: str) -> list[dict]:
    """The pages around the chapters, in the order of _toc.yml; addresses relative to the page `docname`."""
    return [
        {"doc": name, "title": app.env.titles[name].astext(), "url": _address(app, docname, name)}
        for name in documents(app.env)
        if not is_chapter(name)
    ]


def _address(app, docname: str, target: str) -> str:
    return app.builder.get_relative_uri(docname, target) or PurePosixPath(app.builder.get_target_uri(target)).name


def tell(app, pagename: str, templatename: str, context: dict, doctree: nodes.document | None) -> None:
    """Sphinx's html-page-context: see the layout contract in docs/architecture.md."""
    course = course_map(app, pagename)
    context.update(
        course_map=course,
        course_pages=other_pages(app, pagename),
        chapter=next((chapter for chapter in course if chapter["doc"] == pagename), None),
        page_kind="home" if pagename == app.config.root_doc else "chapter" if is_chapter(pagename) else "page",
        words=catalogue.words(),
        course_version=__version__,
        description=_description(doctree),
    )
    if "body" in context:
        context["body"] += _map_script(course, pagename)


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
    app.connect("env-updated", _refresh)
