"""The chart of chapter 5: every subject is somewhere, the title says where, and the best dose is not at an end."""

import tomllib
from pathlib import Path

import pytest

from denouement import fr
from denouement.charts import CHARTS, read_chart
from denouement.charts.exprimer import QUESTIONS, SAID
from denouement.models.elicitation import ASSUMED, AT_ONCE, LIST, TOPICS, WEIGHED, interview

BOOK = Path(__file__).parents[3] / "book" / "fr"
FILE = BOOK / "questions" / "05-exprimer.toml"
QUESTIONS_OF_CHAPTER = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]


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


def test_the_four_settings_that_a_question_ranks(chart):
    question = next(q for q in QUESTIONS_OF_CHAPTER if q["id"] == "exprimer-reglages")
    settings = {
        "trop": {"creuse": 19, "maniere": "peser", "patience": 18},
        "grille": {"creuse": 10, "maniere": "grille", "patience": 26},
        "pressee": {"creuse": 13, "maniere": "peser", "patience": 12},
        "aussitot": {"creuse": 13, "maniere": "aussitot", "patience": 26},
    }
    said = [chart.frame(settings[element["id"]]).params["dits"] for element in question["element"]]
    assert said == sorted(said)
    assert question["feedback"].startswith(", puis ".join(fr(value, 1) for value in said))


@pytest.mark.thorough
@pytest.mark.parametrize("factor", [0.75, 1.25])
@pytest.mark.parametrize("name", ASSUMED)
def test_their_order_holds_whatever_we_assumed(name, factor):
    ranked = ((19, WEIGHED, 18), (10, LIST, 26), (13, WEIGHED, 12), (13, AT_ONCE, 26))
    said = []
    for deep, manner, patience in ranked:
        assumed = {"patience": float(patience)}
        assumed[name] = factor * assumed.get(name, ASSUMED[name])
        said.append(interview(deep=deep / 20, manner=manner, **assumed)[-1].said)
    assert said == sorted(said)


def test_the_moods_that_the_best_dose_reveals(chart):
    question = next(q for q in QUESTIONS_OF_CHAPTER if q["id"] == "exprimer-humeurs")
    found = chart.frame({"creuse": 13, "maniere": "peser", "patience": 18}).params
    assert question["answer"] == round(found["humeurs"], 1)
    assert f"dit {fr(found['dits'], 1)} besoin" in question["text"]
    expected = [chart.frame({"creuse": 13, "maniere": "aussitot", "patience": 18}).params["humeurs"]]
    expected += [found["dits"], found["plaintes"], (1 - ASSUMED["real"]) * TOPICS]
    for value in expected:
        assert any(mistake["from"] <= value <= mistake["to"] for mistake in question["mistake"]), value


def test_the_subjects_that_digging_too_early_leaves_hidden(chart):
    question = next(q for q in QUESTIONS_OF_CHAPTER if q["id"] == "exprimer-dix-neuf")
    early, best = (chart.frame({"creuse": dose, "maniere": "peser", "patience": 18}).params for dose in (19, 13))
    assert question["answer"] == round(early["tus"] - best["tus"], 1)
    assert question["feedback"].startswith(f"De {fr(best['tus'], 1)} à {fr(early['tus'], 1)}.")
    assert f"{fr(best['dits'], 1)} besoin dit ; à dix-neuf, {fr(early['dits'], 1)}" in question["explanation"]
    expected = [early["tus"], best["tus"], *(best[state] - early[state] for state in ("dits", "plaintes"))]
    for value in expected:
        assert any(mistake["from"] <= value <= mistake["to"] for mistake in question["mistake"]), value
