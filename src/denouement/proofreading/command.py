"""`denouement proofread`: reads the whole book; one line for each thing to mend, with its file and line.

What it says is in French, as Grammalecte is: its reader is whoever writes the course.
"""

from pathlib import Path

from ..bundle import digest
from ..notebooks.book import references
from . import book, exceptions, grammar, length, marks
from .passages import Finding
from .references import Pointers

WORDS = Path("book/fr/mots.txt")
REMARKS = Path("book/fr/relecture.toml")
#: What was read without finding anything: the next reading of the same text is over at once.
STAMP = Path(".cache") / "proofread.txt"


def proofread(root: Path) -> list[Finding]:
    """Everything to mend in the book of the checkout `root`, file by file. DenouementError without Grammalecte."""
    pointers = Pointers(root, references(root))
    passages = list(book.Reader(root, pointers).passages())
    found = [finding for passage in passages for check in (marks.check, length.check) for finding in check(passage)]
    found += grammar.check(passages, root / grammar.CACHE)
    words, remarks = exceptions.read_words(root / WORDS), exceptions.read_remarks(root / REMARKS)
    left = exceptions.excuse([*found, *pointers.findings], words, remarks, (WORDS.as_posix(), REMARKS.as_posix()))
    return sorted(left, key=lambda finding: (finding.file, finding.line))


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("proofread", help="relit le français du cours")
    parser.set_defaults(run=run)


def run(arguments) -> int:
    root, stamp = arguments.root, arguments.root / STAMP
    inputs = digest(sorted(_inputs(root)))
    if stamp.is_file() and stamp.read_text() == inputs:
        print("Le français est relu.")
        return 0
    found = proofread(root)
    for finding in found:
        print(finding)
    if found:
        print(f"{len(found)} remarque(s) : corrigez, ou dites pourquoi non dans {REMARKS}.")
        return 2
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs)
    print("Le français est relu : rien à corriger.")
    return 0


def _inputs(root: Path) -> list[Path]:
    """What a reading depends on: the book, and the readers."""
    package = Path(__file__).parents[1]
    return [
        *book.files(root),
        *(root / exceptions_file for exceptions_file in (WORDS, REMARKS)),
        *(path for path in (package / "proofreading").glob("*.py")),
        package / "typography.py",
    ]
