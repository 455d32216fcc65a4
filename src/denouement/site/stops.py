"""A chapter's level-2 sections are its stops: numbered, timed, each with an address and an end.

The duration is an honest count: words at reading speed, plus what items of each kind take (rates assumed, written
below); code under « Sous le capot » and the code exercises are not counted.
"""

from math import ceil

from docutils import nodes

from ..catalogue import words
from ..markup.html import h
from .course import is_chapter
from .nodes import Hood, Markup

WORDS_PER_MINUTE = 200
MINUTES = {"quiz": 0.6, "prediction": 0.5, "text": 1.5, "chart": 0.75, "lab": 3.0, "interview": 8.0, "scene": 1.0}
TEST_QUESTION = 0.6


def divide(app, doctree: nodes.document) -> None:
    """Numbers the stops of a chapter and notes them in the environment; folds code cells on every page."""
    docname = app.env.docname
    _fold_code(doctree)
    if not is_chapter(docname):
        app.env.denouement_tests[docname] = _tests(doctree)
        return
    chapter = next(doctree.findall(nodes.section))
    sections = [node for node in chapter.children if isinstance(node, nodes.section)]
    stops = []
    for number, section in enumerate(sections, 1):
        stop = _note(section, number)
        _dress(section, stop, len(sections))
        stops.append(stop)
    app.env.denouement_stops[docname] = stops


def _note(section: nodes.section, number: int) -> dict:
    items = [(node["item"], node["kind"]) for node in section.findall(Markup) if node.get("item")]
    minutes = _count_words(section) / WORDS_PER_MINUTE + sum(MINUTES.get(kind, 0.0) for _, kind in items)
    return {
        "id": f"etape-{number}",
        "title": section.next_node(nodes.title).astext(),
        "minutes": max(1, ceil(minutes)),
        # Charts and exercises keep nothing that counts towards the end of a stop.
        "items": [item for item, kind in items if kind in ("quiz", "prediction", "lab", "interview")],
    }


def _tests(doctree: nodes.document) -> dict[str, int]:
    """Minutes of each test of a page."""
    found = [node for node in doctree.findall(Markup) if node.get("kind") == "test"]
    return {node["item"]: ceil(node["words"] / WORDS_PER_MINUTE + node["questions"] * TEST_QUESTION) for node in found}


def _count_words(section: nodes.section) -> int:
    """Words a learner reads: prose and the questions' own text, without folded code or exercises."""
    count = 0
    for node in section.findall(nodes.Text):
        if not any(isinstance(parent, Hood) for parent in _parents(node)):
            count += len(node.astext().split())
    return count + sum(node.get("words", 0) for node in section.findall(Markup))


def _parents(node: nodes.Node):
    while node.parent is not None:
        node = node.parent
        yield node


def _dress(section: nodes.section, stop: dict, total: int) -> None:
    say, number = words(), int(stop["id"].removeprefix("etape-"))
    section["classes"].append("stop")
    section["ids"].insert(0, stop["id"])
    place = say["stop.number"].format(n=number, of=total, minutes=stop["minutes"])
    head = h("p", place, class_="stop-number") + h("div", data_progress_stop=stop["id"])
    following = h("a", say["stop.next"], href=f"#etape-{number + 1}", class_="next-stop") if number < total else None
    finish = h("button", say["stop.finish"], type="button", data_finish_stop=stop["id"], class_="finish")
    section.insert(0, Markup(html=head))
    section.append(Markup(html=h("footer", finish, following, class_="stop-end")))


def _fold_code(doctree: nodes.document) -> None:
    """Wraps each run of neighbouring code cells in one « Sous le capot »."""
    for cell in list(doctree.findall(_is_code_cell)):
        place = cell.parent.index(cell)
        before = cell.parent[place - 1] if place else None
        cell.parent.remove(cell)
        if isinstance(before, Hood):
            before.append(cell)
        else:
            parent = cell.parent
            parent.insert(place, Hood("", cell, summary=words()["hood.summary"]))


def _is_code_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def _begin(app, env, docnames) -> None:
    if not hasattr(env, "denouement_stops"):
        env.denouement_stops, env.denouement_tests = {}, {}


def _purge(app, env, docname: str) -> None:
    for kept in ("denouement_stops", "denouement_tests"):
        getattr(env, kept, {}).pop(docname, None)


def _merge(app, env, docnames, other) -> None:
    for kept in ("denouement_stops", "denouement_tests"):
        theirs = getattr(other, kept)
        getattr(env, kept).update({name: theirs[name] for name in docnames if name in theirs})


def setup(app) -> None:
    app.connect("env-before-read-docs", _begin)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("doctree-read", divide)
