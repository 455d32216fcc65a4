"""A test's file (`book/fr/tests/ID.toml`), read and checked."""

from collections.abc import Collection, Mapping
from pathlib import Path

from ..questions.bank import KINDS, read_toml
from ..questions.base import Question
from ..questions.entry import Entry, unique_ids
from .model import Assessment

JUDGED = {name: kind for name, kind in KINDS.items() if kind.judged}
UNSAID = "(rien)"  # stands where a type asks for feedback and the test gives none; never shown
_PARTS = ("choice", "element", "pair")


def read_assessment(path: Path, goals: Collection[str]) -> Assessment:
    """The test in `path`; `goals` are the objectives it may bear on, as "03-boulanger/trois-conditions".

    AuthorError when anything in it cannot be used.
    """
    whole = Entry(read_toml(path), path.name)
    whole.only("id", "title", "text", "explain", "question")
    if whole.text("id") != path.stem:
        whole.fail(f"id = {whole.text('id')!r} in the file of {path.stem}", f'write id = "{path.stem}"')
    explain = whole.flag("explain")
    entries = [Entry(e.table, f"{path.name}, {e.table.get('id', e.where)}") for e in whole.entries("question")]
    if not entries:
        whole.fail("no question", "write at least one [[question]]")
    unique_ids(entries)
    return Assessment(
        id=whole.text("id"),
        title=whole.text("title"),
        text=whole.text("text"),
        explain=explain,
        questions=tuple(_read_question(entry, goals, explain) for entry in entries),
    )


def _read_question(entry: Entry, goals: Collection[str], explain: bool) -> Question:
    kind = JUDGED[entry.one_of("kind", JUDGED)]
    for key in ("hints", "confidence", "label"):
        if key in entry.table:
            entry.fail(f"{key} in a test", f"remove {key}: a test asks each question once, without help")
    if entry.text("objective") not in goals:
        near = ", ".join(sorted(goals)[:3])
        entry.fail(
            f"the objective {entry.text('objective')!r} is in no chapter",
            f"write chapter/objective as in book/fr/questions, for example one of: {near}",
        )
    return kind.read(entry if explain else Entry(_without_feedback(entry), entry.where))


def _without_feedback(entry: Entry) -> dict:
    """The table of `entry` with what its type asks for and a silent test never says: its feedback.

    AuthorError when feedback was written after all: nobody would ever read it.
    """
    said = [key for key in ("feedback", "otherwise", "mistake") if key in entry.table]
    said += [f"{part} feedback" for part in _PARTS if any("feedback" in one.table for one in entry.entries(part))]
    if said:
        entry.fail(f"{said[0]} in a test that explains nothing", "remove it, or write explain = true at the top")
    filled: dict[str, object] = dict(entry.table)
    if entry.text("kind") in ("numeric", "ordering"):
        filled["feedback"] = UNSAID
    if entry.text("kind") == "numeric":
        filled["otherwise"] = UNSAID
    return filled | {part: _heard(entry.table[part]) for part in _PARTS if part in entry.table}


def _heard(tables: list[Mapping]) -> list[dict]:
    return [{**table, "feedback": UNSAID} for table in tables]
