"""`check`, `hint` and `solution` in a notebook that the course's own site shows: the learner's record hears of them.

What they give back stays what it is anywhere, so that it can be read long after Python has stopped. The event travels
beside it, through a widget that shows nothing: its script and the pages of the course write one and the same record.
"""

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import anywidget
import traitlets

from ..catalogue import load_item
from ..exercises import practice
from ..exercises.feedback import Feedback
from .item import SCRIPT

LONGEST = 10_000  # characters of code that the record keeps


class Messenger(anywidget.AnyWidget):
    """Carries events to the record (`web/messenger.js`); `number` makes each one a change, even one like the last."""

    _esm = SCRIPT

    event = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)

    def send_event(self, event: Mapping[str, object]) -> None:
        self.event = {"number": (self.event or {"number": 0})["number"] + 1, "about": dict(event)}


def check(exercise_id: str) -> Feedback:
    """`exercises.practice.check`, and the record."""
    found = practice.check(exercise_id)
    if not found.key.startswith("exercise.unknown"):
        public = load_item(found.id)["public"]
        judged = {name: getattr(found, name) for name in ("status", "key", "html", "points")}
        source = source_of(public["names"], _cells())
        _tell(found, "answered", response=source, judged=judged | {"max": public["points"]})
    return found


def hint(exercise_id: str) -> Feedback:
    """`exercises.practice.hint`, and the record."""
    found = practice.hint(exercise_id)
    if found.key == "hint":
        _tell(found, "hinted")
    return found


def solution(exercise_id: str) -> Feedback:
    """`exercises.practice.solution`, and the record."""
    found = practice.solution(exercise_id)
    if found.key == "solution":
        _tell(found, "explained")
    return found


def source_of(names: Iterable[str], cells: Iterable[str]) -> str | None:
    """The last of the `cells` that were run which gives all these `names` a value; None when there is none, or when it
    is longer than the record keeps."""
    wanted = set(names)
    found = next((cell for cell in reversed(list(cells)) if wanted <= _bound(cell)), None)
    return found if found is None or len(found) <= LONGEST else None


def _bound(cell: str) -> set[str]:
    """The names that a cell defines or assigns, wherever in it."""
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except SyntaxError:
        return set()
    defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return defined | {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _tell(found: Feedback, verb: str, **more: object) -> None:
    item = load_item(found.id)
    about = {"item": found.id, "placement": item["chapter"], "item_version": item["version"], "verb": verb}
    messenger()(about | more)


@cache
def messenger() -> Callable[[Mapping[str, object]], None]:
    """What sends an event to the page: one widget for the whole notebook."""
    return Messenger().send_event


def _cells() -> list[str]:
    """The cells run so far, oldest first."""
    from IPython import get_ipython

    return get_ipython().user_ns["In"]
