"""Every interview of the book, over every state it can reach: a conversation, not a quiz with lines."""

import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from denouement.compiler.interviews import compile_interview
from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview

PATHS = sorted((Path(__file__).parents[3] / "book" / "fr" / "interviews").glob("*.toml"))
WISE, PASSING = ("fitting", "refusal"), 0.6  # as in web/interview.js
MOST_BYTES = 60_000
#: What makes the buyer speak of what they want.
NEED_DRIVEN = ("implication", "need", "restate", "silence")


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def interview(request):
    return read_interview(request.param)


@pytest.fixture(scope="module")
def graph(interview):
    return walk(interview)


def endings(graph, says):
    """The endings that a seller who says `says` whenever it can be said may reach, whatever they say elsewhere."""
    waiting, seen = [graph.start], set()
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting += [step.to for step in said_there(graph, state, says)]
    return [state for state in seen if graph.is_ending(state)]


def mean_score(graph, says=lambda choice: True):
    """The mean score of that seller, who draws among what they may say."""
    chances = defaultdict(float, {graph.start: 1.0})
    total = 0.0
    for state in forward(graph):
        steps = said_there(graph, state, says)
        for step in steps:
            chances[step.to] += chances[state] / len(steps)
        if not steps:
            total += chances[state] * graph.score(state)
    return total


def said_there(graph, state, says):
    steps = graph.steps[state]
    return [step for step in steps if says(step.choice)] or steps


def forward(graph):
    """States, each after all those that lead to it."""
    left = defaultdict(int)
    for steps in graph.steps.values():
        for step in steps:
            left[step.to] += 1
    ready = [graph.start]
    while ready:
        state = ready.pop()
        yield state
        for step in graph.steps[state]:
            left[step.to] -= 1
            if not left[step.to]:
                ready.append(step.to)


def is_success(graph, state):
    return graph.ending(state).kind in WISE and graph.score(state) >= PASSING * graph.best[graph.start]


def changes(graph, state, step):
    """Whether the buyer is no longer the same: a gauge has moved, or a need is said."""
    return step.to[1:] != state[1:]


def test_there_are_interviews():
    assert PATHS


def test_no_conversation_stops_before_an_ending(graph):
    assert all(bool(steps) != graph.is_ending(state) for state, steps in graph.steps.items())


def test_every_turn_and_every_ending_is_reached(graph, interview):
    reached = {state[0] for state in graph.steps}
    assert reached == {*interview.turns, *interview.endings}


def test_every_reply_is_heard_in_some_conversation(graph, interview):
    heard = {id(step.reply) for steps in graph.steps.values() for step in steps}
    written = [(c.id, r.says) for t in interview.turns.values() for c in t.choices for r in c.replies]
    silent = [
        (c.id, r.says) for t in interview.turns.values() for c in t.choices for r in c.replies if id(r) not in heard
    ]
    assert silent == [] and written


def test_the_buyer_never_says_the_same_line_twice_in_a_row(graph, interview):
    last = defaultdict(set, {graph.start: {interview.opening}})
    for step in (step for steps in graph.steps.values() for step in steps):
        last[step.to].add(step.reply.says)
    repeated = [s.reply.says for state, steps in graph.steps.items() for s in steps if s.reply.says in last[state]]
    assert repeated == []


def test_every_way_to_the_best_score_changes_the_buyer_at_least_eight_times(graph):
    fewest = {}
    for state in reversed(list(forward(graph))):
        best = [step for step in graph.steps[state] if graph.best[step.to] == graph.best[state]]
        fewest[state] = min((fewest[step.to] + changes(graph, state, step) for step in best), default=0)
    assert fewest[graph.start] >= 8


def test_it_may_end_in_a_fitting_sale_a_wise_refusal_a_regret_or_nothing(graph):
    kinds = {graph.ending(state).kind for state in graph.steps if graph.is_ending(state)}
    assert {"fitting", "refusal", "regret"} <= kinds


def test_every_need_can_be_said_and_left_unsaid(graph, interview):
    said = [state[2] for state in graph.steps if graph.is_ending(state)]
    for need in interview.needs:
        assert {need in needs for needs in said} == {True, False}


@pytest.mark.parametrize(
    ("greed", "says"),
    [
        ("the open question", lambda choice: choice.open),
        ("the product", lambda choice: choice.style == "product"),
        ("the close", lambda choice: choice.style == "close"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_always_saying_the_same_kind_of_thing_ends_badly(graph, greed, says):
    assert not [graph.ending(state).title for state in endings(graph, says) if is_success(graph, state)], greed


@pytest.mark.thorough
@pytest.mark.parametrize("path", [path for path in PATHS if path.stem.startswith("entretien-")], ids=lambda p: p.stem)
def test_with_a_customer_scores_put_strategies_in_a_sensible_order(path):
    """A rehearsal among colleagues is no `entretien-`: there is nothing to sell in it, nor to close."""
    graph = walk(read_interview(path))
    scores = [
        graph.best[graph.start],
        mean_score(graph, lambda choice: choice.style in NEED_DRIVEN),
        mean_score(graph),
        mean_score(graph, lambda choice: choice.style == "product"),
        mean_score(graph, lambda choice: choice.style == "close"),
    ]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == len(scores), scores


def test_what_serves_best_is_given_away_neither_by_its_place_nor_by_its_length(graph):
    places, longest, turns = set(), set(), set()
    for state, steps in graph.steps.items():
        top = max((graph.best[step.to] for step in steps), default=None)
        best = [place for place, step in enumerate(steps) if graph.best[step.to] == top]
        if len(best) == 1:
            lengths = [len(step.choice.text) for step in steps]
            places.add(best[0])
            turns.add(state[0])
            longest |= {state[0]} if lengths[best[0]] == max(lengths) else set()
    assert len(places) >= 3
    assert len(longest) <= len(turns) / 2, sorted(longest)


def test_the_learner_writes_their_own_words_three_or_four_times(interview):
    assert 3 <= sum(turn.write for turn in interview.turns.values()) <= 4


@pytest.mark.thorough
def test_it_is_light_enough_to_stand_in_a_page(interview):
    assert len(gzip.compress(json.dumps(compile_interview(interview)).encode())) <= MOST_BYTES
