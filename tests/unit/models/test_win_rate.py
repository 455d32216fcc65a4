"""Win rates when some deals are still open."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.win_rate import Deal, bounds, closed_rate, won_within

COUNTS = st.integers(0, 50)


def test_lacazes_forty_deals_can_still_end_between_30_and_92_5_percent():
    assert bounds(12, 3, 25) == (0.30, 0.925)
    assert 12 / (12 + 3) == 0.8


@given(COUNTS, COUNTS, COUNTS)
def test_the_rate_of_closed_deals_lies_within_the_bounds(won, lost, still_open):
    if won + lost:
        low, high = bounds(won, lost, still_open)
        assert low <= won / (won + lost) <= high


def test_a_deal_too_young_says_nothing_and_an_old_open_one_says_not_yet():
    deals = [Deal(0, 5, True), Deal(0), Deal(1, 12, True), Deal(2, 3, False), Deal(8, 9, True)]
    assert won_within(deals, today=12, delay=9) == 0.25
    assert won_within(deals, today=8, delay=9) is None


def test_among_ripe_deals_the_rate_is_the_true_one_when_all_ends_come_in_time():
    rng = random.Random(2)
    deals = []
    for _ in range(20_000):
        begun, won = rng.uniform(0, 24), rng.random() < 0.4
        end = begun + (rng.uniform(3, 9) if won else rng.uniform(0, 2))
        deals.append(Deal(begun, end if end <= 24 else None, won and end <= 24))
    closed = [deal for deal in deals if deal.ended is not None]
    assert won_within(deals, today=24, delay=9) == pytest.approx(0.4, abs=0.02)
    assert sum(deal.won for deal in closed) / len(closed) < 0.36  # refusals come first: the rate looks worse


def test_the_end_that_comes_first_is_counted_too_much():
    assert closed_rate(truth=0.5, won_after=9, lost_after=2, elapsed=12) == pytest.approx(3 / 13)
    assert closed_rate(truth=0.5, won_after=2, lost_after=9, elapsed=12) == pytest.approx(10 / 13)
    assert closed_rate(truth=0.5, won_after=9, lost_after=9, elapsed=12) == pytest.approx(0.5)
    assert closed_rate(truth=0.5, won_after=9, lost_after=9, elapsed=8) is None


@given(st.floats(0.05, 0.95), st.floats(0.5, 12), st.floats(0.5, 12))
def test_given_time_the_bias_fades(truth, won_after, lost_after):
    assert closed_rate(truth=truth, won_after=won_after, lost_after=lost_after, elapsed=10_000) == pytest.approx(
        truth, abs=0.001
    )


@pytest.mark.parametrize("counts", [(0, 0, 0), (-1, 2, 3)])
def test_impossible_counts_are_refused(counts):
    with pytest.raises(ValueError):
        bounds(*counts)
