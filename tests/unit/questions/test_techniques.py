"""Chapter 4's questions quote models and reported figures: these are the figures they quote."""

import re
import tomllib
from pathlib import Path

import pytest

from denouement import fr
from denouement.charts import CHARTS, read_chart
from denouement.charts.techniques import STORE, chance_frame
from denouement.models.pressure import ALONE, DARES_NOT, NO_NEED, Memory, best_asks, signed
from denouement.models.pressure_year import ASSUMED, DARING_NOT, EVERYBODY, IN_NEED, year
from denouement.models.sample_size import n_per_arm
from denouement.models.two_by_two import fisher_2x2

BOOK = Path(__file__).parents[3] / "book" / "fr"
FILE = BOOK / "questions/04-techniques.toml"
QUESTIONS = {question["id"]: question for question in tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]}
SOURCES = {s["id"]: s for s in tomllib.loads((BOOK / "sources.toml").read_text(encoding="utf-8"))["source"]}


def per_hundred(customer, asks: int) -> int:
    return round(100 * signed(customer, asks))


def test_the_prediction_is_the_reported_figure():
    question = QUESTIONS["techniques-intuition"]
    assert f"{question['outcome']:g}" in SOURCES["rackham-1988"]["figures"]
    assert f"**{question['outcome']} sur 30**" in question["outcome_text"]


def test_one_asking_and_the_mistakes_it_expects():
    question = QUESTIONS["techniques-une-demande"]
    never, once = per_hundred(DARES_NOT, 0), per_hundred(DARES_NOT, 1)
    assert question["answer"] == once - never
    assert f"De {never} à {once}" in question["feedback"]
    expected = {once, never, per_hundred(ALONE, 1) - per_hundred(ALONE, 0), per_hundred(NO_NEED, 1)}
    expected.add(per_hundred(DARES_NOT, 6) - never)
    for value in expected:
        assert any(m["from"] <= value <= m["to"] for m in question["mistake"]), value


def test_what_one_more_asking_adds_is_ranked_as_the_model_has_it():
    question = QUESTIONS["techniques-effets"]
    asked = {"sixieme": 6, "premiere": 1}
    who = {"seul": ALONE, "ose": DARES_NOT, "rien": NO_NEED}
    added = []
    for element in question["element"]:
        when, whom = element["id"].split("-")
        added.append(100 * (signed(who[whom], asked[when]) - signed(who[whom], asked[when] - 1)))
    assert added == sorted(added)
    assert [round(value, 1) for value in added] == [-3.5, 0.4, 1.5, 5.0, 12.0]
    for figure in ("perdre 3,5 signatures", "ajoute 0,4", "1,5 sur 100", "ajoute 5 ", "et 12 "):
        assert figure in question["explanation"]


def test_the_number_of_askings_that_brings_the_most():
    memories = {"metier": Memory(1), "foire": Memory(0)}
    who = {"seul": ALONE, "ose": DARES_NOT, "rien": NO_NEED}
    for pair in QUESTIONS["techniques-ou-et-qui"]["pair"]:
        where, whom = pair["id"].split("-")
        assert pair["right"] == str(best_asks(who[whom], memory=memories[where]))


def share(kind: str, customers: int) -> float:
    return 100 * chance_frame(achats=kind, clients=customers).params["p"]


def test_the_first_step_of_the_lever_where_chance_does_it_less_than_five_times_in_a_hundred():
    question = QUESTIONS["techniques-deux-cents"]
    chart = read_chart(BOOK / "charts" / "techniques-hasard.toml", CHARTS)
    steps = next(lever for lever in chart.levers if lever.id == "clients").values
    first = {kind: next(step for step in steps if share(kind, step) < 5) for kind in STORE}
    assert first == {"gros": question["answer"], "petits": 1000}
    text = question["explanation"]
    assert (
        f"{share('gros', 200):.0f} fois sur 100" in text and f"{share('gros', 300):.1f} fois".replace(".", ",") in text
    )
    assert min(share(kind, 200) for kind in STORE) > 5
    expected = {n_per_arm(*rates) for rates in STORE.values()} | {200, first["petits"]}
    assert {mistake["from"] for mistake in question["mistake"]} == expected


def test_the_figures_of_the_hearing_and_their_reservations():
    question = QUESTIONS["techniques-onze-vingt-et-un"]
    pairs = {pair["id"]: pair for pair in question["pair"]}
    p = fr(fisher_2x2(11, 19, 21, 9), 3)
    assert f"p = {p}" in question["explanation"] and f"p = {p}" in pairs["onze"]["feedback"]
    quoted = {"onze": (11, 21), "magasin": (42, 33), "acheteurs": (34, 54), "aide": (50,)}
    for name, numbers in quoted.items():
        source = "flynn-lake-2008" if name == "aide" else "rackham-1988"
        assert re.findall(r"\d+", pairs[name]["left"]) == [str(number) for number in numbers]
        assert {str(number) for number in numbers} <= set(SOURCES[source]["figures"]), name
    assert round(share("gros", 100) / 100, 2) == 0.24 and "une fois sur quatre" in pairs["magasin"]["feedback"]
    assert share("gros", 1000) < 0.1 and "avec 1 000, presque jamais" in pairs["magasin"]["feedback"]


WAYS = {
    "deux-tous": (2, EVERYBODY, 1),
    "jamais-besoin": (0, IN_NEED, 2),
    "six-osent-pas": (6, DARING_NOT, 0),
    "deux-besoin": (2, IN_NEED, 1),
}


def margins(**assumed):
    return [year(*WAYS[element["id"]], **assumed).margin for element in QUESTIONS["techniques-un-an"]["element"]]


def test_four_ways_of_asking_are_ranked_by_the_margin_of_the_year():
    found = margins()
    assert found == sorted(found)
    said = ", ".join(f"{fr(round(margin, -3))} €" for margin in found)
    assert QUESTIONS["techniques-un-an"]["explanation"].startswith(said.replace("\u202f", " "))
    by_asks = [year(asks, DARING_NOT, 0).margin for asks in range(3, 7)]
    assert by_asks == sorted(by_asks, reverse=True), "past the third asking, each costs more than it brings"


@pytest.mark.thorough
def test_their_order_holds_but_for_one_assumption_a_quarter_lower():
    turned = {
        (name, swing)
        for name, value in ASSUMED.items()
        for swing in (0.75, 1.25)
        if (found := margins(**{name: value * swing})) != sorted(found)
    }
    assert turned == {("no_need", 0.75)}
