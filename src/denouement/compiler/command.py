"""`denouement compile`: checks what the authors wrote and writes the compiled data."""

from pathlib import Path

from .book import write

DATA = Path(__file__).parent.parent / "data"


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("compile", help="vérifie et compile les éléments du livre (book/fr)")
    parser.set_defaults(run=run)


def run(arguments) -> int:
    items = write(arguments.root, DATA)
    print(f"{len(items)} éléments compilés.")
    return 0
