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


def test_an_answer_is_told_with_its_code_its_verdict_and_where_it_stands(notebook):
    notebook.run(WRONG)
    notebook.run("heure = 8")
    found = practice.check("ouvert")
    item = load_item("ouvert")
    assert notebook.told == [
        {
            "item": "ouvert",
            "placement": "03-boulanger",
            "item_version": item["version"],
            "verb": "answered",
            "response": WRONG,
            "judged": {
                "status": "failed",
                "key": found.key,
                "html": found.html,
                "points": 0,
                "max": item["public"]["points"],
            },
        }
    ]


def test_the_right_answer_is_told_with_all_its_points(notebook):
    item = load_item("ouvert")
    notebook.run(unseal(item["sealed"])["solution"])
    practice.check("ouvert")
    judged = notebook.told[0]["judged"]
    assert (judged["status"], judged["points"]) == ("passed", item["public"]["points"])


def test_an_unknown_exercise_is_not_told(notebook):
    practice.check("ouvrt")
    assert notebook.told == []


def test_code_longer_than_the_record_keeps_is_told_without_it(notebook):
    notebook.run(f"{WRONG}\n# {'x' * practice.LONGEST}")
    practice.check("ouvert")
    assert notebook.told[0]["response"] is None


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
