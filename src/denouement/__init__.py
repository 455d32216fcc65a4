"""« Le closing n'existe pas », an interactive course in French for people who sell."""

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
__all__ = [*_PUBLIC]


def __getattr__(name: str):
    if name not in _PUBLIC:
        raise AttributeError(f"module 'denouement' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
