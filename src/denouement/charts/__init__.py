"""The charts of the course: Vega-Lite 5 specifications as plain dicts, over data that Python precomputed."""

from collections.abc import Mapping

from . import boulanger, decouper, donnees, exprimer, refuser, synthese, techniques
from .conclusion import HARVEST
from .core import Chart, ChartModel, Frame, TableColumn
from .load import chart_from, read_chart
from .notebook import notebook_spec
from .palette import PALETTE

#: What `model = "…"` may name in a chart's TOML. A chapter adds its own module here.
CHARTS: Mapping[str, ChartModel] = {
    "conclusion-recolte": HARVEST,
    **boulanger.MODELS,
    **techniques.MODELS,
    **decouper.MODELS,
    **donnees.MODELS,
    **exprimer.MODELS,
    **refuser.MODELS,
    **synthese.MODELS,
}

__all__ = [
    "CHARTS",
    "PALETTE",
    "Chart",
    "ChartModel",
    "Frame",
    "TableColumn",
    "chart_from",
    "notebook_spec",
    "read_chart",
]
