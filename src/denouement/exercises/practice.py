"""`check`, `hint` and `solution` as a learner types them: practice, in the interpreter where the code was run."""

import sys
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import escape

from ..catalogue import load_item, unseal, words
from .core import Verdict
from .feedback import Feedback, as_html, as_text, feedback, fill, framed
from .judging import judge
from .probe import local_probe
from .registry import exercises

TRIES = 3  # failed tries that open the solution


@dataclass
class Work:
    """What a learner has done on one exercise since Python started."""

    failures: int = 0
    passed: bool = False
    hints: int = 0


@dataclass
class Practice:
    """The work of one learner, exercise by exercise. `namespace` None: the names of the notebook, or of the script."""

    namespace: dict | None = None
    work: dict[str, Work] = field(default_factory=dict)

    def check(self, exercise_id: str) -> Feedback:
        """Judges the learner's answer to an exercise and says what to do next."""
        if not _known(exercise_id):
            return _unknown(exercise_id)
        names = _learner_names() if self.namespace is None else self.namespace
        verdict = judge(exercises()[exercise_id], local_probe(names))
        work = self._work(exercise_id)
        work.passed = work.passed or verdict.status == "passed"
        work.failures += verdict.status in ("failed", "error")
        return feedback(load_item(exercise_id), verdict)

    def hint(self, exercise_id: str) -> Feedback:
        """The next hint, one at a time; after the last, all of them again."""
        if not _known(exercise_id):
            return _unknown(exercise_id)
        hints = unseal(load_item(exercise_id)["sealed"])["hints"]
        work = self._work(exercise_id)
        seen = work.hints >= len(hints)
        work.hints = min(work.hints + 1, len(hints))
        which = range(len(hints)) if seen else [work.hints - 1]
        labels = [fill(words()["exercise.hint"], {"n": n + 1, "of": len(hints)}) for n in which]
        return _note(
            exercise_id,
            "hint",
            "\n".join(f"{label} {hints[n]['text']}" for label, n in zip(labels, which, strict=True)),
            "".join(
                f"<p><strong>{label}</strong></p>{hints[n]['html']}" for label, n in zip(labels, which, strict=True)
            ),
        )

    def solution(self, exercise_id: str) -> Feedback:
        """One right answer and why it is right, after a success or three failed tries."""
        if not _known(exercise_id):
            return _unknown(exercise_id)
        work = self._work(exercise_id)
        if not work.passed and work.failures < TRIES:
            sentence = fill(words()["exercise.solution.closed"], {"n": TRIES - work.failures})
            return _note(exercise_id, "closed", as_text(sentence), f"<p>{as_html(sentence)}</p>")
        sealed = unseal(load_item(exercise_id)["sealed"])
        explained, code = sealed["explanation"], sealed["solution"]
        return _note(
            exercise_id,
            "solution",
            f"{code}\n\n{explained['text']}",
            f"<pre><code>{escape(code)}</code></pre>{explained['html']}",
        )

    def _work(self, exercise_id: str) -> Work:
        return self.work.setdefault(exercise_id, Work())


_here = Practice()
check, hint, solution = _here.check, _here.hint, _here.solution


def _learner_names() -> dict:
    """The names of the notebook that is running, else those of the script."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell.user_ns if shell is not None else sys.modules["__main__"].__dict__


def _known(exercise_id: object) -> bool:
    return type(exercise_id) is str and exercise_id in exercises()


def _unknown(exercise_id: object) -> Feedback:
    near = get_close_matches(str(exercise_id), exercises(), n=1)
    key = "exercise.unknown.near" if near else "exercise.unknown"
    params = {"id": str(exercise_id)[:60], "near": near[0] if near else ""}
    return feedback({"id": str(exercise_id)}, Verdict("error", key, params))


def _note(exercise_id: str, key: str, text: str, html: str) -> Feedback:
    return Feedback(exercise_id, "not_attempted", key, text, text, framed(key, html))
