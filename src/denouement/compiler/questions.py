"""Questions as compiled items."""

from pathlib import Path

from ..questions.bank import Bank, load_bank
from ..questions.base import Question
from . import wording
from .items import item


def load_banks(folder: Path) -> list[Bank]:
    """Every chapter's bank of `folder` (book/fr/questions), in the order of their names."""
    return [load_bank(path) for path in sorted(folder.glob("*.toml"))]


def compile_questions(folder: Path) -> list[dict]:
    """Every question of `folder`, compiled, chapter by chapter."""
    return [compile_question(question, bank.chapter) for bank in load_banks(folder) for question in bank.questions]


def compile_question(question: Question, chapter: str) -> dict:
    """The compiled item of one question."""
    public = {
        "label": wording.plain(question.label),
        "text": wording.html(question.text),
        "plain": wording.plain(question.text),
        "confidence": question.confidence,
        "hints": len(question.hints),
        **question.shown(wording),
    }
    sealed = {
        "hints": [wording.html(hint) for hint in question.hints],
        "explanation": wording.html(question.explanation) if question.explanation else "",
        **question.sealed(wording),
    }
    return item(question.id, question.data_kind, question.kind, chapter, public, sealed, objective=question.objective)
