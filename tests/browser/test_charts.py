"""What a chart draws at every position of its levers, in a real page, is what the Python model says there."""

from pathlib import Path

import pytest
from answering import open_stop
from course import ROOT

from denouement.charts import CHARTS, read_chart
from denouement.levers import index
from denouement.sentences import show

BOOK = ROOT / "book" / "fr"
FILES = sorted((BOOK / "charts").glob("*.toml"))

# Moves the levers through the whole grid, as `input` events do, and brings back what the drawing was given.
WALK = """async ([id, ranks]) => {
  const figure = document.querySelector(`[data-chart="${id}"]`);
  const form = figure.querySelector("form");
  const seen = [];
  for (const setting of ranks) {
    for (const [name, rank] of Object.entries(setting)) {
      const fields = [...form.querySelectorAll("input")].filter((input) => input.name === name);
      if (fields[0].type === "radio") fields[rank].checked = true;
      else fields[0].value = String(rank);
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
    await figure.chartView.runAsync();
    seen.push({
      rows: figure.chartView.data("rows").map((row) => ({ ...row })),
      title: figure.querySelector(".chart-title").textContent,
      shown: [...figure.querySelectorAll(".lever output")].map((output) => output.textContent),
      table: [...figure.querySelectorAll(".chart-table tbody tr:not([hidden])")].map((line) =>
        [...line.children].map((cell) => cell.textContent),
      ),
    });
  }
  return seen;
}"""


def ranks_of(chart, position):
    return {lever.id: lever.values.index(position[lever.id]) for lever in chart.levers}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_position_draws_what_the_model_computes(visit, path: Path):
    chart = read_chart(path, CHARTS)
    walked = list(chart.walk())
    assert [index(chart.levers, position) for position, _ in walked] == list(range(len(walked)))
    page = visit(f"chapters/{chart.chapter}.html")
    figure = page.locator(f'[data-chart="{chart.id}"]')
    open_stop(figure)
    figure.scroll_into_view_if_needed()
    page.wait_for_function("id => document.querySelector(`[data-chart='${id}'].drawn`)", arg=chart.id)
    seen = page.evaluate(WALK, [chart.id, [ranks_of(chart, position) for position, _ in walked]])
    for (position, frame), page_says in zip(walked, seen, strict=True):
        for drawn, row in zip(page_says["rows"], frame.rows, strict=True):
            for name, decimals in chart.model.columns.items():
                expected = row[name] if decimals is None else pytest.approx(round(row[name], decimals), abs=1e-9)
                assert drawn[name] == expected, f"{chart.id} at {position}, column {name}"
        assert page_says["title"] == said(chart, position, frame)
        sliders = [lever.shown(position[lever.id]) for lever in chart.levers if not isinstance(lever.values[0], str)]
        assert page_says["shown"] == sliders
        assert page_says["table"] == readable(chart, frame)


def readable(chart, frame):
    """The lines of the readable table: those that start with an empty text are not shown."""
    lines = [[column.shown(row) for column in chart.table] for row in frame.table or frame.rows]
    return [line for line in lines if line and line[0]]


def said(chart, position, frame):
    """The author's title for this finding, its holes filled in by Python."""
    sentence = chart.findings[frame.finding]
    params = chart.params(position, frame)
    return "".join(show(part, params) if n % 2 else part for n, part in enumerate(sentence.parts))
