"""The instructor's pages: each sheet on one A4, its quiz and its key apart; nothing of them in the learners' search."""

import json
import re

import pytest
from course import ROOT
from playwright.sync_api import expect

from denouement.catalogue import table, words

FOLDER = ROOT / "book" / "fr" / "instructor"
SHEETS = sorted(path.stem for path in FOLDER.glob("[0-9][0-9]-*.md"))
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
# On paper, in whole pages: where the sheet, the quiz and the key begin.
BREAKS = "all => all.map((part) => getComputedStyle(part).breakBefore)"


def printed_pages(page):
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_its_quiz_and_its_key_are_one_page_each(visit, sheet):
    page = visit(f"instructor/{sheet}.html")
    page.evaluate("() => document.fonts.ready")
    assert printed_pages(page) == 3
    page.emulate_media(media="print")
    assert page.locator(".prose > section > section").evaluate_all(BREAKS) == ["page", "page"]
    smallest = page.locator(".prose :is(p, td, li)").evaluate_all(
        "all => Math.min(...all.map((text) => parseFloat(getComputedStyle(text).fontSize)))"
    )
    assert smallest >= 12  # CSS pixels: 9 points


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_it_holds_answers_and_asks_search_engines_to_pass(visit, name):
    page = visit(f"instructor/{name}.html")
    expect(page.get_by_text(words()["site.instructor.mark"])).to_be_visible()
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_the_learners_search_knows_no_word_of_these_pages(site):
    index = json.loads((site / "searchindex.js").read_text(encoding="utf-8").removeprefix("Search.setIndex(")[:-1])
    numbers = {number for number, name in enumerate(index["docnames"]) if name.startswith("instructor/")}
    assert len(numbers) == len(PAGES)
    for words_of in ("terms", "titleterms"):
        found = {word for word, where in index[words_of].items() if numbers & set(_listed(where))}
        assert found == set()


def _listed(where):
    return where if isinstance(where, list) else [where]


def test_the_menu_names_the_guide_once_and_all_its_pages_from_inside(visit):
    inside = visit("instructor/corriges.html").locator(".contents a[href]")
    outside = visit("index.html").locator(".contents a[href*='instructor/']")
    expect(outside).to_have_count(1)
    urls = inside.evaluate_all("all => all.map((link) => link.pathname)")
    assert len([url for url in urls if "/instructor/" in url]) == len(PAGES)


def test_the_keys_print_one_after_the_other_and_stand_on_no_page_of_the_learners(visit, site):
    page = visit("instructor/corriges.html")
    keys = page.locator(".answer-key")
    expect(keys).to_have_count(len(table("keys")))
    page.emulate_media(media="print")
    assert set(keys.evaluate_all(BREAKS)) == {"page"}
    assert not [path for path in site.glob("*.html") if 'class="answer-key"' in path.read_text(encoding="utf-8")]
