"""The breaking point between two towns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.huff import huff
from denouement.models.reilly import breaking_point

people = st.floats(100, 1e7)


def test_80000_and_20000_inhabitants_20_km_apart_break_at_13_33_km():
    assert breaking_point(80_000, 20_000, 20) == pytest.approx(13.33, abs=0.005)


@given(people, people, st.floats(1, 500))
def test_both_towns_pull_alike_there(a, b, distance):
    point = breaking_point(a, b, distance)
    assert huff([a, b], [point, distance - point]) == pytest.approx([0.5, 0.5])


@given(people, people, st.floats(1, 500))
def test_the_two_points_meet(a, b, distance):
    assert breaking_point(a, b, distance) + breaking_point(b, a, distance) == pytest.approx(distance)


def test_what_has_no_meaning_is_refused():
    with pytest.raises(ValueError):
        breaking_point(0, 1, 1)
