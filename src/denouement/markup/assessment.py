"""The HTML of a test before it is handed in: every question, « je ne sais pas » beside each, and not one answer."""

from collections.abc import Mapping

from .html import Raw, data_script, h
from .inputs import INPUTS


def assessment_html(item: Mapping, words: Mapping[str, str]) -> Raw:
    """The test `item` (compiled). A test is one activity wherever it is shown: its placement is its own id.

    Each question is a form of its own, so that its fields have the same names as anywhere else (`web/fields.js`).
    """
    public, title = item["public"], f"{item['id']}-title"
    total = len(public["questions"])
    questions = (_question(one, n, total, item["id"], words) for n, one in enumerate(public["questions"], 1))
    return h(
        "section",
        h("h2", public["title"], id=title, class_="test-title"),
        h("div", Raw(public["text"]), class_="test-text"),
        h("noscript", h("p", words["test.noscript"], class_="notice")),
        h("div", class_="test-results", tabindex="-1", hidden=True),
        h("ol", *questions, class_="test-questions"),
        h("p", class_="test-count"),
        h("div", h("button", words["test.submit"], type="button", class_="primary"), class_="actions"),
        h("div", class_="feedback", role="status"),
        data_script(_for_scripts(item)),
        class_="item test",
        data_item=item["id"],
        data_placement=item["id"],
        data_kind="test",
        data_type="test",
        data_version=item["version"],
        data_status="not_attempted",
        aria_labelledby=title,
    )


def _question(question: Mapping, number: int, total: int, test: str, words: Mapping[str, str]) -> Raw:
    public, prefix = question["public"], f"{test}-{question['id']}"
    label = words["test.question"].format(n=number, of=total)
    unknown = h(
        "div",
        h("input", type="checkbox", name="unknown", id=f"{prefix}-je-ne-sais-pas"),
        h("label", words["test.unknown"], for_=f"{prefix}-je-ne-sais-pas"),
        class_="choice unknown",
    )
    form = h(
        "form",
        h(
            "fieldset",
            h("legend", h("p", label, class_="item-label"), h("div", Raw(public["text"]), id=f"{prefix}-text")),
            INPUTS[question["type"]](public, prefix, words),
            _on_paper(public, words),
            unknown,
            class_="response",
        ),
        h("div", class_="test-answer"),
        id=prefix,
        class_="test-question",
        data_question=question["id"],
        novalidate=True,
        autocomplete="off",
        tabindex="-1",
    )
    return h("li", form)


def _on_paper(public: Mapping, words: Mapping[str, str]) -> Raw | None:
    """What a closed list of options would not show in print."""
    if "rights" not in public:
        return None
    return h("p", words["test.paper"], " ", " · ".join(right["text"] for right in public["rights"]), class_="on-paper")


def _for_scripts(item: Mapping) -> dict:
    public = item["public"]
    questions = [{key: one[key] for key in ("id", "type", "version", "objective")} for one in public["questions"]]
    return {
        "explain": public["explain"],
        "questions": questions,
        "goals": public["goals"],
        "sealed": item["sealed"],
    }
