"""`denouement questions --json`: every question with its answers, for tests and for whoever reviews them."""

import json
from collections.abc import Iterator
from pathlib import Path

from ..assessments import goals, read_assessment
from .bank import load_bank
from .base import Question


def every_question(root: Path) -> list[dict]:
    """id, chapter, kind, objective, text, right and wrong responses of every question under `root`/book/fr.

    Those of the tests come last; their chapter is the id of the test, their objective "03-boulanger/trois-conditions".
    """
    listed = []
    for chapter, question in _questions(root / "book" / "fr"):
        right, wrong = question.responses()
        listed.append(
            {
                "id": question.id,
                "chapter": chapter,
                "kind": question.kind,
                "objective": question.objective,
                "text": question.text,
                "right": list(right),
                "wrong": list(wrong),
            }
        )
    return listed


def _questions(book: Path) -> Iterator[tuple[str, Question]]:
    banks = [load_bank(path) for path in sorted((book / "questions").glob("*.toml"))]
    for bank in banks:
        yield from ((bank.chapter, question) for question in bank.questions)
    known = goals(banks)
    for path in sorted((book / "tests").glob("*.toml")):
        test = read_assessment(path, known)
        yield from ((test.id, question) for question in test.questions)


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("questions", help="liste toutes les questions avec leurs réponses")
    parser.add_argument("--json", action="store_true", help="en JSON, pour un programme")
    parser.set_defaults(run=run)


def run(arguments) -> int:
    questions = every_question(arguments.root)
    if arguments.json:
        print(json.dumps(questions, ensure_ascii=False, indent=1))
    else:
        for question in questions:
            print(f"{question['chapter']}  {question['id']:32}  {question['kind']:10}  {' | '.join(question['right'])}")
    return 0
