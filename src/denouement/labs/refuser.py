"""The lab of chapter 6: a quarter's demands, sixty selling days, and what the bonus is computed on."""

from functools import lru_cache

from ..models.order_book import ASSUMED, DAYS, KEPT, MARGIN, TURNOVER, Quarter, quarter, revealing
from ..models.remainder import DAY
from .core import LabModel, Outcome

#: To leave at least this much more, in euros, than a house that pursues everything.
BETTER = 25_000
EVERYTHING = {"threshold": None, "days": 4, "counting": 0, "bonus": TURNOVER}

#: A failure is told first by its idle days, then by its returns, then by what it left unanswered.
IDLE = 0.85  # of the quarter's days
COSTLY = 35_000  # € of returns
SHORT = 1  # day


def outcome(*, seuil: int, journees: int, comptage: float, prime: str, **assumed: float) -> Outcome:
    """What is left of a quarter (€), compared with pursuing everything under the same assumptions. A threshold below 0
    refuses nothing."""
    found = quarter(threshold=None if seuil < 0 else seuil, days=journees, counting=comptage, bonus=prime, **assumed)
    everything, on_margin, on_kept = _pursuing_everything(tuple(assumed.items()))
    a = ASSUMED | assumed
    needless = a["demandes"] * a["sans"]
    seen = {base: needless * revealing(0.5, base, revele=a["revele"], aveugle=a["aveugle"]) for base in (MARGIN, KEPT)}
    metrics = {
        "reste": found.left,
        "actuel": everything.left,
        "cible": round(everything.left, -3) + BETTER,
        "gain": found.left - everything.left,
        "manque": round(everything.left, -3) + BETTER - found.left,
        "employees": found.days,
        "vides": DAYS - found.days,
        "prix-vides": DAY * (DAYS - found.days),
        "refusees": found.refused,
        "sans-reponse": found.unanswered,
        "signees": found.signed,
        "retours": found.returned,
        "cout-retours": found.return_cost,
        "ca": found.turnover,
        "prime-versee": found.bonus,
        "prime-actuelle": everything.bonus,
        "ca-actuel": everything.turnover,
        "retours-actuels": everything.return_cost,
        "sans": needless,
        "vues": seen[KEPT],
        "vues-signature": seen[MARGIN],
        "remises": on_margin.turnover - everything.turnover,
        "attendues": everything.signed - on_kept.signed,
    }
    return Outcome(_verdict(metrics, found, journees), metrics, found.left)


@lru_cache(maxsize=64)  # the same at every setting
def _pursuing_everything(assumed: tuple[tuple[str, float], ...]) -> tuple[Quarter, Quarter, Quarter]:
    """The quarter of a house that refuses nothing, its bonus computed on turnover, on margin, on what is left."""
    found = (quarter(**EVERYTHING | {"bonus": bonus}, **dict(assumed)) for bonus in (TURNOVER, MARGIN, KEPT))
    return tuple(found)


def _verdict(metrics: dict[str, float], found: Quarter, days: int) -> str:
    if round(found.left) >= metrics["cible"]:
        return "atteint"
    if found.days < IDLE * DAYS:
        return "journees-vides"
    if found.return_cost > COSTLY:
        return "retours"
    return "eparpille" if days <= SHORT else "deborde"


MODELS = {"refuser-carnet": LabModel(("seuil", "journees", "comptage", "prime"), outcome, ASSUMED)}
