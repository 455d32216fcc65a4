"""The only real data set: its totals, its two tables against each other, and the figures the course quotes from it."""

import csv
from collections import Counter
from importlib.resources import files
from random import Random

import pytest

from denouement.models import salvirt
from denouement.models.auc import auc
from denouement.models.proportion import wilson
from denouement.models.salvirt import CROSSED, Tally, cells, halves, margin, tally, total
from denouement.models.salvirt.envelope import WORDS, ouvrir
from denouement.models.triage import sharpness
from denouement.models.two_by_two import fisher_2x2, odds_ratio

ROWS = pytest.mark.parametrize("distinct", [False, True], ids=["all rows", "distinct rows"])


@ROWS
def test_the_totals_are_those_of_the_article_and_of_the_dossier(distinct):
    assert total(cell.tally for cell in cells(distinct=distinct)) == (Tally(173, 192) if distinct else Tally(227, 221))
    assert len(cells()) == 52


@ROWS
def test_the_crossed_table_and_the_margins_agree(distinct):
    for name in CROSSED:
        for value, deals in margin(name, distinct=distinct).items():
            assert tally(distinct=distinct, **{name: value}) == deals, (name, value)


def test_every_attribute_counts_every_deal():
    names = {row["attribute"] for row in csv.DictReader(_text("marges.csv").splitlines())}
    assert len(names) == 14
    for name in names:
        assert total(margin(name).values()) == Tally(227, 221)
        assert total(margin(name, distinct=True).values()) == Tally(173, 192)


def test_distinct_rows_are_some_of_the_rows_and_leave_no_combination_out():
    for all_rows, distinct in zip(cells(), cells(distinct=True), strict=True):
        assert bool(distinct.tally.won) == bool(all_rows.tally.won) and distinct.tally.won <= all_rows.tally.won
        assert bool(distinct.tally.lost) == bool(all_rows.tally.lost) and distinct.tally.lost <= all_rows.tally.lost


@pytest.mark.parametrize(
    ("kept", "won", "of"),
    [
        ({"needs_defined": "Yes"}, 219, 420),
        ({"needs_defined": ("Info gathering", "No", "Poor")}, 8, 28),
        ({"needs_defined": "Yes", "budget": "Yes", "competitors": "Yes"}, 15, 78),
        ({"needs_defined": "Yes", "budget": "Yes", "competitors": "No"}, 100, 125),
        ({"needs_defined": "Yes", "client": "New", "competitors": "Yes"}, 14, 99),
        ({"needs_defined": "Yes", "client": "Current", "competitors": "No"}, 175, 237),
        ({"needs_defined": "Yes", "client": "New", "competitors": "No"}, 10, 36),
    ],
)
def test_crossings_of_the_dossier(kept, won, of):
    assert tally(**kept) == Tally(won, of - won)


def test_a_defined_need_against_the_rest_with_and_without_identical_rows():
    found = {}
    for distinct in (False, True):
        yes = margin("needs_defined", distinct=distinct)["Yes"]
        rest = tally(distinct=distinct, needs_defined=("Info gathering", "No", "Poor"))
        table = (yes.won, yes.lost, rest.won, rest.lost)
        found[distinct] = (round(odds_ratio(*table), 2), round(fisher_2x2(*table), 3))
    assert found == {False: (2.72, 0.019), True: (2.27, 0.071)}
    assert [round(bound, 3) for bound in wilson(219, 420)] == [0.474, 0.569]


def test_how_well_each_criterion_tells_the_won_from_the_lost():
    yes = margin("needs_defined")["Yes"]
    assert auc([(1, *_pair(yes)), (0, 227 - yes.won, 221 - yes.lost)]) == pytest.approx(0.53, abs=0.005)
    assert sharpness(["besoin"]) == pytest.approx(0.53, abs=0.005)
    assert sharpness(["client", "concurrent"]) == pytest.approx(0.78, abs=0.005)


def test_halves_share_the_deals_between_them():
    for seed in range(3):
        first, second = halves(Random(seed))
        assert total(cell.tally for cell in first).total == total(cell.tally for cell in second).total == 224
        for one, other, whole in zip(first, second, cells(), strict=True):
            assert one.tally + other.tally == whole.tally and one.values == whole.values
    assert Counter(c.tally for c in halves(Random(1))[0]) != Counter(c.tally for c in halves(Random(2))[0])


def test_the_envelope_holds_every_deal_in_the_words_of_the_course():
    deals = ouvrir()
    assert len(deals) == 448
    for name, (column, words) in WORDS.items():
        assert Counter(deal[column] for deal in deals) == {
            words[value]: found.total for value, found in margin(name).items()
        }
        assert Counter(deal[column] for deal in deals if deal["issue"] == "gagnée") == Counter(
            {words[value]: found.won for value, found in margin(name).items() if found.won}
        )


def test_the_attribution_travels_with_the_counts():
    text = _text("README.md")
    assert "10.1016/j.eswa.2016.11.010" in text and "markobo/B2B_Sales_data" in text and "CC BY 4.0" in text


def test_an_unknown_attribute_is_refused():
    with pytest.raises(KeyError):
        margin("pressure")
    with pytest.raises(KeyError):
        tally(authority="High")


def _text(name: str) -> str:
    return files(salvirt).joinpath(name).read_text(encoding="utf-8")


def _pair(deals: Tally) -> tuple[int, int]:
    return deals.won, deals.lost
