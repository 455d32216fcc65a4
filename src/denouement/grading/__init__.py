"""Grades exercise notebooks: the learner's code runs in a kernel of its own, the judge in another process.

    grade (this process)
      └─ runner, one for each notebook: time, memory, output; ends everything the notebook started
           ├─ kernel: the learner's code, answering what it is asked (`exercises.answering`)
           └─ judge: the checks and the sentences; started before the learner's code, asks after it has run

Kernel and judge exchange JSON text through the runner. A verdict comes from the judge only, never from what the
notebook printed. This stops mistakes and tricks, not an attack on the machine: it is meant for notebooks one trusts.
"""

from importlib import import_module

# Loaded on first use: the kernel and the judge live in this package too, and must start fast.
_PUBLIC = {"grade": "batch", "Limits": "limits", "Report": "report", "Exercise": "report"}
__all__ = [*_PUBLIC]


def __getattr__(name: str):
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_PUBLIC[name]}", __name__), name)
