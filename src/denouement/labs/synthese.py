"""The lab of chapter 8: what one claims, of whom, and how many contrary cases make one give it up."""

from ..models.severity import ASSUMED, DEALS, MEDIUM, STRONG, WEAK, contrary, severity
from .core import LabModel, Outcome

#: What a claim worth writing does, in times out of a hundred, and of how many customers out of a hundred it speaks.
HOLDS = FALLS = 80
SPOKEN = 30
#: The most contrary cases that the lever lets one wait for.
LATEST = 6


def outcome(*, version: str, clients: str, abandon: int, **assumed: float) -> Outcome:
    """How often « `version`, for `clients`, given up at `abandon` contrary cases out of twenty » holds and falls."""
    found = severity(version, clients, abandon, **assumed)
    at_best = severity(version, clients, LATEST, **assumed)
    world = ASSUMED | assumed
    metrics = {
        "voisins": 100 * found.holds,
        "contraires": 100 * found.falls,
        "parle": 100 * found.spoken,
        "alarme": 100 - round(100 * found.holds),
        "laisses": 100 - round(100 * found.spoken),
        "cas": found.contrary,
        **{name: DEALS * contrary(name, clients, world) for name in (WEAK, MEDIUM, STRONG)},
    }
    return Outcome(_verdict(metrics, 100 * at_best.holds), metrics, found.holds + found.falls)


def _verdict(metrics: dict[str, float], at_best: float) -> str:
    """In whole times out of a hundred, as they are shown."""
    holds, falls = round(metrics["voisins"]), round(metrics["contraires"])
    if falls == 0:
        return "vide"
    if holds < HOLDS:
        return "trop-tot" if round(at_best) >= HOLDS else "fausse"
    if falls < FALLS:
        return "indulgente"
    return "atteint" if round(metrics["parle"]) >= SPOKEN else "etroite"


MODELS = {"synthese-robustesse": LabModel(("version", "clients", "abandon"), outcome, ASSUMED)}
