"""The lab of chapter 8 teaches what its chapter says."""

import re
from pathlib import Path

import pytest

from denouement.labs import read_lab
from denouement.labs.synthese import LATEST, MODELS, SPOKEN
from denouement.models import severity as model

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def lab():
    return read_lab(BOOK / "labs" / "synthese-robustesse.toml", MODELS)


def verdicts(lab, **fixed):
    return {
        tuple(position.values()): outcome.verdict
        for position, outcome in lab.walk()
        if all(position[name] == value for name, value in fixed.items())
    }


def test_the_target_says_the_thresholds(lab):
    text = lab.target.fill({})
    assert re.findall(r"\d+ fois sur 100|\d+ clients", text.replace("\u00a0", " ")) == [
        "80 fois sur 100",
        "80 fois sur 100",
        f"{SPOKEN} clients",
    ]


@pytest.mark.thorough
def test_what_one_may_write_speaks_of_those_who_do_not_hesitate_or_says_only_when(lab):
    reached = {position for position, verdict in verdicts(lab).items() if verdict == "atteint"}
    assert reached == {
        ("faible", "besoin", 6),
        ("faible", "decides", 4),
        ("forte", "decides", 4),
        ("forte", "decides", 5),
    }


@pytest.mark.thorough
def test_the_medium_version_only_ever_holds_for_almost_nobody(lab):
    found = verdicts(lab, version="moyenne")
    assert "atteint" not in found.values()
    assert {position[1] for position, verdict in found.items() if verdict == "etroite"} == {"seuls"}


@pytest.mark.thorough
def test_really_is_always_empty_and_nothing_else_is(lab):
    empty = {position[1] for position, verdict in verdicts(lab).items() if verdict == "vide"}
    assert empty == {"vrais"}
    assert set(verdicts(lab, clients="vrais").values()) == {"vide"}


def test_giving_up_at_the_first_case_is_too_soon_or_the_claim_was_false(lab):
    assert set(verdicts(lab, abandon=1).values()) == {"trop-tot", "fausse", "vide"}


def test_the_last_lever_ends_where_the_judge_looks(lab):
    (lever,) = (lever for lever in lab.levers if lever.id == "abandon")
    assert max(lever.values) == LATEST


def test_the_board_at_the_counter_quotes_the_lab(lab):
    chapter = (BOOK / "chapters/08-synthese.md").read_text(encoding="utf-8")
    best = lab.outcome({"version": "forte", "clients": "decides", "abandon": 5})
    assert f"{best.metrics['voisins']:.0f} fois sur 100, dans mes" in chapter


def test_with_worlds_only_twice_worse_nothing_would_do(lab, monkeypatch):
    """As the robust sentence says."""
    twice = {
        version: {name: (min(0.95, 2 * model.ASSUMED[name]),) * 2 for name in names}
        for version, names in model.AGAINST.items()
    }
    monkeypatch.setattr(model, "AGAINST", twice)
    model._chances.cache_clear()
    try:
        assert not [position for position, outcome in lab.walk() if lab.succeeds(outcome)]
    finally:
        model._chances.cache_clear()
