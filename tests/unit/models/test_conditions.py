"""Need, hours, geography, sale: joint and conditional probabilities, by formula and by drawing days."""

from random import Random

import pytest

from denouement.models.conditions import Conditions, buys_here, conditions, finds_open
from denouement.models.tanneries import BELLANGER, COMPETITORS, REACH, WITNESS, WOBBLE, Shop, tanneries
from denouement.models.town import Person

TOWN = tanneries()


def test_alone_the_three_conditions_are_enough():
    assert conditions(TOWN, BELLANGER).sale_given_all == 1
    assert conditions(TOWN, BELLANGER, availability=0.97).sale_given_all == pytest.approx(0.97)


def test_joint_is_not_conditional():
    met = conditions(TOWN, BELLANGER)
    assert met.joint < 0.3 < met.sale_given_all


def test_with_three_competitors_little_is_left_of_certainty():
    left = [conditions(TOWN, BELLANGER, COMPETITORS[:k], availability=0.97).sale_given_all for k in range(4)]
    assert left == sorted(left, reverse=True)
    assert left == pytest.approx([0.97, 0.49, 0.34, 0.20], abs=0.005)


def test_competitors_do_not_change_how_many_meet_the_three_conditions():
    assert len({conditions(TOWN, BELLANGER, COMPETITORS[:k]).joint for k in range(4)}) == 1


def test_the_witness_chooses_as_in_the_dossier():
    witness = Person(*WITNESS, 1, 12)
    assert buys_here(witness, BELLANGER, COMPETITORS[:1]) == pytest.approx(0.80, abs=0.002)
    assert buys_here(witness, BELLANGER, COMPETITORS[:2]) == pytest.approx(0.590, abs=0.002)


def test_need_and_hours_are_not_independent():
    """Whoever multiplies P(N) by the share of the week that the door is open finds far too little."""
    met = conditions(TOWN, BELLANGER)
    independent = met.need * sum(end - start for start, end in BELLANGER.hours) / 24
    assert met.need * met.open_given_need > 1.5 * independent


def test_a_shop_that_nobody_can_reach_has_no_conditional_probability():
    with pytest.raises(ValueError):
        conditions(TOWN, Shop("ailleurs", 1e6, 0, 1, ((6, 20),)))


@pytest.mark.thorough
def test_drawing_days_finds_the_same_probabilities():
    """Days drawn one person at a time, with no formula but the choice between two doors."""
    rng, rivals, drawn = Random(3), COMPETITORS[:1], 60
    need = open_ = near = sold = 0
    for _ in range(drawn):
        for person in TOWN:
            if rng.random() >= person.need:
                continue
            need += 1
            moment = rng.gauss(person.hour, WOBBLE)
            if not BELLANGER.is_open(moment):
                continue
            open_ += 1
            if person.distance(0, 0) <= REACH:
                near += 1
                sold += rng.random() < buys_here(person, BELLANGER, rivals)
    days = Conditions(need / len(TOWN) / drawn, open_ / need, near / open_, sold / near)
    exact = conditions(TOWN, BELLANGER, rivals)
    assert days.joint == pytest.approx(exact.joint, rel=0.03)
    assert days.sale_given_all == pytest.approx(exact.sale_given_all, rel=0.03)
    assert days.sold == pytest.approx(exact.sold, rel=0.05)


def test_finding_the_door_open_is_a_probability():
    assert all(0 <= finds_open(person, BELLANGER) <= 1 + 1e-12 for person in TOWN)
