"""Does a code exercise as a person with a keyboard would: writes in the editor, presses buttons, reads what is said."""

import re

from answering import open_stop
from playwright.sync_api import Locator, Page, expect

from denouement.catalogue import load_item, unseal, words

CHAPTER = "chapters/03-boulanger.html"
EXERCISE = "huff"
#: Fetching and starting Python, on a machine that does other things besides.
STARTS = 60_000  # ms
#: What one tab writes reaches the others through the browser's own processes.
ARRIVES = 20_000  # ms


def solution_of(item_id: str) -> str:
    """The right answer that the book gives."""
    return unseal(load_item(item_id)["sealed"])["solution"]


def mistake_of(item_id: str, key: str) -> str:
    """The code of a declared mistake."""
    from denouement.exercises.registry import exercises

    return next(mistake.code for mistake in exercises()[item_id].mistakes if mistake.key == key)


RIGHT = solution_of(EXERCISE)
WRONG = mistake_of(EXERCISE, "attraits-bruts")


def sentence(key: str) -> str:
    """The longest part of the author's sentence that no figure interrupts."""
    template = unseal(load_item(EXERCISE)["sealed"])["feedback"][key]
    return max(re.split(r"\{[^{}]+\}|`", template), key=len).strip()


def find_exercise(page: Page, item_id: str = EXERCISE) -> Locator:
    """The exercise, its stop open and itself on the screen."""
    item = page.locator(f'[data-item="{item_id}"]')
    open_stop(item)
    item.scroll_into_view_if_needed()
    return item


def editor_of(item: Locator) -> Locator:
    return item.get_by_role("textbox")


def write(item: Locator, code: str) -> None:
    """`code` in place of whatever the editor holds."""
    editor_of(item).focus()
    item.page.keyboard.press("Control+A")
    item.page.keyboard.insert_text(code)
    expect_code(item, code)


def expect_code(item: Locator, code: str) -> None:
    expect(item.locator(".cm-line")).to_have_text(code.split("\n"), timeout=ARRIVES)


def press(item: Locator, key: str) -> None:
    """The button that bears the interface word `key`, by the keyboard."""
    item.get_by_role("button", name=words()[key], exact=True).press("Enter")


def run(item: Locator, code: str | None = None) -> None:
    _do(item, "editor.run", code)


def check(item: Locator, code: str | None = None) -> None:
    _do(item, "item.check", code)


def _do(item: Locator, key: str, code: str | None) -> None:
    if code is not None:
        write(item, code)
    press(item, key)
    expect(item).to_have_attribute("aria-busy", "false", timeout=STARTS)


def said(item: Locator) -> Locator:
    """What is said of the code."""
    return item.get_by_role("status")


def shown(item: Locator) -> Locator:
    """What the code shows."""
    return item.get_by_role("region", name=words()["editor.output"])
