"""The lab of chapter 7 keeps its promises: what sorts best is not what the year needs, and it says where that turns."""

from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from denouement.labs import LABS, read_lab
from denouement.labs.donnees import STRANGERS, outcome
from denouement.models.salvirt import halves, tally
from denouement.models.triage import ASSUMED, CRITERIA, SEATS, by_lot, follow, sharpness

BOOK = Path(__file__).parents[3] / "book" / "fr"
PAIRS = list(combinations(CRITERIA, 2))
BEST_SORTER = ("client", "concurrent")


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "donnees-tri.toml", LABS)


@pytest.fixture(scope="module")
def walked(lab):
    return list(lab.walk())


def test_it_opens_on_what_sellers_are_told_to_qualify_and_hardly_beats_a_draw(lab):
    start = lab.start()
    assert (start["premier"], start["second"], start["places"]) == ("besoin", "budget", 0)
    opening = lab.outcome(start)
    assert opening.verdict == "hasard"
    assert opening.metrics["ajoutees"] < opening.metrics["cible"]


def test_the_best_sorter_fails_without_a_seat_kept_for_newcomers():
    assert max(PAIRS, key=sharpness) == BEST_SORTER
    assert round(100 * sharpness(BEST_SORTER)) == 78
    found = outcome(premier="client", second="concurrent", places=0, **ASSUMED)
    assert found.verdict == "sans-nouveaux"
    assert found.metrics["nouveaux"] == 0


def test_a_defined_need_alone_is_little_better_than_a_coin():
    assert round(100 * sharpness(("besoin",))) == 53


def test_keeping_all_the_seats_for_newcomers_fails_whatever_the_criteria(walked):
    assert {found.verdict for position, found in walked if position["places"] == 100} <= {"hasard", "trop-de-places"}


def test_the_text_counts_the_seats_the_draw_and_the_target(lab):
    figures = lab.outcome(lab.start()).metrics
    assert f"**{SEATS}**" in lab.text.fill(figures) or f"{SEATS}</strong>" in lab.text.fill(figures)
    assert figures["cible"] == round(1.2 * figures["hasard"])
    assert figures["voulus"] == STRANGERS


@pytest.mark.parametrize("anyway", [0.3, 0.5])
def test_start_fails_and_best_succeeds_when_customers_order_alone_less_or_more(walked, lab, anyway):
    best = max((step for step in walked if lab.succeeds(step[1])), key=lambda step: step[1].gain)[0]
    assert outcome(**best, anyway=anyway).verdict == "atteint"
    assert outcome(**lab.start(), anyway=anyway).verdict != "atteint"


def test_so_it_is_on_distinct_rows(walked, lab):
    best = max((step for step in walked if lab.succeeds(step[1])), key=lambda step: step[1].gain)[0]
    target = round(1.2 * by_lot(distinct=True, **ASSUMED))
    found = follow((best["premier"], best["second"]), best["places"], distinct=True, **ASSUMED)
    opening = follow(("besoin", "budget"), 0, distinct=True, **ASSUMED)
    assert round(found.added) >= target > round(opening.added)
    assert round(found.strangers) >= STRANGERS


def test_past_six_in_ten_a_newcomer_alone_is_worth_more_than_a_customer_alone():
    current, new = (tally(client=kind, competitors="No").rate for kind in ("Current", "New"))
    turning = 1 - new / current
    assert 0.6 < turning < 0.7


def test_the_pair_holds_on_the_half_that_was_hidden():
    rng, chosen, elsewhere = Random(7), [], []
    for _ in range(200):
        seen, hidden = halves(rng)
        best = max(PAIRS, key=lambda pair: sharpness(pair, seen))
        chosen.append(best)
        elsewhere.append(100 * sharpness(best, hidden))
    assert chosen.count(BEST_SORTER) == 198
    assert round(sum(elsewhere) / 200) == 78
