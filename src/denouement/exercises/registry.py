"""Every exercise of the course, by id."""

from functools import cache

from .core import Exercise


@cache
def exercises() -> dict[str, Exercise]:
    """id -> Exercise, in the order of the chapters."""
    from . import boulanger, conclusion, decouper, donnees, exprimer, refuser, synthese, techniques

    every = [
        *conclusion.EXERCISES,
        *decouper.EXERCISES,
        *boulanger.EXERCISES,
        *techniques.EXERCISES,
        *exprimer.EXERCISES,
        *refuser.EXERCISES,
        *donnees.EXERCISES,
        *synthese.EXERCISES,
    ]
    return {exercise.id: exercise for exercise in every}
