"""No pointer at all: Tab reaches a question, the keyboard answers it, and one always sees where one is."""

import pytest
from course import questions
from playwright.sync_api import expect

FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  // A choice may draw its focus on its label or its row.
  const marked = [e, e.parentElement, e.nextElementSibling].filter(Boolean).some((near) => {
    const style = getComputedStyle(near);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  return { name: `${e.tagName} ${e.id || e.className || e.textContent.trim()}`.slice(0, 60), marked,
           item: e.closest("[data-item]")?.dataset.item ?? null, tag: e.tagName, type: e.type ?? "" };
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_question_is_reached_and_answered_with_the_keyboard_alone(visit, width):
    page = visit("chapters/03-boulanger.html", width=width)
    item = page.locator('[data-item][data-kind=quiz][data-type="single"]').first
    stop = item.evaluate("item => item.closest('.stop').id")
    page.goto(f"{page.url}#{stop}")
    question = questions()[item.get_attribute("data-item")]
    unmarked = []
    for _ in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here and not here["marked"]:
            unmarked.append(here["name"])
        if here and here["item"] == question["id"]:
            break
    else:
        pytest.fail("Tab never reached the first question")
    assert unmarked == [], "nothing shows that these have the focus"
    page.keyboard.press("Space")
    for _ in range(7):
        if item.locator("[name=choice]:checked").get_attribute("value") == question["right"][0]:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # Enter in a field sends the form
    expect(item).to_have_attribute("data-status", "passed")
    expect(item.get_by_role("status")).to_be_focused()


def test_the_first_tab_offers_to_skip_to_the_content(visit):
    page = visit("chapters/03-boulanger.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
