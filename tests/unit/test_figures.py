"""Every number that a reader meets is computed, quoted from a source, or of the fiction.

A chapter's prose: printed by its notebook (which nbval proves), quoted from a source it cites (`figures` in
sources.toml), or declared in its front matter (`story`). Everything else (pages, instructor's sheets, exercises,
questions, charts, labs, interviews, tests): the same, or of the story's bible, or a number of the same file that the
program reads (an answer, the values of a lever), or declared in book/fr/chiffres.toml: given, pinned by a test that is
named, or computed there.
Dates, clock times, references to chapters and articles of law are not figures.
"""

import json
import re
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from denouement import charts, labs, models
from denouement.notebooks.book import references
from denouement.proofreading.book import Reader
from denouement.proofreading.references import Pointers
from denouement.questions.bank import read_toml

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "book" / "fr"
CHAPTERS = sorted((BOOK / "chapters").glob("*.md"))
SOURCES = read_toml(BOOK / "sources.toml")["source"]
DECLARED = {entry["name"]: entry for entry in read_toml(BOOK / "chiffres.toml")["file"]}
KINDS = ("given", "pinned", "computed")
SPACES = "[ \u00a0\u202f]"
NUMBER = re.compile(rf"(?<![\w,.-])\d+(?:{SPACES}\d{{3}})*(?:,\d+)?(?![\w]|,\d)")
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
NOT_FIGURES = re.compile(
    r"```.*?```"  # directives and code, whose own wording is checked elsewhere
    r"|^:::.*?$|^:class:.*?$"
    r"|\{[a-z]+\}`[^`]*`|`[^`]*`"  # roles and code
    rf"|\b\d{{1,2}}(?:er)?{SPACES}(?:{MONTHS})(?:{SPACES}(?:19|20)\d\d)?"
    rf"|\b\d{{1,2}}{SPACES}h{SPACES}\d\d\b|\b\d\d:\d\d\b|\b\d\d/\d\d/\d{{4}}\b"
    r"|\b(?:19|20)\d\d\b"
    r"|\b(?:chapitres?|étapes?|articles?|art\.|n°)\s[\w-]+(?:\s(?:et|à)\s\d+)?"
    r"|(?-i:\b[LRD]\.?\s?\d{3}[\d-]*)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


def canonical(number: str) -> str:
    return re.sub(SPACES, "", number)


def numbers(text: str) -> set[str]:
    return {canonical(number) for number in NUMBER.findall(text)}


def split(path: Path) -> tuple[dict, str]:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def prose(body: str) -> str:
    """What a reader reads as prose: admonitions included, other directives and code left out."""
    opened = re.sub(r"^(`{3,})\{admonition\}(.*?)\n(.*?)^\1\s*$", r"\2\n\3", body, flags=re.DOTALL | re.MULTILINE)
    return NOT_FIGURES.sub(" ", opened)


def story(front: dict) -> set[str]:
    """The numbers that a chapter declares as its fiction's."""
    return {canonical(n) for text in front["denouement"].get("story", ()) for n in NUMBER.findall(str(text))}


def printed(path: Path, folder: str = "notebooks") -> set[str]:
    """The numbers that the notebook of a chapter, or one of its exercises, prints."""
    notebook = json.loads((ROOT / folder / f"{path.stem}.ipynb").read_text(encoding="utf-8"))
    outputs = [o for cell in notebook["cells"] if cell["cell_type"] == "code" for o in cell["outputs"]]
    texts = ["".join(o.get("text", "")) + "".join(o.get("data", {}).get("text/plain", "")) for o in outputs]
    return numbers("\n".join(texts))


def sourced(body: str) -> set[str]:
    cited = set(re.findall(r"\{cite\}`([^`]+)`", body))
    figures = [figure for source in SOURCES if source["id"] in cited for figure in source.get("figures", ())]
    return {canonical(number) for figure in figures for number in NUMBER.findall(figure)}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_number_of_the_prose_is_computed_sourced_or_of_the_story(path):
    front, body = split(path)
    unknown = numbers(prose(body)) - printed(path) - sourced(body) - story(front)
    assert not unknown, (
        f"{path.name}: {sorted(unknown)}: print it in a code cell, cite its source, or declare it in `story`"
    )


def test_the_check_sees_a_number_that_nobody_vouches_for():
    text = "Le 14 janvier 2025 à 7 h 40, article L3132-29 et `x = 9` : 52,1 % de 1 800 habitants, chapitre 3."
    assert numbers(prose(text)) == {"52,1", "1800"}


HOLE = re.compile(r"\{[a-z][^{}]*\}")


@cache
def written() -> dict[str, set[str]]:
    """The numbers of each file of the book but the chapters (and the sources, which vouch); holes are not written."""
    reader = Reader(
        ROOT, Pointers(ROOT, references(ROOT)), fill=lambda key: lambda text: (HOLE.sub("…", text), [(0, 0)])
    )
    found = defaultdict(set)
    for passage in reader.passages():
        found[passage.file] |= numbers(NOT_FIGURES.sub(" ", passage.text))
    apart = ("book/fr/chapters/", "book/fr/sources.toml", "docs/", "CHANGELOG.md")
    return {file.removeprefix("book/fr/"): found[file] for file in sorted(found) if not file.startswith(apart)}


def chapter_of(file: str) -> str:
    """The stem of the chapter a file belongs to, "" for what stands around the chapters."""
    stem = Path(file).stem
    said = read_toml(BOOK / file).get("chapter", "") if file.endswith(".toml") else ""
    return next((path.stem for path in CHAPTERS if path.stem in (stem, said)), "")


def vouched(file: str) -> set[str]:
    """The numbers that someone vouches for in `file`, chiffres.toml left aside."""
    chapter = chapter_of(file)
    cited = [source for source in SOURCES if not chapter or int(chapter[:2]) in source["chapters"]]
    found = {canonical(n) for source in cited for figure in source.get("figures", ()) for n in NUMBER.findall(figure)}
    found |= numbers(NOT_FIGURES.sub(" ", (ROOT / "docs/story-bible.md").read_text(encoding="utf-8")))
    if chapter:
        path = BOOK / "chapters" / f"{chapter}.md"
        found |= story(split(path)[0])
        for folder in ("notebooks", "exercises", "solutions"):
            found |= printed(path, folder)
    if file.endswith(".toml"):
        found |= {f"{abs(value):g}".replace(".", ",") for value in values(read_toml(BOOK / file))}
    return found


def values(table):
    """The numbers that the program reads in a table: answers, limits, values of levers."""
    if isinstance(table, dict | list):
        for value in table.values() if isinstance(table, dict) else table:
            yield from values(value)
    elif isinstance(table, int | float) and not isinstance(table, bool):
        yield table


def declared(file: str) -> set[str]:
    entry = DECLARED.get(file, {})
    return {canonical(number) for kind in KINDS for number in entry.get(kind, ())}


@pytest.mark.parametrize("file", written())
def test_every_number_beside_the_chapters_is_vouched_for(file):
    unknown = written()[file] - vouched(file) - declared(file)
    assert not unknown, (
        f"{file}: {sorted(unknown)}: print it, cite its source, or declare it in book/fr/chiffres.toml, "
        "given (invented for this text), pinned (and name the test) or computed (and say how)"
    )


@pytest.mark.parametrize("file", DECLARED)
def test_what_is_declared_is_written_once_and_not_otherwise_vouched_for(file):
    assert declared(file) <= written()[file] - vouched(file), "take it out of book/fr/chiffres.toml"
    listed = [canonical(number) for kind in KINDS for number in DECLARED[file].get(kind, ())]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("file", [file for file, entry in DECLARED.items() if "pinned" in entry])
def test_what_is_said_pinned_has_a_test_that_reads_the_file(file):
    test = (ROOT / DECLARED[file]["test"]).read_text(encoding="utf-8")
    assert all(part in test for part in Path(file).stem.split("-"))


COMPUTED = [(file, *item) for file, entry in DECLARED.items() for item in entry.get("computed", {}).items()]


@pytest.mark.parametrize(("file", "number", "how"), COMPUTED, ids=[f"{file}: {number}" for file, number, _ in COMPUTED])
def test_what_is_said_computed_is_what_comes_out(file, number, how):
    assert rounded(calculate(how), number) == canonical(number)


def calculate(how: str) -> float:
    """What the calculation gives: numbers, `+ - * / //`, and whatever stands in charts, labs and models."""
    for name in re.findall(r"\b(?:charts|labs|models)\.\w+", how):
        import_module(f"denouement.{name}")
    return eval(how, {"__builtins__": {}}, {"charts": charts, "labs": labs, "models": models})


def rounded(value: float, like: str) -> str:
    """`value` the French way, with as many decimals as `like`."""
    return f"{value:.{len(like.partition(',')[2])}f}".replace(".", ",")


def test_a_wrong_calculation_is_seen():
    assert rounded(calculate("24 * 11"), "264") == "264" != rounded(calculate("24 * 12"), "264")
    assert rounded(calculate("models.cycle.CYCLE[0].months"), "1,5") == "1,5"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["id"])
def test_what_a_source_is_said_to_say_gives_its_figures(source):
    figures = {canonical(n) for figure in source.get("figures", ()) for n in NUMBER.findall(figure)}
    said = NOT_FIGURES.sub(" ", f"{source.get('says', '')} {source['status_text']}")
    assert numbers(said) <= figures


def test_a_number_that_nobody_vouches_for_is_seen_in_a_question():
    assert "4321" not in vouched("questions/03-boulanger.toml") | declared("questions/03-boulanger.toml")
    assert numbers(NOT_FIGURES.sub(" ", "À 08:10, le 28/02/2026, article L221-18 : D 2 080 €.")) == {"2080"}
