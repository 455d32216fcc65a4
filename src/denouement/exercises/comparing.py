"""Comparing what a learner's code returned with what it should have: exact types, tolerant numbers, known mistakes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from .answering import Silence
from .core import Mistake
from .plain import plain
from .probe import Probe
from .running import fresh
from .shown import shown, whole

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Seen:
    """One call: its arguments, what it returned, what the reference returns."""

    args: tuple
    got: object
    expected: object

    @property
    def right(self) -> bool:
        return same(self.got, self.expected)


def is_number(value: object) -> bool:
    """A number, and not True or False (which Python counts as 1 and 0)."""
    return type(value) in (int, float)


def same(a: object, b: object) -> bool:
    """Equal as a teacher means it: 1 and 1.0 are the same number, True is not one, 0.1 + 0.2 is 0.3."""
    if is_number(a) and is_number(b):
        return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))
    if type(a) is not type(b):
        return False
    if type(a) is list:
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if type(a) is dict:
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return a == b


def first_wrong(seen: Iterable[Seen]) -> Seen | None:
    """The first call that did not return what it should."""
    return next((s for s in seen if not s.right), None)


def recognised(seen: Sequence[Seen], wrong: Mapping[str, Callable]) -> str | None:
    """The key of the known mistake that explains everything seen: a wrong way of computing, keyed by its feedback.

    A mistake must explain every call, and differ from the reference on one at least.
    """
    if first_wrong(seen) is None:
        return None
    return next((key for key, way in wrong.items() if all(same(s.got, way(*s.args)) for s in seen)), None)


def always_the_same(seen: Sequence[Seen]) -> bool:
    """Whether every call returned one value although the right answers differ: an answer written by hand."""
    return (
        len(seen) > 1
        and all(same(s.got, seen[0].got) for s in seen)
        and not all(same(s.expected, seen[0].expected) for s in seen)
    )


@cache
def ways(name: str, mistakes: tuple[Mistake, ...]) -> dict[str, Callable]:
    """The function `name` of each declared mistake, by key, for `recognised`: the declaration is the diagnosis.

    Where a mistaken function raises, it returns a value that nothing equals.
    """
    found: dict[str, Callable] = {}
    for mistake in mistakes:
        function = fresh(mistake.code).get(name)
        if callable(function):
            found.setdefault(mistake.key, _guarded(function))
    return found


def told_apart(draw: Callable[[], list[tuple]], reference: Callable, wrong: Mapping[str, Callable]) -> list[tuple]:
    """Arguments of calls, drawn again until they tell the reference and every known mistake from one another.

    Short lists agree by chance: two ways may give the same four answers, or one of them the same answer four times.
    """
    while True:
        asked = draw()
        answers = [[way(*args) for args in asked] for way in (reference, *wrong.values())]
        alike = any(same(one, other) for one, other in combinations(answers, 2))
        if not alike and all(any(not same(answer, each[0]) for answer in each) for each in answers):
            return asked


def _guarded(function: Callable) -> Callable:
    def guarded(*args: object) -> object:
        try:
            with redirect_stdout(Silence()):
                return plain(function(*args))
        except (Exception, SystemExit):
            return _NOTHING

    return guarded


_NOTHING = object()


def observe(probe: Probe, name: str, inputs: Iterable[tuple], reference: Callable) -> list[Seen]:
    """What the learner's function `name` returns for each tuple of arguments, beside the reference."""
    return [Seen(args, probe.call(name, *args), plain(reference(*args))) for args in inputs]


def example(seen: Seen, name: str) -> dict[str, str]:
    """What a sentence may say of one call: `obtenu`, and `exemple`, the call itself, ready to be typed again."""
    call = f"{name}({', '.join(whole(arg) for arg in seen.args)})"
    return {"obtenu": shown(seen.got), "exemple": call}
