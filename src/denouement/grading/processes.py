"""Ends whatever a notebook started, children that detached themselves included, and measures what they use. Linux."""

import ctypes
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_PR_SET_CHILD_SUBREAPER = 36
_PAGE = os.sysconf("SC_PAGE_SIZE")


def adopt_orphans() -> None:
    """From now on a descendant whose parent dies becomes our child, even after `setsid` and a double fork: prctl(2)."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def descendants(ancestor: int) -> list[int]:
    """The processes that descend from `ancestor`, itself excluded, zombies excluded."""
    children: dict[int, list[int]] = {}
    for pid, parent in _parents():
        children.setdefault(parent, []).append(pid)
    found, left = [], [ancestor]
    while left:
        born = children.get(left.pop(), [])
        found += born
        left += born
    return found


def memory(pids: list[int]) -> int:
    """Bytes of physical memory that these processes hold, pages shared with others left out."""
    total = 0
    for pid in pids:
        try:
            _, resident, shared, *_ = (_PROC / str(pid) / "statm").read_text().split()
        except (OSError, ValueError):
            continue
        total += (int(resident) - int(shared)) * _PAGE
    return total


def end_descendants(ancestor: int, spare: frozenset[int] = frozenset(), patience: float = 5.0) -> bool:
    """Kills every descendant of `ancestor` but `spare`, those born meanwhile included; whether none is left."""
    until = time.monotonic() + patience
    while True:
        alive = [pid for pid in descendants(ancestor) if pid not in spare]
        kill(alive)
        if ancestor == os.getpid():
            _reap(spare)
        if not alive:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.01)


def kill(pids: list[int]) -> None:
    """Kills these processes, stopped all together first so that one that keeps forking cannot outrun us."""
    for sign in (signal.SIGSTOP, signal.SIGKILL):
        for pid in pids:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, sign)


def _reap(spare: frozenset[int]) -> None:
    """Collects our dead children, so that they leave the table of processes."""
    for pid in [pid for pid, parent in _parents(zombies=True) if parent == os.getpid() and pid not in spare]:
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def _parents(zombies: bool = False) -> list[tuple[int, int]]:
    """(process, parent) of every process of the machine."""
    found = []
    for entry in os.scandir(_PROC):
        if not entry.name.isdigit():
            continue
        try:
            # The name, in parentheses, may hold anything: what follows the last one is reliable.
            state, parent, *_ = (_PROC / entry.name / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if zombies or state not in "ZX":
            found.append((int(entry.name), int(parent)))
    return found
