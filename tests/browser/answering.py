"""Answers an item as a person with a keyboard would: focus on a field, keys, Enter. No pointer."""

from collections.abc import Mapping, Sequence

import pytest
from course import questions
from playwright.sync_api import Locator, Page, expect


def open_stop(item: Locator) -> None:
    """Shows the stop in which `item` stands; on a page without stops, it is there already."""
    stop = item.evaluate("item => item.closest('.stop')?.id ?? ''")
    if stop:
        item.page.evaluate("stop => { location.hash = stop }", stop)


def first_judged(page: Page, kind: str = "single") -> tuple[Locator, dict]:
    """The page's first question of this type, its stop open, and what is known of it."""
    item = page.locator(f'[data-item][data-kind=quiz][data-type="{kind}"]').first
    open_stop(item)
    return item, questions()[item.get_attribute("data-item")]


def respond(item: Locator, kind: str, response: str) -> None:
    """Put `response` (canonical) into the fields of `item`, a question of type `kind`, without sending it."""
    RESPOND[kind](item, response)


def send(item: Locator) -> None:
    """The item's main button: « Vérifier », « Garder », « Je parie », « Décider »."""
    press(item.locator("button.primary"), "Enter")


def answer_and_find_again(page: Page) -> None:
    """The page's first question, answered right, is still so after a reload."""
    item, question = first_judged(page)
    respond(item, "single", question["right"][0])
    send(item)
    expect(item).to_have_attribute("data-status", "passed")
    page.reload()
    expect(item).to_have_attribute("data-status", "passed")


def try_again(item: Locator) -> None:
    """« Réessayer » must have the focus by itself after a wrong answer: Enter is all it takes."""
    retry = item.locator("button.retry")
    expect(retry).to_be_focused()
    retry.page.keyboard.press("Enter")
    expect(item.locator("button.primary")).to_be_visible()


def press(target: Locator, *keys: str) -> None:
    target.focus()
    for key in keys:
        target.page.keyboard.press(key)


def tab_to(page: Page, reached: str, key: str = "Tab") -> None:
    """Tab (or Shift+Tab) until `reached`, a condition in JavaScript on what has the focus, holds."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate(reached):
            return
    pytest.fail(f"{key} never reached: {reached}")


def move_levers(item: Locator, levers: Sequence[Mapping], ranks: Mapping[str, int]) -> None:
    """Every lever of a chart or lab to the rank given, by arrow keys (sliders) or the space bar (choices)."""
    for lever in levers:
        fields = item.locator(f'input[name="{lever["id"]}"]')
        rank = ranks[lever["id"]]
        if fields.first.get_attribute("type") == "range":
            press(fields.first, "Home", *["ArrowRight"] * rank)
            expect(fields.first).to_have_value(str(rank))
        else:
            press(item.locator(f'input[name="{lever["id"]}"][value="{rank}"]'), "Space")


def _choose(item: Locator, response: str) -> None:
    press(item.locator(f'[name=choice][value="{response}"]'), "Space")


def _tick(item: Locator, response: str) -> None:
    wanted = set(response.split(","))
    for box in item.locator("[name=choice]").all():
        if box.is_checked() != (box.get_attribute("value") in wanted):
            press(box, "Space")


def _type_number(item: Locator, response: str) -> None:
    press(item.locator("[name=number]"), "Control+A")
    item.page.keyboard.type(response.replace(".", ","))


def _order(item: Locator, response: str) -> None:
    for place, element in enumerate(response.split(",")):
        row = item.locator(f'[data-element="{element}"]')
        for _ in range(6):
            if row.evaluate("row => [...row.parentElement.children].indexOf(row)") == place:
                break
            press(row.locator("button.up"), "Enter")
    shown = item.locator("[data-element]").evaluate_all("rows => rows.map((row) => row.dataset.element).join()")
    assert shown == response


def _match(item: Locator, response: str) -> None:
    for pair in response.split(","):
        left, right = pair.split("=")
        select = item.locator(f'select[name="{left}"]')
        rank = select.evaluate("(select, value) => [...select.options].findIndex((o) => o.value === value)", right)
        press(select, "Home", *["ArrowDown"] * rank)
        expect(select).to_have_value(right)


def _predict(item: Locator, response: str) -> None:
    if item.locator("[name=number]").count():
        _type_number(item, response)
    else:
        _choose(item, response)


def _write(item: Locator, response: str) -> None:
    press(item.locator("textarea"), "Control+A")
    item.page.keyboard.insert_text(response)


def _date(item: Locator, response: str) -> None:
    """`2026-03-12,2026-04-22`; a date field has no key sequence common to all languages, so it is filled."""
    for name, value in zip(("from", "to"), response.split(","), strict=True):
        item.locator(f"input[name={name}]").fill(value)


RESPOND = {
    "single": _choose,
    "multiple": _tick,
    "numeric": _type_number,
    "ordering": _order,
    "matching": _match,
    "prediction": _predict,
    "text": _write,
    "dates": _date,
}
