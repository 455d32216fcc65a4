"""A cycle cut into steps: published products, and what saving deals at each step brings within a horizon."""

import random
from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.cycle import CYCLE, SAVED, Step, cycle_of, extra_signatures, months_after, p_cycle, reaching

SHARES = st.lists(st.floats(0, 1), max_size=8)


def extras(horizon, steps=CYCLE, **others):
    return [extra_signatures(steps, number, horizon=horizon, **others) for number in range(len(steps))]


@pytest.mark.parametrize(("chances", "expected"), [([0.9] * 6, 0.531), ([0.8] * 6, 0.262), ([0.9] * 10, 0.349)])
def test_the_consensus_of_the_dossier(chances, expected):
    assert p_cycle(chances) == pytest.approx(expected, abs=0.0005)


@given(SHARES, st.floats(0, 1))
def test_one_more_step_never_makes_it_likelier_than_its_weakest(chances, chance):
    assert p_cycle([*chances, chance]) <= min([*chances, chance]) + 1e-12
    assert p_cycle([*chances, chance]) == pytest.approx(p_cycle(chances) * chance)


def test_ressacs_cycle_lasts_nine_months_and_signs_15_deals_in_100():
    assert fsum(step.months for step in CYCLE) == 9
    assert [round(number) for number in reaching(CYCLE)] == [100, 40, 28, 18, 15]


@pytest.mark.thorough
@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("horizon", [3, 12, 24])
def test_the_formula_is_what_a_simulation_of_the_flow_counts(number, horizon):
    """Deals reach the end of the step at a steady pace; only those that also sign within the horizon count."""
    rng = random.Random(f"{number}/{horizon}")
    later = months_after(CYCLE, number)
    after = p_cycle([step.kept for step in CYCLE[number + 1 :]])
    saved = signed = 0
    for _ in range(60_000):
        gate = rng.uniform(-later, horizon)  # when the deal reaches the end of the step; today is 0
        ends_in_time = 0 <= gate + later <= horizon
        kept = rng.random() < CYCLE[number].kept
        rescued = not kept and gate >= 0 and rng.random() < SAVED
        signs = rng.random() < after
        signed += kept and signs and ends_in_time
        saved += rescued and signs and ends_in_time
    assert 100 * saved / signed == pytest.approx(extra_signatures(CYCLE, number, horizon=horizon), abs=1.5)


def test_over_a_quarter_only_the_signature_pays():
    assert extras(3)[:3] == [0, 0, 0]
    assert extras(3)[3] == pytest.approx(6.25)


def test_the_longer_the_horizon_the_more_each_step_brings():
    for shorter, longer in ((1, 3), (3, 6), (6, 12), (12, 24), (24, 60)):
        assert all(a <= b for a, b in zip(extras(shorter), extras(longer), strict=True))


def _shaken():
    """Ressac's cycle with one number 25 % lower or higher, each in turn."""
    for number, step in enumerate(CYCLE):
        for factor in (0.75, 1.25):
            for changed in (replace(step, months=step.months * factor), replace(step, loss=step.loss * factor)):
                yield (*CYCLE[:number], changed, *CYCLE[number + 1 :])


def test_signature_over_a_quarter_and_first_step_over_two_years_survive_25_percent():
    for steps in _shaken():
        assert max(range(4), key=extras(3, steps).__getitem__) == 3
        assert max(range(4), key=extras(24, steps).__getitem__) == 0
    for factor in (0.75, 1.25):
        assert max(range(4), key=extras(24, saved=SAVED * factor).__getitem__) == 0


def test_over_a_year_the_signature_is_never_first_within_25_percent():
    for steps in _shaken():
        assert max(extras(12, steps)[:3]) > extras(12, steps)[3]


def test_deals_saved_early_may_fare_half_as_well_and_still_beat_the_signature_over_two_years():
    assert extra_signatures(CYCLE, 0, horizon=24, fate=0.5) > extra_signatures(CYCLE, 3, horizon=24)


def test_when_half_is_lost_at_the_signature_the_closer_is_right_for_a_year():
    assert max(range(4), key=extras(12, cycle_of(9, 0.50)).__getitem__) == 3


def test_stretching_changes_durations_only():
    assert fsum(step.months for step in cycle_of(3, 0.2)) == pytest.approx(3)
    assert [step.loss for step in cycle_of(3, 0.2)] == [step.loss for step in CYCLE]


@pytest.mark.parametrize(
    "call",
    [
        lambda: p_cycle([1.2]),
        lambda: extra_signatures(CYCLE, 0, horizon=0),
        lambda: extra_signatures([Step("x", 1, 1)], 0, horizon=3),
    ],
)
def test_impossible_settings_are_refused(call):
    with pytest.raises(ValueError):
        call()
