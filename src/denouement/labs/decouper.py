"""The lab of chapter 2: twelve selling days, six people to convince."""

from ..models.buying_group import ASSUMED, FIELD, Plan, plan
from .core import LabModel, Outcome

DAYS = 12
DAY_COST = 620  # € all included (story)
MARGIN = 56_400  # € on two Marée 400 (story)

#: To do at least this much better than two visits to each, which also takes twelve days.
BETTER = 1.05
EVEN = {"field": 2, "vetoes": 2, "decider": 2, "chase": 0}

#: From this many days spent on the signature, a failure is told by them first.
MANY_CHASES = 3


def outcome(*, terrain: int, bloqueurs: int, jeanne: int, relances: int, **assumed: float) -> Outcome:
    """What becomes of 100 deals like this one: visits to each person in the field, to each who can say no, to the one
    who decides, and days spent on the signature."""
    found = plan(field=terrain, vetoes=bloqueurs, decider=jeanne, chase=relances, **assumed)
    even = plan(**EVEN, **assumed)
    metrics = {
        "jours": found.days,
        "signees": 100 * found.signed,
        "bloquees": 100 * found.blocked,
        "jeanne-non": 100 * found.refused,
        "perdues": 100 * found.slipped,
        "recoltees": 100 * (found.signed - found.signed_unchased),
        "accords": 100 * (1 - found.blocked - found.refused),
        "jours-terrain": FIELD * terrain,
        "cout": DAY_COST * found.days,
        "reste": MARGIN * found.signed - DAY_COST * found.days,
        "egal": 100 * even.signed,
        "cible": round(100 * BETTER * even.signed),
    }
    return Outcome(_verdict(metrics, found, terrain, relances), metrics, metrics["reste"])


def _verdict(metrics: dict[str, float], found: Plan, field: int, chase: int) -> str:
    if found.days > DAYS:
        return "trop-de-jours"
    if round(metrics["signees"]) >= metrics["cible"]:  # in whole deals, as they are shown
        return "atteint"
    if field == 0:
        return "sans-chiffres"
    if chase >= MANY_CHASES:
        return "belle-fin"
    if field >= 2:
        return "convaincus"
    return "barrage" if found.blocked >= found.refused else "sommet"


MODELS = {"decouper-visites": LabModel(("terrain", "bloqueurs", "jeanne", "relances"), outcome, ASSUMED)}
