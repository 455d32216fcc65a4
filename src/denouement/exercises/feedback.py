"""From a verdict to the sentence a learner reads, in a notebook, in the page, in the report of `denouement grade`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from unicodedata import category

from ..catalogue import unseal, words
from ..sentences import show
from .core import Status, Verdict
from .judging import BUG

_HOLE = re.compile(r"\{([^{}]+)\}")
_CODE = re.compile(r"`([^`]*)`")


@dataclass(frozen=True)
class Feedback:
    """What `check`, `hint` and `solution` give back: shown by Jupyter, and readable from Python (`.status`)."""

    id: str
    status: Status
    key: str
    sentence: str  # what was found, in plain text
    text: str  # the same with the word of the status and the example: what Jupyter's text output shows
    html: str
    points: int = 0  # earned by this answer

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def feedback(item: Mapping, verdict: Verdict) -> Feedback:
    """The feedback of compiled exercise `item` for `verdict`."""
    try:
        sentence = sentence_of(item, verdict)
    except (LookupError, TypeError) as error:  # a hole that the check does not fill: our fault, said as such
        verdict = Verdict("error", BUG, {"detail": f"{item['id']}, {verdict.key}, {error!r}"})
        sentence = sentence_of(item, verdict)
    label = words()[f"exercise.status.{verdict.status}"]
    plain = as_text(sentence)
    text = f"{label} — {plain}"
    html = f"<strong>{escape(label)}</strong> — {as_html(sentence)}"
    example = verdict.params.get("exemple")
    if example:
        text += f"\n{words()['exercise.example']}\n{example}"
        html += f"<p>{escape(words()['exercise.example'])}</p><pre><code>{escape(str(example))}</code></pre>"
    points = verdict.points(item["public"]["points"]) if "public" in item else 0
    return Feedback(item["id"], verdict.status, verdict.key, plain, text, framed(verdict.status, html), points)


def sentence_of(item: Mapping, verdict: Verdict) -> str:
    """The sentence of a verdict, `code` between backquotes: the exercise's own, or an interface word."""
    if not verdict.key.startswith("exercise."):
        return fill(unseal(item["sealed"])["feedback"][verdict.key], verdict.params)
    sentence = fill(words()[verdict.key], verdict.params)
    if verdict.key.startswith("exercise.error."):
        return with_place(sentence, verdict.params)
    return sentence


def with_place(explanation: str, error: Mapping[str, float | str]) -> str:
    """An explained error with the learner's line before it and the call that led there after it, where known."""
    place = "exercise.place.source" if error["source"] else "exercise.place.line"
    before = fill(words()[place], error) if error["line"] else ""
    after = fill(words()["exercise.place.call"], error) if error.get("call") else ""
    return " ".join(part for part in (before, explanation, after) if part)


def fill(template: str, params: Mapping[str, float | str]) -> str:
    """`template` with its {holes} filled: text as it is (but no backquote), numbers as `sentences` shows them."""

    def value(hole: re.Match) -> str:
        given = params.get(hole[1])
        return _harmless(given) if isinstance(given, str) else show(hole[1], params)

    return _HOLE.sub(value, template)


def _harmless(text: str) -> str:
    """A learner's text inside our sentence: no backquote, and nothing that would drive a terminal."""
    return "".join("·" if category(c).startswith("C") else c for c in text.replace("`", "'"))


def as_text(sentence: str) -> str:
    return sentence.replace("`", "")


def as_html(sentence: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(sentence, quote=False))


def framed(status: str, inside: str) -> str:
    """A frame that reads in light and dark, in any notebook."""
    return (
        f'<div class="denouement-verdict" data-status="{status}" role="status" '
        f'style="border-left:4px solid currentColor;padding:.4em .8em">{inside}</div>'
    )
