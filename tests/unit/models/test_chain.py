"""Six links after the three conditions: the product, what pressing changes, and the share from which it pays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.chain import (
    ASSUMED,
    EVERYBODY,
    HESITANT,
    LINKS,
    NOBODY,
    chain,
    selling,
    worth_pressing,
)

PROBABILITIES = [name for name, value in ASSUMED.items() if value <= 1]
shares = st.floats(0, 1)
rivals = st.integers(0, 5)


def test_six_links_that_hold_nine_times_in_ten_sell_to_half():
    assert chain([0.9] * 6).sale == pytest.approx(0.531, abs=0.0005)  # as in the dossier for six agreements


def test_very_different_chains_end_at_the_same_total():
    others = ([1, 0.53, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0.53])
    assert {round(100 * chain(factors).sale) for factors in ([0.9] * 6, *others)} == {53}


@given(st.lists(shares, min_size=len(LINKS), max_size=len(LINKS)))
def test_customers_only_leave_along_the_chain_and_its_end_is_the_sale(factors):
    left = chain(factors).left(100)
    assert left == sorted(left, reverse=True)
    assert left[-1] == pytest.approx(100 * chain(factors).sale)


@pytest.mark.parametrize("factors", [[0.9] * 5, [0.9] * 5 + [1.1], [0.9] * 5 + [-0.1]])
def test_a_chain_is_six_probabilities(factors):
    with pytest.raises(ValueError):
        chain(factors)


@given(rivals, shares)
def test_pressing_those_who_hesitate_never_loses_and_pressing_the_sure_never_gains(number, hesitant):
    sold = {who: selling(rivals=number, hesitant=hesitant, pressed=who).sale for who in (NOBODY, EVERYBODY, HESITANT)}
    assert sold[HESITANT] >= sold[NOBODY] - 1e-12
    assert sold[HESITANT] >= sold[EVERYBODY] - 1e-12


@given(rivals)
def test_where_nobody_hesitates_pressing_only_costs_trust(number):
    calm, pressed = (selling(rivals=number, hesitant=0, pressed=who).sale for who in (NOBODY, EVERYBODY))
    assert pressed == pytest.approx((1 - ASSUMED["harm"]) * calm)


@given(rivals, st.floats(-0.02, 0.02).filter(lambda gap: abs(gap) > 1e-6))
def test_pressing_everybody_pays_from_the_share_said_whatever_the_competition(number, gap):
    hesitant = worth_pressing() + gap
    calm, pressed = (selling(rivals=number, hesitant=hesitant, pressed=who).sale for who in (NOBODY, EVERYBODY))
    assert (pressed > calm) is (gap > 0)


def test_at_25_percent_the_share_stays_between_18_and_30_percent():
    found = [
        100 * worth_pressing(**{name: min(1, ASSUMED[name] * factor)})
        for name in PROBABILITIES
        for factor in (0.75, 1.25)
    ]
    assert (round(min(found)), round(max(found))) == (18, 30)


def test_pressing_that_settles_nobody_never_pays():
    assert worth_pressing(help=0) == 1
    assert selling(rivals=1, hesitant=1, pressed=EVERYBODY, help=0).sale < selling(rivals=1, hesitant=1).sale


def test_a_competitor_takes_a_share_of_the_choice_and_nothing_else():
    alone, contested = (selling(rivals=number, hesitant=0.2).factors for number in (0, 1))
    assert [a == b for a, b in zip(alone, contested, strict=True)] == [name != "choice" for name in LINKS]
    assert alone[1] == 1
