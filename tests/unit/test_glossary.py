"""The glossary: forty words at least, each defined once, each met in a chapter, and no word linked that it lacks."""

import re
from collections import Counter
from pathlib import Path

import pytest

BOOK = Path(__file__).resolve().parents[2] / "book" / "fr"
ENTRY = re.compile(r"^(\S.*)\n((?:[ \t]+\S.*\n?)+)", re.MULTILINE)
TERM = re.compile(r"\{term\}`(?:[^`<]*<([^`>]+)>|([^`]+))`")


def entries():
    text = (BOOK / "glossaire.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\{glossary\}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [found for block in blocks for found in ENTRY.findall(block)]


def linked(path):
    return {shown or alone for shown, alone in TERM.findall(path.read_text(encoding="utf-8"))}


ENTRIES = entries()
TERMS = [term for term, _ in ENTRIES]
CHAPTERS = sorted((BOOK / "chapters").glob("*.md"))


def test_the_glossary_holds_at_least_forty_terms_each_defined_once():
    assert len(TERMS) >= 40
    assert [term for term, n in Counter(TERMS).items() if n > 1] == []


def test_every_term_is_linked_from_a_chapter():
    met = set().union(*map(linked, CHAPTERS))
    assert [term for term in TERMS if term not in met] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_links_terms_and_only_those_of_the_glossary(path):
    assert linked(path), "a chapter has words of its own"
    assert linked(path) - set(TERMS) == set()


def test_a_definition_is_at_least_a_whole_sentence():
    short = [
        term for term, definition in ENTRIES if len(definition.split()) < 10 or definition.rstrip()[-1] not in ".»?"
    ]
    assert short == []


def test_the_check_reads_both_forms_of_a_link():
    assert [shown or alone for shown, alone in TERM.findall("{term}`besoin`, {term}`de qui <portée>`")] == [
        "besoin",
        "portée",
    ]
