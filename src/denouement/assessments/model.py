"""What a test is, and which objectives of the chapters it bears on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..questions.bank import Bank, Objective
from ..questions.base import Question


@dataclass(frozen=True)
class Goal:
    """An objective as a test names it (`id`: "03-boulanger/trois-conditions"), with the chapter's questions on it.

    `items`, all judged, are what the learner goes back to when the objective is missed; a test asks none of them.
    """

    id: str
    chapter: str
    objective: Objective
    items: tuple[str, ...]


@dataclass(frozen=True)
class Assessment:
    """A test. `explain` says whether it gives reasons once it is handed in; a question's `objective` is a goal's id."""

    id: str
    title: str
    text: str
    explain: bool
    questions: tuple[Question, ...]

    def goals(self, known: Mapping[str, Goal]) -> tuple[Goal, ...]:
        """The goals it bears on, in the order of the chapters."""
        asked = {question.objective for question in self.questions}
        return tuple(goal for goal in known.values() if goal.id in asked)


def goals(banks: Iterable[Bank]) -> dict[str, Goal]:
    """Every goal of the chapters by id, chapter by chapter, in the authors' order."""
    return {
        goal.id: goal
        for bank in banks
        for goal in (
            Goal(f"{bank.chapter}/{objective.id}", bank.chapter, objective, _items(bank, objective))
            for objective in bank.objectives
        )
    }


def _items(bank: Bank, objective: Objective) -> tuple[str, ...]:
    return tuple(q.id for q in bank.questions if q.judged and q.objective == objective.id)
