"""`denouement questions --json`: every question with its answers, for tests and for whoever reviews them."""

import json

from .bank import load_bank


def every_question(root) -> list[dict]:
    """id, chapter, kind, objective, text, right and wrong responses of every question under `root`/book/fr."""
    listed = []
    for path in sorted((root / "book" / "fr" / "questions").glob("*.toml")):
        bank = load_bank(path)
        for question in bank.questions:
            right, wrong = question.responses()
            listed.append(
                {
                    "id": question.id,
                    "chapter": bank.chapter,
                    "kind": question.kind,
                    "objective": question.objective,
                    "text": question.text,
                    "right": list(right),
                    "wrong": list(wrong),
                }
            )
    return listed


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
