"""The HTML of an interview before its first line; a script leads the conversation."""

from collections.abc import Mapping

from .html import Raw, data_script, h


def interview_html(item: Mapping, placement: str, words: Mapping[str, str]) -> Raw:
    """The interview `item` (compiled) at `placement`. Without JavaScript, its situation and a way to do it aloud."""
    public, title = item["public"], f"{placement}-{item['id']}-title"
    return h(
        "section",
        h("p", words["item.interview"], class_="item-label"),
        h("h3", public["title"], id=title),
        h("div", Raw(public["text"]), class_="situation"),
        h("noscript", h("p", words["interview.noscript"])),
        h("ol", class_="transcript", aria_label=words["interview.transcript"]),
        h("form", class_="turn", novalidate=True, autocomplete="off"),
        h("div", class_="feedback", role="status"),
        h("div", class_="debriefing"),
        data_script({key: item[key] for key in ("id", "type", "version", "sealed")}),
        class_="item interview",
        data_item=item["id"],
        data_placement=placement,
        data_kind="interview",
        data_type="interview",
        data_version=item["version"],
        data_status="not_attempted",
        aria_labelledby=title,
    )
