"""Grades notebooks one after the other, whatever each of them does: one process for each, with a hard limit."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from ..catalogue import load_item, words
from ..errors import DenouementError
from ..exercises.core import Verdict
from ..exercises.feedback import as_text, sentence_of
from ..exercises.probe import Raised, trouble
from .limits import Limits
from .processes import end_descendants
from .report import Exercise, FileStatus, Report, report
from .submission import Refused, Submission, read

_STARTING = 75  # seconds beyond the notebook's own: two kernels that stall, and the ends of things
_OF_TROUBLE: dict[str, FileStatus] = {
    "time": "time_limit", "output": "output_limit", "memory": "memory_limit",
    "processes": "process_limit", "kernel": "kernel_died",
}  # fmt: skip


def grade(
    paths: Iterable[Path], *, limits: Limits | None = None, progress: Callable[[Path], None] = lambda path: None
) -> list[Report]:
    """One report for each notebook, in order. `progress` is called with each path once it is graded.

    A notebook never stops the others: what is wrong with it is said by its report.
    """
    if not sys.platform.startswith("linux"):
        raise DenouementError(words()["grade.system"])
    limits = limits or Limits()
    reports = []
    for path in map(Path, paths):
        reports.append(grade_one(path, limits))
        progress(path)
    return reports


def grade_one(path: Path, limits: Limits) -> Report:
    """The report on one notebook."""
    try:
        submission = read(path, limits)
    except Refused as refused:
        return report(str(path), refused.status, **refused.params)
    try:
        result = _run(submission, limits)
    except _TooLong:
        return report(str(path), "time_limit", _unjudged(submission))
    except _OurFault as fault:
        return report(str(path), "bug", _unjudged(submission), detail=str(fault))
    exercises = [_exercise(submission, verdict, result) for verdict in result["verdicts"]]
    status: FileStatus = _OF_TROUBLE.get(result["trouble"], "graded")
    if status == "graded" and any(submission.cell_of(exercise.id) is None for exercise in exercises):
        status = "incomplete"
    if any(verdict["key"] == "exercise.bug" for verdict in result["verdicts"]):
        return report(str(path), "bug", exercises, detail="")
    return report(str(path), status, exercises)


class _TooLong(Exception):
    """The runner itself had to be stopped."""


class _OurFault(Exception):
    """The runner failed: nothing that a notebook should be able to cause."""


def _run(submission: Submission, limits: Limits) -> dict:
    """What the runner found. Whatever happens, no process nor file of the notebook is left."""
    with TemporaryDirectory(prefix="denouement-", ignore_cleanup_errors=True) as folder:
        return _run_in(folder, submission, limits)


def _run_in(folder: str, submission: Submission, limits: Limits) -> dict:
    job = {
        "folder": folder,
        "sources": [cell.source for cell in submission.cells],
        "exercises": submission.exercises,
        "limits": limits.as_dict(),
    }
    runner = subprocess.Popen(
        [sys.executable, "-I", "-m", "denouement.grading.runner"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/",
        start_new_session=True,
    )  # fmt: skip
    try:
        output, errors = runner.communicate(json.dumps(job), timeout=limits.seconds + _STARTING)
    except subprocess.TimeoutExpired:
        raise _TooLong from None
    finally:
        if runner.poll() is None:
            runner.send_signal(signal.SIGSTOP)  # it starts nothing more
            end_descendants(runner.pid)
            runner.kill()
            runner.wait()
    try:
        return json.loads(output)
    except ValueError:
        last = (errors.strip().splitlines() or [f"runner: exit code {runner.returncode}"])[-1]
        raise _OurFault(last[:300]) from None


def _exercise(submission: Submission, verdict: dict, result: dict) -> Exercise:
    """The judge's verdict, completed by what happened to the exercise's cell when there was nothing to judge."""
    exercise = Exercise(**{key: verdict[key] for key in ("id", "status", "points", "max", "message")})
    cell = submission.cell_of(exercise.id)
    interrupted = cell in result["stopped"] and result["trouble"] in ("time", "output")
    if interrupted and verdict["key"] in ("exercise.missing", "exercise.gone.time"):
        return _said(exercise, "error", words()["grade.exercise.stopped"])
    if verdict["unheard"] and cell not in result["stopped"]:
        return _said(exercise, "error", words()["grade.exercise.unjudged"])
    if verdict["key"] != "exercise.missing":
        return exercise
    if cell is None:
        return _said(exercise, "not_attempted", words()["grade.exercise.deleted"])
    raised = trouble({"raised": result["errors"].get(str(cell))}, exercise.id, "")
    if isinstance(raised, Raised):
        return _said(exercise, "error", sentence_of({}, Verdict("error", raised.key, raised.params)))
    return exercise


def _said(exercise: Exercise, status: str, sentence: str) -> Exercise:
    return Exercise(exercise.id, status, 0, exercise.max, as_text(sentence))


def _unjudged(submission: Submission) -> list[Exercise]:
    """Every exercise as an error, when nothing could be judged."""
    sentence = as_text(words()["grade.exercise.unjudged"])
    return [Exercise(name, "error", 0, load_item(name)["public"]["points"], sentence) for name in submission.exercises]
