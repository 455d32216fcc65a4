"""What the tests know of the course: its questions with their answers, its compiled items, its pages."""

import json
from functools import cache
from pathlib import Path

from denouement.catalogue import load_item, unseal
from denouement.columns import decode
from denouement.questions.command import every_question

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted(path.stem for path in (ROOT / "book" / "fr" / "chapters").glob("[0-9][0-9]-*.md"))


@cache
def questions() -> dict[str, dict]:
    """id -> what `denouement questions --json` says of it."""
    return {question["id"]: question for question in every_question(ROOT)}


def lab_settings(item_id: str) -> tuple[dict[str, int], dict[str, int]]:
    """(a setting that fails, a setting that succeeds) of a lab: rank of each lever."""
    item = load_item(item_id)
    sealed = unseal(item["sealed"])
    successes = [sealed["success"][key] for key in decode(sealed["sentences"]["key"])]
    sizes = [(lever["id"], len(lever["values"])) for lever in item["public"]["levers"]]
    return _ranks(sizes, successes.index(False)), _ranks(sizes, successes.index(True))


def _ranks(sizes: list[tuple[str, int]], position: int) -> dict[str, int]:
    """The rank of each lever at a position of the grid (the last lever runs fastest)."""
    ranks = {}
    for name, size in reversed(sizes):
        position, ranks[name] = divmod(position, size)
    return ranks


def pages(site: Path) -> list[str]:
    """Every page of the book, relative to the built site; the notebook application under lite/ is none of them."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in found if not path.startswith("lite/"))


def levers_of(item_id: str) -> list[dict]:
    """The levers of a chart or a lab, as its page knows them."""
    return load_item(item_id)["public"]["levers"]


def as_json(value: object) -> object:
    """`value` as it comes back from a page."""
    return json.loads(json.dumps(value))
