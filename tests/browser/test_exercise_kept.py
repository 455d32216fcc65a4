"""What a learner did in a code exercise comes back: after a reload, at another width, from another tab,
or from the file that a full storage offers."""

import json

import pytest
from coding import (
    CHAPTER,
    EXERCISE,
    RIGHT,
    WRONG,
    check,
    editor_of,
    expect_code,
    find_exercise,
    press,
    said,
    sentence,
    write,
)
from playwright.sync_api import expect
from visiting import FULL_STORAGE

from denouement.catalogue import words

SAY = words()


@pytest.mark.parametrize("width", [390, 1280])
def test_code_verdict_tries_and_hints_come_back(visit, width):
    page = visit(CHAPTER)
    item = find_exercise(page)
    check(item, WRONG)
    press(item, "item.hint")
    verdict = said(item).inner_text()
    expect(said(item)).to_contain_text(sentence("attraits-bruts"))
    write(item, WRONG + "\n# à suivre")
    expect(item.get_by_text(SAY["editor.stale"])).to_be_visible()
    page.set_viewport_size({"width": width, "height": 844})
    page.reload()
    item = find_exercise(page)
    expect(item).to_have_attribute("data-status", "failed")
    assert said(item).inner_text() == verdict
    expect(said(item)).to_contain_text("1 essai")
    expect(item.get_by_text(SAY["editor.stale"])).to_be_visible()
    expect(item.locator(".hint-text")).to_have_count(1)
    if width == 390:
        expect(item.get_by_text(SAY["editor.phone"])).to_be_visible()
        expect(item.locator(".exercise-code code")).to_have_text(WRONG + "\n# à suivre")
        press(item, "editor.phone.open")
    expect_code(item, WRONG + "\n# à suivre")


def test_two_tabs_on_the_same_exercise_lose_nothing(visit):
    one = visit(CHAPTER)
    two = one.context.new_page()
    two.goto(one.url)
    here, there = find_exercise(one), find_exercise(two)
    one.bring_to_front()
    check(here, WRONG)
    expect(there).to_have_attribute("data-status", "failed")
    expect_code(there, WRONG)
    two.bring_to_front()
    press(there, "item.hint")
    write(there, RIGHT)
    expect_code(here, RIGHT)
    check(there)
    expect(here).to_have_attribute("data-status", "passed")
    for page in (one, two):
        page.reload()
        item = find_exercise(page)
        expect(item).to_have_attribute("data-status", "passed")
        expect(said(item)).to_contain_text("2 essais")
        expect(item.locator(".hint-text")).to_have_count(1)
        expect_code(item, RIGHT)


def test_code_that_another_tab_replaced_is_one_undo_away(visit):
    one = visit(CHAPTER)
    two = one.context.new_page()
    two.goto(one.url)
    here, there = find_exercise(one), find_exercise(two)
    write(here, "huff = 'ici'")
    expect_code(there, "huff = 'ici'")
    write(there, "huff = 'là'")
    expect_code(here, "huff = 'là'")
    editor_of(here).focus()
    one.keyboard.press("Control+z")
    expect_code(here, "huff = 'ici'")


def test_a_full_storage_loses_nothing_without_a_word(visit):
    page = visit("index.html")
    page.add_init_script(FULL_STORAGE)
    page.goto(page.url.replace("index.html", CHAPTER))
    item = find_exercise(page)
    check(item, WRONG)
    expect(page.get_by_text(SAY["notice.full"])).to_be_visible()
    expect_code(item, WRONG)
    with page.expect_download() as download:
        page.locator(".record-notice").get_by_role("button", name=SAY["parcours.download"]).click()
    events = json.loads(download.value.path().read_text(encoding="utf-8"))["events"]
    assert [event["response"] for event in events if event["item"] == EXERCISE] == [WRONG]
