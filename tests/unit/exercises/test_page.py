"""An exercise done in the page: the stage runs the learner's cells, the session says what to make of it."""

import json

import pytest

from denouement.catalogue import unseal
from denouement.exercises.display import MOST_SHOWN, MOST_TEXT, MOST_VALUE, Screen
from denouement.exercises.session import reply, stopped
from denouement.exercises.stage import Stage

ID = "ouvert"
WRONG = "def ouvert(horaires, jour, heure):\n    return True\n"


@pytest.fixture
def item(items):
    return items[ID]


@pytest.fixture
def do(item):
    """do(source, task) -> (what was shown, what was said)."""

    def act(source, task="run", before=None):
        pieces = []
        stage = Stage(lambda piece: pieces.append(json.loads(piece)))
        order = json.dumps(
            {
                "task": task,
                "item": item,
                "before": [item["public"]["setup"]] if before is None else before,
                "source": source,
                "helper": "les boutons",
            }
        )
        return pieces, json.loads(reply(order, stage.perform(order), stage.answer))

    return act


def printed(pieces, stream="stdout"):
    return "".join(piece["text"] for piece in pieces if piece["kind"] == "text" and piece["stream"] == stream)


def test_what_is_printed_and_the_value_of_the_last_line_are_shown(do):
    pieces, said = do("import sys\nprint('é', 1)\nprint('oups', file=sys.stderr)\nx = 2\nx + 1")
    assert printed(pieces) == "é 1\n" and printed(pieces, "stderr") == "oups\n"
    assert pieces[-1] == {"kind": "value", "text": "3"}
    assert said == {"error": None, "feedback": None}


@pytest.mark.parametrize("source", ["x = 1", "None", "1;", "def f(): ...", "# rien"])
def test_a_line_without_a_value_shows_none(do, source):
    assert do(source)[0] == []


def test_values_shown_on_the_way_keep_their_order(do):
    pieces, _ = do("print('a')\ndisplay(1, 'b')\nprint('c', end='')\n[2]")
    assert [piece["text"] for piece in pieces] == ["a\n", "1", "'b'", "c", "[2]"]


def test_a_chart_comes_as_vega_lite(do):
    spec = '{"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "mark": "bar"}'
    assert do(spec)[0] == [{"kind": "chart", "spec": json.loads(spec)}]
    drawn = f"class C:\n    def _repr_mimebundle_(self): return {{'application/vnd.vegalite.v5+json': {spec}}}\nC()"
    assert do(drawn)[0] == [{"kind": "chart", "spec": json.loads(spec)}]


def test_html_comes_from_the_course_only(do):
    pieces, _ = do(
        "class C:\n    def _repr_html_(self): return '<img onerror=alert(1)>'\n    __repr__ = lambda s: 'C'\nC()"
    )
    assert pieces == [{"kind": "value", "text": "C"}]


def test_what_is_printed_without_end_is_cut_once(do):
    pieces, _ = do("for i in range(100_000): print(i)\n'x' * 100_000")
    assert len(printed(pieces)) == MOST_TEXT
    assert [piece for piece in pieces if piece["kind"] == "cut"] == [{"kind": "cut"}]
    assert len(pieces[-1]["text"]) == MOST_VALUE + 1


def test_values_shown_without_end_are_cut_once(do):
    pieces, _ = do("for i in range(1000): display(i)")
    assert [piece["kind"] for piece in pieces] == ["value"] * MOST_SHOWN + ["cut"]


def test_a_line_leaves_before_a_loop_that_never_ends():
    handed = []
    Screen(handed.append).write("stdout", "avant\n")
    assert handed == [{"kind": "text", "stream": "stdout", "text": "avant\n"}]


def test_a_text_that_utf8_cannot_carry_does_not_stop_the_page(do):
    assert printed(do("print('\\ud800')")[0]) == "?\n"


def test_an_error_is_explained_with_the_learners_line_and_its_traceback(do):
    _, said = do("def f(x):\n    return y\n\nf(1)")
    assert said["error"]["line"] == 2
    assert said["error"]["text"].startswith("Ligne 2, return y. Python ne connaît pas le nom y.")
    assert "<code>y</code>" in said["error"]["html"]
    trace = said["error"]["traceback"]
    assert trace.splitlines()[1] == '  File "<votre code>", line 4, in <module>' and "stage.py" not in trace


def test_the_line_is_in_the_learners_cell_even_when_the_error_stands_in_the_set_up(do):
    _, said = do("heures_du_jour({}, 'lundi')")
    assert said["error"]["line"] == 1 and "<préparation>" in said["error"]["traceback"]


def test_a_syntax_error_has_its_line(do):
    _, said = do("x = 1\nif x\n    y = 2")
    assert said["error"]["line"] == 2 and "deux-points" in said["error"]["text"]


def test_an_exception_that_cannot_say_what_it_is_is_told_all_the_same(do):
    _, said = do("class E(Exception):\n    def __str__(self): raise self\nraise E")
    assert said["error"]["line"] == 3 and "E" in said["error"]["traceback"]


def test_input_gets_a_clear_sentence(do):
    pieces, said = do("nom = input('Votre nom ? ')")
    assert "attend que quelqu’un tape une réponse" in said["error"]["text"]
    assert printed(pieces) == "Votre nom ? "


@pytest.mark.parametrize("helper", ["check", "hint", "solution"])
def test_what_a_notebook_types_is_answered_by_the_page(do, helper):
    assert do(f"{helper}('{ID}')")[0] == [{"kind": "value", "text": "les boutons"}]


def test_a_check_gives_the_notebooks_verdict_and_the_points(do, item):
    solution = unseal(item["sealed"])["solution"]
    _, said = do(solution, "check")
    assert {key: said["feedback"][key] for key in ("status", "key", "points", "max")} == {
        "status": "passed",
        "key": "reussi",
        "points": item["public"]["points"],
        "max": item["public"]["points"],
    }
    _, said = do(WRONG, "check")
    assert (said["feedback"]["status"], said["feedback"]["key"]) == ("failed", "reponse-fixe")
    assert said["feedback"]["text"].startswith("à revoir — ") and said["feedback"]["points"] == 0
    assert do(item["public"]["starter"], "check")[1]["feedback"]["key"] == "exercise.todo"


def test_a_cell_that_raises_before_defining_anything_is_an_error(do):
    _, said = do("def ouvert(horaires, jour, heure)\n    return True", "check")
    assert (said["feedback"]["status"], said["feedback"]["key"]) == ("error", "exercise.error.SyntaxError")
    assert said["error"]["line"] == 1


def test_a_cell_that_raises_after_its_answer_is_judged_on_its_answer(do):
    _, said = do(WRONG + "1 / 0", "check")
    assert said["feedback"]["key"] == "reponse-fixe" and said["error"]["line"] == 3


def test_a_set_up_cell_that_fails_is_our_fault(do):
    _, said = do("1", "check", before=["1 / 0"])
    assert said["feedback"] is None and "notre correction" in said["error"]["text"]
    assert "ZeroDivisionError" in said["error"]["text"]


def test_each_run_draws_its_own_numbers(do):
    import random

    def draw():
        random.seed(0)  # as a snapshot of the memory would leave it
        return do("import random\nrandom.random()")[0][0]["text"]

    assert draw() != draw()


@pytest.mark.parametrize("reason", ["time", "memory", "broken"])
def test_a_run_that_was_stopped_is_explained(item, reason):
    order = {"task": "run", "item": item, "before": [], "source": ""}
    said = json.loads(stopped(json.dumps(order), reason, 5, ""))
    assert "Cherchez" in said["error"]["text"] and "{" not in said["error"]["text"]
    said = json.loads(stopped(json.dumps(order | {"task": "check"}), reason, 5, ""))
    assert (said["feedback"]["status"], said["feedback"]["key"]) == ("error", f"exercise.stopped.{reason}")
    question = json.dumps({"op": "call", "name": "ouvert", "args": [{}, "lundi", 8]})
    said = json.loads(stopped(json.dumps(order | {"task": "check"}), reason, 5, question))
    assert "ouvert({}, 'lundi', 8)" in said["feedback"]["sentence"] or reason != "time"
    assert said["feedback"]["key"].startswith("exercise.gone.")
