"""The model of chapter 1: decision, agreement, signature, and what a month of signatures owes to earlier months."""

import random
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.decision import (
    days_before,
    erlang_quantile,
    erlang_survival,
    settled_count,
    settled_share,
    signed_sales,
)

DELAYS, TABLES, WINDOWS = (5, 10, 20, 30, 40, 60), (0, 0.10, 0.25, 0.50), (30, 90)


def test_the_story_counts_57_days_from_decision_and_41_from_agreement():
    signature = date(2025, 5, 21)
    assert days_before(signature, date(2025, 3, 25)) == 57
    assert days_before(signature, date(2025, 3, 27)) == 55
    assert days_before(signature, date(2025, 4, 10)) == 41
    assert days_before(signature, date(2025, 8, 28)) == -99


def test_one_wait_is_the_exponential_law():
    assert erlang_survival(40, mean=40, shape=1) == pytest.approx(0.36787944117144233)
    assert erlang_survival(0, mean=40) == 1


@given(u=st.floats(0, 0.999), mean=st.floats(0.5, 200), shape=st.integers(1, 6))
def test_the_quantile_undoes_the_law(u, mean, shape):
    wait = erlang_quantile(u, mean=mean, shape=shape)
    assert 1 - erlang_survival(wait, mean=mean, shape=shape) == pytest.approx(u, abs=1e-6)


@pytest.mark.thorough
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("delay", DELAYS)
def test_the_expected_share_is_the_one_of_a_long_simulation(delay, window):
    rng = random.Random(f"{delay}/{window}")
    drawn, at_table = 40_000, 0.25
    before = 0
    for _ in range(drawn):
        wait = 0.0 if rng.random() < at_table else sum(rng.expovariate(3 / delay) for _ in range(3))
        before += wait > rng.uniform(0, window)
    assert settled_share(delay=delay, at_table=at_table, window=window) == pytest.approx(before / drawn, abs=0.01)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("delay", DELAYS)
def test_the_hundred_sales_drawn_count_like_the_expected_share(delay, table, window):
    count = settled_count(signed_sales(delay=delay, at_table=table, window=window))
    assert count == pytest.approx(100 * settled_share(delay=delay, at_table=table, window=window), abs=2.01)


def test_every_sale_is_signed_in_the_window_and_never_before_its_decision():
    sales = signed_sales(delay=40, at_table=0.1, window=30)
    assert len(sales) == 100
    assert all(0 < sale.signed < 30 and sale.decided <= sale.signed for sale in sales)
    assert [sale.signed for sale in sales] == sorted(sale.signed for sale in sales)


def test_the_share_grows_with_the_delay_and_shrinks_with_the_window_and_the_table():
    for window in WINDOWS:
        shares = [settled_share(delay=d, at_table=0.1, window=window) for d in DELAYS]
        assert shares == sorted(shares)
    assert settled_share(delay=40, at_table=0.1, window=90) < settled_share(delay=40, at_table=0.1, window=30)
    assert settled_share(delay=40, at_table=0.5, window=30) < settled_share(delay=40, at_table=0.1, window=30)


def test_over_a_month_more_than_half_survives_a_quarter_more_or_less_on_every_assumption():
    for delay in (30, 40, 50):
        for at_table in (0.075, 0.10, 0.125):
            for shape in (1, 2, 3, 6):
                assert settled_share(delay=delay, at_table=at_table, window=30, shape=shape) > 0.5


def test_over_a_quarter_more_than_half_does_not_survive():
    assert settled_share(delay=40, at_table=0.10, window=90) < 0.5


@pytest.mark.parametrize(
    "call",
    [
        lambda: erlang_survival(1, mean=0),
        lambda: erlang_quantile(1, mean=40),
        lambda: settled_share(delay=40, at_table=1.5, window=30),
        lambda: settled_share(delay=40, at_table=0.1, window=0),
    ],
)
def test_impossible_settings_are_refused(call):
    with pytest.raises(ValueError):
        call()


def _chapter_questions():
    path = Path(__file__).parents[3] / "book" / "fr" / "questions" / "01-conclusion.toml"
    return {question["id"]: question for question in tomllib.loads(path.read_text(encoding="utf-8"))["question"]}


def test_the_outcomes_of_the_chapter_s_predictions_are_the_model_s():
    questions = _chapter_questions()
    assert questions["conclusion-intuition"]["outcome"] == days_before(date(2025, 5, 21), date(2025, 3, 25))
    month = signed_sales(delay=40, at_table=0.10, window=30)
    assert questions["conclusion-intuition-mois"]["outcome"] == settled_count(month)


def test_the_five_waits_of_the_cheese_maker_are_ranked_as_the_journal_has_them():
    signature = date(2025, 5, 21)
    trial, decision, seen = date(2025, 3, 6), date(2025, 3, 25), date(2025, 3, 27)
    quotation, agreement, delivery = date(2025, 3, 31), date(2025, 4, 10), date(2025, 8, 28)
    waits = {
        "signe": days_before(seen, decision),
        "devis": days_before(agreement, quotation),
        "essai": days_before(decision, trial),
        "papier": days_before(signature, agreement),
        "livraison": days_before(delivery, signature),
    }
    question = _chapter_questions()["conclusion-attentes"]
    ranked = [waits[element["id"]] for element in question["element"]]
    assert ranked == sorted(ranked)
    assert question["feedback"].startswith("{}, {}, {}, {} et {} jours".format(*ranked))


def test_the_four_settings_of_the_chart_are_ranked_as_the_model_counts_them():
    settings = {"table": (60, 50, 30), "vingt": (20, 0, 30), "trente": (30, 0, 30), "soixante": (60, 10, 30)}
    question = _chapter_questions()["conclusion-quatre-mois"]
    counts = []
    for element in question["element"]:
        delay, table, window = settings[element["id"]]
        assert element["text"].startswith(f"{delay} jours, {table} % à la table")
        counts.append(settled_count(signed_sales(delay=delay, at_table=table / 100, window=window)))
    assert counts == sorted(counts)
    assert question["feedback"].startswith("{}, {}, {}, {}.".format(*counts))


def test_the_rebate_came_fifty_two_days_after_the_decision_and_the_mistakes_are_the_other_dates():
    call, signature = date(2025, 5, 16), date(2025, 5, 21)
    decision, seen = date(2025, 3, 25), date(2025, 3, 27)
    quotation, agreement = date(2025, 3, 31), date(2025, 4, 10)
    question = _chapter_questions()["conclusion-remise"]
    assert question["answer"] == days_before(call, decision)
    assert question["explanation"].startswith(f"Du 25 mars au 16 mai, {question['answer']} jours.")
    assert f"convenu depuis {days_before(call, agreement)}" in question["explanation"]
    slips = [days_before(call, day) for day in (seen, quotation, agreement)] + [days_before(signature, decision)]
    assert [mistake["from"] for mistake in question["mistake"]] == slips
    assert slips[0] < question["answer"] - question["tolerance"]
