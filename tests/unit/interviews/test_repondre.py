"""The rehearsal « Répondre à votre directeur »: what makes the pencil, what makes the ink."""

from pathlib import Path

import pytest

from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview

PATH = Path(__file__).parents[3] / "book/fr/interviews/repondre-directeur.toml"


@pytest.fixture(scope="module")
def graph():
    return walk(read_interview(PATH))


def ends(graph, name):
    return [state for state in graph.steps if state[0] == name]


def gauge(graph, state, name):
    return dict(zip((g.id for g in graph.interview.gauges), state[1], strict=True))[name]


def test_the_pencil_takes_a_precise_sign_and_what_will_be_done_without_it(graph):
    assert all(
        gauge(graph, state, "signe") == 2 and gauge(graph, state, "regle") == 1 for state in ends(graph, "crayon")
    )


def test_promising_in_the_customer_s_place_twice_never_ends_in_pencil(graph):
    assert max(gauge(graph, state, "promis") for state in ends(graph, "crayon")) <= 1


def test_she_says_her_real_question_only_once_it_can_be_answered(graph):
    said = [state for state in graph.steps if "signe" in state[2]]
    assert said and {state[0] for state in said} == {"crayon"}
    assert max(graph.score(state) for state in said) == graph.best[graph.start]


def test_asking_plainly_at_the_end_works_when_the_rest_is_written(graph):
    """« Pas de closing » is not « never ask »."""
    asked = [step.to for steps in graph.steps.values() for step in steps if step.choice.id == "reserver"]
    assert {state[0] for state in asked} == {"crayon", "encre"}


def test_what_can_be_undone_is_only_learnt_by_asking(graph):
    learnt = {step.choice.id for steps in graph.steps.values() for step in steps if step.reply.reveals == "retour"}
    assert learnt == {"irreversible", "combien"}
