"""Every number in a chapter's prose is printed by its notebook, quoted from a source it cites, or of the story.

What a notebook prints is proved by nbval; what a source says stands in sources.toml (`figures`); numbers of the fiction
are declared in the chapter's front matter (`story`). Dates, clock times, references to chapters and articles of law
are not figures.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "book/fr/chapters").glob("*.md"))
SPACES = "[ \u00a0\u202f]"
NUMBER = re.compile(rf"(?<![\w,.-])\d+(?:{SPACES}\d{{3}})*(?:,\d+)?(?![\w]|,\d)")
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
NOT_FIGURES = re.compile(
    r"```.*?```"  # directives and code, whose own wording is checked elsewhere
    r"|^:::.*?$|^:class:.*?$"
    r"|\{[a-z]+\}`[^`]*`|`[^`]*`"  # roles and code
    rf"|\b\d{{1,2}}(?:er)?{SPACES}(?:{MONTHS})(?:{SPACES}(?:19|20)\d\d)?"
    rf"|\b\d{{1,2}}{SPACES}h{SPACES}\d\d\b"
    r"|\b(?:19|20)\d\d\b"
    r"|\b(?:chapitres?|étapes?|articles?|art\.|n°)\s[\w-]+(?:\s(?:et|à)\s\d+)?"
    r"|\b[LRD]\.?\s?\d[\d-]*",
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


def printed(path: Path) -> set[str]:
    notebook = json.loads((ROOT / "notebooks" / f"{path.stem}.ipynb").read_text(encoding="utf-8"))
    outputs = [o for cell in notebook["cells"] if cell["cell_type"] == "code" for o in cell["outputs"]]
    texts = ["".join(o.get("text", "")) + "".join(o.get("data", {}).get("text/plain", "")) for o in outputs]
    return numbers("\n".join(texts))


def sourced(body: str) -> set[str]:
    cited = set(re.findall(r"\{cite\}`([^`]+)`", body))
    sources = tomllib.loads((ROOT / "book/fr/sources.toml").read_text(encoding="utf-8"))["source"]
    figures = [figure for source in sources if source["id"] in cited for figure in source.get("figures", ())]
    return {canonical(number) for figure in figures for number in NUMBER.findall(figure)}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_number_of_the_prose_is_computed_sourced_or_of_the_story(path):
    front, body = split(path)
    story = {canonical(n) for text in front["denouement"].get("story", ()) for n in NUMBER.findall(str(text))}
    unknown = numbers(prose(body)) - printed(path) - sourced(body) - story
    assert not unknown, (
        f"{path.name}: {sorted(unknown)}: print it in a code cell, cite its source, or declare it in `story`"
    )


def test_the_check_sees_a_number_that_nobody_vouches_for():
    text = "Le 14 janvier 2025 à 7 h 40, article L3132-29 et `x = 9` : 52,1 % de 1 800 habitants, chapitre 3."
    assert numbers(prose(text)) == {"52,1", "1800"}
