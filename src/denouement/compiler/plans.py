"""`book/fr/instructor/plans.toml` → the plans of a session, minute by minute, each checked to add up."""

import re
from pathlib import Path

from ..errors import AuthorError
from ..levers import clock
from ..questions.bank import read_toml
from ..questions.entry import Entry, unique_ids
from . import wording

KINDS = ("work", "break", "lunch")  # a lunch is not counted in the duration of the training
_SHEET_MINUTES = re.compile(r"^\*\*Durée\*\* : (\d+) minutes", re.MULTILINE)
_PLAN_KEYS = ("id", "title", "text", "minutes", "day")
_STEP_KEYS = ("minutes", "sheet", "kind", "title", "text", "chapter")


def compile_plans(folder: Path) -> dict[str, dict]:
    """id -> a plan (`title`, `html`, `minutes`, `days`): each day its `title` and its steps, from `at` to `to`.

    `folder` holds plans.toml and the sheets; a step that names a sheet lasts what the sheet says. AuthorError names the
    first fault: an unknown key, a sheet that is not there, a plan whose steps do not add up to its `minutes`.
    """
    path = folder / "plans.toml"
    if not path.is_file():
        return {}
    plans = Entry(read_toml(path), path.name).entries("plan")
    unique_ids(plans)
    return {plan.text("id"): _plan(plan, folder) for plan in plans}


def _plan(plan: Entry, folder: Path) -> dict:
    plan.only(*_PLAN_KEYS)
    days = [_day(day, folder) for day in plan.entries("day")]
    total, asked = sum(day["minutes"] for day in days), int(plan.number("minutes"))
    if total != asked:
        plan.fail(f"its steps last {total} minutes, it says {asked}", "mend a step, or `minutes`")
    return {
        "title": wording.plain(plan.text("title")),
        "html": wording.html(plan.text("text")),
        "minutes": total,
        "days": days,
    }


def _day(day: Entry, folder: Path) -> dict:
    day.only("title", "start", "step")
    now, steps, counted = _time(day), [], 0
    for entry in day.entries("step"):
        step = _step(entry, folder)
        steps.append(step | {"at": clock(now / 60), "to": clock((now + step["minutes"]) / 60)})
        now += step["minutes"]
        counted += 0 if step["kind"] == "lunch" else step["minutes"]
    return {"title": wording.plain(day.text("title", "")), "minutes": counted, "steps": steps}


def _step(step: Entry, folder: Path) -> dict:
    step.only(*_STEP_KEYS)
    sheet = step.text("sheet", "")
    if sheet and "minutes" in step.table:
        step.fail("a sheet and minutes", "leave `minutes` out: the sheet says how long it lasts")
    chapter = step.text("chapter", "")
    if chapter and not (folder.parent / "chapters" / f"{chapter}.md").is_file():
        step.fail(f"there is no chapter {chapter!r}", "write the name of its file, without .md")
    return {
        "kind": step.one_of("kind", KINDS, "work"),
        "minutes": _sheet_minutes(step, folder, sheet) if sheet else int(step.number("minutes")),
        "title": wording.inline(step.text("title")),
        "html": wording.inline(step.text("text", "")),
        "sheet": sheet,
        "chapter": chapter,
    }


def _sheet_minutes(step: Entry, folder: Path, sheet: str) -> int:
    path = folder / f"{sheet}.md"
    if not path.is_file():
        step.fail(f"there is no sheet {sheet!r}", f"write {path.name}, or give `minutes`")
    return sheet_minutes(path)


def sheet_minutes(path: Path) -> int:
    """How long a sheet says its activity lasts. AuthorError when it does not say."""
    said = _SHEET_MINUTES.search(path.read_text(encoding="utf-8"))
    if not said:
        raise AuthorError(path.name, "no duration", "write a line: **Durée** : 35 minutes.")
    return int(said[1])


def _time(day: Entry) -> int:
    """Minutes since midnight of the day's `start`, "9 h 30"."""
    said = re.fullmatch(r"(\d{1,2}) h(?: (\d\d))?", day.text("start"))
    if not said:
        day.fail(f"start = {day.table['start']!r} is not a time", 'write start = "9 h" or "9 h 30"')
    return 60 * int(said[1]) + int(said[2] or 0)
