"""The HTML of an item on a slide: a question to vote on, its answer kept back, a chart with its levers, a case to play.

Nothing here is answered or recorded: a room votes by hand, or opens the chapter on its telephones.
"""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from ..catalogue import unseal
from ..typography import NBSP
from .chart import chart_html
from .html import Raw, h, join
from .noscript import right_answer

Words = Mapping[str, str]


def slide_html(item: Mapping, words: Words, place: Raw) -> tuple[Raw, Raw]:
    """(what is shown, what the speaker reads) of a compiled item; `place` leads to where the room finds it."""
    public = item["public"]
    match item["kind"]:
        case "quiz":
            return _question(item, words), _reasons(item, words)
        case "prediction":
            return _prediction(item, words), Raw("")
        case "chart":
            return Raw(chart_html(item, words)), Raw("")
        case "text":
            return join(h("div", Raw(public["text"]), class_="slide-question"), _help(place)), Raw("")
        case _:
            return _to_play(public, words, place), Raw(public.get("text") or public["intro"])


def outcome_html(item: Mapping) -> Raw:
    """What the course found, for a prediction made earlier."""
    return h("div", Raw(unseal(item["sealed"])["outcome_html"]), class_="slide-outcome")


def _question(item: Mapping, words: Words) -> Raw:
    public, sealed = item["public"], unseal(item["sealed"])
    shown, answer = _SHOWN.get(item["type"], _said)(item, sealed, words)
    return join(
        h("div", Raw(public["text"]), class_="slide-question"),
        shown,
        h(
            "details",
            h("summary", words["item.noscript"]),
            h("p", h("span", words["item.noscript.answer"], class_="slide-label"), answer),
            class_="slide-answer fragment",
        ),
    )


def _lettered(choices: Sequence[Raw], right: Sequence[bool] = ()) -> Raw:
    marks = [*right, *[False] * (len(choices) - len(right))]
    rows = (h("li", c, class_="right" if mark else None) for c, mark in zip(choices, marks, strict=True))
    return h("ol", *rows, type="a", class_="slide-choices")


def _choices(item: Mapping, sealed: Mapping, words: Words) -> tuple[Raw, Raw]:
    choices, right = item["public"]["choices"], sealed["answers"][0].split(",")
    marks = [choice["id"] in right for choice in choices]
    letters = ", ".join(letter for letter, mark in zip(ascii_lowercase, marks, strict=False) if mark)
    shown = [join(h("b", c["date"], " "), Raw(c["html"])) if "date" in c else Raw(c["html"]) for c in choices]
    return _lettered(shown, marks), h("b", letters)


def _number(item: Mapping, sealed: Mapping, words: Words) -> tuple[Raw, Raw]:
    return _write_a_number(item["public"]["unit"], words), h("b", *right_answer("numeric", item["public"], sealed))


def _ordering(item: Mapping, sealed: Mapping, words: Words) -> tuple[Raw, Raw]:
    elements = item["public"]["elements"]
    letters = {element["id"]: letter for element, letter in zip(elements, ascii_lowercase, strict=False)}
    order = ", ".join(letters[name] for name in sealed["answers"][0].split(","))
    return _lettered([Raw(element["html"]) for element in elements]), h("b", order)


def _matching(item: Mapping, sealed: Mapping, words: Words) -> tuple[Raw, Raw]:
    public = item["public"]
    rights = {right["id"]: right["text"] for right in public["rights"]}
    pairs = dict(pair.split("=") for pair in sealed["answers"][0].split(","))
    answer = f"{NBSP}· ".join(f"{n}{NBSP}{rights[pairs[left['id']]]}" for n, left in enumerate(public["lefts"], 1))
    shown = h("ol", *(h("li", Raw(left["html"])) for left in public["lefts"]), class_="slide-lefts")
    options = h("p", h("span", words["test.paper"], " ", class_="slide-label"), f"{NBSP}· ".join(rights.values()))
    return join(shown, options), h("b", answer)


def _said(item: Mapping, sealed: Mapping, words: Words) -> tuple[Raw, Raw]:
    """A type with nothing to show beside its question: the room says its answer."""
    return Raw(""), h("b", *right_answer(item["type"], item["public"], sealed))


_SHOWN = {
    "single": _choices,
    "multiple": _choices,
    "numeric": _number,
    "ordering": _ordering,
    "matching": _matching,
}


def _reasons(item: Mapping, words: Words) -> Raw:
    """The explanation, then what each choice would have been told."""
    sealed, choices = unseal(item["sealed"]), item["public"].get("choices", ())
    told = (
        h("li", h("b", f"{letter}. "), Raw(sealed["feedback"][choice["id"]]))
        for letter, choice in zip(ascii_lowercase, choices, strict=False)
        if sealed.get("feedback", {}).get(choice["id"])
    )
    return join(Raw(sealed["explanation"]), h("ul", *told) if choices else None)


def _prediction(item: Mapping, words: Words) -> Raw:
    public = item["public"]
    question = h("div", Raw(public["text"]), class_="slide-question")
    if "choices" in public:
        return join(question, _lettered([Raw(choice["html"]) for choice in public["choices"]]))
    return join(question, _write_a_number(public["unit"], words))


def _to_play(public: Mapping, words: Words, place: Raw) -> Raw:
    """A lab, an interview, a scene: its title, what to reach, and where to play it. The situation is told."""
    target = public.get("target")
    return join(
        h("h3", Raw(public["title"])),
        h("p", h("b", words["lab.target"]), " ", target) if target else None,
        _help(place),
    )


def _write_a_number(unit: str, words: Words) -> Raw:
    return _help(words["deck.number.unit" if unit else "deck.number"].format(unit=unit))


def _help(text: str) -> Raw:
    return h("p", text, class_="slide-help")
