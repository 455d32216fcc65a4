"""Grades one notebook in a process of its own, started by `batch`: reads a job on stdin, writes a result on stdout.

It adopts whatever the notebook starts, watches its memory, and leaves nothing alive behind.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .limits import Limits
from .processes import adopt_orphans, descendants, end_descendants, kill, memory

if TYPE_CHECKING:
    from .execution import Execution

_WATCH = 0.15  # seconds between two measures of memory
_MANY = 64  # processes: more is a runaway
_JUDGE_PATIENCE = 20.0


class JudgeFault(Exception):
    """The judge stopped: our bug."""


class Judge:
    """The judge's process, and the lines exchanged with it."""

    async def start(self, ids: Sequence[str]) -> int:
        """Starts it and waits until it has read all it needs; its process number."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-m", "denouement.grading.judge",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            cwd="/", limit=2**24,
        )  # fmt: skip
        self._say({"exercises": list(ids)})
        await self._hear()
        return self._process.pid

    async def verdict(self, exercise_id: str, execution: Execution) -> dict:
        """The judge's verdict on one exercise, its questions carried to the kernel."""
        self._say({"judge": exercise_id})
        while "verdict" not in (said := await self._hear()):
            self._say({"reply": await execution.ask(said["ask"])})
        return said["verdict"]

    def end(self) -> None:
        if self._process.returncode is None:
            self._process.kill()

    def _say(self, message: dict) -> None:
        self._process.stdin.write(json.dumps(message).encode() + b"\n")

    async def _hear(self) -> dict:
        line = await asyncio.wait_for(self._process.stdout.readline(), _JUDGE_PATIENCE)
        if not line:
            raise JudgeFault("the judge stopped")
        return json.loads(line)


async def grade(sources: Sequence[str], exercises: Sequence[str], limits: Limits, folder: Path) -> dict:
    """{"trouble", "verdicts": [...], "errors": {cell: error}, "stopped": [cell]} for one notebook."""
    from .execution import NeverStarted

    judge = Judge()
    spared = frozenset({await judge.start(exercises)})
    try:
        for attempt in (1, 2):
            home = folder / str(attempt)
            home.mkdir()
            try:
                return await _grade(judge, spared, sources, exercises, limits, home)
            except NeverStarted:  # a few kernels in a hundred stall on a small machine: once more, not twice
                if attempt == 2:
                    raise
            finally:
                end_descendants(os.getpid(), spared)
    finally:
        judge.end()


async def _grade(
    judge: Judge,
    spared: frozenset[int],
    sources: Sequence[str],
    exercises: Sequence[str],
    limits: Limits,
    folder: Path,
) -> dict:
    from .execution import Execution

    execution = Execution(sources, limits, folder)
    watch = asyncio.create_task(_watch(execution, limits.memory, spared))
    verdicts = []
    try:
        async with execution:
            await execution.run_cells()
            execution.begin_judging()
            for exercise in exercises:
                silent = execution.dead
                verdicts.append({**await judge.verdict(exercise, execution), "unheard": silent})
    finally:
        watch.cancel()
    return {
        "trouble": execution.trouble,
        "verdicts": verdicts,
        "errors": execution.errors,
        "stopped": sorted(execution.stopped),
    }


async def _watch(execution: Execution, most: int, spared: frozenset[int]) -> None:
    """Kills the notebook's processes when, together, they hold too much memory or are too many."""
    while True:
        pids = [pid for pid in descendants(os.getpid()) if pid not in spared]
        trouble = "processes" if len(pids) > _MANY else "memory" if memory(pids) > most else ""
        if trouble:
            execution.lost(trouble)
            kill(pids)
        await asyncio.sleep(_WATCH)


def main() -> None:
    adopt_orphans()
    job = json.load(sys.stdin)
    started = time.monotonic()
    result = asyncio.run(grade(job["sources"], job["exercises"], Limits(**job["limits"]), Path(job["folder"])))
    result["seconds"] = round(time.monotonic() - started, 2)
    end_descendants(os.getpid())
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
