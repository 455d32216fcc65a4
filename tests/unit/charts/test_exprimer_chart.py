"""The chart of chapter 5: every subject is somewhere, the title says where, and the best dose is not at an end."""

from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.charts.exprimer import QUESTIONS, SAID
from denouement.models.elicitation import TOPICS

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def chart():
    return read_chart(BOOK / "charts" / "exprimer-questions.toml", CHARTS)


def test_the_five_subjects_are_all_drawn_after_every_question(chart):
    for _, frame in chart.walk():
        for number in range(QUESTIONS + 1):
            drawn = [row["sujets"] for row in frame.rows if row["question"] == number]
            assert sum(drawn) == pytest.approx(TOPICS)


def test_the_table_and_the_title_tell_where_they_end(chart):
    for _, frame in chart.walk():
        assert sum(row["sujets"] for row in frame.table) == pytest.approx(TOPICS)
        last = [row["sujets"] for row in frame.rows if row["question"] == QUESTIONS and row["etat"] == SAID]
        assert last == [frame.params["dits"]]


def test_each_finding_is_met_somewhere(chart):
    assert {frame.finding for _, frame in chart.walk()} == set(chart.findings)


def test_the_opening_setting_gets_hardly_anything_said(chart):
    assert chart.frame(chart.start()).finding == "soupape"


def test_the_best_dose_is_neither_the_least_nor_the_most(chart):
    doses = next(lever for lever in chart.levers if lever.id == "creuse").values
    said = {
        (position["maniere"], position["patience"], position["creuse"]): frame.params["dits"]
        for position, frame in chart.walk()
    }
    for manner, patience in {key[:2] for key in said}:
        best = max(doses, key=lambda dose: said[manner, patience, dose])
        assert best not in (doses[0], doses[-1])
