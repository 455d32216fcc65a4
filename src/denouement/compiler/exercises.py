"""Exercises as compiled items: statement, starter, set-up, and (sealed) hints, sentences, explanation, solution."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import AuthorError
from ..exercises.core import Exercise
from ..exercises.registry import exercises
from ..exercises.source import has_markers, split
from ..sentences import sentence
from ..source import Code, Directive, Prose, TextNotebook, at, read
from ..typography import french
from . import wording
from .items import item

_HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)
_CODE_SPAN = re.compile(r"(`[^`]*`)")
HINTS = 3


@dataclass(frozen=True)
class Draft:
    """One exercise as written: what stands between its heading and its wording."""

    id: str
    title: str
    statement: str
    cell: Code
    check: Code
    setup: str
    wording: Directive
    where: str


def compile_exercises(folder: Path) -> list[dict]:
    """The compiled items of every `NN-slug.md` of `folder` (book/fr/exercises). AuthorError names the first fault."""
    compiled: list[dict] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("[0-9][0-9]-*.md")):
        for draft in drafts(read(path)):
            if draft.id in seen:
                raise AuthorError(draft.where, f"this id is already used in {seen[draft.id]}", "give it its own id")
            seen[draft.id] = path.name
            compiled.append(compile_exercise(draft, path.stem))
    return compiled


def compile_exercise(draft: Draft, chapter: str) -> dict:
    """The compiled item of one exercise."""
    exercise = exercises().get(draft.id)
    if exercise is None:
        raise AuthorError(
            draft.where, "no exercise has this id", "mend it, or declare the exercise in denouement.exercises"
        )
    starter, solution = split(draft.cell.source, draft.where)
    for code, name in ((starter, "starter"), (solution, "solution"), (draft.setup, "set-up")):
        _require_python(code, name, draft.where)
    words = _wording(draft, exercise)
    public = {
        "title": wording.inline(draft.title),
        "label": wording.plain(draft.title),
        "statement": wording.html(draft.statement),
        "names": list(exercise.names),
        "setup": draft.setup,
        "starter": starter,
        "check": draft.check.source,
        "points": words["points"],
        "hints": len(words["hints"]),
    }
    sealed = {
        "hints": [_both(hint) for hint in words["hints"]],
        "feedback": {
            key: _template(text, f"{draft.where}, feedback {key}") for key, text in sorted(words["feedback"].items())
        },
        "explanation": _both(words["explanation"]),
        "solution": solution,
    }
    return item(draft.id, "exercise", "code", chapter, public, sealed)


def drafts(notebook: TextNotebook) -> Iterable[Draft]:
    """The exercises of one file, in its order."""
    wordings = _by_argument(notebook)
    checks = {code.id: code for code in notebook.codes}
    title, statement, setup = "", [], []
    for block in notebook.blocks:
        if isinstance(block, Prose):
            *_, last = [None, *_HEADING.finditer(block.text)]
            if last:
                title, statement = last[1], [block.text[last.end() :].strip()]
            else:
                statement.append(block.text)
        elif isinstance(block, Code) and has_markers(block.source):
            where = f"{notebook.where}, {block.id}"
            if not title:
                raise AuthorError(
                    where, "exercise without a title", "write `## Title` and its statement above the cell"
                )
            check = checks.get(f"{block.id}-check")
            if check is None or not re.search(rf"""\bcheck\(["']{block.id}["']\)""", check.source):
                raise AuthorError(
                    where, "nothing checks this exercise", f'add a cell {block.id}-check with check("{block.id}")'
                )
            if block.id not in wordings:
                raise AuthorError(where, "exercise without wording", f"add a block ```{{wording}} {block.id}")
            text = "\n\n".join(statement)
            yield Draft(block.id, title, text, block, check, "\n\n".join(setup), wordings.pop(block.id), where)
            title, statement = "", []
        elif isinstance(block, Code) and not block.id.endswith("-check"):
            setup.append(block.source)
            statement.append(f"```python\n{block.source}\n```")
        elif isinstance(block, Directive) and block.name != "wording" and title:
            raise AuthorError(
                at(notebook.where, block.line),
                f"{{{block.name}}} inside a statement",
                "keep a statement to plain Markdown: it is shown in notebooks and pages alike",
            )
    for name, orphan in wordings.items():
        raise AuthorError(
            at(notebook.where, orphan.line),
            f"wording for {name!r}, which no cell defines",
            "mend the id of one of them",
        )


def _by_argument(notebook: TextNotebook) -> dict[str, Directive]:
    found: dict[str, Directive] = {}
    for block in notebook.directives("wording"):
        if block.argument in found:
            raise AuthorError(
                at(notebook.where, block.line), f"second wording for {block.argument!r}", "keep one of the two"
            )
        found[block.argument] = block
    return found


def _wording(draft: Draft, exercise: Exercise) -> dict:
    """The wording block as data: points, hints, feedback, explanation."""
    try:
        words = tomllib.loads(draft.wording.body)
    except tomllib.TOMLDecodeError as error:
        raise AuthorError(f"{draft.where}, wording", f"this is not TOML ({error})", "mend that line") from None
    where = f"{draft.where}, wording"
    unknown = sorted(set(words) - {"points", "hints", "feedback", "explanation"})
    if unknown:
        raise AuthorError(where, f"unknown key {unknown[0]}", "use points, hints, explanation and [feedback]")
    if type(words.get("points")) is not int or words["points"] < 1:
        raise AuthorError(where, "no points", "write points = 2 (a whole number)")
    hints = words.get("hints")
    if type(hints) is not list or len(hints) != HINTS or not all(type(h) is str and h.strip() for h in hints):
        raise AuthorError(where, f"{HINTS} hints are needed", 'write hints = ["…", "…", "…"], from light to precise')
    if type(words.get("explanation")) is not str or not words["explanation"].strip():
        raise AuthorError(where, "no explanation", 'write explanation = "…": it is read after the solution')
    feedback = words.get("feedback")
    if type(feedback) is not dict or not all(type(text) is str and text.strip() for text in feedback.values()):
        raise AuthorError(where, "no feedback", 'write [feedback] and one `key = "sentence"` a line')
    missing, unused = sorted(exercise.keys - set(feedback)), sorted(set(feedback) - exercise.keys)
    if missing:
        raise AuthorError(where, f"no sentence for the verdict {missing[0]!r}", f'add {missing[0]} = "…" to [feedback]')
    if unused:
        raise AuthorError(
            where,
            f"no declared mistake gives {unused[0]!r}",
            f"remove it, or declare one of {', '.join(exercise.keys)}",
        )
    return words


def _template(text: str, where: str) -> str:
    """A feedback sentence with French typography around its `code` and its {holes}."""

    def render(written: str) -> str:
        parts = _CODE_SPAN.split(written)
        return "".join(part if number % 2 else french(part) for number, part in enumerate(parts))

    if text.count("`") % 2:
        raise AuthorError(where, "a backquote is not closed", "put code between two backquotes")
    parts = sentence(text, where, render=render).parts
    return "".join(f"{{{part}}}" if number % 2 else part for number, part in enumerate(parts))


def _both(text: str) -> dict[str, str]:
    return {"html": wording.html(text), "text": wording.plain(text)}


def _require_python(code: str, name: str, where: str) -> None:
    try:
        compile(code, name, "exec")
    except SyntaxError as error:
        raise AuthorError(where, f"the {name} is not Python (line {error.lineno})", "mend that line") from None
