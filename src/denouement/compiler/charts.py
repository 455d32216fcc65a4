"""`book/fr/charts/*.toml` → compiled charts: every position of the levers computed once, here."""

from pathlib import Path

from ..charts import CHARTS, Chart, read_chart
from ..charts.notebook import start_index
from . import wording
from .drawing import picture, vega_spec
from .items import item
from .tables import assumptions_public, lever_public, rows_table, sentences_table

#: Widths (pixels) of the two pictures shown before any script: a phone, a page.
PICTURES = {"narrow": 350, "wide": 620}


def compile_charts(folder: Path) -> list[dict]:
    """Every chart of `folder`, compiled, by file name. AuthorError names the first fault."""
    return [compile_chart(read_chart(path, CHARTS), folder.parent) for path in sorted(folder.glob("*.toml"))]


def compile_chart(chart: Chart, book: Path) -> dict:
    """The compiled item of `chart` (see docs/architecture.md), sources looked up in `book`. Nothing is sealed."""
    where = f"{chart.id}.toml"
    walked = list(chart.walk())
    frames = [frame for _, frame in walked]
    spec = chart.model.spec()
    opening = [dict(row) for row in frames[start_index(chart)].rows]
    slots = {"title": chart.findings, "note": chart.notes, "alt": chart.alts}
    public = {
        "levers": [lever_public(lever) for lever in chart.levers],
        "rows": rows_table([frame.rows for frame in frames], chart.model.columns, where),
        "sentences": sentences_table(
            slots, [frame.finding for frame in frames], [chart.params(*step) for step in walked], where
        ),
        "table": _readable_table(chart, frames, where),
        "assumptions": assumptions_public(chart.assumptions, book, where),
        "robust": wording.html(chart.robust),
        "spec": vega_spec(spec, chart.model.ratio),
        "pictures": {name: picture(spec, opening, width, chart.model.ratio) for name, width in PICTURES.items()},
    }
    public["plain"] = chart.title(*walked[start_index(chart)])
    return item(chart.id, "chart", "chart", chart.chapter, public, {}, source=chart.source)


def _readable_table(chart: Chart, frames: list, where: str) -> dict | None:
    """The table that says in words and figures what the drawing shows; None when the author asked for none."""
    if not chart.table:
        return None
    every = [
        [{column.id: column.shown(row) for column in chart.table} for row in frame.table or frame.rows]
        for frame in frames
    ]
    labels = [{"id": column.id, "label": wording.plain(column.label)} for column in chart.table]
    return rows_table(every, {column.id: None for column in chart.table}, where) | {"labels": labels}
