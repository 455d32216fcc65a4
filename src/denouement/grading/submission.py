"""A notebook as handed in, reduced to what grading needs: its code cells, and the exercises it should answer."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..catalogue import load_item
from ..exercises.registry import exercises
from ..notebooks.cells import COURSE
from .limits import Limits
from .report import FileStatus

_CHECK = re.compile(r"""\bcheck\(\s*["']([\w-]+)["']\s*\)""")


@dataclass(frozen=True)
class Cell:
    id: str
    source: str


@dataclass(frozen=True)
class Submission:
    """The code cells in order, and the ids of every exercise of the chapter, whether their cells are there or not."""

    cells: tuple[Cell, ...]
    exercises: tuple[str, ...]

    def cell_of(self, exercise_id: str) -> int | None:
        """Index of the cell that answers an exercise: by its id, else by the names it defines; None if it is gone."""
        for index, cell in enumerate(self.cells):
            if cell.id == exercise_id:
                return index
        names = "|".join(map(re.escape, exercises()[exercise_id].names))
        defines = re.compile(rf"^\s*(?:def\s+(?:{names})\b|(?:{names})\s*=)", re.MULTILINE)
        found = [index for index, cell in enumerate(self.cells) if defines.search(cell.source)]
        return found[-1] if found else None


class Refused(Exception):
    """The file cannot be graded, and why."""

    def __init__(self, status: FileStatus, **params: float | str) -> None:
        self.status, self.params = status, params
        super().__init__(status)


def read(path: Path, limits: Limits) -> Submission:
    """The submission in `path`. Refused when it is not one."""
    try:
        if path.stat().st_size > limits.file:
            raise Refused("unreadable")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise Refused("unreadable") from None
    except UnicodeDecodeError:
        raise Refused("not_json") from None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("not_json") from None
    cells = _cells(data)
    return Submission(tuple(Cell(*code) for kind, *code in cells if kind == "code"), _exercises(data, cells))


def _cells(data: object) -> list[tuple[str, str, str]]:
    """(type, id, source) of every cell. Only what we use is read: outputs and metadata may be anything."""
    if not isinstance(data, dict) or data.get("nbformat") != 4 or not isinstance(data.get("cells"), list):
        raise Refused("not_a_notebook")
    found = []
    for cell in data["cells"]:
        source = cell.get("source") if isinstance(cell, dict) else None
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str) or not isinstance(cell.get("cell_type"), str):
            raise Refused("not_a_notebook")
        cell_id = cell.get("id")
        # A lone surrogate could not be sent to a kernel.
        source = source.encode("utf-8", "replace").decode()
        found.append((cell["cell_type"], cell_id if isinstance(cell_id, str) else "", source))
    return found


def _exercises(data: Mapping, cells: list[tuple[str, str, str]]) -> tuple[str, ...]:
    """The exercises of the chapter that the notebook comes from: by our mark, else by the exercises it holds."""
    metadata = data.get("metadata")
    mark = metadata.get("denouement") if isinstance(metadata, dict) else None
    if isinstance(mark, dict) and mark.get("course") == COURSE:
        if mark.get("kind") == "chapter":
            raise Refused("no_exercises")
        chapter = mark.get("chapter")
    else:
        known = exercises()
        ids = {cell_id for _, cell_id, _ in cells} | {name for *_, source in cells for name in _CHECK.findall(source)}
        chapters = Counter(_chapters()[name] for name in ids if name in known)
        chapter = chapters.most_common(1)[0][0] if chapters else None
    wanted = tuple(name for name, of in _chapters().items() if of == chapter)
    if not wanted:
        raise Refused("other_course")
    return wanted


@cache
def _chapters() -> dict[str, str]:
    """exercise -> its chapter."""
    return {name: load_item(name)["chapter"] for name in exercises()}
