"""Nadia Berthier: what she is asked to confirm is what she has said, and the plant's figures hold together."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview

PATH = Path(__file__).parents[3] / "book" / "fr" / "interviews" / "entretien-berthier.toml"
BINS, START = 2600, 15.0  # a day, and the hour at which washing starts


@pytest.fixture(scope="module")
def graph():
    return walk(read_interview(PATH))


@pytest.mark.parametrize("need", ["matin", "preuve", "nuit"])
def test_a_need_counts_as_wanted_if_and_only_if_she_has_said_it(graph, need):
    gauge = [gauge.id for gauge in graph.interview.gauges].index(need)
    for _turn, gauges, said in graph.steps:
        assert (gauges[gauge] == 2) == (need in said)


def test_a_fitting_sale_needs_a_need_that_a_machine_meets_and_that_she_has_confirmed(graph):
    confirmed = [gauge.id for gauge in graph.interview.gauges].index("redit")
    for state in graph.steps:
        if state[0] == "essai":
            assert state[2] & {"matin", "nuit"} and state[1][confirmed] == 1


def test_a_refusal_is_wise_only_when_no_such_need_was_said(graph):
    for state in graph.steps:
        if state[0] == "refus":
            assert not state[2] & {"matin", "nuit"}
        if state[0] == "scrupule":
            assert state[2] & {"matin", "nuit"}


def test_a_regretted_sale_is_worth_less_than_no_sale(graph):
    scores = {}
    for state in graph.steps:
        if graph.is_ending(state):
            scores.setdefault(graph.ending(state).kind, set()).add(graph.score(state))
    assert max(scores["regret"]) < min(scores["lost"] | scores["refusal"] | scores["fitting"])


def test_the_figures_of_the_conversation_are_those_of_the_plant():
    text = PATH.read_text(encoding="utf-8")
    hours = {rate: BINS / rate for rate in (150, 180, 400)}
    assert START + hours[400] == 21.5 and "21 h 30" in text
    assert int((START + hours[180]) % 24) == 5  # the old machine ends after the slicing line should start
    assert (int(hours[150]), round(hours[150] % 1 * 60)) == (17, 20) and "17 h 20" in text
    assert hours[150] > hours[180]  # the small machine would be slower than the old one
    assert 14 * 35 == 490 and 490 // 60 == 8
    delivered = date(2025, 9, 18) + timedelta(weeks=14)
    assert delivered == date(2025, 12, 25) and delivered > date(2025, 11, 24)
    assert date(2025, 10, 7).strftime("%w") == "2"  # « mardi 7 »
