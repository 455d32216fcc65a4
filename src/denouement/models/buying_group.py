"""A buying group: how likely it is that everyone says yes, and how a few selling days change it.

We wrote these rules; nothing here was measured.
"""

from dataclasses import dataclass

from .cycle import p_cycle

#: Purchase rates by number of deciders as a publisher of sales training reports them (CEB, Challenger blog).
CEB = {1: 0.81, 2: 0.55, 3: 0.60}

#: What a plan of visits supposes, and what a test varies by ±25 %.
ASSUMED = {
    "veto": 0.55,  # chance that someone who can say no would, unvisited
    "reluctance": 0.60,  # chance that the one who decides would not, unvisited
    "alone": 0.20,  # share of the remaining doubt that a visit without figures removes
    "figures": 0.30,  # what the customer's own figures, when complete, add to it
    "counting": 0.60,  # share of the missing figures that a round of visits in the field brings
    "slip": 0.25,  # agreements lost before the signature when nobody opens the way
    "rescue": 0.50,  # share of those that each further day on the signature saves
}
FIELD, VETOES = 3, 2  # people in the field, people who can say no; one decides


def all_agree(people: int, chance: float, together: float = 0.0) -> float:
    """Probability that `people` say yes, each with probability `chance`.

    together·p + (1 − together)·p^n: with probability `together` (0 to 1) they form one opinion, otherwise each forms
    their own. 0 is independence, 1 a group that thinks as one. ValueError outside 0 to 1, or without anyone.
    """
    if people < 1 or not (0 <= chance <= 1 and 0 <= together <= 1):
        raise ValueError("at least one person; chances lie between 0 and 1")
    return together * chance + (1 - together) * p_cycle([chance] * people)


@dataclass(frozen=True)
class Plan:
    """What becomes of a deal, as probabilities: `blocked` by someone who can say no, `refused` by the one who decides,
    `slipped` between agreement and signature, `signed`; `signed_unchased`, had no day gone into the signature."""

    blocked: float
    refused: float
    slipped: float
    signed: float
    signed_unchased: float
    days: int


def plan(*, field: int, vetoes: int, decider: int, chase: int, **assumed: float) -> Plan:
    """A deal whose group is visited as said: `field` and `vetoes` visits to each person of these two kinds, `decider`
    visits to the one who decides, `chase` days on the signature. A visit takes a day.

    Visits in the field come first and bring the customer's own figures: f = 1 − (1 − counting)^field. Each other visit
    removes a share `alone + figures·f` of the doubt that is left. Given the figures, opinions form separately. Assumed
    numbers: see ASSUMED.
    """
    a = ASSUMED | assumed
    known = 1 - (1 - a["counting"]) ** field
    removed = a["alone"] + a["figures"] * known
    passed = (1 - a["veto"] * (1 - removed) ** vetoes) ** VETOES
    agreed = passed * (1 - a["reluctance"] * (1 - removed) ** decider)
    slip = a["slip"] * (1 - a["rescue"]) ** chase
    return Plan(
        blocked=1 - passed,
        refused=passed - agreed,
        slipped=agreed * slip,
        signed=agreed * (1 - slip),
        signed_unchased=agreed * (1 - a["slip"]),
        days=FIELD * field + VETOES * vetoes + decider + chase,
    )
