"""« Le closing n'existe pas », an interactive course in French for people who sell."""

import sys
from importlib import import_module

__version__ = "0.1.0"

# What a notebook imports: name -> where it stands. Loaded on first use, so that the core stays light to import.
_PUBLIC = {
    "check": "denouement.exercises.practice",
    "fr": "denouement.typography",
    "hint": "denouement.exercises.practice",
    "show": "denouement.widgets",
    "solution": "denouement.exercises.practice",
}
#: The same where the course's own site runs the notebook: the learner's record is then at hand.
_RECORDED = dict.fromkeys(("check", "hint", "solution"), "denouement.widgets.practice")
__all__ = [*_PUBLIC]


def __getattr__(name: str):
    if name not in _PUBLIC:
        raise AttributeError(f"module 'denouement' has no attribute {name!r}")
    places = _PUBLIC | _RECORDED if "pyodide_kernel" in sys.modules else _PUBLIC
    return getattr(import_module(places[name]), name)
