"""Huff's shares: the witness values of the dossier, and what any shares must satisfy."""

from math import fsum

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from denouement.models.huff import huff

sizes = st.floats(0.01, 1e4)
shops = st.lists(st.tuples(sizes, st.floats(1, 1e5)), min_size=1, max_size=6)


def test_two_equal_bakeries_at_300_and_600_metres_share_80_20():
    assert huff([1, 1], [300, 600]) == pytest.approx([0.80, 0.20])


def test_a_supermarket_four_times_as_attractive_at_900_metres_takes_a_quarter():
    assert huff([1, 1, 4], [300, 600, 900]) == pytest.approx([0.590, 0.148, 0.262], abs=5e-4)


@given(shops, st.floats(0, 4))
def test_shares_are_positive_and_sum_to_one(pairs, beta):
    shares = huff(*zip(*pairs, strict=True), beta=beta)
    assert fsum(shares) == pytest.approx(1)
    assert min(shares) >= 0


@given(shops, st.floats(0.5, 3), st.floats(1.1, 10))
def test_only_relative_distances_count(pairs, beta, scale):
    attractions, distances = zip(*pairs, strict=True)
    assert huff(attractions, [d * scale for d in distances], beta=beta) == pytest.approx(
        huff(attractions, distances, beta=beta), abs=1e-9
    )


@given(shops, st.floats(1, 1e5), sizes)
def test_one_more_shop_leaves_the_others_in_proportion_and_takes_from_each(pairs, distance, size):
    attractions, distances = map(list, zip(*pairs, strict=True))
    before = huff(attractions, distances)
    after = huff([*attractions, size], [*distances, distance])
    assume(min(before) > 1e-6 and min(after) > 1e-6)
    assert [a / before[0] for a in before] == pytest.approx([a / after[0] for a in after[:-1]], rel=1e-6)
    assert all(a < b for a, b in zip(after, before, strict=False))


@given(st.floats(0, 4))
def test_coming_nearer_never_loses_customers(beta):
    shares = [huff([1, 1], [distance, 500], beta=beta)[0] for distance in (900, 500, 300, 100)]
    assert shares == sorted(shares)


@pytest.mark.parametrize("attractions, distances", [([], []), ([1], [1, 2]), ([1], [0]), ([-1], [5])])
def test_what_has_no_meaning_is_refused(attractions, distances):
    with pytest.raises(ValueError):
        huff(attractions, distances)
