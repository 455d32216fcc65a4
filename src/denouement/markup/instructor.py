"""The HTML of the instructor's pages: plans minute by minute, and the keys of the tests."""

from collections.abc import Iterator, Mapping, Sequence

from .html import Raw, h, join
from .programme import time_said

Words = Mapping[str, str]


def plan_html(plan: Mapping, words: Words, up: str = "../") -> Raw:
    """A compiled plan (see `compiler.plans`), one table a day; `up` is the way to the root of the site."""
    return h(
        "section",
        h("h3", plan["title"]),
        Raw(plan["html"]),
        *(_day(day, words, up) for day in plan["days"]),
        class_="plan",
    )


def decks_html(chapters: Sequence[str], words: Words, up: str = "../") -> Raw:
    """A link to the slides of each chapter ("03-boulanger"), in order; `up` as above."""
    links = (
        h("li", h("a", words["site.chapter"].format(n=int(name.partition("-")[0])), href=f"{up}diapos/{name}.html"))
        for name in chapters
    )
    return h("ul", *links, class_="decks")


def _day(day: Mapping, words: Words, up: str) -> Raw:
    columns = (h("th", words[f"plan.{name}"], scope="col") for name in ("at", "minutes", "what"))
    total = words["plan.total"].format(time=time_said(day["minutes"]))
    return h(
        "table",
        h("caption", day["title"]) if day["title"] else None,
        h("thead", h("tr", *columns)),
        h("tbody", *(_step(step, words, up) for step in day["steps"])),
        h("tfoot", h("tr", h("td", day["steps"][-1]["to"]), h("td", total, colspan=2))),
    )


def _step(step: Mapping, words: Words, up: str) -> Raw:
    minutes = words["plan.uncounted"] if step["kind"] == "lunch" else str(step["minutes"])
    text = join(" ", Raw(step["html"])) if step["html"] else None
    stop = "." if step["html"] and step["title"][-1] not in "?!»" else ""
    what = join(h("strong", Raw(step["title"]), stop), text, *_links(step, words, up))
    return h("tr", h("td", step["at"]), h("td", minutes), h("td", what), class_=step["kind"])


def _links(step: Mapping, words: Words, up: str) -> Iterator[str]:
    if step["sheet"]:
        yield from (" ", h("a", words["plan.sheet"].format(n=int(step["sheet"][:2])), href=f"{step['sheet']}.html"))
    if step["chapter"]:
        label = words["site.chapter"].format(n=int(step["chapter"][:2]))
        yield from (" ", h("a", label, href=f"{up}chapters/{step['chapter']}.html"))


def key_html(key: Mapping, words: Words) -> Raw:
    """The key of a test (see `compiler.assessments.answer_keys`): each question, its answer, why, what it bears on."""
    return h(
        "section",
        h("h2", key["title"]),
        h("ol", *(_answer(question, words) for question in key["questions"])),
        class_="answer-key",
    )


def _answer(question: Mapping, words: Words) -> Raw:
    parts = [Raw(part) for part in question["answer"]]
    answer = h("p", parts[0]) if len(parts) == 1 else h("ul", *(h("li", part) for part in parts))
    goal = words["key.goal"].format(n=int(question["chapter"][:2]))
    return h(
        "li",
        h("div", Raw(question["text"]), class_="key-question"),
        h("div", answer, class_="key-answer"),
        h("div", Raw(question["explanation"]), class_="key-why"),
        h("p", goal, " ", Raw(question["goal"]), class_="key-goal"),
    )
