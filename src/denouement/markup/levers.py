"""Levers as real sliders, and what a chart or a lab supposes: shared by both."""

from collections.abc import Mapping, Sequence

from .html import Raw, h, join

Words = Mapping[str, str]


def levers_html(levers: Sequence[Mapping], prefix: str, words: Words) -> Raw:
    """One field per lever: a slider over numbers, buttons to choose among words. A field gives the rank of a value."""
    fields = (
        (_choice if isinstance(lever["values"][0], str) else _slider)(lever, f"{prefix}-{lever['id']}")
        for lever in levers
    )
    return h("div", *fields, class_="levers")


def _slider(lever: Mapping, field: str) -> Raw:
    shown, last = lever["shown"], len(lever["values"]) - 1
    return h(
        "div",
        h("label", lever["label"], for_=field),
        h("output", shown[lever["start"]], for_=field),
        h(
            "input",
            type="range",
            id=field,
            name=lever["id"],
            min=0,
            max=last,
            step=1,
            value=lever["start"],
            aria_valuetext=shown[lever["start"]],
        ),
        h("span", h("span", shown[0]), h("span", shown[last]), class_="lever-ends", aria_hidden="true"),
        class_="lever",
    )


def _choice(lever: Mapping, field: str) -> Raw:
    options = (
        h(
            "label",
            h("input", type="radio", name=lever["id"], value=rank, checked=rank == lever["start"]),
            h("span", shown),
        )
        for rank, shown in enumerate(lever["shown"])
    )
    return h("fieldset", h("legend", lever["label"]), h("div", *options, class_="options"), class_="lever choice-lever")


def assumptions_html(assumptions: Sequence[Mapping], words: Words, robust: str = "") -> Raw | None:
    """What is assumed and what is sourced, folded; `robust` (HTML) says what does not survive ±25 %."""
    if not assumptions:
        return None
    return h(
        "details",
        h("summary", words["chart.assumptions"]),
        h("ul", *(_assumption(assumption, words) for assumption in assumptions)),
        Raw(robust),
        class_="assumptions",
    )


def _assumption(assumption: Mapping, words: Words) -> Raw:
    source = assumption.get("source")
    return h(
        "li",
        h("span", words[f"chart.{assumption['status']}"], class_=f"status {assumption['status']}"),
        " ",
        Raw(assumption["html"]),
        h("span", join(" (", source["short"], ", ", source["how"], ")"), class_="source") if source else None,
        h("span", " ", words["chart.fragile"], class_="fragile") if assumption["fragile"] else None,
    )


def said(sentences: Mapping, slot: str, position: int, columns) -> str:
    """The sentence of `slot` at `position`; `columns` reads an encoded column (see `denouement.columns.decode`)."""
    forms = sentences["slots"][slot]
    if not forms:
        return ""
    parts = forms[columns(sentences["key"])[position]]
    return "".join(
        columns(sentences["holes"][part])[position] if number % 2 else part for number, part in enumerate(parts)
    )
