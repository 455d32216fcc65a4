"""Asking again and again: what a meeting leaves, and what a year makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.pressure import (
    ALONE,
    CUSTOMERS,
    DARES_NOT,
    NO_NEED,
    Customer,
    Memory,
    Nerves,
    best_asks,
    meeting,
    signed,
    worth,
)

SHARES = st.floats(0, 1)
ASKS = st.integers(0, 12)


def test_two_askings_worked_out_by_hand():
    """100 who dare not: 30 say yes; of the 70 others, 8 % leave, and 30 % of the rest say yes, 12 % of them sorry."""
    met = meeting(DARES_NOT, 2, nerves=Nerves(leave=0.08, regret=0.12))
    assert met.yes == pytest.approx(0.30 + 0.70 * 0.92 * 0.30)
    assert met.content == pytest.approx(0.30 + 0.70 * 0.92 * 0.30 * 0.88)
    assert met.left == pytest.approx(0.70 * 0.08)
    assert met.hesitating == pytest.approx(0.70 * 0.92 * 0.70)


@given(SHARES, SHARES, ASKS, SHARES, SHARES, st.booleans())
def test_everybody_is_counted_once(yes, later, asks, leave, regret, needs):
    met = meeting(Customer(yes, later, needs), asks, nerves=Nerves(leave, regret))
    assert met.yes + met.left + met.hesitating == pytest.approx(1)
    assert 0 <= met.content <= met.yes + 1e-12


@given(SHARES, SHARES, ASKS)
def test_with_endless_patience_asking_once_more_never_loses_a_signature(yes, later, asks):
    customer, calm = Customer(yes, later), Nerves(0, 0)
    if yes >= later:
        assert signed(customer, asks + 1, nerves=calm) >= signed(customer, asks, nerves=calm) - 1e-12


def test_without_memory_a_sale_is_a_signature():
    for customer in CUSTOMERS.values():
        for asks in range(7):
            assert worth(customer, asks) == signed(customer, asks)


def test_whoever_has_no_need_is_never_content_and_buys_nothing_unasked():
    assert signed(NO_NEED, 0) == 0
    assert all(meeting(NO_NEED, asks).content == 0 for asks in range(7))


@pytest.mark.parametrize(("remembered", "expected"), [(0, (1, 6, 6)), (1, (1, 3, 0))])
def test_the_best_number_of_askings_depends_on_who_is_there_and_on_what_is_remembered(remembered, expected):
    found = tuple(best_asks(customer, memory=Memory(remembered)) for customer in (ALONE, DARES_NOT, NO_NEED))
    assert found == expected


def test_the_last_askings_work_best_on_those_without_need():
    gains = {key: signed(customer, 6) - signed(customer, 5) for key, customer in CUSTOMERS.items()}
    assert gains["alone"] < 0 < gains["dares-not"] < gains["no-need"]
