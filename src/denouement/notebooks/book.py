"""The text notebooks of `book/fr` as notebooks, not run yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..compiler.book import BOOK, objectives, sources
from ..errors import AuthorError
from ..exercises.source import has_markers, split
from ..markup.item import text_only
from ..source import TextNotebook, at, read
from .cells import notebook
from .directives import IGNORE_OUTPUT, CodeCell, Converter, Piece
from .references import References
from .store import KINDS
from .toc import check_toc

TAGS = frozenset({IGNORE_OUTPUT, "solution"})


@dataclass(frozen=True)
class Draft:
    """A notebook to be: the file it goes to, the text it comes from, the text each of its item cells must show."""

    path: Path
    where: str
    notebook: dict
    shown: Mapping[str, str]


def drafts(root: Path, items: Mapping[str, Mapping]) -> list[Draft]:
    """Every notebook of the book under `root`. AuthorError for the first fault of the text notebooks or of _toc.yml."""
    book = root / BOOK
    check_toc(root, book)
    pointers = references(root)
    known = {chapter: [one["text"] for one in listed] for chapter, listed in objectives(root).items()}
    found: list[Draft] = []
    seen: dict[str, str] = {}
    for family in ("chapters", "exercises"):
        for page in sorted((book / family).glob("*.md")):
            text = read(page, page.relative_to(root).as_posix())
            if not text.front:
                raise AuthorError(at(text.where, 1), "no front matter", "copy the lines between --- of another chapter")
            converter = Converter(page, root / _target(family), items, known.get(page.stem, []), pointers)
            pieces = converter.pieces(text)
            _unique(pieces, seen)
            found.extend(_notebooks(root, family, page, text, pieces, items))
    return found


def references(root: Path) -> References:
    """What the pages of the book under `root` may point at."""
    return References(root, root / BOOK, {source["id"]: source for source in sources(root)})


def _target(family: str) -> str:
    return "notebooks" if family == "chapters" else "exercises"


def _notebooks(
    root: Path, family: str, page: Path, text: TextNotebook, pieces: list[Piece], items: Mapping[str, Mapping]
) -> Iterator[Draft]:
    shown = {
        piece.id: text_only(items[piece.item])
        for piece in pieces
        if isinstance(piece, CodeCell) and piece.item and IGNORE_OUTPUT not in piece.tags
    }
    if family == "chapters":
        versions = {"notebooks": pieces}
    else:
        starter, solution = _split(pieces)
        versions = {"exercises": starter, "solutions": solution}
    for folder, version in versions.items():
        yield Draft(
            root / folder / f"{page.stem}.ipynb", text.where, notebook(version, page.stem, KINDS[folder]), shown
        )


def _split(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The learner's pieces, and those of the solutions."""
    starter, solution = [], []
    for piece in pieces:
        if not isinstance(piece, CodeCell):
            starter.append(piece)
            solution.append(piece)
            continue
        begun = done = piece.source
        if has_markers(piece.source):
            begun, done = split(piece.source, f"{piece.where}, {piece.id}")
        tags = tuple(tag for tag in piece.tags if tag != "solution")
        solution.append(CodeCell(piece.id, done, tags, piece.where, piece.item))
        if "solution" not in piece.tags:
            starter.append(CodeCell(piece.id, begun, tags, piece.where, piece.item))
    return starter, solution


def _unique(pieces: Iterable[Piece], seen: dict[str, str]) -> None:
    """AuthorError for a tag we do not know, and for an author's cell id that another file has already."""
    for piece in pieces:
        if not isinstance(piece, CodeCell):
            continue
        unknown = sorted(set(piece.tags) - TAGS)
        if unknown:
            raise AuthorError(piece.where, f"unknown tag {unknown[0]!r}", f"use {' or '.join(sorted(TAGS))}")
        if piece.item:
            continue
        if piece.id in seen:
            raise AuthorError(
                piece.where,
                f"the cell id {piece.id!r} is already used ({seen[piece.id]})",
                "give each cell its own :id:",
            )
        seen[piece.id] = piece.where
