"""The HTML of a code exercise: its statement, the starting code, the buttons, and the notebook to take away.

A script puts an editor in place of the starting code; until then, and without it, the code is there to be read.
"""

from collections.abc import Mapping

from .html import Raw, data_script, h
from .notebook import notebook_links


def exercise_html(item: Mapping, placement: str, words: Mapping[str, str], up: str) -> Raw:
    """The exercise `item` at `placement`, before any work; its notebook stands under `up`."""
    public, prefix = item["public"], f"{placement}-{item['id']}"
    return h(
        "section",
        h("p", words["exercise.label"], class_="item-label"),
        h("h3", public["title"], id=f"{prefix}-title"),
        Raw(public["statement"]),
        h("noscript", h("p", words["editor.noscript"])),
        h("p", class_="exercise-elsewhere", hidden=True),
        h("div", h("pre", h("code", public["starter"]), class_="starter", tabindex=0), class_="exercise-code"),
        h("p", words["editor.help"], class_="help exercise-help", id=f"{prefix}-help", hidden=True),
        _buttons(words),
        h("div", class_="exercise-starting", hidden=True),
        h("div", class_="feedback", role="status"),
        h("p", words["editor.stale"], class_="help exercise-stale", hidden=True),
        h("div", class_="exercise-output", role="region", aria_label=words["editor.output"], hidden=True),
        h("div", class_="exercise-solution"),
        notebook_links("exercises", item["chapter"], words, up),
        data_script(_for_scripts(item)),
        class_="item exercise",
        data_item=item["id"],
        data_placement=placement,
        data_kind="exercise",
        data_type=item["type"],
        data_version=item["version"],
        data_status="not_attempted",
        aria_labelledby=f"{prefix}-title",
    )


def _buttons(words: Mapping[str, str]) -> Raw:
    return h(
        "form",
        h("div", class_="hints"),
        h(
            "div",
            h("button", words["editor.run"], type="button", class_="run", hidden=True),
            h("button", words["item.check"], type="submit", class_="primary", hidden=True),
            h("button", words["item.hint"], type="button", class_="hint", hidden=True),
            h("button", words["editor.solution"], type="button", class_="solution", hidden=True),
            h("button", words["editor.reset"], type="button", class_="reset", hidden=True),
            class_="actions",
        ),
        novalidate=True,
    )


def _for_scripts(item: Mapping) -> dict:
    """The compiled item without its statement, which stands in the page already."""
    public = {key: value for key, value in item["public"].items() if key != "statement"}
    return {**item, "public": public}
