"""The exercises of the book, compiled afresh: these tests judge what authors wrote, not what a last build left."""

from pathlib import Path

import pytest

from denouement import catalogue
from denouement.compiler.book import words
from denouement.compiler.exercises import compile_exercises
from denouement.compiler.items import canonical


@pytest.fixture(scope="session")
def items(root) -> dict[str, dict]:
    return {item["id"]: item for item in compile_exercises(root / "book" / "fr" / "exercises")}


@pytest.fixture(scope="session", autouse=True)
def compiled(items, root, tmp_path_factory) -> Path:
    """The catalogue opens these items and words for the whole session."""
    data = tmp_path_factory.mktemp("data")
    (data / "items").mkdir()
    for name, item in items.items():
        (data / "items" / f"{name}.json").write_text(canonical(item), encoding="utf-8")
    (data / "words.json").write_text(canonical(words(root)), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "folder", lambda: data)
        catalogue.words.cache_clear()
        yield data
    catalogue.words.cache_clear()
