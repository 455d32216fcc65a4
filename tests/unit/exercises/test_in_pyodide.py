"""Every exercise is judged in the page's Python (3.14, WebAssembly) as in this one: same answers, same verdicts."""

import json
import subprocess

import pytest

from denouement import bundle, engine
from denouement.catalogue import unseal, words
from denouement.exercises.registry import exercises
from denouement.exercises.session import reply
from denouement.exercises.stage import Stage

pytestmark = pytest.mark.thorough


#: Python explains errors in other words from one version to the next; ours must not follow. Bodies of a function.
ERRORS = {
    "NameError": "return totl",
    "UnboundLocalError": "n = n + 1",
    "ZeroDivisionError": "return 1 / 0",
    "IndexError": "return [1][3]",
    "KeyError": "return {}['prix']",
    "AttributeError": "return [].add",
    "TypeError": "return 1 + 'a'",
    "ValueError": "return int('a')",
    "RecursionError": "return {name}(*a)",
    "ModuleNotFoundError": "import numpy",
    "ImportError": "from math import closing",
    "OverflowError": "return 2.0 ** 10_000",
    "NotImplementedError": "raise NotImplementedError",
    "AssertionError": "assert a == 2",
    "MemoryError": "raise MemoryError",
    "SystemExit": "raise SystemExit",
    "SyntaxError": "return (1",
    "IndentationError": "  return 1\n return 2",
    "input": "return input('?')",
    "other": "raise BufferError",
}


def answers(exercise, item):
    """(name, code, the status and the key that the exercise declares) for every answer it knows."""
    public = item["public"]
    yield "starter", public["starter"], ("not_attempted", "exercise.todo")
    yield "nothing", "", ("not_attempted", "exercise.missing")
    yield "book", unseal(item["sealed"])["solution"], ("passed", "reussi")
    for number, code in enumerate(exercise.solutions, 1):
        yield f"solution {number}", code, ("passed", "reussi")
    for mistake in exercise.mistakes:
        yield mistake.key, mistake.code, (mistake.status, mistake.key)
    for kind, body in ERRORS.items():
        code = f"def {exercise.names[0]}(*a):\n    {body.replace('{name}', exercise.names[0])}\n"
        yield kind, code, ("error", f"exercise.error.{kind}")


@pytest.fixture(scope="module")
def cases(items):
    return [
        {"exercise": exercise.id, "answer": name, "item": item, "before": [item["public"]["setup"]], "source": code}
        | {"declared": declared}
        for exercise in exercises().values()
        for item in [items[exercise.id]]
        for name, code, declared in answers(exercise, item)
    ]


@pytest.fixture(scope="module")
def in_pyodide(cases, root):
    """What the snapshot's Python says of each case."""
    engine.refresh(root)
    done = subprocess.run(
        [bundle.find_node(), "web/tests/verdicts.mjs", engine.RESULT],
        input=json.dumps({"words": words(), "cases": cases}),
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["python"].startswith("3.14.")
    return told["said"]


def here(case):
    """What this Python says of a case, by the same two modules."""
    order = json.dumps({"task": "check", "helper": "", **case})
    stage = Stage(lambda piece: None)
    said = json.loads(reply(order, stage.perform(order), stage.answer))
    return {key: said["feedback"][key] for key in ("status", "key")} | {
        "error": said["error"] and said["error"]["text"]
    }


def test_every_answer_that_an_exercise_declares_has_the_same_verdict_in_both(cases, in_pyodide):
    different = []
    for case, there in zip(cases, in_pyodide, strict=True):
        ours = here(case)
        if not (ours == there and (there["status"], there["key"]) == case["declared"]):
            different.append(f"{case['exercise']}, {case['answer']}: {ours} here, {there} in the page")
    assert not different, "\n".join(different)
