"""The people of the quarter: drawn reproducibly, as numerous and as needy as assumed."""

from math import fsum
from random import Random

import pytest

from denouement.models.tanneries import (
    BELLANGER,
    COMPETITORS,
    FREQUENCIES,
    HABITS,
    NEIGHBOURHOODS,
    PLACES,
    REACH,
    SHOPPERS,
    WITNESS,
    WOBBLE,
    tanneries,
)
from denouement.models.town import Person, need_by_slot, people


def draw(count: int, seed: int) -> list[Person]:
    return people(count, NEIGHBOURHOODS, HABITS, FREQUENCIES, Random(seed))


def test_the_same_seed_draws_the_same_people_and_another_draws_others():
    assert draw(50, 1) == draw(50, 1) != draw(50, 2)


def test_more_people_leave_the_first_ones_unchanged():
    assert draw(80, 1)[:50] == draw(50, 1)


def test_people_need_bread_as_often_as_the_sources_say():
    crowd = draw(6000, 7)
    daily = sum(person.need == 1 for person in crowd) / len(crowd)
    often = sum(person.need == 2.5 / 7 for person in crowd) / len(crowd)
    assert daily == pytest.approx(0.22, abs=0.02)
    assert often == pytest.approx(0.30, abs=0.02)


def test_people_live_around_the_centres_of_their_neighbourhoods():
    crowd = draw(6000, 7)
    mean = fsum(person.x for person in crowd) / len(crowd)
    assert mean == pytest.approx(fsum(n.share * n.x for n in NEIGHBOURHOODS), abs=20)


def test_every_need_of_the_day_falls_in_some_slot():
    crowd = draw(300, 3)
    needs = [person.need for person in crowd]
    assert fsum(need_by_slot(crowd, needs, wobble=WOBBLE, slot=0.5)) == pytest.approx(fsum(needs))


def test_a_person_comes_around_their_hour():
    slots = need_by_slot([Person(0, 0, 1, 8.0)], [1.0], wobble=0.5, slot=0.5)
    assert slots[15] == pytest.approx(slots[16])  # half past seven to eight, eight to half past
    assert slots.index(max(slots)) in (15, 16)
    assert slots[30] == 0


def test_the_witness_stands_at_the_distances_of_the_dossier():
    witness = Person(*WITNESS, 1, 12)
    distances = [shop.distance(witness) for shop in (BELLANGER, *COMPETITORS[:2])]
    assert distances == pytest.approx([300, 600, 900], abs=1)


def within_reach(place: str, metres: float) -> int:
    return sum(person.distance(*PLACES[place]) <= metres for person in tanneries())


def test_the_quarter_is_as_its_lab_describes_it():
    """« 1 800 habitants », « au milieu des rues les plus peuplées », « un tiers d'habitants en moins à portée »."""
    assert len(tanneries()) == SHOPPERS == 1800 * 2 / 3
    assert max(PLACES, key=lambda place: within_reach(place, 300)) == "marche"
    assert within_reach("gare", REACH) / within_reach("marche", REACH) == pytest.approx(2 / 3, abs=0.03)
