"""Chapter 6's questions quote the models and the story: these are the figures they quote."""

import re
import tomllib
from pathlib import Path

from denouement.exercises.refuser import withdrawal
from denouement.models.remainder import DAY, MAREE_150, expected, least_chance, per_sale, tipping_risk
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


def test_a_better_seller_below_the_tipping_risk_does_better_and_still_loses():
    question, sale = QUESTIONS["refuser-meilleur-vendeur"], per_sale(MAREE_150, 0.25)
    assert least_chance(sale, 4) is None
    for figure in (sale, expected(0.4, sale, 4), expected(0.8, sale, 4), 4 * DAY):
        assert plain(figure) in question["explanation"]


def test_an_empty_book_pursues_what_leaves_something_once_signed():
    for choice in QUESTIONS["refuser-carnet-vide"]["choice"]:
        chances, returns = re.match(r"(\d) chances? sur 10 de signer, (\d+) retours", choice["text"]).groups()
        sale = per_sale(MAREE_150, int(returns) / 100)
        assert choice.get("correct", False) is (expected(int(chances) / 10, sale, 4, day=0) > 0)
        assert plain(sale) in choice["feedback"] or (choice["id"] == "c" and round(sale, -1) == 700)


def test_full_book_demands_stand_in_the_order_of_what_a_day_leaves():
    elements = QUESTIONS["refuser-ordre"]["element"]
    perday, total = [], []
    for element in elements:
        chances, sale, days = (
            int(n.replace(" ", "")) for n in re.findall(r"(\d[\d ]*?) (?:chances|€|journée)", element["text"])
        )
        perday.append(chances / 10 * sale / days)
        total.append(chances / 10 * sale)
    assert perday == sorted(perday, reverse=True)
    assert total == sorted(total)  # the opposite of the order by what each leaves in all
    assert QUESTIONS["refuser-ordre"]["feedback"].startswith(" €, ".join(plain(value) for value in perday))


def test_sorting_beats_the_machine():
    washed = 24 * 40 / 60 + 96 * 5 / 60
    assert washed == 24 and 60 * 120 / 150 == 48
    assert "24 minutes ; elle, 48" in QUESTIONS["refuser-lettre"]["choice"][2]["text"]
    assert round(100 * (24 - 5) / (40 - 5)) == 54
    assert "54 bacs sales" in QUESTIONS["refuser-lettre"]["choice"][4]["feedback"]


def test_bellanger_s_sale_leaves_what_the_matching_says():
    left = plain(expected(0.95, MAREE_150.kept, 1))
    assert left in QUESTIONS["refuser-sortes"]["pair"][2]["left"]


def test_the_fourteen_days_follow_the_rules_of_the_exercise():
    individual = {"client": "particulier", "salaries": 0, "activite_principale": False, "informe": True}
    individual |= {"sollicite": False, "credit": False}
    trade = individual | {"client": "professionnel", "lieu": "hors établissement"}
    cases = {
        "a": trade | {"salaries": 80},
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
