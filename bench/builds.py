"""Build times, in a copy of the checkout: from nothing, nothing to do, one edit of prose, of a question, of code."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from denouement.errors import DenouementError

COPIED = ("_config.yml", "_toc.yml", "requirements.txt", "pyproject.toml", "package.json", "package-lock.json")
FOLDERS = ("book", "src", "web", "lite", "notebooks", "exercises", "solutions")
GENERATED = shutil.ignore_patterns("data", "static", "__pycache__", "*.egg-info", ".ipynb_checkpoints")
CHAPTER = Path("book/fr/chapters/03-boulanger.md")
QUESTIONS = Path("book/fr/questions/03-boulanger.toml")


def copy_checkout(root: Path, folder: Path) -> Path:
    """Only what the build reads: no build folder, no environment; the npm packages by a link."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copy(root / name, folder / name)
    for name in FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=GENERATED)
    (folder / "node_modules").symlink_to(root / "node_modules")
    return folder


def timed_build(folder: Path) -> float:
    """Seconds of `denouement build` in the copy, Python's own start included."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}  # the copy's package, also in its kernels
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "denouement.cli", "build"], cwd=folder, env=environment, capture_output=True, text=True
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        raise DenouementError(f"bench: the build of the copy failed:\n{done.stderr[-2000:]}")
    return seconds


def edit_prose(folder: Path, turn: int) -> None:
    _edit(folder / CHAPTER, r"(?m)^(?=[A-ZÉÀ][^\n]{60,}$)", f"Essai {turn}. ")


def edit_question(folder: Path, turn: int) -> None:
    _edit(folder / QUESTIONS, r'(?m)(?<=^feedback = ")', f"Essai {turn}. ")


def edit_code(folder: Path, turn: int) -> None:
    """One more line at the top of the chapter's first code cell."""
    path = folder / CHAPTER
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if "{code-cell}" in line) + 1
    while lines[first].startswith(":") or not lines[first].strip():
        first += 1
    path.write_text("".join([*lines[:first], f"essai_{turn} = {turn}\n", *lines[first:]]), encoding="utf-8")


def _edit(path: Path, place: str, text: str) -> None:
    """Insert `text` at the first match of `place`."""
    whole = path.read_text(encoding="utf-8")
    found = re.search(place, whole)
    if not found:
        raise DenouementError(f"bench: nothing to edit in {path.name}; mend the pattern in bench/builds.py")
    path.write_text(whole[: found.start()] + text + whole[found.start() :], encoding="utf-8")


EDITS: dict[str, Callable[[Path, int], None]] = {
    "edit of prose": edit_prose,
    "edit of a question": edit_question,
    "edit of a code cell": edit_code,
}


def build_times(root: Path, folder: Path, runs: int, say: Callable[[str], None]) -> dict[str, list[float]]:
    """Seconds of every kind of build; `cold` once, the others `runs` times."""
    copy_checkout(root, folder)
    say("this build, cold")
    times = {"cold": [timed_build(folder)]}
    say("this build, nothing to do")
    times["nothing to do"] = [timed_build(folder) for _ in range(runs)]
    for name, edit in EDITS.items():
        times[name] = []
        for turn in range(runs):
            say(f"this build, {name}")
            edit(folder, turn)
            times[name].append(timed_build(folder))
    return times
