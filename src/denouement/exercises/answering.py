"""The learner's side: answers, in JSON text, what the judge asks about the names a learner defined.

It runs where the learner's code runs: in the notebook's own interpreter, in the page's, or in the kernel that
`denouement grade` started. It knows nothing of right or wrong.
"""

import dis
import json
import linecache
from contextlib import redirect_stdout
from io import TextIOBase
from types import FunctionType

from .plain import NotPlain, plain, type_name

MAX_ANSWER = 200_000  # characters
_NO_INPUT = ("StdinNotImplementedError", "EOFError")  # input() where nobody can type

#: The errors we explain, most precise first. An exception counts as the first one it derives from.
EXPLAINED = (
    IndentationError,
    SyntaxError,
    ModuleNotFoundError,
    ImportError,
    UnboundLocalError,
    NameError,
    ZeroDivisionError,
    OverflowError,
    IndexError,
    KeyError,
    AttributeError,
    RecursionError,
    NotImplementedError,
    AssertionError,
    MemoryError,
    TypeError,
    ValueError,
    SystemExit,
)


def answer(namespace: dict, request: str) -> str:
    """The reply to one request (JSON text both ways).

    Requests: {"op": "get" | "untouched", "name"}, {"op": "call", "name", "args"}. Replies: {"value"},
    {"missing": true}, {"odd": reason, "detail"}, {"not_callable": type}, {"raised": error} (see `told`).
    """
    reply = json.dumps(_answer(namespace, json.loads(request)))
    return reply if len(reply) <= MAX_ANSWER else json.dumps({"odd": "size", "detail": ""})


def _answer(namespace: dict, request: dict) -> dict:
    name = request["name"]
    if name not in namespace:
        return {"missing": True}
    value = namespace[name]
    if request["op"] == "untouched":
        return {"value": is_untouched(value)}
    try:
        if request["op"] == "call":
            if not callable(value):
                return {"not_callable": type_name(type(value))}
            with redirect_stdout(Silence()):
                value = value(*request["args"])
        return {"value": plain(value)}
    except NotPlain as odd:
        return {"odd": odd.reason, "detail": odd.detail}
    except (Exception, SystemExit) as error:
        return {"raised": told(error, namespace)}


class Silence(TextIOBase):
    """What a function prints while it is judged goes nowhere: a check calls it twenty times."""

    def write(self, text: str) -> int:
        return len(text)


def is_untouched(value: object) -> bool:
    """Whether a learner has not begun: the value is `...`, or a function that does nothing but return None."""
    if value is ...:
        return True
    if type(value) is not FunctionType:
        return False
    idle = {"RESUME", "NOP", "RETURN_VALUE"}
    return all(
        step.opname in idle or (step.opname in ("LOAD_CONST", "RETURN_CONST") and step.argval is None)
        for step in dis.get_instructions(value)
    )


def told(error: BaseException, namespace: dict) -> dict:
    """An exception as plain data: {"kind", "type", "line", "source", "name"}, without Python's English message.

    `line` is the last line of the learner's own code on the way (0: unknown), `source` its text, `name` the name
    that Python could not find (variable, attribute, module or key), "" otherwise.
    """
    kind = next((known.__name__ for known in EXPLAINED if isinstance(error, known)), "")
    if type_name(type(error)) in _NO_INPUT:
        kind = "input"
    line, source = _place(error, namespace)
    return {
        "kind": kind,
        "type": type_name(type(error)),
        "line": line,
        "source": source.strip()[:80],
        "name": _name(error)[:60],
    }


def _place(error: BaseException, namespace: dict) -> tuple[int, str]:
    if isinstance(error, SyntaxError):
        return (error.lineno if type(error.lineno) is int else 0), str(error.text or "")
    place = (0, "")
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_globals is namespace:
            place = (step.tb_lineno, linecache.getline(step.tb_frame.f_code.co_filename, step.tb_lineno))
        step = step.tb_next
    return place


def _name(error: BaseException) -> str:
    if isinstance(error, KeyError) and error.args and type(error.args[0]) in (str, int, float):
        return repr(error.args[0])
    name = getattr(error, "name", None) if isinstance(error, (NameError, AttributeError, ImportError)) else None
    return name if type(name) is str else ""
