"""A storage that is damaged, full or forbidden never breaks a page: the learner is told, work goes on."""

import pytest
from answering import first_judged, open_stop, respond, send
from playwright.sync_api import expect
from visiting import FULL_STORAGE

from denouement.catalogue import words

CHAPTER = "chapters/03-boulanger.html"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
TOLD = {FORBIDDEN: "forbidden", FULL_STORAGE: "full"}


def answer_right(page):
    item, question = first_judged(page)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    return item


@pytest.mark.parametrize("script", TOLD, ids=TOLD.values())
def test_without_a_storage_work_goes_on_and_the_learner_is_told(visit, server, script):
    page = visit("index.html")
    page.context.add_init_script(script)
    page.goto(f"{server.address}/{CHAPTER}")
    answer_right(page)
    expect(page.get_by_text(words()[f"notice.{TOLD[script]}"])).to_be_visible()


def test_a_damaged_storage_is_set_aside(visit):
    page = visit(CHAPTER)
    answer_right(page)
    page.evaluate(
        """() => {
          for (const [key, text] of Object.entries(localStorage)) localStorage.setItem(key, text.slice(0, -7));
        }"""
    )
    page.reload()
    answer_right(page)
    page.reload()
    item, _ = first_judged(page)
    expect(item).to_have_attribute("data-status", "passed")


def test_two_tabs_at_once_lose_nothing(visit):
    one = visit(CHAPTER)
    two = one.context.new_page()
    two.goto(one.url)
    answer_right(one)
    answered = two.locator('[data-item][data-kind=quiz][data-type="single"]').nth(1)
    open_stop(answered)
    answered.locator("[name=choice]").first.focus()
    two.keyboard.press("Space")
    send(answered)
    for page in (one, two):
        page.reload()
        quizzes = page.locator('[data-item][data-kind=quiz][data-type="single"]')
        expect(quizzes.nth(0)).to_have_attribute("data-status", "passed")
        expect(quizzes.nth(1)).not_to_have_attribute("data-status", "not_attempted")
