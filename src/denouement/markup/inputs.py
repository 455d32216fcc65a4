"""The fields of each question type. Ids start with `prefix`: the same item may stand twice on a page."""

from collections.abc import Callable, Mapping

from .html import Raw, h, join

Words = Mapping[str, str]


def _choices(kind: str) -> Callable[[Mapping, str, Words], Raw]:
    def fields(public: Mapping, prefix: str, words: Words) -> Raw:
        rows = (
            h(
                "div",
                h("input", type=kind, name="choice", value=choice["id"], id=f"{prefix}-{choice['id']}"),
                h(
                    "label",
                    h("span", choice["date"], class_="date") if "date" in choice else None,
                    h("span", Raw(choice["html"])),
                    for_=f"{prefix}-{choice['id']}",
                ),
                h("div", class_="choice-feedback", aria_live="polite") if kind == "checkbox" else None,
                class_="choice",
            )
            for choice in public["choices"]
        )
        timeline = " timeline" if public.get("layout") == "timeline" else ""
        more = h("p", words["item.multiple.help"], class_="help") if kind == "checkbox" else None
        return join(more, h("div", *rows, class_=f"choices{timeline}"))

    return fields


def _number(public: Mapping, prefix: str, words: Words) -> Raw:
    return h(
        "div",
        h("label", words["item.your-answer"], for_=f"{prefix}-number", class_="visually-hidden"),
        h(
            "input",
            type="text",
            inputmode="decimal",
            name="number",
            id=f"{prefix}-number",
            size=8,
            aria_describedby=f"{prefix}-unit" if public["unit"] else None,
        ),
        h("span", public["unit"], class_="unit", id=f"{prefix}-unit") if public["unit"] else None,
        class_="number",
    )


def _prediction(public: Mapping, prefix: str, words: Words) -> Raw:
    if "choices" in public:
        return _choices("radio")(public, prefix, words)
    return _number(public, prefix, words)


def _ordering(public: Mapping, prefix: str, words: Words) -> Raw:
    rows = (
        h(
            "li",
            h("span", Raw(element["html"]), class_="element"),
            h("button", Raw("<span aria-hidden=true>↑</span>"), type="button", class_="up"),
            h("button", Raw("<span aria-hidden=true>↓</span>"), type="button", class_="down"),
            h("div", class_="choice-feedback", aria_live="polite"),
            data_element=element["id"],
        )
        for element in public["elements"]
    )
    moved = h("p", class_="visually-hidden moved", aria_live="polite")
    return join(h("p", words["item.ordering.help"], class_="help"), h("ol", *rows, class_="ordering"), moved)


def _matching(public: Mapping, prefix: str, words: Words) -> Raw:
    options = [h("option", words["item.choose"], value="")]
    options += [h("option", right["text"], value=right["id"]) for right in public["rights"]]
    rows = (
        h(
            "div",
            h("label", Raw(left["html"]), for_=f"{prefix}-{left['id']}"),
            h("select", *options, name=left["id"], id=f"{prefix}-{left['id']}"),
            h("div", class_="choice-feedback", aria_live="polite"),
            class_="pair",
        )
        for left in public["lefts"]
    )
    return h("div", *rows, class_="matching")


def _text(public: Mapping, prefix: str, words: Words) -> Raw:
    return h(
        "textarea",
        name="text",
        rows=4,
        id=f"{prefix}-words",
        placeholder=public["placeholder"] or None,
        aria_labelledby=f"{prefix}-text",
    )


def _dates(public: Mapping, prefix: str, words: Words) -> Raw:
    fields = (
        h(
            "div",
            h("label", public[f"{name}_label"], for_=f"{prefix}-{name}"),
            h("input", type="date", name=name, id=f"{prefix}-{name}"),
            class_="date-field",
        )
        for name in ("from", "to")
    )
    return h("div", *fields, class_="dates")


INPUTS: dict[str, Callable[[Mapping, str, Words], Raw]] = {
    "single": _choices("radio"),
    "multiple": _choices("checkbox"),
    "numeric": _number,
    "ordering": _ordering,
    "matching": _matching,
    "text": _text,
    "prediction": _prediction,
    "dates": _dates,
}
