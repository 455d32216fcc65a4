"""The judge: a fresh Python that holds the checks and the sentences, and never the learner's objects.

Started by the runner, before the learner's code, as `python -I -m denouement.grading.judge`. One JSON object a line:
reads {"exercises": [id]}, says {"ready": true}; reads {"judge": id}; says {"ask": request} and reads {"reply": text} as
often as the check asks; says {"verdict": …}. It draws its inputs when it judges, that is after the notebook has run.
"""

import json
import resource
import sys

from ..catalogue import load_item, words
from ..exercises.feedback import feedback
from ..exercises.judging import judge
from ..exercises.probe import Probe
from ..exercises.registry import exercises

MEMORY = 1024**3


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    wanted = _hear()["exercises"]
    # Everything is read now: what the learner's code may do to our files comes too late.
    known = {name: (exercises()[name], load_item(name)) for name in wanted}
    words()
    _say({"ready": True})
    while order := _hear():
        exercise, item = known[order["judge"]]
        found = judge(exercise, Probe(_ask))
        said = feedback(item, found)
        worth = item["public"]["points"]
        verdict = {
            "id": exercise.id,
            "status": said.status,
            "key": said.key,
            "points": found.points(worth) if said.status == found.status else 0,
            "max": worth,
            "message": said.sentence,
        }
        _say({"verdict": verdict})


def _ask(request: str) -> str:
    _say({"ask": request})
    return _hear()["reply"]


def _say(message: dict) -> None:
    print(json.dumps(message), flush=True)


def _hear() -> dict:
    line = sys.stdin.readline()
    return json.loads(line) if line else {}


if __name__ == "__main__":
    main()
