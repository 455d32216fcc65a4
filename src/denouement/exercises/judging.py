"""From an exercise and a probe to a verdict. Our own bugs are told apart from the learner's errors."""

import traceback

from .core import Exercise, Verdict
from .probe import Probe, Trouble

#: Keys of interface words, as opposed to the sentences of the exercise itself.
TODO, BUG = "exercise.todo", "exercise.bug"


def judge(exercise: Exercise, probe: Probe) -> Verdict:
    """The verdict on whatever `probe` reaches. Never raises: a fault of our check gives the key BUG."""
    try:
        if all(probe.untouched(name) for name in exercise.names):
            return Verdict("not_attempted", TODO)
        verdict = exercise.check(probe)
        if verdict.key not in exercise.keys:
            raise LookupError(f"{exercise.id}: no declared mistake has the key {verdict.key!r}")
        return verdict
    except Trouble as trouble:
        return Verdict(trouble.status, trouble.key, trouble.params)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{exercise.id}, {last.name}, {last.lineno}, {type(error).__name__}: {error}"
        return Verdict("error", BUG, {"detail": where[:300]})
