"""The judge's side in the page: what to say of a run, in an interpreter that the learner's code never enters.

Everything crosses as JSON text: the request of the page, what the stage performed, the judge's questions.
"""

import json
from collections.abc import Callable, Mapping

from .core import Verdict
from .feedback import as_html, as_text, feedback, sentence_of
from .judging import BUG, judge
from .probe import Gone, Probe, Raised, called
from .registry import exercises


def reply(request: str, performed: str, ask: Callable[[str], str]) -> str:
    """What the page says of a run: `{"error": …, "feedback": …}`, either of them null.

    `request`: `{"task": "run" | "check", "item"}`; `performed`: see `stage.Stage.perform`; `ask` carries the judge's
    questions to the stage. `error`: `{"html", "text", "line", "traceback"}`; `feedback`: see `_judged`.
    """
    asked, done = json.loads(request), json.loads(performed)
    raised = done["error"]
    if done["before"]:  # a cell of ours failed: nothing can be said of the learner's
        return _said(error=_error(Verdict("error", BUG, {"detail": raised["traceback"][-300:]}), raised))
    error = _error(_of(raised), raised) if raised else None
    if asked["task"] != "check":
        return _said(error=error)
    verdict = judge(exercises()[asked["item"]["id"]], Probe(ask))
    if raised and verdict.key == "exercise.missing":  # nothing to judge, and we know why
        verdict = _of(raised)
    return _said(error=error, feedback=_judged(asked["item"], verdict))


def stopped(request: str, reason: str, seconds: float, question: str) -> str:
    """What the page says of a run that had to be stopped, in the form of `reply`.

    `reason`: "time", "memory" or "broken" (Python itself died). `question`: what the judge was asking (JSON text), or
    "" when the learner's cell was still running.
    """
    asked = json.loads(request)
    verdict = Verdict("error", f"exercise.stopped.{reason}", {"n": seconds})
    if question:
        gone = Gone(f"gone.{'kernel' if reason == 'broken' else reason}", call=called(json.loads(question)))
        verdict = Verdict(gone.status, gone.key, gone.params)
    if asked["task"] != "check":
        return _said(error=_error(verdict, {}))
    return _said(feedback=_judged(asked["item"], verdict))


def _said(error: dict | None = None, feedback: dict | None = None) -> str:
    return json.dumps({"error": error, "feedback": feedback})


def _judged(item: Mapping, verdict: Verdict) -> dict:
    """A verdict as the page receives it: what `feedback` says, and the points."""
    said = feedback(item, verdict)
    return {
        "status": said.status,
        "key": said.key,
        "sentence": said.sentence,
        "text": said.text,
        "html": said.html,
        "points": said.points,
        "max": item["public"]["points"],
    }


def _of(raised: dict) -> Verdict:
    """The verdict on a cell that raised (see `answering.told`)."""
    trouble = Raised(raised)
    return Verdict(trouble.status, trouble.key, trouble.params)


def _error(verdict: Verdict, raised: Mapping) -> dict:
    sentence = sentence_of({}, verdict)
    return {
        "html": f"<p>{as_html(sentence)}</p>",
        "text": as_text(sentence),
        "line": raised.get("here"),
        "traceback": raised.get("traceback", ""),
    }
