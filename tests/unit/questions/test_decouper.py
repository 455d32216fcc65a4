"""Chapter 2's questions quote the models and the calendar of the story: these are the figures they quote."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

from denouement.models.buying_group import all_agree
from denouement.models.cycle import CYCLE, extra_signatures, months_after, p_cycle
from denouement.models.decision import days_before
from denouement.models.win_rate import closed_rate

FILE = Path(__file__).parents[3] / "book/fr/questions/02-decouper.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}


def choices(name):
    return {choice["id"]: choice for choice in QUESTIONS[name]["choice"]}


def test_the_prediction_is_the_product_of_six_yeses():
    question = QUESTIONS["decouper-intuition"]
    assert question["outcome"] == round(100 * p_cycle([0.8] * 6)) == 26
    assert "**26 sur 100.**" in question["outcome_text"]


def test_malassis_had_not_moved_for_43_days_on_the_day_of_the_review():
    assert (date(2025, 6, 6) - date(2025, 4, 24)).days == 43
    assert "43 jours" in QUESTIONS["decouper-derniere"]["explanation"]


def test_steps_stand_in_the_order_of_what_they_bring_over_two_years():
    question = QUESTIONS["decouper-deux-ans"]
    numbers = {"compter": 0, "essayer": 1, "accorder": 2, "signer": 3}
    order = [numbers[element["id"]] for element in question["element"]]
    extra = [extra_signatures(CYCLE, number, horizon=24) for number in order]
    assert extra == sorted(extra)
    quoted = re.match(r"[\d, ]+\d", question["feedback"])[0]
    assert [int(figure) for figure in quoted.split(",")] == [round(gain) for gain in extra]
    assert [months_after(CYCLE, number) for number in order] == [0, 5.5, 3, 7.5]
    assert [CYCLE[number].loss for number in order] == [0.20, 0.30, 0.35, 0.60]


def test_the_rate_displayed_after_a_year_and_what_each_rule_would_display():
    question = QUESTIONS["decouper-ouvertes"]
    shown = round(100 * closed_rate(truth=0.5, won_after=9, lost_after=2, elapsed=12))
    assert f"affiche {shown} %" in question["text"]
    won, lost, opened = 10 * 0.5 * (12 - 9), 10 * 0.5 * (12 - 2), 10 * 12
    assert (won, lost) == (15, 50) and "15 gagnées pour 50 perdues" in question["explanation"]
    still_open = opened - won - lost
    feedback = {name: choice["feedback"] for name, choice in choices("decouper-ouvertes").items()}
    assert f"{round(100 * (won + still_open / 2) / opened)} %" in feedback["b"]
    assert "15 gagnées, 15 perdues" in feedback["c"] and 10 * (12 - 9) * 0.5 == 15


def test_people_who_think_together_climb_towards_80():
    shares = [all_agree(6, 0.8, together / 10) for together in range(11)]
    assert shares == sorted(shares)
    assert (round(100 * shares[0]), round(100 * shares[-1])) == (26, 80)
    refusals = [all_agree(6, 0.2, together / 10) for together in range(11)]
    assert refusals == sorted(refusals)
    assert round(10_000 * refusals[0]) == 1 and round(100 * refusals[-1]) == 20
    said = {name: choice["text"] for name, choice in choices("decouper-parlent").items()}
    assert said["a"].endswith("20 sur 100") and said["c"].endswith("1 pour 10 000")


def test_the_calendar_of_the_next_slot():
    factory, vote, wanted = timedelta(weeks=14), date(2025, 11, 4), date(2026, 3, 20)
    settled = days_before(date(2025, 5, 21), date(2025, 3, 25))
    signature = vote + timedelta(days=settled)
    text = QUESTIONS["decouper-creneau"]["text"]
    hints = " ".join(QUESTIONS["decouper-creneau"]["hints"])
    assert settled == 57 and "57 jours" in hints
    assert "**20 mars**" in text and "**4 novembre**" in text
    assert wanted - factory == date(2025, 12, 12) and "12 décembre" in hints
    late = choices("decouper-creneau")["a"]["feedback"]
    assert signature == date(2025, 12, 31) and "31 décembre" in late
    assert signature + factory == date(2026, 4, 8) and "8 avril" in late
    assert (signature + factory - wanted).days == 19 and "19 jours" in late
    assert (wanted - factory - vote).days == 38
    assert "38 jours" in choices("decouper-creneau")["c"]["feedback"]
