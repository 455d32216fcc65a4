"""The figures that the charts of chapter 3 promise in their own words, computed."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.charts.boulanger import AVAILABILITY, BASKET, stockout_frame
from denouement.levers import clock
from denouement.models.bakery_week import customers_alone
from denouement.models.conditions import conditions
from denouement.models.opening import hours
from denouement.models.stockout import shelf
from denouement.models.tanneries import BELLANGER, COMPETITORS, REACH, SUPERMARKET, WEEKEND_FACTOR, WOBBLE, tanneries
from denouement.models.week import doors, week_of_need
from denouement.typography import fr

BOOK = Path(__file__).parents[3] / "book" / "fr"
FACTORS = (0.75, 1.25)


def chart(name):
    return read_chart(BOOK / "charts" / f"boulanger-{name}.toml", CHARTS)


@pytest.mark.thorough
@pytest.mark.parametrize("count, words", [(1, "de 48 à 49 %"), (2, "de 30 à 37 %"), (3, "de 18 à 26 %")])
def test_what_is_left_with_competitors_under_other_assumptions(count, words):
    rivals, left = COMPETITORS[:count], []
    for factor in FACTORS:
        stronger = tuple(replace(s, attraction=s.attraction * factor) if s is SUPERMARKET else s for s in rivals)
        for changed in ({"beta": 2 * factor}, {"reach": REACH * factor}, {"competitors": stronger}):
            arguments = {"competitors": rivals, "availability": AVAILABILITY} | changed
            left.append(conditions(tanneries(), BELLANGER, **arguments).sale_given_all)
    assert f"de {min(left):.0%} à {max(left):.0%}".replace("%", "", 1).replace("%", " %") == words
    assert words in chart("concurrents").robust


def test_near_certainty_is_left_to_a_shop_alone():
    titles = [chart("concurrents").title({"concurrents": n, "distance": 2}).replace("\u202f", " ") for n in range(4)]
    for title, share in zip(titles, ("97 %", "49 %", "34 %", "20 %"), strict=True):
        assert share in title


@pytest.mark.thorough
def test_who_finds_the_door_open_moves_little_under_other_assumptions():
    most = 0
    for start, end, closed in product(range(5, 11), range(12, 22), ((), ("lundi",), ("mercredi",), ("dimanche",))):
        opened = hours(start, end, closed=closed)
        usual = doors(opened, week_of_need()).finds_open
        for factor in FACTORS:
            for need in (
                week_of_need(weekend_factor=WEEKEND_FACTOR * factor),
                week_of_need(wobble=WOBBLE * factor),
            ):
                most = max(most, abs(doors(opened, need).finds_open - usual))
    assert 0.03 < most <= 0.04
    assert "quatre points au plus" in chart("horaires").robust


def test_the_hour_of_the_stock_out_hangs_on_what_each_takes():
    arrivals = customers_alone("tanneurs", BELLANGER.hours)
    starts, customers = [start for start, _ in arrivals], [number for _, number in arrivals]
    light, heavy = (shelf(300, customers, starts, basket=BASKET * factor, slot=0.5) for factor in FACTORS)
    assert light.runs_out is None
    said = chart("rupture").robust
    assert f"manquent dès {clock(heavy.runs_out)}".replace("\u00a0", " ") in said
    assert f"à {fr(BASKET * 0.75, 1)} pain par client" in said


def test_the_customers_of_an_ordinary_day_are_those_the_assumption_gives():
    came = stockout_frame(pains=300, jour="ordinaire").params["venus"]
    assert round(came) == 285
    assert any("285 clients un jour ordinaire" in a.text for a in chart("rupture").assumptions)


def test_the_order_of_the_findings_follows_the_biggest_loss():
    opening = chart("horaires")
    assert opening.frame({"ouverture": 9, "fermeture": 20, "repos": "aucun"}).finding == "matin"
    assert opening.frame({"ouverture": 5, "fermeture": 14, "repos": "aucun"}).finding == "soir"
    assert opening.frame({"ouverture": 6, "fermeture": 21, "repos": "dimanche"}).finding == "jour"
    assert opening.frame({"ouverture": 6, "fermeture": 21, "repos": "aucun"}).finding == "ouvert"
