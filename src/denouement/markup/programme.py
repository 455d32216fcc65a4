"""The HTML of the programme: durations, contents chapter by chapter, and what a training body fills in."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ..typography import NBSP, french
from .html import Raw, h, join

Words = Mapping[str, str]

#: What French training bodies publish and only they can say (Qualiopi, indicator 1), in the order of the page.
ORGANISATION = ("name", "contact", "access", "delay", "price", "group", "trainer", "disability", "updated")
#: What one does in a chapter, in the order it is said; recalls and free text are not counted.
COUNTED = ("quiz", "prediction", "lab", "interview")


def time_said(least: int, most: int | None = None) -> str:
    """Minutes as one says them, or a range of them.

    >>> [time_said(*n).replace(NBSP, " ") for n in ((27,), (192,), (120,), (5, 10), (7, 7))]
    ['27 minutes', '3 h 12', '2 h', '5 à 10 minutes', '7 minutes']
    """
    if most is not None and most != least:
        return f"{least} à {time_said(most)}"
    whole, rest = divmod(least, 60)
    if not whole:
        return f"{rest}{NBSP}minutes"
    return f"{whole}{NBSP}h{NBSP}{rest:02}" if rest else f"{whole}{NBSP}h"


def duration_html(said: str) -> Raw:
    """A computed duration inside a sentence."""
    return h("span", said, class_="duration")


def durations_html(course: Sequence[Mapping], tests: Sequence[Mapping], words: Words) -> Raw:
    """One line per chapter and per test (its public part and its `minutes`), and the sum of it all."""
    rows = [
        *((words["site.chapter"].format(n=one["number"]), one["title"], one["minutes"]) for one in course),
        *(("", _test(one, words), one["minutes"]) for one in tests),
    ]
    total = sum(minutes for *_, minutes in rows)
    return h(
        "table",
        h("thead", h("tr", *(h("th", words[f"programme.{name}"], scope="col") for name in ("part", "time")))),
        h("tbody", *(_row(where, what, minutes) for where, what, minutes in rows)),
        h("tfoot", h("tr", h("th", words["programme.total"], scope="row"), h("td", time_said(total)))),
        class_="durations",
    )


def _test(test: Mapping, words: Words) -> str:
    return words["programme.test.questions"].format(title=test["title"], n=len(test["questions"]))


def _row(where: str, what: str, minutes: int) -> Raw:
    part = join(h("span", where, class_="part"), " ") if where else None
    return h("tr", h("th", part, what, scope="row"), h("td", time_said(minutes)))


def syllabus_html(course: Sequence[Mapping], words: Words) -> Raw:
    """Each chapter: its objectives, its stops and their minutes, what one does there, what to know before."""
    return h("div", *(_chapter(chapter, words) for chapter in course), class_="syllabus")


def _chapter(chapter: Mapping, words: Words) -> Raw:
    number = h("span", str(chapter["number"]), class_="syllabus-number")
    stops = h("ol", *(_stop(stop, chapter["url"], words) for stop in chapter["stops"]), class_="syllabus-stops")
    return h(
        "section",
        h("h3", number, " ", h("a", chapter["title"], href=chapter["url"])),
        h("p", _pace(chapter, words), class_="syllabus-pace"),
        h("ul", *(h("li", Raw(goal["html"])) for goal in chapter["objectives"]), class_="objectives"),
        stops,
    )


def _stop(stop: Mapping, url: str, words: Words) -> Raw:
    minutes = h("span", words["site.minutes"].format(minutes=stop["minutes"]), class_="minutes")
    return h("li", h("a", stop["title"], href=f"{url}#{stop['id']}"), " ", minutes)


def _pace(chapter: Mapping, words: Words) -> str:
    """« 27 minutes. 14 questions, 2 paris, 1 laboratoire. À savoir avant : le chapitre 1. »"""
    counts = Counter(chapter["kinds"])
    done = (_counted(kind, counts[kind], words) for kind in COUNTED if counts[kind])
    before = words["programme.before"].format(what=french(chapter["prerequisites"]))
    return f"{time_said(chapter['minutes'])}. {', '.join(done)}. {before}"


def _counted(kind: str, n: int, words: Words) -> str:
    return words[f"programme.{kind}.{'one' if n == 1 else 'many'}"].format(n=n)


def organisation_html(words: Words) -> Raw:
    """The fields that only the training body can fill in; a script keeps what is typed on this device."""
    fields = (
        h(
            "p",
            h("label", words[f"organisation.{name}"], for_=f"organisation-{name}"),
            h("textarea", id=f"organisation-{name}", name=name, rows=2),
            class_="organisation-field",
        )
        for name in ORGANISATION
    )
    return h(
        "form",
        h("p", words["organisation.title"], class_="organisation-title"),
        h("p", words["organisation.how"], class_="help"),
        *fields,
        class_="organisation",
        data_organisation=True,
        novalidate=True,
        autocomplete="off",
        aria_label=words["organisation.title"],
    )
