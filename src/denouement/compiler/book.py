"""The whole book compiled: every item, the interface words, the sources. Nothing is written if anything is wrong."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from .. import lock
from ..errors import AuthorError
from ..questions.bank import Bank, read_toml
from . import assessments, wording
from .charts import compile_charts
from .exercises import compile_exercises
from .interviews import compile_interviews
from .items import canonical
from .labs import compile_labs
from .parts import Parts
from .plans import compile_plans
from .questions import compile_questions, load_banks
from .scene import compile_scenes

BOOK = Path("book") / "fr"
STATELESS = frozenset({"chart"})  # items that keep nothing of the learner, and so need no number in items.lock


def compile_book(root: Path, parts: Parts | None = None) -> dict[str, dict]:
    """Every compiled item of the book under `root` (the checkout), by id. AuthorError names the first fault.

    `parts` remembers what was compiled last time; without it everything is compiled.
    """
    items: dict[str, dict] = {}
    seen: set[str] = set()
    for origin, compiled in _every_item(root / BOOK, parts):
        for name in assessments.ids([compiled]):
            if name in seen:
                raise AuthorError(
                    f"{origin}, {name}", "this id is already used by another item", "give each item its own id"
                )
            seen.add(name)
        items[compiled["id"]] = compiled
    return items


def objectives(root: Path) -> dict[str, list[dict]]:
    """chapter -> its objectives (id, kind, html, text), in the authors' order."""
    return {bank.chapter: _objectives(bank) for bank in load_banks(root / BOOK / "questions")}


def words(root: Path) -> dict[str, str]:
    """The interface words, key -> sentence, with French typography."""
    table = read_toml(root / BOOK / "interface.toml")
    for key, value in table.items():
        if not isinstance(value, str):
            raise AuthorError(
                f"interface.toml, {key}", "this is not a sentence", 'write the key in quotes: "a.b" = "…"'
            )
    return {key: wording.french(value) for key, value in sorted(table.items())}


def sources(root: Path) -> list[dict]:
    """The sources of `sources.toml`, with the HTML of what a page shows of them."""
    listed, cited = read_toml(root / BOOK / "sources.toml").get("source", []), _citing(root / BOOK / "chapters")
    for source in listed:
        where = f"sources.toml, {source.get('id', '?')}"
        for key in ("id", "short", "full", "status_text"):
            if not source.get(key):
                raise AuthorError(where, f"no {key}", f'add {key} = "…"')
        source["short"] = wording.plain(source["short"])
        source["status_text"] = wording.plain(source["status_text"])
        source["full_html"] = wording.inline(source["full"])
        source["says_html"] = wording.inline(source.get("says", ""))
        source["cited"] = [chapter for chapter, found in cited.items() if source["id"] in found]
    return listed


def _citing(chapters: Path) -> dict[str, set[str]]:
    """chapter -> the sources that its text cites, in the order of the chapters."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(chapters.glob("*.md"))}
    return {chapter: set(re.findall(r"\{cite\}`([^`]+)`", text)) for chapter, text in texts.items()}


def affair(root: Path, items: Mapping[str, dict]) -> list[dict]:
    """The fields of « Mon affaire », chapter by chapter: which item feeds each, and under which label."""
    return [
        {
            "item": item["id"],
            "placement": item["chapter"],
            "label": item["public"]["affair_label"],
            "chapter_title": _title(root, item["chapter"]),
            "url": f"chapters/{item['chapter']}.html",
        }
        for item in items.values()
        if item["public"].get("affair")
    ]


def _title(root: Path, chapter: str) -> str:
    path = root / BOOK / "chapters" / f"{chapter}.md"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return wording.plain(next((line[2:] for line in lines if line.startswith("# ")), chapter))


def write(root: Path, data: Path) -> dict[str, dict]:
    """Compiles the book and writes it under `data`; a file whose content is unchanged keeps its date."""
    parts = Parts(data)
    items = compile_book(root, parts)
    tables = {
        "words": words(root),
        "objectives": objectives(root),
        "sources": sources(root),
        "affair": affair(root, items),
        "learning": assessments.learning_table(root / BOOK, items),
        "keys": assessments.answer_keys(root / BOOK / "tests"),
        "plans": compile_plans(root / BOOK / "instructor"),
        "numbers": lock.update(root, assessments.ids(one for one in items.values() if one["kind"] not in STATELESS)),
    }
    wanted = {data / "items" / f"{name}.json": canonical(value) for name, value in items.items()}
    wanted |= {data / f"{name}.json": canonical(value) for name, value in tables.items()}
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in (data / "items").glob("*.json"):
        if path not in wanted:
            path.unlink()
    parts.keep()
    return items


_PARTS: dict[str, Callable[[Path], list[dict]]] = {
    "questions": compile_questions,
    "charts": compile_charts,
    "labs": compile_labs,
    "interviews": compile_interviews,
    "scenes": compile_scenes,
    "exercises": compile_exercises,
}


def _every_item(book: Path, parts: Parts | None) -> Iterator[tuple[str, dict]]:
    for name, compile_folder in _PARTS.items():
        folder = book / name
        for compiled in parts.compiled(folder, compile_folder) if parts else compile_folder(folder):
            yield name, compiled
    # Never remembered: what a test says of an objective stands in the chapters' questions, not in its own file.
    for compiled in assessments.compile_assessments(book / "tests"):
        yield "tests", compiled


def _objectives(bank: Bank) -> list[dict]:
    return [{"id": o.id, "kind": o.kind, "html": wording.inline(o.text), "text": o.text} for o in bank.objectives]
