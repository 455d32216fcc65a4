"""A question's answer as readable text, for a page without JavaScript (never for a test)."""

from collections.abc import Mapping

from ..typography import NBSP, fr
from .html import Raw, h, join


def answer_without_script(item: Mapping, sealed: Mapping, words: Mapping[str, str]) -> Raw:
    """A <noscript> holding the right answer and the explanation."""
    answer = right_answer(item["type"], item["public"], sealed)
    details = h(
        "details",
        h("summary", words["item.noscript"]),
        h("p", words["item.noscript.answer"], Raw(" ; ".join(answer))),
        Raw(sealed["explanation"]),
    )
    return h("noscript", details)


def right_answer(kind: str, public: Mapping, sealed: Mapping) -> list[Raw]:
    """The right answer to a question of type `kind`, in readable parts: choices, elements in order, pairs."""
    return _ANSWERS[kind](public, sealed)


def _choices(public: Mapping, sealed: Mapping) -> list[Raw]:
    right = sealed["answers"][0].split(",")
    return [Raw(choice["html"]) for choice in public["choices"] if choice["id"] in right]


def _number(public: Mapping, sealed: Mapping) -> list[Raw]:
    number = sealed["answers"][0]
    said = fr(float(number), len(number.partition(".")[2]))
    return [join(said, NBSP, public["unit"]) if public["unit"] else join(said)]


def _ordering(public: Mapping, sealed: Mapping) -> list[Raw]:
    texts = {element["id"]: element["html"] for element in public["elements"]}
    return [Raw(texts[name]) for name in sealed["answers"][0].split(",")]


def _matching(public: Mapping, sealed: Mapping) -> list[Raw]:
    lefts = {left["id"]: left["html"] for left in public["lefts"]}
    rights = {right["id"]: right["text"] for right in public["rights"]}
    pairs = (pair.split("=") for pair in sealed["answers"][0].split(","))
    return [join(Raw(lefts[left]), " → ", rights[right]) for left, right in pairs]


_ANSWERS = {
    "single": _choices,
    "multiple": _choices,
    "numeric": _number,
    "ordering": _ordering,
    "matching": _matching,
}
