"""The lab of chapter 4 teaches what its chapter says: a month is not a year, and whom comes before how often."""

from pathlib import Path

import pytest

from denouement.labs import LABS, read_lab
from denouement.labs.techniques import INES, SELLER_OF_2023
from denouement.levers import grid
from denouement.models.pressure import CUSTOMERS
from denouement.models.pressure_year import ASSUMED

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "techniques-pression.toml", LABS)


@pytest.fixture(scope="module")
def walked(lab):
    return list(lab.walk())


def test_it_opens_on_the_seller_of_2023_who_wins_the_month_and_loses_the_year(lab, walked):
    start = lab.start()
    assert start == dict(zip(("demandes", "qui", "retours"), SELLER_OF_2023.values(), strict=True))
    opening = lab.outcome(start).metrics
    assert opening["mois"] == max(outcome.metrics["mois"] for _, outcome in walked)
    assert opening["annee"] < opening["ines"]
    assert opening["mois"] == opening["mois-2023"] and opening["annee"] == opening["annee-2023"]


def test_never_asking_fails_everywhere(lab, walked):
    assert INES["asks"] == 0
    assert {outcome.verdict for position, outcome in walked if position["demandes"] == 0} == {"muet"}


def test_asking_everybody_fails_however_politely(lab, walked):
    assert not [p for p, outcome in walked if p["qui"] == "tous" and lab.succeeds(outcome)]


def test_the_best_is_two_askings_of_those_in_need_and_one_visit_more(lab, walked):
    best = max(walked, key=lambda step: step[1].gain)[0]
    assert best == {"demandes": 2, "qui": "besoin", "retours": 1}


def test_asking_more_than_three_times_never_reaches_the_target(lab, walked):
    assert max(p["demandes"] for p, outcome in walked if lab.succeeds(outcome)) == 3


def test_the_text_tells_the_mix_that_the_model_assumes(lab):
    text = lab.text.fill(lab.outcome(lab.start()).metrics)
    assert "cinq n’en ont pas besoin, trois n’osent pas, deux tranchent seuls" in text
    need = 1 - ASSUMED["no_need"]
    mix = (ASSUMED["no_need"], need * ASSUMED["dares_not"], need * (1 - ASSUMED["dares_not"]))
    assert mix == pytest.approx((0.5, 0.3, 0.2))


def test_the_assumptions_say_the_shares_of_the_model(lab):
    said = {assumption.id: assumption.text for assumption in lab.assumptions}
    for key in CUSTOMERS:
        assert f"{100 * CUSTOMERS[key].yes:.0f} %" in said["yes"]
    for percent in (ASSUMED["leave"], ASSUMED["regret"]):
        assert f"{100 * percent:.0f}" in said["leave"] + said["regret"]


@pytest.fixture(scope="module")
def years(lab):
    """What each setting leads to when each assumed number is 25 % lower, then higher."""
    changes = [{name: value * factor} for name, value in ASSUMED.items() for factor in (0.75, 1.25)]
    return [{tuple(p.values()): lab.outcome(p, **change) for p in grid(lab.levers)} for change in changes]


@pytest.mark.thorough
def test_the_sentence_on_robustness_holds_in_every_year_it_speaks_of(lab, walked, years):
    said = " ".join(lab.robust.split())
    start, best = (tuple(p.values()) for p in (lab.start(), max(walked, key=lambda step: step[1].gain)[0]))
    assert "gagne toujours le premier mois et perd toujours l'année" in said
    for year in years:
        opening = year[start].metrics
        assert opening["mois"] == max(outcome.metrics["mois"] for outcome in year.values())
        assert opening["annee"] < max(outcome.metrics["annee"] for outcome in year.values())
    assert "le meilleur réglage garde toujours deux demandes, et ne les fait jamais à tous" in said
    bests = {max(year, key=lambda position: year[position].gain) for year in years}
    assert {asks for asks, _, _ in bests} == {2} and "tous" not in {whom for _, whom, _ in bests}
    more = [100 * (year[best].metrics["annee"] / year[best].metrics["ines"] - 1) for year in years]
    assert f"de {min(more):.0f} à {max(more):.0f} % de plus qu'Inès" in said
