"""The judge's side: what a check may ask about the learner's code, in plain JSON values only."""

import json
from collections.abc import Callable
from random import Random

from .answering import EXPLAINED, answer
from .plain import NotPlain, plain
from .shown import shown

#: The errors that have a sentence of their own.
KINDS = frozenset({"input", *(error.__name__ for error in EXPLAINED)})


class Trouble(Exception):
    """The learner's code gave nothing to judge; the interface word `exercise.<key>` says why."""

    status = "failed"

    def __init__(self, key: str, **params: float | str) -> None:
        self.key, self.params = f"exercise.{key}", params
        super().__init__(self.key)


class NotDone(Trouble):
    """The name does not exist, or the starter's `...` is still there."""

    status = "not_attempted"


class Odd(Trouble):
    """The value is not plain: another type, too big, not a number."""


class Raised(Trouble):
    """The learner's code raised. `error`: see `answering.told`."""

    status = "error"

    def __init__(self, error: dict, call: str = "") -> None:
        self.error = error
        kind = error["kind"] if error["kind"] in KINDS else "other"
        super().__init__(f"error.{kind}", call=call, **_parts(error))


def _parts(error: dict) -> dict[str, float | str]:
    texts = {part: error[part][:80] for part in ("type", "source", "name")}
    return {**texts, "name": texts["name"] or "…", "line": min(max(error["line"], 0), 99_999)}


class Gone(Trouble):
    """The learner's code did not answer: "time", "kernel" (it died), "memory"."""

    status = "error"


class Probe:
    """Asks about the learner's names. `ask` carries one request and brings one reply, both JSON text.

    `rng` draws the judge's inputs; it is made for one judgement, so that nothing the learner runs can foresee it
    (nor a memory snapshot freeze it).
    """

    def __init__(self, ask: Callable[[str], str], rng: Random | None = None) -> None:
        self._ask = ask
        self.rng = rng or Random()

    def get(self, name: str) -> object:
        """The value of a variable."""
        return self._value({"op": "get", "name": name})

    def call(self, name: str, *args: object) -> object:
        """What the learner's function returns for `args`, which it receives as copies."""
        return self._value({"op": "call", "name": name, "args": args})

    def untouched(self, name: str) -> bool:
        """Whether the learner has not begun (`...` is still there)."""
        return self._value({"op": "untouched", "name": name}) is True

    def _value(self, request: dict) -> object:
        reply = _read(self._ask(json.dumps(request)))
        if type(reply) is dict and reply.keys() == {"value"}:
            try:
                return plain(reply["value"])
            except NotPlain:
                raise Odd("odd.size", call=called(request)) from None
        raise trouble(reply, request["name"], called(request))


def local_probe(namespace: dict, rng: Random | None = None) -> Probe:
    """A probe over names of this very interpreter: for practice, where nothing is at stake."""
    return Probe(lambda request: answer(namespace, request), rng)


def called(request: dict) -> str:
    """How the learner would have typed the request: `huff([1, 1], [300, 600])`, or a variable's name."""
    if request["op"] != "call":
        return request["name"]
    return f"{request['name']}({', '.join(shown(arg, 60) for arg in request['args'])})"


def trouble(reply: object, name: str, call: str) -> Trouble:
    """What a reply without a value means; one that makes no sense is `odd.unreadable`."""
    match reply:
        case {"missing": True}:
            return NotDone("missing", name=name)
        case {"odd": "ellipsis"}:
            return NotDone("todo")
        case {"odd": "type" | "size" | "nan" | "key" as reason, "detail": str(detail)}:
            return Odd(f"odd.{reason}", call=call, type=detail[:40])
        case {"not_callable": str(kind)}:
            return Odd("not-callable", name=name, type=kind[:40])
        case {"raised": {"kind": str(), "type": str(), "line": int(), "source": str(), "name": str()} as error}:
            return Raised(error, call)
        case {"gone": "time" | "kernel" | "memory" as reason}:
            return Gone(f"gone.{reason}", call=call)
    return Odd("odd.unreadable", call=call)


def _read(reply: str) -> object:
    """A reply as data; an unreadable one (the other side may be broken, or hostile) as None."""
    try:
        return json.loads(reply)
    except (ValueError, RecursionError):
        return None
