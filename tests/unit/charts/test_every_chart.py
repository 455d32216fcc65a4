"""Every chart of the book, over its whole grid: what a page decodes and says is what the model draws and finds."""

import gzip
import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from denouement.charts import CHARTS, chart_from, notebook_spec, read_chart
from denouement.charts.palette import VARIABLES
from denouement.columns import decode
from denouement.compiler.charts import compile_chart
from denouement.levers import index, size
from denouement.markup.chart import FOR_SCRIPTS, chart_html, start_position
from denouement.markup.levers import said

ROOT = Path(__file__).parents[3]
BOOK = ROOT / "book" / "fr"
PATHS = sorted((BOOK / "charts").glob("*.toml"))
MOST_BYTES = 30_000

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def chart(request):
    return read_chart(request.param, CHARTS)


@pytest.fixture(scope="module")
def walked(chart):
    return list(chart.walk())


@pytest.fixture(scope="module")
def item(chart):
    return compile_chart(chart, BOOK)


@pytest.fixture(scope="module")
def public(item):
    return item["public"]


def test_there_are_charts():
    assert PATHS


def test_rows_are_those_of_the_model_at_every_position(chart, walked, public):
    table = public["rows"]
    columns = {name: (decode(column), column["fixed"]) for name, column in table["columns"].items()}
    count = table["count"]
    for number, (position, frame) in enumerate(walked):
        assert number == index(chart.levers, position)
        for name, kept in chart.model.columns.items():
            values, fixed = columns[name]
            start = 0 if fixed else number * count
            expected = [row[name] if kept is None else round(row[name], kept) for row in frame.rows]
            assert values[start : start + count] == expected, (position, name)


def test_sentences_are_those_of_the_model_at_every_position(chart, walked, public):
    seen = {}

    def once(column):
        if id(column) not in seen:
            seen[id(column)] = decode(column)
        return seen[id(column)]

    for number, (position, frame) in enumerate(walked):
        assert said(public["sentences"], "title", number, once) == chart.title(position, frame)
        assert said(public["sentences"], "alt", number, once) == chart.alt(position, frame)


def test_a_rounded_row_is_within_half_a_unit_of_the_model(chart, walked):
    """What is kept of a figure is enough for its drawing: no column rounds everything to one value."""
    numbers = [name for name, kept in chart.model.columns.items() if kept is not None]
    for name in numbers:
        exact = {row[name] for _, frame in walked for row in frame.rows}
        kept = {round(value, chart.model.columns[name]) for value in exact}
        assert len(kept) > 1 or len(exact) == 1, name


def test_what_a_page_carries_is_light(public):
    carried = json.dumps({key: public[key] for key in FOR_SCRIPTS}, separators=(",", ":"))
    assert len(gzip.compress((carried + "".join(public["pictures"].values())).encode())) <= MOST_BYTES


def test_the_page_opens_at_the_starting_position(chart, public):
    assert start_position(public["levers"]) == index(chart.levers, chart.start())


def test_drawings_use_custom_properties_and_no_colour_of_their_own(public):
    drawn = json.dumps(public["spec"]) + "".join(public["pictures"].values())
    assert "var(--chart-1)" in drawn
    assert not [colour for colour in VARIABLES if colour in drawn.lower()]


def test_the_notebook_gets_one_valid_vega_lite_5_specification(chart, validator):
    spec = notebook_spec(chart)
    few = spec["data"] | {"values": spec["data"]["values"][:20]}  # rows are alike; thousands take seconds
    errors = [error.message[:200] for error in validator.iter_errors(json.loads(json.dumps(spec | {"data": few})))]
    assert errors == []
    bound = {param["name"] for param in spec["params"] if "bind" in param}
    assert bound == {"lever_" + lever.id.replace("-", "_") for lever in chart.levers}


def test_the_notebook_carries_every_row_of_every_position(chart, walked):
    rows = notebook_spec(chart)["data"]["values"]
    assert len(rows) == sum(len(frame.rows) for _, frame in walked)
    assert {row["position"] for row in rows} == set(range(size(chart.levers)))


def test_a_chart_is_made_again_from_its_source(chart):
    again = chart_from(chart.source, "again", CHARTS)
    assert again == chart
    position = chart.start()
    assert again.title(position) == chart.title(position)


def test_the_figure_can_be_used_without_seeing_it(chart, item):
    words = _Words()
    html = chart_html(item, words)
    position = chart.start()
    assert chart.title(position) in html
    assert 'role="img"' in html
    assert html.count("<label") >= len(chart.levers)
    assert words.asked <= set(_interface())


@pytest.fixture(scope="module")
def validator():
    schema = ROOT / "node_modules" / "vega-lite" / "build" / "vega-lite-schema.json"
    return Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))


class _Words(dict):
    """Interface words that remember what was asked of them."""

    def __init__(self):
        self.asked = set()

    def __getitem__(self, key):
        self.asked.add(key)
        return key


def _interface() -> dict:
    return tomllib.loads((BOOK / "interface.toml").read_text(encoding="utf-8"))
