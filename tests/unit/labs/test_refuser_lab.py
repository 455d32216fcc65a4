"""The lab of chapter 6 teaches what its chapter says."""

from pathlib import Path

import pytest

from denouement.labs import LABS, read_lab
from denouement.labs.refuser import BETTER

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "refuser-carnet.toml", LABS)


@pytest.fixture(scope="module")
def walked(lab):
    return list(lab.walk())


@pytest.fixture(scope="module")
def reached(lab, walked):
    return [position for position, outcome in walked if lab.succeeds(outcome)]


def test_the_best_setting_stands_inside_its_three_sliders(walked):
    best = max(walked, key=lambda step: step[1].gain)[0]
    assert best == {"seuil": 930, "journees": 3, "comptage": 0.5, "prime": "reste"}


def test_nobody_reaches_the_target_by_pursuing_everything_nor_on_turnover(reached):
    assert {position["seuil"] for position in reached} >= {0, 310, 620, 930}
    assert -1 not in {position["seuil"] for position in reached}
    assert "ca" not in {position["prime"] for position in reached}


def test_the_highest_turnover_is_not_what_leaves_most(walked):
    most = max(walked, key=lambda step: step[1].metrics["ca"])
    assert most[1].gain < max(outcome.gain for _, outcome in walked) - 5_000


def test_the_target_and_the_words_give_the_same_figures(lab):
    metrics = lab.outcome(lab.start()).metrics
    assert metrics["cible"] == 17_000 and BETTER == 25_000
    assert "25 000 € de plus" in lab.target.fill(metrics).replace("\u202f", " ")
    assert round(metrics["sans"]) == 11


def test_with_fewer_demands_a_lower_threshold_takes_over(lab):
    best, lower = ({"seuil": s, "journees": 3, "comptage": 0.5, "prime": "reste"} for s in (930, 620))
    fewer = {"demandes": 27.0}
    assert not lab.succeeds(lab.outcome(best, **fewer))
    assert lab.succeeds(lab.outcome(lower, **fewer))
    assert "si les demandes tombent à 27" in lab.robust.replace("\n", " ")
