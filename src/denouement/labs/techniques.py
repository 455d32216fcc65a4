"""The lab of chapter 4: how often to ask, whom, how often to come back; judged over a year, not over a month."""

from ..models.pressure_year import ASSUMED, EVERYBODY, IN_NEED, Year, year
from .core import LabModel, Outcome

#: To bring at least this much more than Inès's first year, under the same assumptions.
BETTER = 1.40

#: Story: she tells customers apart, comes back twice and never asks; the seller of 2023 asked everybody six times.
INES = {"asks": 0, "whom": IN_NEED, "revisits": 2}
SELLER_OF_2023 = {"asks": 6, "whom": EVERYBODY, "revisits": 0}

INSISTENT = 3  # askings in one meeting
MANY = 6  # customers in need who walk out in the year


def outcome(*, demandes: int, qui: str, retours: int, **assumed: float) -> Outcome:
    """A seller's year, in euros and in machines, beside Inès's and that of the seller of 2023."""
    ours = year(demandes, qui, retours, **assumed)
    ines, before = year(**INES, **assumed), year(**SELLER_OF_2023, **assumed)
    metrics = {
        "mois": _thousand(ours.month),
        "annee": _thousand(ours.margin),
        "signees": ours.signed,
        "rendues": ours.returned,
        "partis": ours.walked_out,
        "hesitants": ours.undecided,
        "vains": ours.vain_days,
        "ines": _thousand(ines.margin),
        "ines-hesitants": ines.undecided,
        "mois-2023": _thousand(before.month),
        "annee-2023": _thousand(before.margin),
        "cible": _thousand(BETTER * ines.margin),
        "gain": _thousand(ours.margin) - _thousand(ines.margin),
    }
    return Outcome(_verdict(demandes, qui, ours, metrics), metrics, ours.margin)


def _verdict(asks: int, whom: str, ours: Year, metrics: dict[str, float]) -> str:
    if metrics["annee"] >= metrics["cible"]:  # in thousands of euros, as they are shown
        return "atteint"
    if asks == 0:
        return "muet"
    if whom == EVERYBODY:
        return "presse" if asks >= INSISTENT else "poli"
    return "partis" if ours.walked_out >= MANY else "hesitants"


def _thousand(euros: float) -> float:
    return round(euros, -3)


MODELS = {"techniques-pression": LabModel(("demandes", "qui", "retours"), outcome, ASSUMED)}
