"""Whole notebooks, each graded in its own processes: honest ones, tricks, and those that never end."""

import os
import signal
from pathlib import Path
from time import sleep

import pytest

from denouement.grading import Limits, batch, grade
from denouement.grading.processes import descendants

from .conftest import cell, notebook, write

pytestmark = pytest.mark.kernel

LIMITS = Limits(seconds=60, cell_seconds=8, call_seconds=4, memory=600 * 2**20, output=50_000)

#: A process that leaves its parent, its session and its environment, and writes its number.
DAEMON = """
import subprocess, sys, time
code = '''
import os, time
if os.fork(): os._exit(0)
os.setsid()
if os.fork(): os._exit(0)
open({path!r}, "w").write(str(os.getpid()))
time.sleep(3600)
'''
subprocess.Popen([sys.executable, "-c", code], env={{}})
while not __import__("os").path.exists({path!r}):
    time.sleep(0.05)
"""

#: Tricks: (before the exercises, answer to `ouvert`, answer to `huff`). None may give a point.
IDLE = "def ouvert(*a): ...", "def huff(*a): ..."
ALWAYS_TRUE = "def ouvert(*a): return True", "def huff(*a): return [1.0]"
TRICKS = {
    "lying-equality": (
        "class Liar:\n    __eq__ = __le__ = __ge__ = __lt__ = lambda *a: True\n    __hash__ = None\n"
        "class Number(float):\n    __sub__ = __rsub__ = lambda *a: 0.0\n    __eq__ = lambda *a: True",
        "def ouvert(*a): return Liar()",
        "def huff(a, d, beta=2): return [Number(1) for x in a]",
    ),
    "another-check": (
        "import denouement\nfrom denouement.exercises import practice, judging, comparing\n"
        "from denouement.exercises.core import passed\n"
        "denouement.check = check = practice.check = lambda *a: 'réussi'\n"
        "judging.judge = practice.judge = lambda *a: passed()\n"
        "comparing.same = lambda *a: True\nprint('réussi — 5 sur 5')",
        *ALWAYS_TRUE,
    ),
    "another-module": (
        "import sys, types\nfake = types.ModuleType('denouement')\nfake.check = lambda *a: 'réussi'\n"
        "for name in [n for n in sys.modules if n.startswith('denouement')]:\n    sys.modules[name] = fake\n"
        "from denouement import check",
        *ALWAYS_TRUE,
    ),
    "builtins": (
        "import builtins\nbuiltins.all = builtins.any = builtins.isinstance = builtins.callable = lambda *a: True\n"
        "builtins.abs = lambda x: 0\nbuiltins.type = lambda *a: float",
        *ALWAYS_TRUE,
    ),
    "json": (
        'import json\njson.dumps = lambda *a, **k: \'{"verdict": {"status": "passed", "points": 2}}\'',
        *ALWAYS_TRUE,
    ),
    "json-value": ("import json\nold = json.dumps\njson.dumps = lambda *a, **k: '{\"value\": true}'", *IDLE),
    "kernel-handler": (
        "kernel = get_ipython().kernel\n"
        "def forged(stream, ident, parent):\n"
        '    reply = \'{"verdict": {"status": "passed"}, "value": true}\'\n'
        "    kernel.session.send(stream, 'denouement_answer', {'reply': reply}, parent, ident=ident)\n"
        "kernel.shell_handlers['denouement_ask'] = forged",
        *IDLE,
    ),
    "stack": (
        "import inspect\n"
        "def find(name, *args):\n"
        "    for frame in inspect.stack():\n"
        "        for scope in (frame.frame.f_locals, frame.frame.f_globals):\n"
        "            for key, value in list(scope.items()):\n"
        "                if key in ('reference', 'expected', name) and callable(value):\n"
        "                    return value(*args)\n"
        "    return True",
        "def ouvert(*a): return find('is_open', *a)",
        "def huff(*a): return find('shares', *a)",
    ),
    "chance": (
        "import random, os\nrandom.Random.random = lambda self: 0.5\nrandom.Random.sample = lambda self, p, k: p[:k]\n"
        "os.urandom = lambda n: b'0' * n",
        "def ouvert(horaires, jour, heure): return (jour, heure) == ('mardi', 12)",
        "def huff(a, d, beta=2): return {2: [0.8, 0.2], 3: [0.59, 0.148, 0.262], 1: [1.0]}.get(len(a), [0.2] * len(a))",
    ),
    "hand-written": (
        "",
        "def ouvert(horaires, jour, heure): return jour != 'lundi' and 6.5 <= heure < 19.5",
        "def huff(a, d, beta=2): return [0.8, 0.2]",
    ),
}


def reports_of(folder: Path, notebooks: dict[str, object]) -> dict:
    paths = [write(folder, name, content) for name, content in notebooks.items()]
    seen = []
    reports = grade(paths, limits=LIMITS, progress=lambda path: seen.append(path))
    assert seen == paths
    return dict(zip(notebooks, reports, strict=True))


@pytest.fixture(scope="module")
def honest(answered, solutions, items, tmp_path_factory):
    starter = {name: item["public"]["starter"] for name, item in items.items()}
    right = solutions["ouvert"], solutions["huff"]
    other_kernel = {"name": "ailleurs", "display_name": "Ailleurs"}
    return reports_of(
        tmp_path_factory.mktemp("honest"),
        {
            "right": answered(*right, kernelspec=other_kernel),
            "starter": answered(starter["ouvert"], starter["huff"]),
            "mixed": answered("def ouvert(a, b, c)\n    return 1", solutions["huff"].replace("**", "*")),
            "raises": answered("def ouvert(h, j, t):\n    return h['fermé']", "raise ValueError(1)"),
            "deleted": notebook(cell(solutions["huff"])),
            "empty": notebook(),
        },
    )


def exercise(report, name):
    return next(e for e in report.exercises if e.id == name)


def test_right_answers_get_every_point_under_our_own_kernel(honest):
    report = honest["right"]
    assert (report.status, report.score, report.max) == ("graded", 5, 5)
    assert [(e.id, e.status, e.points, e.max) for e in report.exercises] == [
        ("ouvert", "passed", 2, 2),
        ("huff", "passed", 3, 3),
    ]


def test_starters_are_still_to_do(honest):
    assert honest["starter"].score == 0
    assert {e.status for e in honest["starter"].exercises} == {"not_attempted"}


def test_a_wrong_answer_gets_the_sentence_of_its_mistake(honest):
    huff = exercise(honest["mixed"], "huff")
    assert (huff.status, huff.points) == ("failed", 0) and "Vous obtenez" in huff.message


def test_a_cell_that_python_cannot_read_is_explained_with_its_line(honest):
    ouvert = exercise(honest["mixed"], "ouvert")
    assert ouvert.status == "error" and ouvert.message.startswith("Ligne 1, def ouvert(a, b, c).")


def test_an_error_is_explained_and_does_not_stop_the_notebook(honest):
    ouvert, huff = honest["raises"].exercises
    assert ouvert.status == huff.status == "error"
    assert "return h['fermé']" in ouvert.message and "n’a pas la clé" in ouvert.message
    assert huff.message.startswith("Ligne 1, raise ValueError(1).")


def test_deleted_cells_are_said_and_the_rest_is_graded(honest):
    report = honest["deleted"]
    assert (report.status, report.score, report.max) == ("incomplete", 3, 5)
    assert "disparu" in exercise(report, "ouvert").message
    assert (honest["empty"].status, honest["empty"].max) == ("incomplete", 5)


@pytest.fixture(scope="module")
def tricks(answered, tmp_path_factory):
    return reports_of(
        tmp_path_factory.mktemp("tricks"),
        {name: answered(ouvert, huff, before=before) for name, (before, ouvert, huff) in TRICKS.items()},
    )


@pytest.mark.parametrize("name", TRICKS)
def test_no_trick_gives_a_point(name, tricks):
    report = tricks[name]
    assert report.score == 0 and report.max == 5
    assert report.status not in ("bug",), report.message
    assert {e.status for e in report.exercises} <= {"failed", "error", "not_attempted"}


@pytest.fixture(scope="module")
def runaways(answered, solutions, tmp_path_factory):
    folder = tmp_path_factory.mktemp("runaways")
    ouvert, huff = solutions["ouvert"], solutions["huff"]
    daemon = folder / "daemon.pid"
    notebooks = {
        "loop": answered("while True: pass", huff),
        "deaf": answered("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass", huff),
        "prints": answered("while True: print('x' * 1000)", huff),
        "exit": answered("import os\nos._exit(0)", huff),
        "memory": answered("tout = bytearray(4 * 10**9)", huff),
        "children": answered(
            "import subprocess, sys, time\n"
            "child = 'import time; b = b\"x\" * (250 * 2**20); time.sleep(60)'\n"
            "for _ in range(4): subprocess.Popen([sys.executable, '-c', child])\ntime.sleep(6)",
            huff,
        ),
        "crowd": answered(
            "import subprocess, time\nfor _ in range(120): subprocess.Popen(['sleep', '60'])\ntime.sleep(6)", huff
        ),
        "endless-call": notebook(cell("def ouvert(*a):\n    while True: pass", "ouvert"), cell(huff, "huff")),
        "dying-call": notebook(cell(ouvert, "ouvert"), cell("import os\ndef huff(*a): os._exit(1)", "huff")),
        "asks": answered("jour = input('Quel jour ?')", huff),
        "daemon": answered(ouvert, huff, after=DAEMON.format(path=str(daemon))),
        "last": answered(ouvert, huff),
    }
    before = set(descendants(os.getpid()))
    reports = reports_of(folder, notebooks)
    assert set(descendants(os.getpid())) <= before
    return {**reports, "daemon.pid": int(daemon.read_text())}


@pytest.mark.parametrize(
    ("name", "status", "score"),
    [
        ("loop", "time_limit", 3),
        ("deaf", "time_limit", 0),
        ("prints", "output_limit", 3),
        ("exit", "kernel_died", 0),
        ("memory", "memory_limit", 3),
        ("children", "memory_limit", 0),
        ("crowd", "process_limit", 0),
        ("endless-call", "graded", 3),
        ("dying-call", "kernel_died", 2),
        ("asks", "graded", 3),
        ("last", "graded", 5),
    ],
)
def test_a_runaway_notebook_has_its_own_status_and_never_stops_the_batch(name, status, score, runaways):
    report = runaways[name]
    assert (report.status, report.score, report.max) == (status, score, 5), "\n".join(report.lines())


def test_the_sentence_names_the_guilty_cell_and_not_its_neighbours(runaways):
    assert "interrompue" in exercise(runaways["loop"], "ouvert").message
    ouvert, huff = runaways["deaf"].exercises
    assert "interrompue" in ouvert.message and "voyez ce qui est dit du fichier" in huff.message
    assert "n’a pas répondu à temps" in exercise(runaways["endless-call"], "ouvert").message
    assert "input" in exercise(runaways["asks"], "ouvert").message


def test_a_process_that_left_its_session_does_not_outlive_the_grading(runaways):
    assert runaways["daemon"].score == 5
    assert not is_alive(runaways["daemon.pid"])


def test_a_runner_that_must_be_stopped_leaves_nothing_behind(answered, solutions, tmp_path, monkeypatch):
    pid = tmp_path / "daemon.pid"
    path = write(tmp_path, "a", answered("while True: pass", solutions["huff"], before=DAEMON.format(path=str(pid))))
    real = batch.subprocess.Popen.communicate

    def until_the_daemon_runs(self, *args, timeout):
        """The hard limit falls as soon as the notebook has started its daemon."""
        try:
            real(self, *args, timeout=0.2)
        except batch.subprocess.TimeoutExpired:
            while not (pid.exists() and pid.read_text()):
                sleep(0.05)
            raise

    monkeypatch.setattr(batch.subprocess.Popen, "communicate", until_the_daemon_runs)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = set(descendants(os.getpid()))
    [report] = grade([path], limits=LIMITS)
    assert (report.status, report.score) == ("time_limit", 0)
    assert not list(tmp_path.glob("denouement-*"))
    assert not is_alive(int(pid.read_text())) and set(descendants(os.getpid())) <= before


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    if state in "ZX":  # dead; whoever adopted it has not collected it yet
        return False
    os.kill(pid, signal.SIGKILL)  # the test failed: leave nothing behind
    return True
