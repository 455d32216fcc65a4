"""Every lab of the book, decided with the keyboard alone: it fails, then succeeds, and says what Python found."""

import pytest
from accessibility import violations
from answering import tab_to
from course import ROOT, lab_settings
from playwright.sync_api import expect

from denouement.compiler import wording
from denouement.labs import LABS, read_lab

PATHS = sorted((ROOT / "book" / "fr" / "labs").glob("*.toml"))
FOCUSED = "document.activeElement"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_keyboard_alone_takes_a_lab_to_failure_and_to_success(visit, path):
    lab = read_lab(path, LABS, wording.html, wording.plain)
    page = visit(f"chapters/{lab.chapter}.html")
    item = page.locator(f'[data-item="{lab.id}"]')
    page.goto(f"{page.url}#{item.evaluate('item => item.closest(`.stop`).id')}")
    expect(page.locator(".stop:target :is(h2, h3)").first).to_be_focused()  # where arriving at a stop puts the focus
    for ranks, success in zip(lab_settings(lab.id), (False, True), strict=True):
        position = {lever.id: lever.values[ranks[lever.id]] for lever in lab.levers}
        outcome = lab.outcome(position)
        assert lab.succeeds(outcome) is success
        for number, lever in enumerate(lab.levers):
            # The second time, the levers stand before the button that was pressed.
            set_lever(page, lab.id, lever.id, ranks[lever.id], key="Shift+Tab" if success and not number else "Tab")
        tab_to(page, f"{FOCUSED}.type === 'submit'")
        page.keyboard.press("Enter")
        expect(item).to_have_attribute("data-status", "passed" if success else "failed")
        expect(item.locator(".feedback[role=status]")).to_contain_text(
            lab.verdicts[outcome.verdict].title.fill(lab.params(position, outcome))
        )
    faults = violations(page, f'[data-item="{lab.id}"]')
    assert not faults, "\n".join(faults)


def set_lever(page, lab, lever, rank, key):
    """Tab to a lever of the lab, then arrows: a slider moves by one, a choice passes to its neighbour."""
    tab_to(page, f"{FOCUSED}.name === '{lever}' && {FOCUSED}.closest('[data-item]')?.dataset.item === '{lab}'", key)
    if page.evaluate(f"{FOCUSED}.type") == "range":
        page.keyboard.press("Home")
        for _ in range(rank):
            page.keyboard.press("ArrowRight")
    else:
        page.keyboard.press("Space")  # a choice reached by Tab is checked already, unless none is
        for _ in range(20):
            if page.evaluate(f"Number({FOCUSED}.value)") == rank:
                break
            page.keyboard.press("ArrowDown")
    assert page.evaluate(f"Number({FOCUSED}.value)") == rank
