"""Prints, as JSON, what the Python models say at every position of every chart and lab: the truth for JavaScript.

{"charts": {id: [{"rows", "title", "note", "alt", "table"}]}, "labs": {id: [{"response", "success", "title", "text",
"figures"}]}}, positions in the order of the grid. Figures are rounded as the compiler declares, and only that.
"""

import json
from pathlib import Path

from denouement.charts import CHARTS, read_chart
from denouement.compiler import wording
from denouement.labs import LABS, read_lab
from denouement.levers import response

BOOK = Path(__file__).resolve().parents[2] / "book" / "fr"


def chart_frames(path: Path) -> list[dict]:
    chart = read_chart(path, CHARTS)
    frames = []
    for position, frame in chart.walk():
        rows = [
            {name: row[name] if kept is None else round(row[name], kept) for name, kept in chart.model.columns.items()}
            for row in frame.rows
        ]
        params = chart.params(position, frame)
        note = chart.notes.get(frame.finding)
        frames.append(
            {
                "rows": rows,
                "title": chart.title(position, frame),
                "note": note.fill(params) if note else "",
                "alt": chart.alt(position, frame),
                "table": [{c.id: c.shown(row) for c in chart.table} for row in frame.table or frame.rows],
            }
        )
    return frames


def lab_outcomes(path: Path) -> list[dict]:
    lab = read_lab(path, LABS, wording.html, wording.inline)
    outcomes = []
    for position, outcome in lab.walk():
        params, verdict = lab.params(position, outcome), lab.verdicts[outcome.verdict]
        outcomes.append(
            {
                "response": response(position),
                "success": verdict.success,
                "title": verdict.title.fill(params),
                "text": verdict.text.fill(params),
                "figures": [metric.shown(outcome.metrics) for metric in lab.metrics],
            }
        )
    return outcomes


if __name__ == "__main__":
    every = {
        "charts": {path.stem: chart_frames(path) for path in sorted((BOOK / "charts").glob("*.toml"))},
        "labs": {path.stem: lab_outcomes(path) for path in sorted((BOOK / "labs").glob("*.toml"))},
    }
    print(json.dumps(every))
