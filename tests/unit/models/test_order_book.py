"""A quarter's demands and too few days."""

from dataclasses import astuple

import pytest

from denouement.models.order_book import ASSUMED, DAYS, KEPT, MARGIN, RATES, TURNOVER, kinds, quarter, revealing

EVERYTHING = {"threshold": None, "days": 4, "counting": 0, "bonus": TURNOVER}
THRESHOLDS = range(0, 2_000, 10)


def left(demands, threshold):
    return quarter(threshold=threshold, days=3, counting=0.5, bonus=KEPT, demandes=demands).left


def test_the_kinds_of_demands_make_the_whole_book():
    whole = list(kinds(36, 0.3))
    assert sum(kind.number for kind in whole) == pytest.approx(36)
    assert sum(kind.number for kind in whole if not kind.need) == pytest.approx(10.8)


def test_demands_are_refused_pursued_or_left_unanswered():
    found = quarter(**EVERYTHING)
    assert found.refused == 0
    assert found.days == pytest.approx(DAYS)
    assert found.unanswered == pytest.approx(36 - DAYS / 4)


def test_a_house_that_refuses_everything_pays_its_days_for_nothing():
    found = quarter(threshold=10**6, days=4, counting=0, bonus=TURNOVER)
    assert found.refused == pytest.approx(36)
    assert (found.signed, found.turnover, found.left) == (0, 0, -DAYS * 620)


@pytest.mark.thorough
@pytest.mark.parametrize(("demands", "best"), [(36, 940), (24, 470), (12, 0)])
def test_the_best_threshold_rises_with_the_book(demands, best):
    assert max(THRESHOLDS, key=lambda threshold: left(demands, threshold)) == best


@pytest.mark.parametrize("demands", [6, 12, 24, 36])
def test_even_an_empty_book_does_better_without_losing_sales(demands):
    assert left(demands, 0) > left(demands, None)


def test_a_seller_paid_at_the_signature_reveals_less():
    numbers = {"revele": 0.6, "aveugle": 0.4}
    assert revealing(0.5, KEPT, **numbers) == pytest.approx(0.6)
    assert revealing(1, KEPT, **numbers) == pytest.approx(0.84)
    assert revealing(0.5, MARGIN, **numbers) == pytest.approx(0.36)
    assert revealing(0, KEPT, **numbers) == 0


def test_the_bonus_is_a_share_of_what_it_is_computed_on():
    found = quarter(**EVERYTHING)
    assert found.bonus == pytest.approx(RATES[TURNOVER] * found.turnover)
    with pytest.raises(ValueError):
        quarter(threshold=None, days=4, counting=0, bonus="plaisir")


@pytest.mark.parametrize("name", ASSUMED)
def test_worse_assumptions_never_leave_more(name):
    harmful = {"sans", "retour-sans", "retour-avec", "cout-retour", "service", "aveugle", "cede", "attente"}
    base = quarter(threshold=0, days=3, counting=0.5, bonus=MARGIN)
    more = quarter(threshold=0, days=3, counting=0.5, bonus=MARGIN, **{name: 1.1 * ASSUMED[name]})
    gained = more.left - base.left
    assert gained <= 1e-6 if name in harmful else gained >= -1e-6


def test_everything_counted_is_finite_and_not_negative_but_what_is_left():
    assert all(value >= 0 for value in astuple(quarter(**EVERYTHING))[:-1])
