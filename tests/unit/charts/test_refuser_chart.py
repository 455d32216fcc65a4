"""The figures that the chart of chapter 6 promises in its own words, computed."""

from dataclasses import replace
from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.charts.refuser import DAY_WORTH
from denouement.labs import LABS, read_lab
from denouement.labs.survey import survey
from denouement.models.remainder import MAREE_150, tipping_risk

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def chart():
    return read_chart(BOOK / "charts" / "refuser-reste.toml", CHARTS)


@pytest.mark.parametrize(("name", "words"), [("returned", "de 24 à 40"), ("service", "de 29 à 31")])
def test_the_tipping_risk_under_other_assumptions(chart, name, words):
    moved = [
        100 * tipping_risk(replace(MAREE_150, **{name: factor * getattr(MAREE_150, name)})) for factor in (0.75, 1.25)
    ]
    assert f"de {min(moved):.0f} à {max(moved):.0f}" == words
    assert words in chart.robust.replace("\n", " ")


def test_each_finding_stands_where_the_text_sends_the_reader(chart):
    def finding(chance, retour, carnet):
        return chart.frame({"chance": chance, "retour": retour, "carnet": carnet}).finding

    assert finding(50, 10, "ordinaire") == "dessus"
    assert finding(30, 10, "ordinaire") == "dessous"
    assert finding(10, 10, "vide") == "dessus"  # Lacaze is right: an empty book pursues
    assert finding(90, 25, "plein") == "jamais"
    for carnet in DAY_WORTH:
        assert finding(10, 40, carnet) == finding(90, 40, carnet) == "aggrave"


@pytest.mark.thorough
def test_a_full_book_is_worth_the_best_threshold_of_the_lab():
    assert DAY_WORTH["plein"] == survey(read_lab(BOOK / "labs" / "refuser-carnet.toml", LABS)).best["seuil"]
