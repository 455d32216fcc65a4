"""The charts of chapter 7: what is drawn is what was counted, and every sentence that promises a figure holds."""

from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.charts.donnees import ATTRIBUTES, DEALS, FEW, LOST, OUT, WON, gap
from denouement.models.proportion import wilson
from denouement.models.salvirt import margin, tally

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def attributes():
    return read_chart(BOOK / "charts" / "donnees-attributs.toml", CHARTS)


@pytest.fixture(scope="module")
def crossing():
    return read_chart(BOOK / "charts" / "donnees-croisement.toml", CHARTS)


def test_the_groups_of_an_attribute_hold_every_value_once():
    for attribute in ATTRIBUTES.values():
        values = [value for group in attribute.groups.values() for value in group]
        assert sorted(values) == sorted(margin(attribute.name))


def test_each_point_is_a_share_of_its_group_within_its_margin(attributes):
    for position, frame in attributes.walk():
        groups = ATTRIBUTES[position["attribut"]].tallies(distinct=position["lignes"] == "distinctes")
        drawn = [row for row in frame.rows if row["groupe"]]
        assert [row["taux"] for row in drawn] == [deals.rate for deals in groups.values()]
        for row, deals in zip(drawn, groups.values(), strict=True):
            assert (row["bas"], row["haut"]) == wilson(deals.won, deals.total)


def test_the_readable_table_has_a_line_for_each_group_and_empty_ones_after(attributes):
    for position, frame in attributes.walk():
        groups = len(ATTRIBUTES[position["attribut"]].groups)
        assert [bool(line["groupe"]) for line in frame.table] == [True] * groups + [False] * (3 - groups)


def test_without_identical_rows_no_share_of_more_than_twenty_deals_moves_by_more_than_five_points():
    for attribute in ATTRIBUTES.values():
        every, distinct = (attribute.tallies(distinct=d) for d in (False, True))
        moved = {name: abs(every[name].rate - distinct[name].rate) for name in every if every[name].total > 20}
        assert max(moved.values()) < 0.05, attribute.name


def test_the_titles_that_judge_are_right(attributes):
    """« autant dire pareil »: a gap that chance makes more often than not."""
    assert gap("autorite", distinct=False).p > 0.8
    prevu, non, inconnu = (deals.rate for deals in ATTRIBUTES["budget"].tallies(distinct=False).values())
    assert abs(prevu - non) < 0.01 < 0.3 < non - inconnu


def test_a_defined_need_crosses_the_bar_when_identical_rows_leave(attributes):
    said = {p["lignes"]: f.params["p"] for p, f in attributes.walk() if p["attribut"] == "besoin"}
    assert said == {"toutes": "p\u00a0=\u00a00,019", "distinctes": "p\u00a0=\u00a00,071"}


def test_every_deal_is_a_dot_and_the_kept_ones_are_those_counted(crossing):
    for position, frame in crossing.walk():
        states = [row["etat"] for row in frame.rows]
        params = frame.params
        assert len(states) == len({(row["x"], row["y"]) for row in frame.rows}) == DEALS
        assert (states.count(WON), states.count(LOST)) == (params["gagnees"], params["perdues"])
        assert states.count(OUT) == DEALS - params["n"]
        assert (frame.finding == "peu") == (params["n"] < FEW), position


def test_the_crossings_that_the_chapter_tells_are_drawn(crossing):
    found = {
        tuple(position.values()): (frame.params["gagnees"], frame.params["n"]) for position, frame in crossing.walk()
    }
    assert found["oui", "tous", "tous", "tous"] == (219, 420)
    assert found["oui", "tous", "aucun", "oui"] == (100, 125)
    assert found["oui", "tous", "connu", "oui"] == (15, 78)
    assert found["oui", "nouveau", "connu", "oui"] == (10, 66)
    kept = tally(needs_defined="Yes", client="Current", competitors="No")
    assert found["oui", "actuel", "aucun", "tous"] == (kept.won, kept.total) == (175, 237)


def test_each_finding_is_met_somewhere(attributes, crossing):
    for chart in (attributes, crossing):
        assert {frame.finding for _, frame in chart.walk()} == set(chart.findings)
