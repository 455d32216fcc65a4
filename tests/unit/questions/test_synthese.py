"""Chapter 8's questions quote the model, the data and the story: these are the figures they quote."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from denouement.labs.synthese import outcome
from denouement.models.chain import chain
from denouement.models.refuting import Claim, State, state

ROOT = Path(__file__).parents[3]
FILE = ROOT / "book/fr/questions/08-synthese.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}


def test_the_model_and_the_data_meet_by_chance():
    text = QUESTIONS["synthese-ajuste"]["text"]
    assert f"{100 * chain([0.9] * 6).sale:.0f} dans le modèle" in text
    assert f"{100 * 219 / 420:.1f}".replace(".", ",") + " dans les données" in text


def test_four_contrary_cases_out_of_nine_contradict_at_most_four_of_twenty_no_more_than_none():
    claim = Claim("sûr", deals=20, forgives=4)
    seen = [("sûr", True)] * 4 + [("sûr", False)] * 5
    assert state(claim, seen) is State.NOT_YET
    assert state(claim, [*seen, ("sûr", True)]) is State.CONTRADICTED
    (right,) = (choice for choice in QUESTIONS["synthese-quatre-sur-neuf"]["choice"] if choice.get("correct"))
    assert right["text"] == "La garder, et attendre le cinquième"


def test_of_two_phrases_that_count_the_riskier_forgives_less():
    """In the order of the answer: 16 of 20 falls at five contrary cases, all of them at one."""
    ids = [element["id"] for element in QUESTIONS["synthese-risque"]["element"]]
    assert ids == ["vraiment", "parfois", "seize", "tous"]
    falls = [
        next(n for n in range(21) if state(Claim("s", 20, forgives), [("s", True)] * n) is State.CONTRADICTED)
        for forgives in (20 - 16, 0)
    ]
    assert falls == [5, 1]


def test_the_slot_is_fourteen_weeks_before_the_delivery_and_the_next_one_three_weeks_later():
    interview = (ROOT / "book/fr/interviews/repondre-directeur.toml").read_text(encoding="utf-8")
    friday, delivery, later = date(2025, 12, 12), date(2026, 3, 20), date(2026, 4, 10)
    assert friday + timedelta(weeks=14) == delivery and friday.weekday() == 4
    assert "Vendredi 12 décembre" in interview and "20 mars" in interview
    right = next(choice for choice in QUESTIONS["synthese-creneau"]["choice"] if choice.get("correct"))
    assert "10 avril" in right["feedback"] and (later - delivery).days == 21
    assert "trois semaines" in QUESTIONS["synthese-creneau"]["explanation"]
    assert date(2025, 12, 18).weekday() == 3 and "Jeudi 18" in QUESTIONS["synthese-creneau"]["text"]


def test_the_paper_quiz_says_what_the_lab_finds():
    sheet = (ROOT / "book/fr/instructor/08-synthese.md").read_text(encoding="utf-8")
    first = outcome(version="forte", clients="decides", abandon=1)
    assert f"on l'abandonne {first.metrics['alarme']} fois sur 100" in sheet
    assert round(first.metrics["cas"]) == 2 and "Elle attend deux cas sur vingt" in sheet
