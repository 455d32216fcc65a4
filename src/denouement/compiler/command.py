"""`denouement compile`: checks what the authors wrote, writes the data and the scripts that carry the words."""

from pathlib import Path

from .. import bundle
from .book import write

DATA = Path(__file__).parent.parent / "data"


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("compile", help="vérifie et compile les éléments du livre (book/fr)")
    parser.set_defaults(run=run)


def run(arguments) -> int:
    items = write(arguments.root, DATA)
    bundle.refresh(arguments.root)
    print(f"{len(items)} éléments compilés.")
    return 0
