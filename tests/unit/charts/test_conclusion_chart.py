"""The chart of chapter 1: what is drawn is what the model says, at every position of its levers."""

from pathlib import Path

import pytest

from denouement.charts import CHARTS, read_chart
from denouement.models.decision import settled_count, signed_sales

BOOK = Path(__file__).parents[3] / "book" / "fr"


@pytest.fixture(scope="module")
def chart():
    return read_chart(BOOK / "charts" / "conclusion-recolte.toml", CHARTS)


@pytest.mark.thorough
def test_the_title_counts_the_lines_that_start_before_the_period(chart):
    for position, frame in chart.walk():
        sales = signed_sales(delay=position["delay"], at_table=position["table"] / 100, window=position["window"])
        early = sum(row["decided"] < 0 for row in frame.rows)
        assert early == frame.params["before"] == settled_count(sales)
        assert chart.title(position, frame).startswith(f"{early} signatures sur 100")


def test_the_readable_table_counts_every_sale_once(chart):
    for _, frame in chart.walk():
        assert sum(row["sales"] for row in frame.table) == len(frame.rows) == 100


def test_each_finding_is_met_somewhere(chart):
    assert {frame.finding for _, frame in chart.walk()} == set(chart.findings) == {"most", "half", "few"}
