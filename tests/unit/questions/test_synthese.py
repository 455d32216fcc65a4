"""Chapter 8's questions quote the model, the data and the story: these are the figures they quote."""

import re
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

from denouement.labs.synthese import outcome
from denouement.models.chain import EVERYBODY, NOBODY, chain, selling
from denouement.models.refuting import Claim, State, state
from denouement.models.severity import MEDIUM, STRONG, WEAK

ROOT = Path(__file__).parents[3]
FILE = ROOT / "book/fr/questions/08-synthese.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}


def test_the_chapter_sets_the_model_beside_the_data_and_another_setting_beside_the_model():
    text = (ROOT / "book/fr/chapters/08-synthese.md").read_text(encoding="utf-8")
    assert f"{100 * 219 / 420:.1f}".replace(".", ",") + " % de gagnées" in text
    totals = {round(100 * chain(links).sale) for links in ([0.9] * 6, [1, 0.53, 1, 1, 1, 1])}
    assert totals == {QUESTIONS["synthese-intuition"]["outcome"]} == {53}


def test_a_second_competitor_leaves_the_threshold_where_it_was():
    text = QUESTIONS["synthese-second-concurrent"]["explanation"]
    for rivals in (1, 2):
        calm, pressed = ([round(100 * selling(rivals=rivals, hesitant=h, pressed=who).sale) for h in (0.2, 0.3)]
                         for who in (NOBODY, EVERYBODY))  # fmt: skip
        assert calm[0] > pressed[0] and calm[1] < pressed[1]
        for before, after in zip(calm, pressed, strict=True):
            assert re.search(rf"{before} (?:ventes )?deviennent {after}\b", text)


def test_the_street_shows_both_lives_of_a_passer():
    """(meets the three conditions, buys alone, buys pressed): what the scene says of each."""
    scene = tomllib.loads((ROOT / "book/fr/scenes/rue-rejouee.toml").read_text(encoding="utf-8"))
    said = {passer["id"]: passer for passer in scene["passer"]}
    hesitates = {"between-two": (False, True), "about-you": (True, False), None: (True, True)}
    for pair in QUESTIONS["synthese-rue-dementie"]["pair"]:
        passer = said[pair["id"]]
        near = not passer.get("far")
        alone, pressed = hesitates[passer.get("hesitates")] if near else (False, False)
        against = {"la moyenne": near and not alone, "la forte": alone != pressed}
        expected = {(True, True): "l'une et l'autre", (False, True): "la forte seulement"}
        assert pair["right"] == expected.get(tuple(against.values()), "ni l'une ni l'autre"), pair["id"]


CLAIMS = {"La moyenne": MEDIUM, "La forte": STRONG, "La faible": WEAK}


def test_what_becomes_of_five_claims_in_the_lab():
    lab = tomllib.loads((ROOT / "book/fr/labs/synthese-robustesse.toml").read_text(encoding="utf-8"))
    titles = {key: verdict["title"] for key, verdict in lab["verdict"].items()}
    titles["atteint"] = "elle risque, et elle tient"
    for pair in QUESTIONS["synthese-quatre-theses"]["pair"]:
        version = next(name for start, name in CLAIMS.items() if pair["left"].startswith(start))
        cases = int(re.search(r"(\d) cas", pair["left"])[1])
        assert pair["right"] == titles[outcome(version=version, clients="decides", abandon=cases).verdict]
    strong, weak = (outcome(version=v, clients="decides", abandon=n).metrics for v, n in ((STRONG, 5), (WEAK, 4)))
    pairs = {pair["id"]: pair["feedback"] for pair in QUESTIONS["synthese-quatre-theses"]["pair"]}
    assert pairs["forte-cinq"].startswith(f"{strong['voisins']:.0f} fois")
    assert f"{strong['contraires']:.0f} fois" in pairs["forte-cinq"]
    assert f"{weak['contraires']:.0f} fois" in pairs["faible-quatre"]
    expected = [round(outcome(version=v, clients="decides", abandon=6).metrics["cas"]) for v in (MEDIUM, STRONG, WEAK)]
    assert expected == [8, 2, 2]


def test_four_contrary_cases_out_of_nine_do_not_contradict_wrong_if_five_of_twenty():
    text = (ROOT / "book/fr/chapters/08-synthese.md").read_text(encoding="utf-8")
    assert re.search(r"\{term\}`Tort si <[^>]+>` 5 des 20 prochains reculent", text)
    claim = Claim("sûr", deals=20, forgives=4)
    seen = [("sûr", True)] * 4 + [("sûr", False)] * 5
    assert state(claim, seen) is State.NOT_YET
    assert state(claim, [*seen, ("sûr", True)]) is State.CONTRADICTED
    (right,) = (choice for choice in QUESTIONS["synthese-quatre-sur-neuf"]["choice"] if choice.get("correct"))
    assert "pas encore" in right["text"]


def test_acts_already_done_and_the_hour_of_the_steel():
    interview = (ROOT / "book/fr/interviews/repondre-directeur.toml").read_text(encoding="utf-8")
    assert "le 4 novembre, leur comité a voté" in interview and "sans nommer personne" in interview
    assert "Le 28, Awa" in interview and "la cidrerie chez Cascade" in interview
    steel = datetime(2025, 12, 18, 12)
    hours = {
        "Mercredi soir": datetime(2025, 12, 17, 18),
        "Jeudi midi": steel,
        "Vendredi midi": datetime(2025, 12, 19, 12),
    }
    for pair in QUESTIONS["synthese-partie-fausse"]["pair"]:
        hour = next(when for name, when in hours.items() if name in pair["left"])
        assert (pair["right"] == "l'heure") is (hour > steel)


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
