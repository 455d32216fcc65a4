"""A chart for Jupyter: one Vega-Lite 5 specification that carries every position, its levers as sliders."""

from ..levers import index
from .core import Chart
from .palette import CONFIG, PAPER

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH = 620


def notebook_spec(chart: Chart) -> dict:
    """The specification, complete in itself: all values inline, one parameter per lever, a filter on the position.

    A slider gives the rank of a value (0, 1, …): Vega's sliders know numbers only, and values may be words. The title
    of the current position is looked up in a list.
    """
    walked = list(chart.walk())
    kept = chart.model.columns.items()
    rows = [
        {name: row[name] if decimals is None else round(row[name], decimals) for name, decimals in kept}
        | {"position": number}
        for number, (_, frame) in enumerate(walked)
        for row in frame.rows
    ]
    titles = [chart.title(position, frame) for position, frame in walked]
    rank = "0"
    for lever in chart.levers:
        rank = f"({rank}) * {len(lever.values)} + {_name(lever.id)}"
    spec = chart.model.spec()
    return {
        **spec,
        "$schema": SCHEMA,
        # Its own paper: a notebook may be dark, and nothing there maps our colours.
        "config": CONFIG | {"background": PAPER} | spec.get("config", {}),
        "width": WIDTH,
        **({"height": round(WIDTH * chart.model.ratio)} if chart.model.ratio else {}),
        "title": {"text": {"expr": "titles[position]"}},
        "params": [
            *spec.get("params", []),
            *(_slider(lever) for lever in chart.levers),
            {"name": "titles", "value": titles},
            {"name": "position", "expr": rank},
        ],
        "data": {"name": "rows", "values": rows},
        "transform": [{"filter": "datum.position === position"}, *spec.get("transform", [])],
    }


def start_index(chart: Chart) -> int:
    """The number of the position the chart opens on."""
    return index(chart.levers, chart.start())


def _slider(lever) -> dict:
    shown = " · ".join(lever.shown(value) for value in lever.values)
    return {
        "name": _name(lever.id),
        "value": lever.values.index(lever.start),
        "bind": {
            "input": "range",
            "min": 0,
            "max": len(lever.values) - 1,
            "step": 1,
            "name": f"{lever.label} ({shown}) ",
        },
    }


def _name(lever_id: str) -> str:
    return "lever_" + lever_id.replace("-", "_")
