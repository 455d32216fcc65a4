"""Chapter 1: a hundred signatures of one month (or quarter), each tied to the day it was decided."""

from collections.abc import Sequence

from ..models.decision import SALES, Sale, settled_count, signed_sales
from .core import ChartModel, Frame
from .palette import INK, LINE, MUTED, PALETTE

EARLIEST = -120  # the axis stops there; older decisions run off the picture, and the table counts them
BEFORE, DURING = "décidée avant le premier jour", "décidée pendant la période"
PERIODS = {30: "le mois", 90: "le trimestre"}

#: Age of the decision on the day of the signature, in days: label -> (more than, up to).
AGES = {
    "plus de 60 jours avant la signature": (60, float("inf")),
    "de 31 à 60 jours avant": (30, 60),
    "de 1 à 30 jours avant": (0, 30),
    "à la table de signature": (-1, 0),
}


def harvest_frame(*, delay: float, table: float, window: int) -> Frame:
    """The signatures of a `window` (days) when decisions wait `delay` days on average and `table` % wait none."""
    sales = signed_sales(delay=delay, at_table=table / 100, window=window)
    before = settled_count(sales)
    rows = [
        {
            "rank": rank,
            "decided": sale.decided,
            "signed": sale.signed,
            "state": BEFORE if sale.settled_before else DURING,
            "window": window,
        }
        for rank, sale in enumerate(sales)
    ]
    finding = "most" if before >= 60 else "half" if before > 40 else "few"
    params = {"before": before, "during": SALES - before, "period": PERIODS[window]}
    return Frame(rows, finding, params, table=_by_age(sales))


def _by_age(sales: Sequence[Sale]) -> list[dict]:
    waits = [sale.signed - sale.decided for sale in sales]
    return [{"age": label, "sales": sum(more < wait <= most for wait in waits)} for label, (more, most) in AGES.items()]


def harvest_spec() -> dict:
    """One line per sale, from its decision to its signature (the dot); the period is the shaded band."""
    colour = {
        "field": "state",
        "type": "nominal",
        "scale": {"domain": [BEFORE, DURING], "range": [PALETTE[0], PALETTE[1]]},
    }
    days = {
        "type": "quantitative",
        "scale": {"domain": [EARLIEST, 90], "nice": False},
        "axis": {
            "title": "Jours comptés du premier jour de la période",
            "values": [-120, -90, -60, -30, 0, 30, 60, 90],
            "labelExpr": "datum.value < 0 ? '−' + (-datum.value) : '' + datum.value",
            "grid": False,
        },
    }
    rank = {"field": "rank", "type": "quantitative", "axis": None, "scale": {"domain": [SALES, -1], "nice": False}}
    return {
        "height": 340,
        "layer": [
            {
                "transform": [
                    {"aggregate": [{"op": "max", "field": "window", "as": "last"}]},
                    {"calculate": "0", "as": "first"},
                ],
                "mark": {"type": "rect", "color": LINE, "opacity": 0.55},
                "encoding": {"x": days | {"field": "first"}, "x2": {"field": "last"}},
            },
            {
                "mark": {"type": "rule", "strokeWidth": 1.6, "clip": True, "opacity": 0.85},
                "encoding": {"x": days | {"field": "decided"}, "x2": {"field": "signed"}, "y": rank, "color": colour},
            },
            {
                "mark": {"type": "circle", "size": 16, "opacity": 1},
                "encoding": {"x": days | {"field": "signed"}, "y": rank, "color": colour},
            },
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
                "encoding": {"x": days | {"datum": 0}},
            },
            {
                "data": {"values": [{}]},
                "mark": {"type": "text", "align": "right", "dx": -6, "fontSize": 13, "color": MUTED},
                "encoding": {
                    "x": days | {"datum": 0},
                    "y": {"value": -8},
                    "text": {"value": "premier jour"},
                },
            },
        ],
    }


HARVEST = ChartModel(
    levers=("delay", "table", "window"),
    columns={"rank": 0, "decided": 0, "signed": 1, "state": None, "window": 0},
    frame=harvest_frame,
    spec=harvest_spec,
)
