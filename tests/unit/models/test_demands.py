"""Demands drawn one by one, and a rule that plays a quarter."""

from random import Random

import pytest

from denouement.exercises.refuser import THRESHOLD, pursue
from denouement.models.demands import COUNT, DAYS, draw, left, sale, trimestre

DEMAND = {"prix": 38_500, "chances": 0.5, "vente": 9_000, "retours": 0.1, "cout_retour": 30_000, "jours": 4}


def test_a_demand_leaves_what_the_chapter_computes():
    assert sale(DEMAND) == 6_000
    assert left(DEMAND) == 520


def test_a_quarter_never_spends_more_days_than_it_has():
    book = draw(Random(1))
    assert len(book) == COUNT
    played = trimestre(lambda demand: True, book)
    spent = 0
    for demand in book:
        spent += demand["jours"] if spent + demand["jours"] <= DAYS else 0
    assert played["journees_vides"] == DAYS - spent


def test_what_is_refused_costs_nothing():
    assert trimestre(lambda demand: False, [DEMAND] * 5) == {
        "reste": 0,
        "poursuivies": 0,
        "journees_vides": DAYS,
    }
    assert trimestre(lambda demand: True, [DEMAND] * 3, 9)["poursuivies"] == 2


@pytest.mark.parametrize("seed", range(5))
def test_the_reference_keeps_more_than_a_rule_that_only_asks_for_something_left(seed):
    rng = Random(seed)
    books = [draw(rng) for _ in range(8)]

    def kept(rule):
        return sum(trimestre(rule, book)["reste"] for book in books)

    assert kept(lambda demand: left(demand) > 0) < 0.85 * kept(pursue)
    assert kept(lambda demand: left(demand) > 2_500 * demand["jours"]) < 0.85 * kept(pursue)
    assert pursue(DEMAND | {"jours": 1}) is (left(DEMAND | {"jours": 1}) >= THRESHOLD)
