"""Labs: decide with levers, be judged on the outcome. Every outcome is computed by a model, over the whole grid."""

from collections.abc import Mapping

from . import boulanger, decouper, donnees, refuser, synthese, techniques
from .core import Lab, LabModel, Metric, Outcome, VerdictWording
from .load import lab_from, read_lab
from .survey import Survey, survey

#: What `model = "…"` may name in a lab's TOML. A chapter adds its own module here.
LABS: Mapping[str, LabModel] = {
    **boulanger.MODELS,
    **techniques.MODELS,
    **decouper.MODELS,
    **donnees.MODELS,
    **refuser.MODELS,
    **synthese.MODELS,
}

__all__ = [
    "LABS",
    "Lab",
    "LabModel",
    "Metric",
    "Outcome",
    "Survey",
    "VerdictWording",
    "lab_from",
    "read_lab",
    "survey",
]
