"""The chart of chapter 8 says what its question, its robust sentence and the street of the home page say."""

import tomllib
from pathlib import Path

import pytest

from denouement.charts import read_chart
from denouement.charts.synthese import MODELS

BOOK = Path(__file__).parents[3] / "book" / "fr"
QUESTIONS = {
    question["id"]: question
    for question in tomllib.loads((BOOK / "questions/08-synthese.toml").read_text(encoding="utf-8"))["question"]
}


@pytest.fixture(scope="module")
def chart():
    return read_chart(BOOK / "charts" / "synthese-chaine.toml", MODELS)


def shown(chart, hesitants, pression, concurrents=1):
    frame = chart.frame({"concurrents": concurrents, "hesitants": hesitants, "pression": pression})
    return round(frame.params["ventes"]), round(frame.params["calme"])


def test_each_finding_is_met_somewhere(chart):
    assert {frame.finding for _, frame in chart.walk()} == set(chart.findings)


def test_the_title_compares_what_is_drawn(chart):
    for position, frame in chart.walk():
        drawn = [row["restent"] for row in frame.rows]
        assert drawn == sorted(drawn, reverse=True) and drawn[0] == 100
        assert f"{drawn[-1]:.0f}" == frame.rows[-1]["texte"] == f"{frame.params['ventes']:.0f}"
        if position["pression"] != "personne" and frame.finding != "sans-hesitants":
            assert f"{drawn[-1]:.0f}" in chart.title(position, frame)


def test_the_question_reads_the_chart_where_it_turns(chart):
    question = QUESTIONS["synthese-seuil"]
    (lever,) = (lever for lever in chart.levers if lever.id == "hesitants")
    pays = [part for part in lever.values if shown(chart, part, "tous")[0] > shown(chart, part, "tous")[1]]
    assert pays[0] == question["answer"]
    assert shown(chart, 30, "tous") == (41, 40) and "41 ventes au lieu de 40" in question["feedback"]
    said = {int(mistake["from"]): mistake["feedback"] for mistake in question["mistake"]}
    assert shown(chart, 20, "tous") == (42, 43) and "42 ventes au lieu de 43" in said[20]
    after, before = shown(chart, 10, "tous")
    assert before - after == 3 and "on perd trois ventes" in said[10]


def test_pressing_only_those_who_hesitate_gains_at_every_notch_as_the_explanation_says(chart):
    assert "on gagne à tous les crans" in QUESTIONS["synthese-seuil"]["explanation"]
    for part in (10, 20, 30, 40, 50, 60):
        for rivals in range(4):
            after, before = shown(chart, part, "hesitants", rivals)
            assert after > before


def test_the_prediction_is_six_times_nine_tenths():
    question = QUESTIONS["synthese-intuition"]
    assert question["outcome"] == round(100 * 0.9**6) == 53
    assert f"**{question['outcome']} sur 100**" in question["outcome_text"]
