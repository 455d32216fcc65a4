"""Pieces as the cells of a notebook: stable ids, the import cell, the metadata. Always the same for the same source."""

import ast
import re
from collections.abc import Iterable, Sequence

from ..errors import AuthorError
from ..source import literal_lines
from .directives import CodeCell, Piece, Text
from .ids import fitting, slug

COURSE = "le-closing-n-existe-pas"
FORMAT = 1
IMPORTS = "imports"
NOTE = "# Avant tout : cliquez dans cette cellule, puis Maj + Entrée."
OFFERED = {"chapter": ("fr", "show"), "exercises": ("check", "fr", "hint", "show", "solution")}
ALWAYS = {"chapter": (), "exercises": ("check", "hint", "solution")}

_HEADING = re.compile(r"#{1,3}\s+(?P<title>.+?)\s*#*$")


def notebook(pieces: Sequence[Piece], chapter: str, kind: str) -> dict:
    """The notebook (nbformat 4.5, not run yet) of `chapter` (its stem); kind "chapter", "exercises" or "solutions"."""
    return {
        "cells": _cells(pieces, "chapter" if kind == "chapter" else "exercises"),
        "metadata": {
            "denouement": {"chapter": chapter, "course": COURSE, "format": FORMAT, "kind": kind},
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _cells(pieces: Sequence[Piece], family: str) -> list[dict]:
    cells: list[dict] = []
    places: dict[str, str] = {}
    prose: list[str] = []

    def close_prose() -> None:
        for part in _at_headings("\n\n".join(prose)):
            cells.append(_markdown(part, _free(_prose_id(part, cells), places)))
        prose.clear()

    for piece in pieces:
        if isinstance(piece, Text):
            if piece.cut:
                close_prose()
            prose.append(piece.markdown)
            continue
        close_prose()
        if piece.id in places:
            raise AuthorError(
                piece.where,
                f"the cell id {piece.id!r} is already used ({places[piece.id] or 'by a generated cell'})",
                "show an item once per :placement:, and give each code cell its own :id:",
            )
        places[piece.id] = piece.where
        cells.append(_code(piece.source, piece.id, piece.tags))
    close_prose()
    names = _missing_names((piece for piece in pieces if isinstance(piece, CodeCell)), family)
    if names:
        imports = _code(f"{NOTE}\nfrom denouement import {', '.join(names)}", _free(IMPORTS, places), ())
        cells.insert(1 if cells[0]["cell_type"] == "markdown" else 0, imports)
    return cells


def _markdown(source: str, cell_id: str) -> dict:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def _code(source: str, cell_id: str, tags: Sequence[str]) -> dict:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {"tags": list(tags)} if tags else {},
        "outputs": [],
        "source": source,
    }


def _at_headings(markdown: str) -> list[str]:
    """`markdown` cut before each heading of the first three levels."""
    literal, parts = literal_lines(markdown), [[]]
    for number, line in enumerate(markdown.splitlines()):
        if _HEADING.match(line) and number not in literal:
            parts.append([])
        parts[-1].append(line)
    texts = ("\n".join(part).strip("\n") for part in parts)
    return [text for text in texts if text]


def _prose_id(part: str, cells: Sequence[dict]) -> str:
    """After its heading, else after the cell it follows: prose added elsewhere leaves it alone."""
    heading = _HEADING.match(part.splitlines()[0])
    if heading:
        return f"texte-{slug(heading['title'])}"
    return f"suite-{cells[-1]['id']}" if cells else "texte-debut"


def _free(wanted: str, places: dict[str, str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`… when a cell before has it; notes it as used."""
    base, number = fitting(wanted), 1
    found = base
    while found in places:
        number += 1
        found = f"{base}-{number}"
    places[found] = ""
    return found


def _missing_names(cells: Iterable[CodeCell], family: str) -> list[str]:
    """What the cells use of `denouement` without importing it, and what the kind of notebook always offers."""
    used, imported = set(ALWAYS[family]), set()
    for cell in cells:
        try:
            tree = ast.parse(cell.source)
        except SyntaxError as error:
            raise AuthorError(
                cell.where,
                f"the code is not Python (line {error.lineno} of the cell: {error.msg})",
                "mend it; magics (% and !) are not allowed",
            ) from None
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in OFFERED[family]:
                used.add(node.id)
            elif isinstance(node, ast.ImportFrom) and node.module == "denouement":
                imported |= {alias.asname or alias.name for alias in node.names}
    return sorted(used - imported)
