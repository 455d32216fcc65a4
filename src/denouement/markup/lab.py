"""The HTML of a lab: the situation, the target, the levers, « Décider », and where the outcome will be said."""

from collections.abc import Mapping

from .html import Raw, data_script, h
from .levers import assumptions_html, levers_html


def lab_html(item: Mapping, placement: str, words: Mapping[str, str]) -> Raw:
    """The lab `item` (compiled) standing at `placement`, before any decision."""
    public, prefix = item["public"], f"{placement}-{item['id']}"
    form = h(
        "form",
        levers_html(public["levers"], prefix, words),
        h("div", h("button", words["lab.decide"], type="submit", class_="primary"), class_="actions"),
        novalidate=True,
        autocomplete="off",
        aria_labelledby=f"{prefix}-title",
    )
    return h(
        "section",
        h("p", words["item.lab"], class_="item-label"),
        h("p", Raw(public["title"]), class_="lab-title", id=f"{prefix}-title"),
        h("div", Raw(public["text"]), class_="lab-text"),
        h("p", h("strong", words["lab.target"]), " ", Raw(public["target"]), class_="lab-target"),
        form,
        h("div", class_="feedback", role="status"),
        h("div", class_="lab-attempts", hidden=True),
        assumptions_html(public["assumptions"], words, public["robust"]),
        h("noscript", h("p", words["lab.noscript"])),
        data_script({"levers": public["levers"], "metrics": public["metrics"], "sealed": item["sealed"]}),
        class_="item lab",
        data_item=item["id"],
        data_placement=placement,
        data_kind="lab",
        data_version=item["version"],
        data_status="not_attempted",
        aria_labelledby=f"{prefix}-title",
    )
