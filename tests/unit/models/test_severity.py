"""How often a claim holds in worlds close to ours and falls in worlds against it: by formula and by drawing deals."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from denouement.models.severity import (
    AFTERWARDS,
    AGAINST,
    ALONE,
    ASSUMED,
    DEALS,
    EVERYBODY,
    MEDIUM,
    NEED,
    SETTLED,
    STRONG,
    WEAK,
    contrary,
    severity,
    spoken_of,
    survival,
    worlds,
)

VERSIONS, CUSTOMERS = (WEAK, MEDIUM, STRONG), (EVERYBODY, NEED, SETTLED, ALONE, AFTERWARDS)


def test_survival_is_the_binomial_probability_of_few_contrary_cases():
    assert survival(0.5, 1, deals=2) == pytest.approx(0.25)
    assert survival(0.5, 2, deals=2) == pytest.approx(0.75)
    assert survival(0.1, DEALS + 1) == pytest.approx(1)
    assert survival(0.1, 1) == pytest.approx(0.9**20)


@given(st.floats(0, 1), st.integers(1, DEALS))
def test_waiting_for_one_more_case_never_makes_a_claim_fall_more_often(chance, gives_up):
    assert 0 <= survival(chance, gives_up) <= survival(chance, gives_up + 1) + 1e-12 <= 1 + 1e-9


@pytest.mark.parametrize("version", VERSIONS)
def test_those_who_really_needed_it_never_contradict_anything(version):
    found = severity(version, AFTERWARDS, 1)
    assert (found.holds, found.falls, found.contrary) == (1, 0, 0)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("customers", CUSTOMERS)
def test_every_world_gives_a_probability(version, customers):
    for against in (False, True):
        for world in worlds(version, Random(1), against=against):
            assert 0 <= contrary(version, customers, world) <= 1
            assert 0 <= spoken_of(customers, world) <= 1


@pytest.mark.parametrize("version", VERSIONS)
def test_worlds_against_a_version_contradict_it_more(version):
    for customers in (EVERYBODY, NEED, SETTLED, ALONE):
        close, far = (
            sum(contrary(version, customers, world) for world in worlds(version, Random(1), against=against))
            for against in (False, True)
        )
        assert far > 1.25 * close


def test_close_worlds_stay_within_25_percent_and_worlds_against_beyond():
    for version in VERSIONS:
        for world in worlds(version, Random(2), against=False):
            assert all(0.75 * ASSUMED[name] <= value <= 1.25 * ASSUMED[name] for name, value in world.items())
        for name, (least, most) in AGAINST[version].items():
            assert 1.25 * ASSUMED[name] < least < most < 1


def test_saying_less_of_fewer_customers_holds_more_often():
    for version in VERSIONS:
        held = [severity(version, customers, 4).holds for customers in (EVERYBODY, NEED, SETTLED)]
        assert held == sorted(held)


def test_medium_holds_only_where_one_is_alone():
    """As the course says: true in a near-monopoly only."""
    holding = [c for c in (EVERYBODY, NEED, SETTLED, ALONE) if severity(MEDIUM, c, 6).holds >= 0.8]
    assert holding == [ALONE]


@pytest.mark.thorough
def test_drawing_deals_one_by_one_finds_the_same():
    rng, tries = Random(4), 20_000
    held = 0
    drawn = worlds(STRONG, Random(20), against=False)
    for _ in range(tries):
        world = rng.choice(drawn)
        seen = sum(_changes(world, rng) for _ in range(DEALS))
        held += seen < 5
    assert held / tries == pytest.approx(severity(STRONG, SETTLED, 5).holds, abs=0.01)


def _changes(world, rng) -> bool:
    """Whether pressing changes what a customer who does not hesitate does: both lives, seen."""
    would_buy = True
    leaves_when_pressed = rng.random() < world["harm"]
    return would_buy and leaves_when_pressed


def test_hesitant_customers_are_counted_both_ways():
    world = dict(ASSUMED)
    helped = (1 - world["stuck"]) * world["help"]
    only_hesitant = {**world, "hesitant": 1.0}
    assert contrary(STRONG, NEED, only_hesitant) == pytest.approx(helped * 0.9 + 0.35 * 0.1)
    assert contrary(WEAK, NEED, only_hesitant) == pytest.approx(helped)
