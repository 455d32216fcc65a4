"""A buying group: everyone's yes, and a plan of visits."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.buying_group import ASSUMED, CEB, all_agree, plan

SHARE = st.floats(0, 1)
VISITS = st.integers(0, 6)


def test_six_at_80_percent_from_26_when_each_decides_alone_to_80_when_they_are_as_one():
    assert all_agree(6, 0.8) == pytest.approx(0.262, abs=0.0005)
    assert all_agree(6, 0.8, together=1) == 0.8


@given(st.integers(1, 10), SHARE, SHARE)
def test_together_never_beats_one_person_nor_falls_below_independence(people, chance, together):
    assert chance**people - 1e-9 <= all_agree(people, chance, together) <= chance + 1e-9


def test_two_then_three_deciders_as_reported_do_not_follow_the_product():
    """55 % is below what two independent people at 81 % would give, 60 % above what three would."""
    assert CEB[2] < all_agree(2, CEB[1]) and CEB[3] > all_agree(3, CEB[1])


@given(VISITS, VISITS, VISITS, VISITS)
def test_what_becomes_of_a_deal_adds_up(field, vetoes, decider, chase):
    found = plan(field=field, vetoes=vetoes, decider=decider, chase=chase)
    assert found.blocked + found.refused + found.slipped + found.signed == pytest.approx(1)
    assert found.days == 3 * field + 2 * vetoes + decider + chase
    assert found.signed_unchased <= found.signed + 1e-12


@given(VISITS, VISITS, VISITS, VISITS, st.sampled_from(["field", "vetoes", "decider", "chase"]))
def test_one_more_visit_never_hurts(field, vetoes, decider, chase, more):
    visits = {"field": field, "vetoes": vetoes, "decider": decider, "chase": chase}
    signed = [plan(**visits | {more: visits[more] + extra}).signed for extra in range(3)]
    assert signed[0] <= signed[1] + 1e-12 and signed[1] <= signed[2] + 1e-12


@pytest.mark.thorough
def test_the_plan_is_what_a_simulation_of_six_people_gives():
    rng, a = random.Random(6), ASSUMED
    field, vetoes, decider, chase, drawn = 1, 2, 2, 1, 60_000
    removed = a["alone"] + a["figures"] * (1 - (1 - a["counting"]) ** field)
    signed = 0
    for _ in range(drawn):
        doubts = [a["veto"] * (1 - removed) ** vetoes] * 2 + [a["reluctance"] * (1 - removed) ** decider]
        yes = all(rng.random() >= doubt for doubt in doubts)
        signed += yes and rng.random() >= a["slip"] * (1 - a["rescue"]) ** chase
    assert plan(field=field, vetoes=vetoes, decider=decider, chase=chase).signed == pytest.approx(
        signed / drawn, abs=0.01
    )


@pytest.mark.parametrize("call", [lambda: all_agree(0, 0.5), lambda: all_agree(2, 1.1), lambda: all_agree(2, 0.5, 2)])
def test_impossible_groups_are_refused(call):
    with pytest.raises(ValueError):
        call()
