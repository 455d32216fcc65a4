"""Chapter 7's questions, recalls and tests quote counts: these are the counts."""

import re
import tomllib
from pathlib import Path

import pytest

from denouement.charts.donnees import ATTRIBUTES, gap
from denouement.models.proportion import wilson
from denouement.models.salvirt import margin, tally, total

BOOK = Path(__file__).parents[3] / "book" / "fr"


def questions(path):
    return {question["id"]: question for question in tomllib.loads(path.read_text(encoding="utf-8"))["question"]}


QUESTIONS = questions(BOOK / "questions/07-donnees.toml")
FINAL = questions(BOOK / "tests/final.toml")


def per_hundred(deals) -> int:
    return round(100 * deals.rate)


def french(share: float) -> str:
    return f"{100 * share:.1f}".replace(".", ",")


def test_the_predictions_are_the_counts():
    defined = tally(needs_defined="Yes")
    assert QUESTIONS["donnees-intuition"]["outcome"] == per_hundred(defined) == 52
    rival = tally(needs_defined="Yes", budget="Yes", competitors="Yes")
    assert QUESTIONS["donnees-intuition-concurrent"]["outcome"] == per_hundred(rival) == 19
    alone = tally(needs_defined="Yes", budget="Yes", competitors="No")
    assert f"{per_hundred(alone)} affaires gagnées sur 100" in QUESTIONS["donnees-intuition-concurrent"]["text"]


def test_the_wall_of_won_deals_and_the_mistakes_it_expects():
    question, defined, every = QUESTIONS["donnees-encadrees"], tally(needs_defined="Yes"), tally()
    assert abs(question["answer"] - 100 * defined.won / every.won) < 0.05
    slips = (defined.rate, defined.won / every.total, defined.total / every.total, defined.lost / every.lost)
    for wrong, mistake in zip(slips, question["mistake"], strict=True):
        assert mistake["from"] <= 100 * wrong <= mistake["to"], wrong
    assert f"{defined.lost} des {every.lost} perdues" in question["explanation"]
    assert french(defined.lost / every.lost) in question["explanation"]


WRITTEN = {"périmètre": "perimetre", "besoin": "besoin", "autorité": "autorite", "appel": "appel", "budget": "budget"}


def test_gaps_that_hold_in_both_counts():
    question = QUESTIONS["donnees-deux-comptes"]
    for choice in question["choice"]:
        name = next(key for word, key in WRITTEN.items() if word in choice["text"])
        chances = [gap(name, distinct=distinct).p for distinct in (False, True)]
        assert choice.get("correct", False) is (max(chances) < 0.05), name
        if name in ("besoin", "budget"):
            every, distinct = (round(1000 * p) for p in chances)
            assert re.search(rf"{every}\b.* {distinct}\b", choice["feedback"])


def test_the_order_of_the_gaps_in_both_counts():
    question = QUESTIONS["donnees-separent"]
    for distinct in (False, True):
        apart = []
        for element in question["element"]:
            first, second = list(ATTRIBUTES[element["id"]].tallies(distinct=distinct).values())[:2]
            apart.append(first.rate - second.rate)
            if not distinct:
                assert french(first.rate) in question["explanation"] and french(second.rate) in question["explanation"]
        assert apart == sorted(apart)
        if not distinct:
            assert [round(100 * points) for points in apart] == [3, 24, 31, 46]


def test_unknown_filed_under_no_makes_a_gap():
    question, budget = QUESTIONS["donnees-inconnu-non"], margin("budget")
    rest = budget["No"] + budget["Unknown"]
    assert (rest.won, rest.total) == (108, 229)
    assert abs(100 * (budget["Yes"].rate - rest.rate) - question["answer"]) < 0.05
    assert f"{rest.won} sur {rest.total}, soit {french(rest.rate)} %" in question["explanation"]
    halves = (budget["No"].rate + budget["Unknown"].rate) / 2
    for other, mistake in zip((budget["No"].rate, halves, budget["Unknown"].rate), question["mistake"], strict=True):
        assert mistake["from"] <= 100 * (budget["Yes"].rate - other) <= mistake["to"]


def test_nine_lost_deals_out_of_ten_had_a_need():
    defined = tally(needs_defined="Yes")
    assert round(10 * defined.lost / tally().lost) == 9
    assert f"{defined.lost} des {tally().lost} perdues" in QUESTIONS["donnees-dire-ou-taire"]["explanation"]


def test_the_shiny_list_is_less_sure_than_it_looks():
    assert french(54 / 59) in QUESTIONS["donnees-empiler"]["text"]
    low, high = wilson(54, 59)
    assert f"de {french(low)} à {french(high)} %" in QUESTIONS["donnees-empiler"]["explanation"]
    assert f"Entre {100 * low:.0f} et {100 * high:.0f}" in QUESTIONS["donnees-empiler"]["choice"][2]["text"]


def test_what_a_colleague_is_asked_separates_the_most():
    feedback = {choice["id"]: choice["feedback"] for choice in QUESTIONS["donnees-repondre"]["choice"]}
    client = margin("client")
    assert f"{french(client['Current'].rate)} % ; nouveau, {french(client['New'].rate)}" in feedback["a"]
    defined = [tally(needs_defined="Yes", client=kind).rate for kind in ("Current", "New")]
    assert defined[0] - defined[1] > 0.5  # « même à besoin défini »
    authority = margin("authority")
    assert [round(100 * authority[value].rate) for value in ("High", "Mid", "Low")] == [53, 50, 53]
    both = [tally(needs_defined="Yes", budget="Yes", competitors=value).rate for value in ("No", "Yes")]
    assert [round(100 * rate) for rate in both] == [80, 19]


@pytest.mark.parametrize("name", ["donnees-creneau", "donnees-repondre"])
def test_a_new_customer_with_need_budget_and_a_rival(name):
    corner = tally(needs_defined="Yes", client="New", budget="Yes", competitors="Yes")
    assert (corner.won, corner.total) == (10, 66)
    question = QUESTIONS[name]
    assert "10" in question["text"] + question["explanation"] and "66" in question["text"] + question["explanation"]
    if name == "donnees-creneau":
        assert f"{10 / 66 * 56_400:,.0f}".replace(",", " ") in question["explanation"]


def test_seven_in_ten_and_less_than_two_in_ten():
    feedback = {choice["id"]: choice["feedback"] for choice in FINAL["final-congelateurs"]["choice"]}
    client, rivals, budget = margin("client"), margin("competitors"), margin("budget")
    assert "sept affaires sur dix" in feedback["c"] and round(10 * client["Current"].rate) == 7
    assert client["New"].rate < 0.2
    assert "deux affaires sur trois" in feedback["a"] and abs(rivals["No"].rate - 2 / 3) < 0.01
    assert "une sur cinq" in feedback["a"] and abs(rivals["Yes"].rate - 1 / 5) < 0.011
    assert "à un point près" in feedback["b"] and abs(budget["Yes"].rate - budget["No"].rate) < 0.01
    authority = [deals.rate for deals in margin("authority").values()]
    assert "trois points" in feedback["d"] and round(100 * (max(authority) - min(authority))) == 3


def test_three_wins_out_of_four_and_nothing_told_apart():
    question = FINAL["final-visites"]
    assert question["answer"] == 100 * 60 / (60 + 90) == 100 * 20 / (20 + 30)
    for wrong in (60 / 80, 60 / 200, 60 / 90, 90 / 150, 150 / 200):
        assert any(m["from"] <= 100 * wrong <= m["to"] for m in question["mistake"]), wrong


ROW = re.compile(r"\| ([^|]+) \| (\d+) \| (\d+) \| ([\d,]+) % \| ([\d,]+) % \|")
SHEET = {
    "Besoin défini": ("needs_defined", ("Yes",)),
    "Besoin pas défini": ("needs_defined", ("No", "Info gathering", "Poor")),
    "Budget prévu": ("budget", ("Yes",)),
    "Budget non prévu": ("budget", ("No",)),
    "Budget inconnu": ("budget", ("Unknown",)),
    "Client actuel": ("client", ("Current",)),
    "Client nouveau": ("client", ("New",)),
    "Aucun concurrent": ("competitors", ("No",)),
    "Au moins un concurrent": ("competitors", ("Yes",)),
}


def test_the_table_of_the_classroom_is_that_of_the_file():
    sheet = (BOOK / "instructor/07-donnees.md").read_text(encoding="utf-8")
    rows = {name: figures for name, *figures in ROW.findall(sheet)}
    assert rows.keys() == SHEET.keys()
    for name, (attribute, values) in SHEET.items():
        every, distinct = (total(margin(attribute, distinct=d)[value] for value in values) for d in (False, True))
        assert rows[name] == [str(every.won), str(every.total), french(every.rate), french(distinct.rate)], name
