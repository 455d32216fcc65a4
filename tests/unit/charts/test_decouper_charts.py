"""The charts of chapter 2: what is drawn and said is what the models give, at every position of their levers."""

from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.models.buying_group import CEB
from denouement.models.cycle import cycle_of, extra_signatures
from denouement.typography import french

BOOK = Path(__file__).parents[3] / "book" / "fr"


def chart(name):
    return read_chart(BOOK / "charts" / f"{name}.toml", CHARTS)


@pytest.fixture(scope="module")
def steps():
    return list(chart("decouper-tranches").walk())


@pytest.fixture(scope="module")
def group():
    return list(chart("decouper-accord").walk())


def test_the_finding_names_the_longest_bar(steps):
    for position, frame in steps:
        bars = [row["gain"] for row in frame.rows]
        assert frame.params["gain"] == max(bars)
        assert [row["rang"] for row in frame.rows].count("la plus payante") == 1
        assert (frame.finding == "signature") == (max(bars) == bars[3] > max(bars[:3])), position


def test_bars_are_the_models(steps):
    for position, frame in steps:
        cycle = cycle_of(position["cycle"], position["perte"] / 100)
        expected = [extra_signatures(cycle, number, horizon=position["horizon"]) for number in range(4)]
        assert [row["gain"] for row in frame.rows] == expected
        assert all(0 <= gain <= 40 for gain in expected), "the axis stops at 40"


def test_the_readable_table_and_the_note_count_a_hundred_deals(steps):
    for _, frame in steps:
        assert sum(row["perdues"] for row in frame.table) + frame.params["signees"] == pytest.approx(100)


def test_the_page_opens_on_the_quarter_where_the_signature_pays():
    opened = chart("decouper-tranches")
    assert opened.frame(opened.start()).finding == "signature"
    assert opened.title(opened.start()) == french(
        "Bilan à 3 mois : l'effort paie surtout quand ils signent, 6 de plus pour 100 ventes"
    )


def test_each_finding_of_both_charts_is_met_somewhere(steps, group):
    assert {frame.finding for _, frame in steps} == {"signature", "milieu", "debut"}
    assert {frame.finding for _, frame in group} == {"un", "seuls", "parlent"}


def test_the_chosen_bar_is_the_one_the_title_speaks_of(group):
    for position, frame in group:
        [chosen] = [row for row in frame.rows if row["genre"] == "choisi"]
        assert chosen["n"] == position["personnes"]
        assert frame.params["fois"] == pytest.approx(100 * chosen["part"])


def test_diamonds_are_what_ceb_reports_at_every_position(group):
    for _, frame in group:
        assert {row["n"]: row["part"] for row in frame.rows if row["genre"] == "enquête CEB"} == CEB
