"""Fisher's exact test and the odds ratio: published values, and their symmetries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.two_by_two import fisher_2x2, odds_ratio

TABLES = st.tuples(*[st.integers(0, 40)] * 4).filter(any)


@pytest.mark.parametrize(
    ("table", "p"),
    [
        ((3, 1, 1, 3), 34 / 70),  # Fisher's tea taster, two-sided
        ((11, 19, 21, 9), 0.0191),  # Rackham's extreme groups, as in the dossier
        ((219, 201, 8, 20), 0.0187),  # needs defined against the rest
        ((165, 173, 8, 19), 0.0707),  # the same, distinct rows
        ((2, 10, 15, 3), 0.0005367),  # the twins of Fisher (1934), as R gives them
    ],
)
def test_published_values(table, p):
    assert fisher_2x2(*table) == pytest.approx(p, rel=5e-3)


@given(TABLES)
def test_the_names_of_groups_and_outcomes_do_not_matter(table):
    a, b, c, d = table
    p = fisher_2x2(a, b, c, d)
    assert 0 < p <= 1
    assert p == fisher_2x2(c, d, a, b) == fisher_2x2(b, a, d, c) == fisher_2x2(a, c, b, d)


@given(st.integers(1, 40), st.integers(1, 40))
def test_two_groups_alike_surprise_nobody(won, lost):
    assert fisher_2x2(won, lost, won, lost) == 1
    assert odds_ratio(won, lost, won, lost) == 1


@given(st.tuples(*[st.integers(1, 40)] * 4))
def test_swapping_the_groups_inverts_the_odds_ratio(table):
    a, b, c, d = table
    assert odds_ratio(a, b, c, d) * odds_ratio(c, d, a, b) == pytest.approx(1)


@pytest.mark.parametrize("table", [(0, 0, 0, 0), (1, -1, 2, 3)])
def test_impossible_counts_are_refused(table):
    with pytest.raises(ValueError):
        fisher_2x2(*table)


def test_an_odds_ratio_needs_both_outcomes():
    with pytest.raises(ValueError, match="odds ratio"):
        odds_ratio(5, 0, 3, 2)
