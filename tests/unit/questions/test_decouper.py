"""Chapter 2's questions quote the models and the calendar of the story: these are the figures they quote."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

from denouement.models.buying_group import CEB as REPORTED
from denouement.models.buying_group import all_agree
from denouement.models.cycle import CYCLE, extra_signatures, months_after, p_cycle
from denouement.models.decision import days_before
from denouement.models.win_rate import closed_rate

BOOK = Path(__file__).parents[3] / "book" / "fr"
FILE = BOOK / "questions/02-decouper.toml"
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


def test_the_rate_once_ten_open_cases_are_closed_and_the_mistakes_it_expects():
    question = QUESTIONS["decouper-ouvertes"]
    won, lost, opened, closed = 12, 3, 25, 10
    said = (BOOK / "chapters/02-decouper.md").read_text(encoding="utf-8")
    assert f"{won} gagnées, {lost} perdues. Restent {opened} affaires ouvertes" in said
    assert "Lacaze annonce toujours 80 %" in question["text"] and 100 * won / (won + lost) == 80
    assert question["answer"] == 100 * won / (won + lost + closed)
    assert question["feedback"].startswith(f"{won} gagnées, {lost + closed} perdues")
    every = won + lost + opened
    expected = {100 * won / every, 80, 100 * (won + closed) / (won + lost + closed), 100 * (won + opened) / every}
    assert {mistake["from"] for mistake in question["mistake"]} == expected | {80 - closed}
    shown = round(100 * closed_rate(truth=0.5, won_after=9, lost_after=2, elapsed=12))
    assert f"{shown} % affichés pour 50 %" in question["explanation"]


def test_groups_stand_in_the_order_of_their_chances_computed_or_reported():
    question = QUESTIONS["decouper-parlent"]
    people = {"deux": 2, "trois": 3}
    chances = []
    for element in question["element"]:
        number, how = element["id"].split("-")
        size = people[number]
        chances.append(round(100 * (all_agree(size, 0.8) if how == "calcul" else REPORTED[size])))
    assert chances == sorted(chances)
    assert question["feedback"].startswith(", ".join(map(str, chances)))
    alone, together = (round(100 * all_agree(6, 0.8, share)) for share in (0, 1))
    assert f"de {alone} à {together}" in question["explanation"]


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
