"""How many customers it takes to see a gap."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.sample_size import n_per_arm
from denouement.models.two_by_two import fisher_2x2

RATES = st.integers(2, 98).map(lambda percent: percent / 100)


@pytest.mark.parametrize(("first", "second", "expected"), [(0.42, 0.33, 454), (0.72, 0.76, 1887)])
def test_the_photo_store_as_in_the_dossier(first, second, expected):
    assert n_per_arm(first, second) == expected


def test_a_published_value():
    """Fleiss, Levin and Paik (2003), table A.4 without correction: 0.60 against 0.70, 5 % and 80 %."""
    assert n_per_arm(0.60, 0.70) == 356


@given(RATES, RATES)
def test_order_and_complement_do_not_matter(first, second):
    if first != second:
        assert n_per_arm(first, second) == n_per_arm(second, first)
        assert abs(n_per_arm(first, second) - n_per_arm(1 - first, 1 - second)) <= 1  # up to rounding


def test_more_power_takes_more_customers():
    assert n_per_arm(0.42, 0.33, power=0.9) > n_per_arm(0.42, 0.33) > n_per_arm(0.42, 0.33, power=0.5)


def test_with_that_many_the_gap_is_seen_about_four_times_in_five():
    """A simulation, judged by Fisher's test, which is a little more severe than the formula's."""
    rng, seen, tries = random.Random(4), 0, 400
    number = n_per_arm(0.5, 0.2)
    for _ in range(tries):
        a, b = (sum(rng.random() < rate for _ in range(number)) for rate in (0.5, 0.2))
        seen += fisher_2x2(a, number - a, b, number - b) < 0.05
    assert 0.68 < seen / tries < 0.88


@pytest.mark.parametrize("rates", [(0.4, 0.4), (-0.1, 0.4), (0.4, 1.2)])
def test_impossible_rates_are_refused(rates):
    with pytest.raises(ValueError):
        n_per_arm(*rates)
