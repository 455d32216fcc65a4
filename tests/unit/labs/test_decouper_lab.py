"""The lab of six people and twelve days teaches what its chapter says."""

from pathlib import Path

import pytest

from denouement.labs import LABS, read_lab, survey
from denouement.labs.decouper import BETTER, DAY_COST, DAYS, EVEN, MARGIN
from denouement.models.buying_group import ASSUMED, plan

BOOK = Path(__file__).parents[3] / "book" / "fr"
PRICE, GROSS = 94_000, 0.30  # a Marée 400 (story)


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "decouper-visites.toml", LABS)


@pytest.fixture(scope="module")
def reached(lab):
    return [(position, result) for position, result in lab.walk() if lab.succeeds(result)]


def test_the_money_is_that_of_the_story():
    assert round(2 * PRICE * GROSS) == MARGIN
    assert DAY_COST == 620


def test_two_visits_to_each_fill_the_twelve_days_and_set_the_target(lab):
    even = plan(**EVEN)
    assert even.days == DAYS
    assert round(100 * even.signed) == 43
    assert lab.outcome(lab.start()).metrics["cible"] == round(100 * BETTER * even.signed) == 45


def test_one_visit_each_then_four_chases_harvests_little(lab):
    start = lab.outcome(lab.start())
    assert start.verdict == "belle-fin"
    assert round(start.metrics["signees"]) == 27 and round(start.metrics["recoltees"]) == 6


def test_whoever_succeeds_sees_the_field_once_and_those_who_can_say_no_twice_or_more(reached):
    assert reached
    for position, _ in reached:
        assert position["terrain"] == 1
        assert position["bloqueurs"] >= 2 and position["jeanne"] >= 2
        assert position["relances"] < max(position["bloqueurs"], position["jeanne"]) + 2


def test_success_within_the_days_and_with_a_day_to_spare_are_both_possible(reached):
    assert {result.metrics["jours"] for _, result in reached} == {DAYS - 1, DAYS}


def test_the_first_chase_saves_3_deals_after_one_visit_each_and_7_after_the_best_plan(lab):
    best = survey(lab).best
    assert best == {"terrain": 1, "bloqueurs": 3, "jeanne": 2, "relances": 1}
    for visits, saved in (((1, 1, 1), 3), ((1, 3, 2), 7)):
        field, vetoes, decider = visits
        none, one = (plan(field=field, vetoes=vetoes, decider=decider, chase=n).signed for n in (0, 1))
        assert round(100 * (one - none)) == saved


def test_what_becomes_of_a_hundred_deals_adds_up(lab):
    for _, result in lab.walk():
        counted = [result.metrics[name] for name in ("signees", "bloquees", "jeanne-non", "perdues")]
        assert sum(counted) == pytest.approx(100)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ASSUMED)
@pytest.mark.parametrize("factor", [0.75, 1.25])
def test_the_field_seen_once_stays_better_than_never_or_thrice(lab, name, factor):
    """The shape of the lesson, not only the best setting, survives 25 % on each assumption."""
    assumed = {name: ASSUMED[name] * factor}
    best = {
        field: max(
            lab.outcome(position, **assumed).gain
            for position, result in lab.walk()
            if position["terrain"] == field and result.metrics["jours"] <= DAYS
        )
        for field in range(4)
    }
    assert max(best, key=best.get) == 1
