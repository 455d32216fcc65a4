"""Chapter 6's questions quote the models and the story: these are the figures they quote."""

import re
import tomllib
from pathlib import Path

import pytest

from denouement.exercises.refuser import withdrawal
from denouement.labs.refuser import outcome as lab
from denouement.models.order_book import ASSUMED, KEPT, quarter
from denouement.models.remainder import DAY, MAREE_150, SALE_DAYS, expected, least_chance, per_sale, tipping_risk
from denouement.typography import fr

FILE = Path(__file__).parents[3] / "book/fr/questions/06-refuser.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}


def plain(number: float) -> str:
    return fr(number).replace("\u202f", " ")


def test_the_prediction_is_the_tipping_risk():
    question = QUESTIONS["refuser-intuition"]
    assert question["outcome"] == round(100 * tipping_risk(MAREE_150))
    assert question["outcome_text"].startswith(f"**{question['outcome']} sur 100.**")


def test_the_demand_to_compute_and_what_each_slip_gives():
    question = QUESTIONS["refuser-calcul"]
    sale, days = per_sale(MAREE_150, 0.05), 4 * DAY
    assert abs(expected(0.5, sale, 4) - question["answer"]) < question["tolerance"] / 2
    risk = MAREE_150.kept - sale
    kept = MAREE_150.kept
    slips = (0.5 * sale, 0.5 * kept - days, 0.5 * (sale - days), sale - days, 0.5 * kept - risk - days, sale)
    for slip, mistake in zip(slips, question["mistake"], strict=True):
        assert mistake["from"] <= slip <= mistake["to"], slip
    assert f"{100 * least_chance(sale, 4):.0f} chances sur 100" in question["feedback"]
    for figure in (sale, 0.5 * sale, days, expected(0.5, sale, 4)):
        assert plain(figure) in question["explanation"]


ONE_LEVER = {"compter": {"comptage": 0.5}, "depart": {}, "prime": {"prime": "reste"}, "seuil": {"seuil": 310}}
START = {"seuil": -1, "journees": 4, "comptage": 0, "prime": "ca"}


@pytest.mark.parametrize("number", [None, *ASSUMED])
@pytest.mark.parametrize("factor", [0.75, 1.25])
def test_one_lever_at_a_time_counting_alone_does_worse_than_nothing(number, factor):
    question = QUESTIONS["refuser-un-levier"]
    assumed = {number: ASSUMED[number] * factor} if number else {}
    gains = [lab(**START | ONE_LEVER[e["id"]], **assumed).metrics["gain"] for e in question["element"]]
    assert gains == sorted(gains)
    if not number:
        assert gains[1] == 0
        counted, _, bonus, threshold = (plain(abs(gain)) for gain in gains)
        assert f"{counted} € de moins" in question["explanation"] and f"rend {bonus} €" in question["explanation"]
        assert f"en rend {threshold}" in question["explanation"]
        assert counted in question["feedback"] and threshold in question["feedback"]


def test_a_day_is_worth_what_the_deal_left_aside_would_bring():
    def left(threshold: int, demands: int) -> float:
        return quarter(threshold=threshold, days=3, counting=0.5, bonus=KEPT, demandes=demands).left

    best = {n: max(range(0, 2000, 10), key=lambda threshold: left(threshold, n)) for n in (36, 24, 12)}
    question = QUESTIONS["refuser-trois-trimestres"]
    for choice in question["choice"]:
        demands, worth = map(int, re.fullmatch(r"(\d+) demandes : (\d+) € par journée", choice["text"]).groups())
        assert choice.get("correct", False) is (worth > best[demands])
    assert f"{best[36]} €" in question["explanation"] and f"{best[24]} €" in question["explanation"]


def test_the_share_of_dirty_trays_from_which_the_machine_beats_sorting():
    question = QUESTIONS["refuser-rappelez-moi"]
    dirty, crumbs, machine = 40, 5, 3600 / 150
    assert abs(100 * (machine - crumbs) / (dirty - crumbs) - question["answer"]) < 0.05
    slips = (100 * machine / dirty, 50, 100 * 24 / 120, 100 * 48 / 120)
    for slip, mistake in zip(slips, question["mistake"], strict=True):
        assert mistake["from"] <= slip <= mistake["to"]
    assert (48 * dirty + 72 * crumbs) / 60 == 38 and "38 minutes" in question["mistake"][-1]["feedback"]
    assert 50 * dirty + 50 * crumbs < 100 * machine


def test_the_four_days_go_where_signing_is_least_likely():
    """Days paid, what is left runs against the chances of signing; the text gives each sale and what remains."""
    question = QUESTIONS["refuser-decider"]
    settings = {"a": (0.9, 0.20), "b": (0.5, 0.05), "c": (0.7, 0.15)}
    words = {0.9: "neuf", 0.5: "cinq", 0.7: "sept", 0.20: "vingt", 0.05: "cinq", 0.15: "quinze"}
    left = {}
    for choice in question["choice"]:
        chance, returns = settings[choice["id"]]
        assert f"{words[chance]} chances sur dix" in choice["text"] and f"{words[returns]} retours" in choice["text"]
        sale = per_sale(MAREE_150, returns)
        left[choice["id"]] = expected(chance, sale, SALE_DAYS)
        assert f"{plain(sale)} €" in choice["feedback"]
        if not choice.get("correct"):
            assert f"{plain(left[choice['id']])}" in choice["feedback"]
    assert max(left, key=left.get) == "b" and next(c["id"] for c in question["choice"] if c.get("correct")) == "b"
    assert sorted(left, key=left.get) == sorted(left, key=lambda name: -settings[name][0])
    said = "{} € à la conserverie, {} à la cantine, {} au golf".format(*(plain(left[name]) for name in "bca"))
    assert said in question["explanation"]
    assert abs(per_sale(MAREE_150, 0.15) / MAREE_150.kept - 0.5) < 0.02


def test_what_the_sales_of_the_matching_leave():
    pairs = {pair["id"]: pair for pair in QUESTIONS["refuser-sortes"]["pair"]}
    assert plain(expected(0.95, MAREE_150.kept, 1)) in pairs["tri"]["feedback"]
    third = per_sale(MAREE_150, 1 / 3)
    assert third < 0 and f"moins {plain(-third)} €" in pairs["vide"]["feedback"]


def test_the_fourteen_days_follow_the_rules_of_the_exercise():
    individual = {"client": "particulier", "salaries": 0, "activite_principale": False, "informe": True}
    individual |= {"sollicite": False, "credit": False}
    trade = individual | {"client": "professionnel", "lieu": "hors établissement"}
    cases = {
        "a": trade | {"salaries": 22},
        "b": trade | {"salaries": 4},
        "c": individual | {"lieu": "magasin"},
        "d": individual | {"lieu": "démarchage"},
        "e": individual | {"lieu": "foire"},
    }
    said = {choice["id"]: choice.get("correct", False) for choice in QUESTIONS["refuser-quatorze-jours"]["choice"]}
    assert said == {name: withdrawal(case) == "14 jours" for name, case in cases.items()}


CARD = re.compile(r"\| ([A-H]) \| [^|]+ \| (\d+) sur 10 \| ([\d ]+) € \| (\d) sur 10 \| (\d+) \|")


def test_the_cards_of_the_classroom_leave_what_the_sheet_says():
    sheet = (FILE.parents[1] / "instructor/06-refuser.md").read_text(encoding="utf-8")
    cards = {name: [int(n.replace(" ", "")) for n in numbers] for name, *numbers in CARD.findall(sheet)}
    assert sorted(cards) == list("ABCDEFGH")
    sale = {name: kept - returned * 3_000 for name, (_, kept, returned, _) in cards.items()}
    left = {name: expected(chances / 10, sale[name], days) for name, (chances, _, _, days) in cards.items()}
    assert {name for name in cards if sale[name] < 0} == {"B", "H"}
    for name in "DAGCEF":
        said = plain(left[name] / cards[name][3]).replace("−0", "0")
        assert f"{name} {said} €" in sheet
    chosen = "DAGC"
    assert f"{sum(cards[name][3] for name in chosen)} journées, {plain(sum(left[n] for n in chosen))} €" in sheet
    assert f"E seule, {plain(left['E'])} €" in sheet
