"""The lab of chapter 7: time for 180 of 448 deals, two criteria to choose them, seats kept for new customers."""

from ..models.triage import ASSUMED, SEATS, by_lot, follow, sharpness
from .core import LabModel, Outcome

#: To add at least this many times what drawing lots adds, and that many orders from others than current customers.
BETTER = 1.2
STRANGERS = 12


def outcome(*, premier: str, second: str, places: int, **assumed: float) -> Outcome:
    """What the rule would have brought on the 448 deals, compared with drawing lots under the same assumption."""
    pair, anyway = (premier, second), assumed["anyway"]
    found = follow(pair, places, anyway=anyway)
    lot = by_lot(anyway=anyway)
    metrics = {
        "suivies": SEATS,
        "signees": found.signed,
        "ajoutees": found.added,
        "nouveaux": found.strangers,
        "laissees": found.left,
        "duels": 100 * sharpness(pair),
        "hasard": lot,
        "cible": round(BETTER * lot),
        "voulus": STRANGERS,
        "mieux": follow(pair, 0, anyway=anyway).added,
    }
    return Outcome(_verdict(metrics), metrics, metrics["ajoutees"])


def _verdict(metrics: dict[str, float]) -> str:
    """In whole orders, as they are shown."""
    enough, target = round(metrics["nouveaux"]) >= STRANGERS, metrics["cible"]
    if round(metrics["ajoutees"]) >= target:
        return "atteint" if enough else "sans-nouveaux"
    return "trop-de-places" if round(metrics["mieux"]) >= target else "hasard"


MODELS = {"donnees-tri": LabModel(("premier", "second", "places"), outcome, ASSUMED)}
