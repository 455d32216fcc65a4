"""Python in the page: it answers as notebooks do, and survives whatever a learner's code does to it."""

import pytest
from engine import Asked, bundle, solution
from visiting import guarded

pytestmark = pytest.mark.browser
WRONG = "def ouvert(horaires, jour, heure):\n    return True\n"


@pytest.fixture(scope="session")
def script():
    return bundle()


@pytest.fixture(scope="module")
def python(browser, server, script):
    """One page for all that leaves the engine as it was, which is most of what is tested here."""
    visits = guarded(browser, server.address)
    yield Asked(next(visits)("index.html"), script)
    next(visits, None)


def test_an_answer_is_judged_and_what_it_prints_is_shown(python):
    said = python.check("print('bonjour')\n" + solution())
    assert said["feedback"]["status"] == "passed" and said["ended"] == "done"
    assert said["shown"] == [
        {"kind": "text", "stream": "stdout", "text": "bonjour\n"},
        {"kind": "value", "text": "True"},
    ]
    assert python.progress == sorted(python.progress) and python.progress[-1] == 1
    assert python.check(WRONG)["feedback"]["key"] == "reponse-fixe"
    assert python.check(solution("huff"), "huff")["feedback"]["status"] == "passed"
    assert python.state == "ready"


def test_nothing_of_python_is_fetched_before_it_is_asked_for(visit, script):
    page = visit("index.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    python = Asked(page, script)
    assert python.state == "idle"
    page.evaluate("fetch('index.html')")
    assert [url for url in asked if "/python/" in url] == [] != asked


def test_a_run_knows_nothing_of_the_one_before(python):
    assert python.run("reste = 3\nimport math\nmath.pi = 4")["error"] is None
    assert "reste" in python.run("reste")["error"]["text"]
    assert python.run("import math\nmath.pi")["shown"] == [{"kind": "value", "text": "3.141592653589793"}]


def test_each_run_draws_its_own_numbers(python):
    draws = {python.run("import random\nrandom.random()")["shown"][0]["text"] for _ in range(3)}
    assert len(draws) == 3


def test_a_rare_module_is_fetched_when_it_is_imported(python):
    said = python.run("print('une fois')\nimport colorsys\ncolorsys.rgb_to_hsv(1, 1, 1)[2]")
    assert [piece["text"] for piece in said["shown"]] == ["une fois\n", "1"]
    assert "le module numpy" in python.run("import numpy")["error"]["text"]


def test_an_endless_loop_is_stopped_and_the_next_run_works(python):
    said = python.run("print('avant')\nwhile True: pass")
    assert said["ended"] == "time" and "boucle" in said["error"]["text"]
    assert said["shown"] == [{"kind": "text", "stream": "stdout", "text": "avant\n"}]
    said = python.check("def ouvert(horaires, jour, heure):\n    while True: pass")
    assert said["ended"] == "time" and said["feedback"]["key"] == "exercise.gone.time"
    assert "ouvert(" in said["feedback"]["sentence"]
    assert python.check(solution())["feedback"]["status"] == "passed"


def test_a_memory_glutton_is_stopped_and_the_next_run_works(python):
    said = python.run("tas = []\nwhile True: tas.append('x' * 10**6)")
    assert said["ended"] == "memory" and "mémoire" in said["error"]["text"]
    said = python.check("def ouvert(*a):\n    tas = []\n    while True: tas.append([0] * 10**6)")
    assert said["ended"] == "memory" and said["feedback"]["key"] == "exercise.error.MemoryError"
    assert python.check(solution())["feedback"]["status"] == "passed"


def test_printing_without_end_is_bounded(python):
    shown = python.run("while True: print('encore')")["shown"]
    assert shown[-1]["stream"] == "note" and sum(len(piece["text"]) for piece in shown) < 25_000


#: What a learner who wants to be right at any price may try; each stands below a wrong answer.
TRICKS = {
    "builtins": """
import builtins
builtins.abs = lambda x: 0
builtins.all = builtins.any = lambda x: True
""",
    "no builtins": """
import builtins
for name in list(vars(builtins)):
    delattr(builtins, name)
""",
    "the judge": """
import denouement.exercises.judging as judging
from denouement.exercises.core import passed
judging.judge = lambda *a: passed()
""",
    "comparisons": """
import denouement.exercises.comparing as comparing
comparing.same = lambda a, b: True
comparing.first_wrong = lambda seen: None
""",
    "verdicts": """
from denouement.exercises.core import Verdict
Verdict.status = property(lambda self: "passed", lambda self, value: None)
""",
    "the exercise": """
from denouement.exercises.core import passed
from denouement.exercises.registry import exercises
object.__setattr__(exercises()["ouvert"], "check", lambda probe: passed())
""",
    "json": """
import json
json.dumps = lambda *a, **k: '{"value": true}'
""",
    "modules": "import sys\nsys.modules.clear()",
    "check itself": """
import sys, denouement
check = denouement.check = lambda *a: "réussi"
sys.modules["denouement"] = None
""",
    "limits": "import sys\nsys.settrace(lambda *a: None)\nsys.setrecursionlimit(60)",
    "what answers": """
from denouement.exercises.stage import Stage
Stage.answer = lambda self, question: '{"value": true}'
""",
    "the way out": """
import gc
for thing in gc.get_objects():
    if type(thing).__name__ == "Screen":
        thing._hand({"reply": {"feedback": {"status": "passed"}}})
""",
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_code_that_alters_the_judge_does_not_make_a_wrong_answer_pass(python, trick):
    said = python.check(f"{WRONG}{trick}")
    assert said["feedback"]["status"] != "passed"
    assert python.check(WRONG)["feedback"]["key"] == "reponse-fixe"
    assert python.check(solution())["feedback"]["status"] == "passed"


@pytest.mark.parametrize("way", ["import os\nos._exit(0)", "import os\nos.abort()", "raise KeyboardInterrupt"])
def test_code_that_ends_python_is_explained_and_the_next_run_works(python, way):
    said = python.check(f"{WRONG}{way}")
    assert said["ended"] == "broken" and said["feedback"]["key"] == "exercise.stopped.broken"
    assert python.check(solution())["feedback"]["status"] == "passed"


@pytest.mark.parametrize(
    "way", ["import js", "import pyodide_js", "import pyodide.code", "from pyodide.ffi import to_js"]
)
def test_a_learners_code_does_not_reach_the_scripts_of_the_page(python, way):
    assert "Python ne trouve pas le module" in python.run(way)["error"]["text"]


def test_a_download_that_failed_is_told_and_can_be_tried_again(visit, script):
    page = visit("index.html")
    python = Asked(page, script)
    cut = "**/_static/python/snapshot-*"
    page.context.route(cut, lambda route: route.fulfill(status=503, body=""))
    assert python.run("1") == {"reason": "network"} and python.state == "failed"
    page.context.unroute(cut)
    visit.watches[-1].clear()  # the answer that was refused
    assert python.run("1")["shown"] == [{"kind": "value", "text": "1"}]


def test_where_the_snapshot_cannot_be_loaded_python_boots_without_it(visit, script):
    page = visit("index.html")
    python = Asked(page, script)
    page.context.route("**/_static/python/snapshot-*", lambda route: route.fulfill(body=b"no snapshot"))
    said = python.check("import colorsys\n" + solution())
    assert said["feedback"]["status"] == "passed" and said["ended"] == "done"
    assert python.check(WRONG)["feedback"]["key"] == "reponse-fixe"


def test_from_a_file_python_says_that_it_is_not_available(browser, site, script):
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert Asked(page, script).run("1") == {"reason": "file"}
    context.close()
