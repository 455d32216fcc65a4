"""A shelf that empties."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.stockout import shelf

DAY = ([10, 20, 0, 30], [7.0, 7.5, 8.0, 8.5])


def test_loaves_go_to_the_first_who_come():
    day = shelf(40, *DAY, basket=1, slot=0.5)
    assert day.served == (10, 20, 0, 10)
    assert day.turned_away == (0, 0, 0, 20)
    assert day.runs_out == pytest.approx(8.5 + 0.5 / 3)
    assert day.served_share == pytest.approx(2 / 3)
    assert day.unsold == 0


def test_enough_loaves_serve_everyone_and_leave_the_rest():
    day = shelf(80, *DAY, basket=1.2, slot=0.5)
    assert day.runs_out is None
    assert day.served_share == 1
    assert day.unsold == pytest.approx(80 - 72)


@given(st.floats(0, 200), st.lists(st.floats(0, 50), min_size=1, max_size=10), st.floats(0.5, 3))
def test_every_customer_and_every_loaf_is_counted_once(loaves, customers, basket):
    starts = [7 + n / 2 for n in range(len(customers))]
    day = shelf(loaves, customers, starts, basket=basket, slot=0.5)
    assert fsum(day.served) + fsum(day.turned_away) == pytest.approx(fsum(customers))
    assert fsum(day.served) * basket + day.unsold == pytest.approx(loaves)
    assert min(day.served + day.turned_away) >= 0


def test_what_has_no_meaning_is_refused():
    with pytest.raises(ValueError):
        shelf(10, [1, 2], [7.0], basket=1, slot=0.5)
    with pytest.raises(ValueError):
        shelf(-1, [1], [7.0], basket=1, slot=0.5)
