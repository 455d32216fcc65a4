"""The same question from a file opened by double-click, before the scripts have come, and without any script."""

import pytest
from answering import answer_and_find_again, first_judged, send
from course import CHAPTERS, pages, questions
from playwright.sync_api import expect


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_opened_as_a_file_answers(visit, site, chapter):
    page = visit((site / "chapters" / f"{chapter}.html").as_uri())
    answer_and_find_again(page)


# What a page asks of the browser, in order: the cookie of its document, a storage.
ASKED = """
window.asked = [];
for (const [owner, name] of [[Document.prototype, "cookie"], [window, "localStorage"], [window, "sessionStorage"]]) {
  const { get, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { ...rest, get() { asked.push(name); return get.call(this); } });
}
"""


@pytest.mark.parametrize(
    "path", ["chapters/03-boulanger.html", "diapos/03-boulanger.html", "instructor/03-boulanger.html"]
)
def test_a_page_of_a_disk_waits_until_the_browser_knows_it_before_asking_for_storage(visit, site, path):
    """Otherwise Chromium, when it is busy, hands out a storage that keeps nothing (theme/first.html)."""
    page = visit("index.html")
    page.add_init_script(ASKED)
    page.goto((site / path).as_uri())
    asked = page.evaluate("asked")
    assert asked[0] == "cookie"
    assert "localStorage" in asked


def test_a_click_before_the_scripts_have_come_does_not_leave_the_page(visit, server):
    page = visit("index.html")
    held = []
    page.route("**/denouement.js", lambda route: held.append(route))
    page.goto(f"{server.address}/chapters/03-boulanger.html", wait_until="commit")
    item = page.locator('[data-item][data-kind=quiz][data-type="single"]').first
    question = questions()[item.get_attribute("data-item")]
    item.locator(f'[name=choice][value="{question["right"][0]}"]').check()
    item.locator("button.primary").click()
    assert page.url == f"{server.address}/chapters/03-boulanger.html"
    assert item.locator("[name=choice]:checked").count() == 1
    held[0].continue_()
    first_judged(page)
    expect(item.locator("[name=choice]:checked")).to_have_count(1)
    send(item)
    expect(item).to_have_attribute("data-status", "passed")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_without_scripts_every_question_and_its_answer_can_be_read(visit, chapter):
    page = visit(f"chapters/{chapter}.html", java_script_enabled=False)
    listed = [q for q in questions().values() if q["chapter"] == chapter]
    assert listed
    for question in listed:
        item = page.locator(f'[data-item="{question["id"]}"]').first
        expect(item.locator("legend").first).to_be_visible()
        if question["right"]:
            item.locator("noscript summary").click()
            expect(item.locator("noscript details")).to_contain_text("Réponse")


def test_without_scripts_every_page_shows_its_text(visit, site):
    page = visit("index.html", java_script_enabled=False)
    address = page.url.removesuffix("/index.html")
    for path in pages(site):
        page.goto(f"{address}/{path}")
        expect(page.locator("main")).to_be_visible()
        assert len(page.locator("main").inner_text().split()) > 10, path
