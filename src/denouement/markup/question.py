"""The HTML of a question of any type, before any answer."""

from collections.abc import Mapping

from ..catalogue import unseal
from .html import Raw, data_script, h
from .inputs import INPUTS
from .noscript import answer_without_script

ACTIONS = {"prediction": "item.predict", "text": "item.save", "dates": "item.save"}


def question_html(item: Mapping, placement: str, words: Mapping[str, str]) -> Raw:
    """The question `item` (compiled) standing at `placement`."""
    public, prefix = item["public"], f"{placement}-{item['id']}"
    judged = item["kind"] == "quiz"
    recall = placement.startswith("rappel")
    label = public["label"] or words["item.recall" if recall else f"item.{item['kind']}"]
    if item["type"] == "dates" and not public["label"]:
        label = words["item.dates"]
    form = h(
        "form",
        _fieldset(item, prefix, words),
        _confidence(prefix, words) if public["confidence"] else None,
        h("div", class_="hints", id=f"{prefix}-hints"),
        h(
            "div",
            h("button", words[ACTIONS.get(item["type"], "item.check")], type="submit", class_="primary"),
            h("button", words["item.hint"], type="button", class_="hint") if public["hints"] else None,
            h("button", words["item.retry"], type="button", class_="retry", hidden=True) if judged else None,
            class_="actions",
        ),
        novalidate=True,
        autocomplete="off",
    )
    return h(
        "section",
        h("p", label, class_="item-label"),
        form,
        h("div", class_="feedback", role="status"),
        answer_without_script(item, unseal(item["sealed"]), words) if judged else None,
        data_script({key: item[key] for key in ("id", "type", "version", "sealed")} | _for_scripts(item)),
        class_="item quiz",
        data_item=item["id"],
        data_placement=placement,
        data_kind=item["kind"],
        data_type=item["type"],
        data_version=item["version"],
        data_status="not_attempted",
    )


def _fieldset(item: Mapping, prefix: str, words: Mapping[str, str]) -> Raw:
    # The question is a legend, so that a screen reader says it with each of its fields.
    return h(
        "fieldset",
        h("legend", h("div", Raw(item["public"]["text"]), id=f"{prefix}-text")),
        INPUTS[item["type"]](item["public"], prefix, words),
        class_="response",
    )


def _confidence(prefix: str, words: Mapping[str, str]) -> Raw:
    levels = (
        h(
            "div",
            h("input", type="radio", name="confidence", value=level, id=f"{prefix}-sure-{level}"),
            h("label", words[f"item.confidence.{level}"], for_=f"{prefix}-sure-{level}"),
            class_="choice",
        )
        for level in (1, 2, 3)
    )
    return h("fieldset", h("legend", words["item.confidence"]), *levels, class_="confidence")


def _for_scripts(item: Mapping) -> dict:
    """What a script needs beyond the page itself: the scale of a prediction."""
    public = item["public"]
    return {key: public[key] for key in ("min", "max", "affair") if key in public}


def reveal_html(item: Mapping, placement: str, words: Mapping[str, str]) -> Raw:
    """What the course found, beside what the learner predicted in `item` (a script fills that in)."""
    sealed = unseal(item["sealed"])
    choices = [{"id": choice["id"], "html": choice["html"]} for choice in item["public"].get("choices", ())]
    return h(
        "aside",
        h("p", class_="reveal-yours", role="status"),
        h("div", Raw(sealed["outcome_html"]), class_="reveal-found"),
        data_script({"unit": item["public"].get("unit", ""), "choices": choices}),
        class_="reveal",
        data_reveal=item["id"],
        data_placement=placement,
        aria_label=words["item.prediction"],
    )
