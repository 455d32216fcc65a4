"""`book/fr/tests/*.toml` → compiled tests, and the table from which « Mon bilan » reads the learner's record."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..assessments import Assessment, Goal, goals, read_assessment
from ..catalogue import unseal
from ..markup.noscript import right_answer
from ..questions.base import Question
from . import wording
from .items import item, seal
from .questions import compile_question, load_banks

THESIS = "these"  # the field of « Mon affaire » in which the learner rewrites the thesis


def compile_assessments(folder: Path) -> list[dict]:
    """Every test of `folder`, compiled, by file name. AuthorError names the first fault.

    Objectives are looked up in the chapters' banks, beside `folder`.
    """
    known = goals(load_banks(folder.parent / "questions"))
    return [compile_assessment(read_assessment(path, known), known) for path in sorted(folder.glob("*.toml"))]


def compile_assessment(test: Assessment, known: Mapping[str, Goal]) -> dict:
    """The compiled item of `test`: its questions inside it, their answers sealed together by question id.

    A test that explains nothing carries no feedback, no explanation and no right answer in words.
    """
    questions = [compile_question(question, test.id) for question in test.questions]
    public = {
        "title": wording.plain(test.title),
        "text": wording.html(test.text),
        "explain": test.explain,
        "questions": [
            {key: question[key] for key in ("id", "type", "version", "objective", "public")} for question in questions
        ],
        "goals": [_goal(goal) for goal in test.goals(known)],
    }
    return item(test.id, "test", "test", "", public, {q["id"]: _sealed(q, test.explain) for q in questions})


def answer_keys(folder: Path) -> dict[str, dict]:
    """id -> the key of a test for whoever corrects it on paper: every question, its answer, why, and its objective.

    Reasons stand here even where the test itself explains nothing: this table reaches no page of the learners.
    """
    known = goals(load_banks(folder.parent / "questions"))
    tests = (read_assessment(path, known) for path in sorted(folder.glob("*.toml")))
    return {
        test.id: {
            "title": wording.plain(test.title),
            "questions": [_key(question, test.id, known) for question in test.questions],
        }
        for test in tests
    }


def _key(question: Question, test: str, known: Mapping[str, Goal]) -> dict:
    compiled, goal = compile_question(question, test), known[question.objective]
    sealed = unseal(compiled["sealed"])
    return {
        "text": compiled["public"]["text"],
        "answer": [str(part) for part in right_answer(compiled["type"], compiled["public"], sealed)],
        "explanation": sealed["explanation"],
        "goal": wording.inline(goal.objective.text),
        "chapter": goal.chapter,
    }


def ids(items: Iterable[Mapping]) -> Iterator[str]:
    """The ids of compiled items, each test followed by its questions: everything a record may name."""
    for compiled in items:
        yield compiled["id"]
        if compiled["kind"] == "test":
            yield from (question["id"] for question in compiled["public"]["questions"])


def learning_table(book: Path, items: Mapping[str, Mapping]) -> dict:
    """What « Mon bilan » needs beside the record: objectives and the items on each, tests, predictions, the thesis."""
    thesis = next((one for one in items.values() if one["public"].get("affair") == THESIS), None)
    return {
        "goals": [_goal(goal) for goal in goals(load_banks(book / "questions")).values()],
        "tests": [_test(one) for one in items.values() if one["kind"] == "test"],
        "thesis": thesis and {"item": thesis["id"], "placement": thesis["chapter"]},
        "sealed": seal({one["id"]: found for one in items.values() if (found := _predicted(one))}),
    }


def _goal(goal: Goal) -> dict:
    return {
        "id": goal.id,
        "chapter": goal.chapter,
        "html": wording.inline(goal.objective.text),
        "items": list(goal.items),
    }


def _test(compiled: Mapping) -> dict:
    asked = {question["id"]: question["objective"] for question in compiled["public"]["questions"]}
    return {"id": compiled["id"], "title": compiled["public"]["title"], "questions": asked}


def _predicted(compiled: Mapping) -> dict | None:
    """A figure to predict: what the course found, in which unit, where it stands. None for any other item."""
    if compiled["type"] != "prediction" or "choices" in compiled["public"]:
        return None
    found = float(unseal(compiled["sealed"])["outcome"])
    return {"found": found, "unit": compiled["public"]["unit"], "chapter": compiled["chapter"]}


def _sealed(question: Mapping, explain: bool) -> dict:
    sealed = unseal(question["sealed"])
    if explain:
        answer = right_answer(question["type"], question["public"], sealed)
        kept = {key: value for key, value in sealed.items() if key != "hints"}
        return kept | {"answer": [str(part) for part in answer]}
    # What `web/fields.js` needs to say right or wrong, and not a word more.
    silent: dict[str, object] = {"answers": sealed["answers"], "feedback": {}}
    if "intervals" in sealed:
        silent["intervals"] = [[low, high, right, ""] for low, high, right, _ in sealed["intervals"]]
        silent["otherwise"] = ""
    return silent
