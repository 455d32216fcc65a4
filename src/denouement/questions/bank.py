"""A chapter's file of questions: its objectives and its questions, read and checked."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..errors import AuthorError
from .base import Question
from .choice import Multiple, Single
from .entry import Entry, unique_ids
from .kept import Dates, Prediction, Text
from .matching import Matching
from .numeric import Numeric
from .ordering import Ordering

KINDS: dict[str, type[Question]] = {
    kind.kind: kind for kind in (Single, Multiple, Numeric, Ordering, Matching, Text, Prediction, Dates)
}


@dataclass(frozen=True)
class Objective:
    """What a learner will be able to do. `kind` is "selling" or "reading" (figures)."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True)
class Bank:
    chapter: str
    objectives: tuple[Objective, ...]
    questions: tuple[Question, ...]


def read_toml(path: Path) -> dict:
    """The tables of `path`; AuthorError with the line when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AuthorError(path.name, f"not valid TOML ({error})", "mend that line") from None


def load_bank(path: Path) -> Bank:
    """The questions of one chapter file. AuthorError when anything in it cannot be used."""
    whole = Entry(read_toml(path), path.name)
    whole.only("chapter", "objective", "question")
    chapter = whole.text("chapter")
    if chapter != path.stem:
        whole.fail(f"chapter = {chapter!r} in the file of {path.stem}", f'write chapter = "{path.stem}"')
    objectives = tuple(_read_objective(entry) for entry in whole.entries("objective"))
    if sum(objective.kind == "reading" for objective in objectives) > 1:
        whole.fail("more than one objective about reading figures", "keep at most one")
    entries = tuple(Entry(e.table, f"{path.name}, {e.table.get('id', e.where)}") for e in whole.entries("question"))
    unique_ids(entries)
    questions = tuple(KINDS[entry.one_of("kind", KINDS)].read(entry) for entry in entries)
    known = {objective.id for objective in objectives}
    for entry, question in zip(entries, questions, strict=True):
        if question.objective and question.objective not in known:
            entry.fail(
                f"the objective {question.objective!r} is not declared",
                "add it as [[objective]] in this file",
            )
    return Bank(chapter, objectives, questions)


def _read_objective(entry: Entry) -> Objective:
    entry.only("id", "kind", "text")
    return Objective(entry.text("id"), entry.one_of("kind", ("selling", "reading")), entry.text("text"))
