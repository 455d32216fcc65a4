"""Following some of the deals only: seats are conserved, better sorting adds more, and limits are what they say."""

from itertools import combinations_with_replacement

import pytest

from denouement.models.salvirt import cells, margin, tally
from denouement.models.triage import ASSUMED, CRITERIA, SEATS, by_lot, follow, sharpness

PAIRS = list(combinations_with_replacement(CRITERIA, 2))
ANYWAY = ASSUMED["anyway"]


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
@pytest.mark.parametrize("reserve", [0, 35, 100])
def test_what_is_added_and_what_is_left_make_up_all_there_was_to_add(pair, reserve):
    found = follow(pair, reserve, anyway=ANYWAY)
    everything = 227 - ANYWAY * margin("client")["Current"].won
    assert found.added + found.left == pytest.approx(everything)
    assert found.strangers <= found.signed
    assert found.added == pytest.approx(found.signed - ANYWAY * (found.signed - found.strangers))


def test_the_best_sorter_without_reserve_sees_current_customers_without_competitor_only():
    found = follow(("client", "concurrent"), 0, anyway=0)
    kind = tally(client="Current", competitors="No")
    assert kind.total > SEATS
    assert found.signed == pytest.approx(SEATS * kind.rate)
    assert found.strangers == 0


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_reserved_seats_never_bring_fewer_strangers(pair):
    brought = [follow(pair, reserve, anyway=ANYWAY).strangers for reserve in range(0, 101, 20)]
    assert brought == sorted(brought)


def test_no_criterion_sorts_like_a_draw():
    assert follow((), 0, anyway=ANYWAY).added == pytest.approx(by_lot(anyway=ANYWAY))
    assert follow((), 0, anyway=ANYWAY, distinct=True).added == pytest.approx(by_lot(anyway=ANYWAY, distinct=True))


def test_the_same_criterion_twice_counts_once():
    assert sharpness(("client", "client")) == sharpness(("client",))
    assert follow(("besoin", "besoin"), 0, anyway=0) == follow(("besoin",), 0, anyway=0)


def test_a_sale_that_comes_anyway_is_not_added():
    assert follow(("client",), 0, anyway=1).added == pytest.approx(0, abs=1e-9)
    assert follow(("client",), 0, anyway=0).added == follow(("client",), 0, anyway=0).signed


def test_there_are_not_seats_for_more_strangers_than_there_are():
    assert sum(cell.tally.total for cell in cells() if cell.values["client"] != "Current") == 162
    with pytest.raises(ValueError):
        follow(("besoin",), 170, anyway=0)
