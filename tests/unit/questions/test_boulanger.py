"""Chapter 3's questions quote the model: these are the figures they quote."""

import re
import tomllib
from pathlib import Path

import pytest

from denouement.charts.boulanger import AVAILABILITY, stockout_frame
from denouement.levers import clock
from denouement.models.conditions import conditions
from denouement.models.opening import DAYS, Hours, hours
from denouement.models.tanneries import BAKERY, BELLANGER, SUNDAY, SUPERMARKET, tanneries
from denouement.models.week import doors, week_of_need

FILE = Path(__file__).parents[3] / "book/fr/questions/03-boulanger.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}

OPENINGS = {
    "apres-midi": hours(13, 21, closed=("lundi",)),
    "bureau": hours(8, 18, closed=("lundi",)),
    "matin": hours(6, 14, closed=("lundi",)),
    "bellanger": Hours(dict.fromkeys(DAYS[1:6], BELLANGER.hours) | {"dimanche": (SUNDAY,)}),
}


def sold(*competitors) -> int:
    met = conditions(tanneries(), BELLANGER, competitors, availability=AVAILABILITY)
    return round(100 * met.sale_given_all)


def test_the_prediction_is_what_the_town_gives_with_two_competitors():
    question = QUESTIONS["boulanger-intuition"]
    assert question["outcome"] == sold(BAKERY, SUPERMARKET)
    assert f"**{question['outcome']} sur 100**" in question["outcome_text"]
    assert f" {sold()} achètent chez lui" in question["text"]
    results = {choice["id"]: choice["text"] for choice in QUESTIONS["boulanger-seul"]["choice"]}
    assert f": {sold()} achètent, sur 100" in results["a"]
    alone = conditions(tanneries(), BELLANGER, availability=AVAILABILITY)
    met, bought = round(1000 * alone.joint), round(1000 * alone.sold)
    assert f": {met - bought} repartent sans pain, sur {met}" in results["b"]
    assert f": {question['outcome']} achètent, sur 100" in results["c"]


def test_the_zone_keeps_those_who_meet_the_three_conditions():
    question = QUESTIONS["boulanger-zone"]
    said = r"compte ([\d ]+) habitants.* (\d+) % ont.* (\d+) % préfèrent"
    people, need, loyal = re.search(said, question["text"]).groups()
    met = int(people.replace(" ", "")) * int(need) / 100 / 2
    shown = {choice["id"]: float(choice["text"]) for choice in question["choice"]}
    assert next(c for c in question["choice"] if c.get("correct"))["text"] == f"{met:g}"
    assert shown["a"] == met * (1 - int(loyal) / 100) and shown["c"] == 2 * shown["a"]


@pytest.mark.parametrize("factor", [0.75, 1, 1.25])
def test_openings_stand_in_the_order_of_the_need_they_catch(factor):
    question = QUESTIONS["boulanger-ouvertures"]
    need = week_of_need(wobble=0.5 * factor, weekend_factor=1.2 * factor)
    caught = [doors(OPENINGS[element["id"]], need).finds_open for element in question["element"]]
    assert caught == sorted(caught)
    if factor == 1:
        quoted = re.match(r"([\d, ]+) besoins sur 100", question["feedback"])[1]
        assert [int(figure) for figure in quoted.split(",")] == [round(100 * share) for share in caught]


def test_openings_last_the_hours_they_say():
    elements = QUESTIONS["boulanger-ouvertures"]["element"]
    said = {element["id"]: int(element["text"].split(" h")[0]) for element in elements}
    assert said == {name: opening.weekly() for name, opening in OPENINGS.items()}


def test_the_two_days_at_the_counter_run_out_when_the_question_says():
    text = QUESTIONS["boulanger-rupture-bande"]["text"]
    for loaves in (300, 320):
        day = stockout_frame(pains=loaves, jour="ordinaire").params
        ends = clock(day["heure"]).replace("\u00a0", " ")
        assert re.search(rf"{loaves} (?:pains )?cuits, le dernier vendu à {ends}\b", text)


def test_of_a_hundred_who_need_bread_and_find_the_door_open():
    question = QUESTIONS["boulanger-parmi"]
    town = conditions(tanneries(), BELLANGER, availability=AVAILABILITY)
    need, found, met = 1000 * town.need, 1000 * town.need * town.open_given_need, 1000 * town.joint
    far = found - met
    assert question["answer"] == round(100 * far / found)
    assert f"{found:.0f} personnes, dont {met:.0f} vivent assez près, et {far:.0f} non" in question["explanation"]
    expected = (far / 10, 100 * met / found, met / 10, 100 * far / met, 100 * far / need, round(far))
    for mistake, value in zip(question["mistake"], expected, strict=True):
        assert mistake["from"] <= round(value, 1) <= mistake["to"], value
