"""A question's answer as readable text, for a page without JavaScript (never for a test)."""

from collections.abc import Mapping

from .html import Raw, h, join


def answer_without_script(item: Mapping, sealed: Mapping, words: Mapping[str, str]) -> Raw:
    """A <noscript> holding the right answer and the explanation."""
    answer = _ANSWERS[item["type"]](item["public"], sealed)
    details = h(
        "details",
        h("summary", words["item.noscript"]),
        h("p", words["item.noscript.answer"], answer),
        Raw(sealed["explanation"]),
    )
    return h("noscript", details)


def _choices(public: Mapping, sealed: Mapping) -> Raw:
    right = sealed["answers"][0].split(",")
    return _listed(choice["html"] for choice in public["choices"] if choice["id"] in right)


def _number(public: Mapping, sealed: Mapping) -> Raw:
    return join(sealed["answers"][0].replace(".", ","), " ", public["unit"])


def _ordering(public: Mapping, sealed: Mapping) -> Raw:
    texts = {element["id"]: element["html"] for element in public["elements"]}
    return _listed(texts[name] for name in sealed["answers"][0].split(","))


def _matching(public: Mapping, sealed: Mapping) -> Raw:
    lefts = {left["id"]: left["html"] for left in public["lefts"]}
    rights = {right["id"]: right["text"] for right in public["rights"]}
    pairs = (pair.split("=") for pair in sealed["answers"][0].split(","))
    return _listed(join(Raw(lefts[left]), " → ", rights[right]) for left, right in pairs)


def _listed(parts) -> Raw:
    return Raw(" ; ".join(parts))


_ANSWERS = {
    "single": _choices,
    "multiple": _choices,
    "numeric": _number,
    "ordering": _ordering,
    "matching": _matching,
}
