"""`check`, `hint` and `solution` where the course's own site shows the notebook: what the record is told."""

from types import SimpleNamespace

import pytest

from denouement.catalogue import load_item, unseal
from denouement.exercises.practice import Practice
from denouement.widgets import practice

WRONG = "def ouvert(horaires, jour, heure):\n    return True"


@pytest.fixture
def notebook(monkeypatch):
    """Cells typed one after the other, and the events told meanwhile."""
    namespace, cells, told = {}, [""], []
    exec(load_item("ouvert")["public"]["setup"], namespace)

    def run(code):
        cells.append(code)
        exec(code, namespace)

    here = Practice(namespace)
    for name in ("check", "hint", "solution"):
        monkeypatch.setattr(f"denouement.exercises.practice.{name}", getattr(here, name))
    monkeypatch.setattr(practice, "_cells", lambda: cells)
    monkeypatch.setattr(practice, "messenger", lambda: told.append)
    return SimpleNamespace(run=run, told=told)


def test_an_answer_is_told_with_its_code_and_where_it_stands(notebook):
    notebook.run(WRONG)
    notebook.run("heure = 8")
    assert practice.check("ouvert").status == "failed"
    assert notebook.told == [
        {
            "item": "ouvert",
            "placement": "03-boulanger",
            "item_version": load_item("ouvert")["version"],
            "verb": "answered",
            "response": WRONG,
            "success": False,
            "score": {"raw": 0, "max": 1},
        }
    ]


def test_the_right_answer_is_told_as_a_success(notebook):
    notebook.run(unseal(load_item("ouvert")["sealed"])["solution"])
    practice.check("ouvert")
    assert [(event["success"], event["score"]) for event in notebook.told] == [(True, {"raw": 1, "max": 1})]


def test_code_that_raises_is_told_as_an_error(notebook):
    notebook.run("def ouvert(horaires, jour, heure):\n    return 1 / 0")
    practice.check("ouvert")
    assert [(event["success"], event["status"]) for event in notebook.told] == [(False, "error")]


def test_an_untouched_exercise_and_an_unknown_one_are_not_told(notebook):
    notebook.run(load_item("ouvert")["public"]["starter"])
    assert practice.check("ouvert").status == "not_attempted"
    practice.check("ouvrt")
    assert notebook.told == []


def test_hints_and_the_solution_are_told_once_they_are_given(notebook):
    practice.solution("ouvert")  # still closed
    practice.hint("ouvert")
    notebook.run(WRONG)
    for _ in range(3):
        practice.check("ouvert")
    practice.solution("ouvert")
    verbs = [event["verb"] for event in notebook.told]
    assert verbs == ["hinted", "answered", "answered", "answered", "explained"]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["x = 1", "x = 2"], "x = 2"),
        (["def x(): pass", "y = x()"], "def x(): pass"),
        (["for x in range(3): pass"], "for x in range(3): pass"),
        (["x = 1", "x = ("], "x = 1"),
        (["print(x)"], None),
        ([], None),
    ],
)
def test_the_code_of_an_answer_is_the_last_cell_that_names_it(cells, found):
    assert practice.source_of(["x"], cells) == found


def test_two_like_events_are_two_changes():
    messenger = practice.Messenger()
    seen = []
    messenger.observe(lambda change: seen.append(change["new"]), "event")
    messenger.send_event({"verb": "hinted"})
    messenger.send_event({"verb": "hinted"})
    assert [one["about"] for one in seen] == [{"verb": "hinted"}] * 2
