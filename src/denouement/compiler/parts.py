"""A part of the book (its charts, its labs…) compiled again only when its files or our code changed.

Drawing the charts costs over a second; an author who edits a question must not pay for it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from .items import canonical

PACKAGE = Path(__file__).parent.parent
# What compiling never runs: a change there leaves compiled items as they are.
_NOT_COMPILING = frozenset({"site", "widgets", "grading", "notebooks", "markup", "data"})


class Parts:
    """What was compiled last time, by part: remembered beside the data, forgotten when anything it came from moved."""

    def __init__(self, data: Path) -> None:
        self._path = data / "parts.json"
        self._data = data
        self._before = json.loads(self._path.read_text(encoding="utf-8")) if self._path.is_file() else {}
        self._now: dict[str, dict] = {}
        self._code = _digest(_code())

    def compiled(self, folder: Path, compile_folder: Callable[[Path], list[dict]]) -> list[dict]:
        """`compile_folder(folder)`, or what it gave last time when nothing it depends on has changed."""
        key = self._code + _digest(sorted(path for path in folder.rglob("*") if path.is_file()))
        before = self._before.get(folder.name, {})
        items = self._remembered(before["ids"]) if before.get("key") == key else None
        if items is None:
            items = compile_folder(folder)
        self._now[folder.name] = {"key": key, "ids": [item["id"] for item in items]}
        return items

    def keep(self) -> None:
        """Called once the items themselves were written."""
        text = canonical(self._now)
        if self._now != self._before:
            self._path.write_text(text, encoding="utf-8")

    def _remembered(self, ids: Iterable[str]) -> list[dict] | None:
        paths = [self._data / "items" / f"{name}.json" for name in ids]
        if not all(path.is_file() for path in paths):
            return None
        return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def _code() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in _NOT_COMPILING:
            yield path


def _digest(paths: Iterable[Path]) -> str:
    digest = sha256()
    for path in paths:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
