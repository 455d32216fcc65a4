"""What a deal leaves, and from when it deserves its days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.remainder import (
    CAMPING,
    DAY,
    MAREE_150,
    camping_total,
    expected,
    least_chance,
    per_sale,
    tipping_risk,
)

chances = st.floats(0, 1)
money = st.floats(-50_000, 50_000)


def test_the_camping_leaves_what_the_story_says():
    assert camping_total() == -25_845
    assert -sum(list(CAMPING.values())[-4:]) == MAREE_150.returned == 30_340
    assert CAMPING["marge attendue"] == MAREE_150.margin
    assert -CAMPING["prime du vendeur"] == MAREE_150.bonus == 0.03 * 38_500


def test_a_sale_leaves_nothing_at_the_tipping_risk():
    assert round(100 * tipping_risk(MAREE_150)) == 30
    assert per_sale(MAREE_150, tipping_risk(MAREE_150)) == pytest.approx(0)


def test_the_witness_of_the_chapter():
    assert expected(0.5, 6_000, 4) == 520
    assert least_chance(6_000, 4) == pytest.approx(0.4133, abs=1e-4)


@given(st.floats(0.31, 1), st.floats(0, 0.5), st.floats(0.01, 0.5))
def test_beyond_the_tipping_risk_a_better_seller_loses_more(risk, chance, better):
    sale = per_sale(MAREE_150, risk)
    assert expected(chance + better, sale, 4) < expected(chance, sale, 4)


@given(money, st.floats(0, 30), st.floats(0, 2_000))
def test_the_least_chance_pays_its_days_exactly_or_does_not_exist(sale, days, day):
    least = least_chance(sale, days, day=day)
    if least is None:
        assert sale <= 0 or expected(1, sale, days, day=day) < 0
    else:
        assert 0 <= least <= 1
        assert least == 0 or expected(least, sale, days, day=day) == pytest.approx(0, abs=1e-6)


def test_an_empty_book_asks_for_no_chance_but_still_for_a_sale_that_leaves_something():
    assert least_chance(10, 4, day=0) == 0
    assert least_chance(-10, 4, day=0) is None
    assert least_chance(2_000, 4, day=DAY) is None


@pytest.mark.parametrize(
    "call", [lambda: per_sale(MAREE_150, 1.2), lambda: expected(2, 1, 1), lambda: expected(1, 1, -1)]
)
def test_what_has_no_meaning_is_refused(call):
    with pytest.raises(ValueError):
        call()
