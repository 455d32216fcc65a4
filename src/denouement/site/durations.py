"""Durations and contents of the whole course, said where a page asks for them, from the figures the stops show.

They are known only once every page was read: what asks for one is filled in when its page is written (pages are
written again whenever a stop or a test changes, see `pages.refresh`).
"""

import json
from pathlib import PurePosixPath

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxRole

from .. import catalogue
from ..markup.programme import duration_html, durations_html, syllabus_html, time_said
from .course import chapters, documents
from .directives import PageDirective
from .nodes import Markup


class Asked(nodes.General, nodes.Inline, nodes.Element):
    """What is not known yet: `what` names it ("durations", "syllabus", or one of `course_times`)."""


def course_times(app) -> dict[str, tuple[int, int]]:
    """Minutes by name, as (least, most): "parcours" (every chapter), "chapitres", "etapes", and each test by its id."""
    course = chapters(app.env)
    stops = [stop["minutes"] for chapter in course for stop in chapter["stops"]]
    whole = [chapter["minutes"] for chapter in course]
    times = {"parcours": [sum(whole)], "chapitres": whole, "etapes": stops}
    times |= {name: [minutes] for name, minutes in _tests(app).items()}
    return {name: (min(minutes), max(minutes)) for name, minutes in times.items()}


def _tests(app) -> dict[str, int]:
    """The minutes of each test by its id, in the order of the pages."""
    by_page = app.env.denouement_tests
    return {name: minutes for page in documents(app.env) for name, minutes in by_page.get(page, {}).items()}


def fill(app, doctree: nodes.document, docname: str) -> None:
    """Sphinx's doctree-resolved: each `Asked` becomes what it asked for."""
    for node in list(doctree.findall(Asked)):
        node.replace_self(_answer(app, docname, node["what"]))


def _answer(app, docname: str, what: str) -> nodes.Node:
    words, times = catalogue.words(), course_times(app)
    if what == "durations":
        tests = [{"minutes": minutes, **catalogue.load_item(name)["public"]} for name, minutes in _tests(app).items()]
        return Markup(html=durations_html(_syllabus(app, docname), tests, words))
    if what == "syllabus":
        return Markup(html=syllabus_html(_syllabus(app, docname), words))
    if what not in times:
        raise ExtensionError(f"{docname}: no duration is called {what!r}; use one of {', '.join(times)}")
    return Markup(html=duration_html(time_said(*times[what])))


def _syllabus(app, docname: str) -> list[dict]:
    """Each chapter with its address from `docname`, what it supposes known, its objectives, what one does in it."""
    goals = catalogue.table("objectives")
    return [
        chapter
        | {
            "url": app.builder.get_relative_uri(docname, chapter["doc"]),
            "prerequisites": json.loads(app.env.metadata[chapter["doc"]]["denouement"])["prerequisites"],
            "objectives": goals[PurePosixPath(chapter["doc"]).name],
            "kinds": [catalogue.load_item(item)["kind"] for item in _own_items(chapter)],
        }
        for chapter in chapters(app.env)
    ]


def _own_items(chapter: dict) -> list[str]:
    """The items of a chapter, recalls of earlier ones left out."""
    return [item for stop in chapter["stops"] for item in stop["items"] if "@" not in item]


class Late(PageDirective):
    """```{durations} and ```{syllabus} — the table of durations, and every chapter with its objectives and stops."""

    def run(self) -> list[nodes.Node]:
        self.depends_on("objectives.json")
        return [Asked(what=self.name)]


class Duration(SphinxRole):
    """{duration}`parcours` — durations as computed: « 27 minutes », « 26 à 29 minutes », « 3 h 12 »."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [Asked(what=self.text)], []


def setup(app) -> None:
    app.add_node(Asked)
    for name in ("durations", "syllabus"):
        app.add_directive(name, Late)
    app.add_role("duration", Duration())
    app.connect("doctree-resolved", fill)
