"""The charts of chapter 4: what is drawn is what the models say, and what the prose promises."""

from itertools import product
from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.charts.techniques import APART, MOST, NAMES, PLACES, STORE
from denouement.models.pressure import CUSTOMERS, MARGIN, RETURN_COST, Customer, Memory, Nerves, best_asks, worth
from denouement.models.two_by_two import fisher_2x2

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def asking():
    return read_chart(BOOK / "charts" / "techniques-demandes.toml", CHARTS)


@pytest.fixture(scope="module")
def chance():
    return read_chart(BOOK / "charts" / "techniques-hasard.toml", CHARTS)


def test_each_point_is_the_worth_of_such_a_customer(asking):
    names = {name: CUSTOMERS[key] for key, name in NAMES.items()}
    for position, frame in asking.walk():
        nerves = Nerves(*(position["patience"] * value for value in (Nerves.leave, Nerves.regret)))
        memory = Memory(PLACES[position["terrain"]])
        for row in frame.rows:
            customer = names[row["client"]]
            assert row["ventes"] == pytest.approx(100 * worth(customer, row["demandes"], nerves=nerves, memory=memory))
            assert row["mieux"] == (row["demandes"] == best_asks(customer, nerves=nerves, memory=memory))


def test_names_never_lie_on_one_another(asking):
    for _, frame in asking.walk():
        heights = sorted(row["nom"] for row in frame.rows if row["demandes"] == MOST)
        assert min(high - low for low, high in zip(heights, heights[1:], strict=False)) >= APART - 0.001


def test_everything_stays_within_the_axis(asking):
    values = [value for _, frame in asking.walk() for row in frame.rows for value in (row["ventes"], row["nom"])]
    assert min(values) > -40 and max(values) < 126


#: What the sentence « robust » of the chart says: the numbers of askings that may be best, by place and customer.
ROBUST = {
    "metier": {"alone": {1}, "dares-not": {3, 4}, "no-need": {0}},
    "foire": {"alone": {1, 2}, "dares-not": {6}, "no-need": {6}},
    "ville": {"no-need": {2, 3, 4, 5}},
}


@pytest.mark.parametrize("place", ROBUST)
def test_what_survives_25_percent_is_what_the_chart_says(place):
    names = ("yes", "later", "leave", "regret", "returned", "cost", "brings", "loses")
    found = {key: set() for key in CUSTOMERS}
    for name, factor in [(None, 1.0), *product(names, (0.75, 1.25))]:

        def of(value, this, name=name, factor=factor):
            return value * factor if this == name else value

        nerves = Nerves(of(Nerves.leave, "leave"), of(Nerves.regret, "regret"))
        memory = Memory(
            PLACES[place], *(of(getattr(Memory, this), this) for this in ("returned", "cost", "brings", "loses"))
        )
        for key, customer in CUSTOMERS.items():
            changed = Customer(of(customer.yes, "yes"), min(1, of(customer.later, "later")), customer.needs)
            found[key].add(best_asks(changed, nerves=nerves, memory=memory))
    assert {key: found[key] for key in ROBUST[place]} == ROBUST[place]


def test_a_returned_machine_costs_what_the_assumption_says(asking):
    said = asking.assumptions[-1].text
    assert f"{round(RETURN_COST / MARGIN, 1)}".replace(".", ",") in said


def test_the_probability_in_the_title_is_that_of_the_counts_drawn(chance):
    for position, frame in chance.walk():
        number = position["clients"]
        sold = [round(row["taux"] * number) for row in frame.rows]
        assert frame.params["p"] == fisher_2x2(sold[0], number - sold[0], sold[1], number - sold[1])
        assert [round(rate, 2) for rate in STORE[position["achats"]]] == [round(r["taux"], 2) for r in frame.rows]
        assert all(row["bas"] < row["taux"] < row["haut"] for row in frame.rows)


def test_each_finding_is_met_somewhere(asking, chance):
    for chart in (asking, chance):
        assert {frame.finding for _, frame in chart.walk()} == set(chart.findings)
