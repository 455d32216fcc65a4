"""The 58-hour lab teaches what its chapter says."""

from pathlib import Path

import pytest

from denouement.labs import LABS, read_lab
from denouement.labs.boulanger import BETTER, outcome
from denouement.models.tanneries import BAKERY as OTHER
from denouement.models.tanneries import BELLANGER, SUPERMARKET

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "boulanger-58h.toml", LABS)


@pytest.fixture(scope="module")
def reached(lab):
    return [position for position, result in lab.walk() if lab.succeeds(result)]


def test_the_hours_of_the_competitors_are_those_the_text_gives(lab):
    text = lab.text.fill(lab.outcome(lab.start()).metrics).replace("\u00a0", " ")
    assert OTHER.hours == ((6.5, 13.5), (15.5, 19))
    assert "de 6 h 30 à 13 h 30 et de 15 h 30 à 19 h" in text
    assert SUPERMARKET.hours == ((8.5, 20),)
    assert "de 8 h 30 à 20 h" in text


def test_the_target_is_what_bellanger_does_today_and_a_little_more():
    today = outcome(place="tanneurs", ouverture=6.5, fermeture=19.5, pause=2).metrics["actuel"]
    assert round(today) == 113
    assert outcome(place="gare", ouverture=6, fermeture=18, pause=1).metrics["cible"] == round(BETTER * today) == 119
    assert BELLANGER.hours == ((6.5, 13), (15.5, 19.5))


def test_two_addresses_reach_the_target_and_the_crowded_square_is_not_one(reached):
    assert {position["place"] for position in reached} == {"tanneurs", "gare"}


def test_nobody_reaches_it_without_a_long_break_nor_before_the_evening(reached):
    assert min(position["pause"] for position in reached) >= 3
    assert min(position["fermeture"] for position in reached) >= 19.5


def test_opening_from_dawn_to_night_is_beyond_the_budget(lab):
    everything = {"place": "tanneurs", "ouverture": 5, "fermeture": 21, "pause": 0}
    assert lab.outcome(everything).verdict == "budget"
    assert not lab.succeeds(lab.outcome(everything))
