"""A customer who complains easily and asks for nothing: what each kind of question does, until they have had enough.

We wrote these rules; nothing here was measured. A customer has `TOPICS` subjects. Each is hidden, then a complaint,
then weighed (they have said what it costs them), then a need said aloud; a complaint that is weighed may also turn out
to be a mood, and is dropped. A question may move one subject; one that moves nothing falls flat. Every question wearies
by 1, a flat one by 2; when weariness reaches the customer's patience, they get up.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum
from random import Random
from typing import NamedTuple

TOPICS = 5
PROBLEM, IMPLICATION, NEED = "problem", "implication", "need"
QUESTIONS = (PROBLEM, IMPLICATION, NEED)

#: How a seller digs: reading out a list; asking what the customer wants as soon as they complain; weighing first.
LIST, AT_ONCE, WEIGHED = "list", "at once", "weighed"
MANNERS = (LIST, AT_ONCE, WEIGHED)

#: What the model assumes, and what a test varies by ±25 %.
ASSUMED = {
    "weigh": 0.8,  # an implication question about a complaint gets it weighed
    "real": 0.6,  # a complaint that is weighed turns out to be more than a mood
    "say": 0.8,  # a need question about a weighed complaint gets the need said
    "early": 0.15,  # the same question about a complaint that was never weighed
    "flat": 2.0,  # weariness of a question that moves nothing (the others: 1)
    "patience": 18.0,  # weariness at which the customer gets up
}


class Subjects(NamedTuple):
    """How many subjects stand where. Their sum never changes."""

    hidden: int
    complaints: int
    weighed: int
    said: int
    dropped: int


@dataclass(frozen=True)
class Outcome:
    """One thing that may follow a question: its probability, the subjects after it, whether it fell flat."""

    chance: float
    subjects: Subjects
    flat: bool


def outcomes(subjects: Subjects, question: str, *, follows: bool, **assumed: float) -> list[Outcome]:
    """What `question` may do, with the probability of each outcome; they sum to 1.

    A seller who `follows` the customer asks about a subject that stands where the question needs it; one who reads
    out a list asks about any subject, all equally likely. ValueError for an unknown question.
    """
    rules = {**ASSUMED, **assumed}
    if question not in QUESTIONS:
        raise ValueError(f"no question is called {question!r}")
    hidden, complaints, weighed, said, dropped = subjects
    moved: list[tuple[float, Subjects]] = []
    if question == PROBLEM:
        met = _met(hidden, subjects, follows)
        moved = [(met, Subjects(hidden - 1, complaints + 1, weighed, said, dropped))]
    elif question == IMPLICATION:
        met = _met(complaints, subjects, follows) * min(1.0, rules["weigh"])
        real = min(1.0, rules["real"])
        moved = [
            (met * real, Subjects(hidden, complaints - 1, weighed + 1, said, dropped)),
            (met * (1 - real), Subjects(hidden, complaints - 1, weighed, said, dropped + 1)),
        ]
    else:
        ripe = _met(weighed, subjects, follows)
        # A seller who follows asks about a complaint never weighed only when none has been.
        green = 0.0 if follows and weighed else _met(complaints, subjects, follows)
        moved = [
            (ripe * min(1.0, rules["say"]), Subjects(hidden, complaints, weighed - 1, said + 1, dropped)),
            (green * min(1.0, rules["early"]), Subjects(hidden, complaints - 1, weighed, said + 1, dropped)),
        ]
    found = [Outcome(chance, after, False) for chance, after in moved if chance > 0]
    left = 1 - fsum(outcome.chance for outcome in found)
    return [*found, Outcome(left, subjects, True)] if left > 1e-12 else found


def _met(standing: int, subjects: Subjects, follows: bool) -> float:
    """The probability that a question meets one of the `standing` subjects."""
    return float(bool(standing)) if follows else standing / sum(subjects)


@dataclass(frozen=True)
class Moment:
    """After so many questions, on average: subjects still hidden, complaints (weighed or not), needs said aloud,
    complaints dropped as moods; and the share of customers still there."""

    hidden: float
    complaints: float
    said: float
    dropped: float
    there: float


def interview(*, deep: float, manner: str, questions: int = 24, **assumed: float) -> list[Moment]:
    """The exact averages after 0, 1, … `questions` questions, a share `deep` of which dig into what was said.

    The other questions ask for problems. `manner` is one of MANNERS: LIST draws implication and need questions, half
    the time each, about any subject; AT_ONCE asks for the need behind a complaint; WEIGHED asks what the complaint
    costs, and for the need behind a complaint already weighed. ValueError for a share outside [0, 1] or another manner.
    """
    if not 0 <= deep <= 1 or manner not in MANNERS:
        raise ValueError("deep must lie in [0, 1] and manner be one of MANNERS")
    rules = {**ASSUMED, **assumed}
    after_one = cache(lambda subjects: _after_one(subjects, deep, manner, rules))
    there = {(Subjects(TOPICS, 0, 0, 0, 0), 0.0): 1.0}
    gone: dict[Subjects, float] = defaultdict(float)
    moments = [_moment(there, gone)]
    for _ in range(questions):
        following: dict[tuple[Subjects, float], float] = defaultdict(float)
        for (subjects, weariness), weight in there.items():
            for outcome in after_one(subjects):
                now = weariness + (rules["flat"] if outcome.flat else 1.0)
                if now >= rules["patience"]:
                    gone[outcome.subjects] += weight * outcome.chance
                else:
                    following[outcome.subjects, now] += weight * outcome.chance
        there = following
        moments.append(_moment(there, gone))
    return moments


def _after_one(subjects: Subjects, deep: float, manner: str, rules: dict[str, float]) -> list[Outcome]:
    """What the next question may do, whichever it is: outcomes that end alike are one."""
    if manner == LIST:
        digging = [(IMPLICATION, deep / 2), (NEED, deep / 2)]
    else:
        digging = [(NEED if manner == AT_ONCE or subjects.weighed else IMPLICATION, deep)]
    merged: dict[tuple[Subjects, bool], float] = defaultdict(float)
    for question, share in [(PROBLEM, 1 - deep), *digging]:
        for outcome in outcomes(subjects, question, follows=manner != LIST, **rules):
            merged[outcome.subjects, outcome.flat] += share * outcome.chance
    return [Outcome(chance, after, flat) for (after, flat), chance in merged.items() if chance > 0]


def _moment(there: dict, gone: dict) -> Moment:
    every = [(subjects, weight) for (subjects, _), weight in there.items()] + list(gone.items())

    def mean(count: Callable[[Subjects], int]) -> float:
        return fsum(weight * count(subjects) for subjects, weight in every)

    return Moment(
        hidden=mean(lambda s: s.hidden),
        complaints=mean(lambda s: s.complaints + s.weighed),
        said=mean(lambda s: s.said),
        dropped=mean(lambda s: s.dropped),
        there=fsum(there.values()),
    )


# ── One customer at a time, for a seller who decides question after question ───────────────────────────

STOP = "stop"


@dataclass(frozen=True)
class Conversation:
    """How it went: needs said aloud, questions asked, whether the customer got up before the seller stopped."""

    said: int
    questions: int
    walked_out: bool

    @property
    def worth(self) -> float:
        """Needs that the seller could read back: half of them when the customer walked out."""
        return self.said / 2 if self.walked_out else float(self.said)


def converse(
    choose: Callable[[Subjects, float, int], str], rng: Random, *, topics: int = TOPICS, **assumed: float
) -> Conversation:
    """One customer, led by `choose(subjects, weariness, asked)`: one of QUESTIONS, or STOP to read back and leave.

    The n-th question of a kind meets the same luck whatever was asked before it, so that two sellers who face the same
    `rng` face the same customer. ValueError for an answer that is neither a question nor STOP.
    """
    rules = {**ASSUMED, **assumed}
    luck = {question: Random(rng.random()) for question in QUESTIONS}
    subjects, weariness, asked = Subjects(topics, 0, 0, 0, 0), 0.0, 0
    while weariness < rules["patience"]:
        question = choose(subjects, weariness, asked)
        if question == STOP:
            return Conversation(subjects.said, asked, False)
        possible = outcomes(subjects, question, follows=True, **rules)
        outcome = _drawn(possible, luck[question].random())
        subjects, weariness, asked = outcome.subjects, weariness + (rules["flat"] if outcome.flat else 1.0), asked + 1
    return Conversation(subjects.said, asked, True)


def _drawn(possible: Sequence[Outcome], at: float) -> Outcome:
    """The outcome that a number drawn uniformly in [0, 1) falls on."""
    for outcome in possible:
        at -= outcome.chance
        if at < 0:
            return outcome
    return possible[-1]
