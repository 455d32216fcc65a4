"""Notebooks as learners hand them in, made from the book's own exercises."""

import json
from pathlib import Path

import pytest

from denouement.catalogue import unseal
from denouement.compiler.exercises import compile_exercises

CHAPTER = "03-boulanger"
MARK = {"course": "le-closing-n-existe-pas", "chapter": CHAPTER, "format": 1, "kind": "exercises"}


@pytest.fixture(scope="session")
def items(root) -> dict[str, dict]:
    """The exercises as the book has them. The judge reads the compiled data: they must be the same."""
    fresh = {item["id"]: item for item in compile_exercises(root / "book" / "fr" / "exercises")}
    for name, item in fresh.items():
        built = root / "src" / "denouement" / "data" / "items" / f"{name}.json"
        assert built.is_file() and json.loads(built.read_text())["version"] == item["version"], (
            "run: denouement compile"
        )
    return fresh


@pytest.fixture(scope="session")
def solutions(items) -> dict[str, str]:
    return {name: unseal(item["sealed"])["solution"] for name, item in items.items()}


def cell(source: str, cell_id: str = "") -> dict:
    made = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    return {**made, "id": cell_id} if cell_id else made


def notebook(*cells: dict, mark: dict | None = MARK, **metadata) -> dict:
    if mark:
        metadata["denouement"] = mark
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(cells)}


@pytest.fixture(scope="session")
def answered(items):
    """A notebook of chapter 3 that answers `ouvert` and `huff` with these sources; cells before, cells after."""

    def make(ouvert: str, huff: str, before: str = "", after: str = "", **metadata) -> dict:
        return notebook(
            cell("from denouement import check, hint, solution", "imports"),
            cell(items["ouvert"]["public"]["setup"], "horaires-bellanger"),
            *([cell(before, "avant")] if before else []),
            cell(ouvert, "ouvert"),
            cell('check("ouvert")', "ouvert-check"),
            cell(huff, "huff"),
            cell('check("huff")', "huff-check"),
            *([cell(after, "apres")] if after else []),
            **metadata,
        )

    return make


def write(folder: Path, name: str, content: object) -> Path:
    path = folder / f"{name}.ipynb"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path
