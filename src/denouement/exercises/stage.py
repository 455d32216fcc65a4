"""The learner's side in the page: runs one exercise's cells in an interpreter that holds nothing of the judge.

The page opens one `Stage` per run, in an interpreter that has run nothing yet, and throws that interpreter away
afterwards: whatever a learner's code does to Python goes with it. Requests and replies are JSON text.
"""

import builtins
import io
import json
import random
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import contextmanager

from .answering import answer, told
from .display import Pen, Screen
from .running import run

CELL, SETUP = "<votre code>", "<préparation>"
_MOST_TRACEBACK = 10_000  # characters
_BRIDGES = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core")
_HELPERS = ("check", "hint", "solution")  # what a notebook's cells may call; buttons do it in the page


class Note:
    """A sentence of the course, as the value of an expression."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


class Stage:
    """One run: `perform` runs the cells, then `answer` lets a judge ask about what they defined."""

    def __init__(self, show: Callable[[str], None]) -> None:
        """`show` receives what the code shows, as JSON text (see `display.Screen`)."""
        self._screen = Screen(lambda piece: show(json.dumps(piece)))
        self._namespace: dict = {}

    def perform(self, request: str) -> str:
        """Runs `{"before": [cells], "source", "helper": sentence}`.

        `{"error": null}`, or the error of the learner's cell: what `answering.told` says, with `"traceback"` (text)
        and `"here"` (the line of `source`, or null). `"before": true` says that a set-up cell raised instead.
        """
        asked = json.loads(request)
        random.seed()  # a snapshot of the memory would otherwise give every learner the same draws
        helper = Note(asked["helper"])
        self._namespace = {
            "__name__": "__main__",
            "__builtins__": builtins,
            "display": self._display,
            **{name: lambda *_: helper for name in _HELPERS},
        }
        with _streams(self._screen):
            for cell in asked["before"]:
                error = run(cell, self._namespace, tell=_in_full, name=SETUP)
                if error:
                    return json.dumps({"error": error, "before": True})
            show = self._screen.display
            error = run(asked["source"], self._namespace, display=show, tell=_in_full, name=CELL)
            self._screen.flush()
        return json.dumps({"error": error, "before": False})

    def answer(self, request: str) -> str:
        """What the judge asks: see `answering.answer`."""
        with _streams(self._screen):
            return answer(self._namespace, request)

    def _display(self, *values: object) -> None:
        for value in values:
            self._screen.display(value)


def seal() -> None:
    """Hides the way from Python to the scripts of the page: a learner's code has no business there."""
    for name in [*sys.modules, "js", "pyodide_js"]:
        if name.partition(".")[0] in _BRIDGES:
            sys.modules[name] = None


@contextmanager
def _streams(screen: Screen):
    """Prints go to the screen; nobody types: `input()` finds the end of the file."""
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), Pen(screen, "stdout"), Pen(screen, "stderr")
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def _in_full(error: BaseException, namespace: dict) -> Mapping:
    """`told`, with the traceback as Python prints it (the learner's part) and the line of their own cell."""
    return {**told(error, namespace), "traceback": _traceback(error), "here": _here(error)}


def _here(error: BaseException) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == CELL:
        return error.lineno
    lines = [step.lineno for step in traceback.extract_tb(error.__traceback__) if step.filename == CELL]
    return lines[-1] if lines else None


def _traceback(error: BaseException) -> str:
    """From the learner's code on: the steps of ours that led there would only confuse."""
    step = error.__traceback__
    while step is not None and step.tb_frame.f_code.co_filename not in (CELL, SETUP):
        step = step.tb_next
    try:
        text = "".join(traceback.format_exception(type(error), error, step))
    except Exception:  # the learner's own exception may fail to say what it is
        text = type(error).__name__
    return text if len(text) <= _MOST_TRACEBACK else f"…{text[-_MOST_TRACEBACK:]}"
