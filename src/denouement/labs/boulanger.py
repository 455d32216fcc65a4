"""The lab of chapter 3: where to stand and when to open, with 58 hours a week and two competitors."""

from ..models.bakery_week import ASSUMED, BUDGET, intervals, weekly_hours, working_day
from ..models.tanneries import BELLANGER
from .core import LabModel, Outcome

#: To do at least this much better than Bellanger, at his place and hours, against the same competitors.
BETTER = 1.05

#: A day when more than this share of those within reach find the door shut is lost on hours first.
MANY = 0.20


def outcome(*, place: str, ouverture: float, fermeture: float, pause: float, **assumed: float) -> Outcome:
    """What a working day brings and costs, in people, compared with Bellanger's day under the same assumptions."""
    hours = intervals(ouverture, fermeture, pause)
    day = working_day(place, hours, **assumed)
    today = working_day("tanneurs", BELLANGER.hours, **assumed).served
    alone = working_day("tanneurs", BELLANGER.hours, competitors=False, **assumed).served
    weekly = weekly_hours(hours)
    metrics = {
        "heures": weekly,
        "besoin": day.need,
        "closes": day.found_shut,
        "avant": day.before,
        "midi": day.pause,
        "apres": day.after,
        "ailleurs": day.elsewhere,
        "clients": day.served,
        "actuel": today,
        "seul": alone,
        "gain": day.served - today,
        "cible": round(BETTER * today),
    }
    return Outcome(_verdict(metrics), metrics, day.served)


def _verdict(metrics: dict[str, float]) -> str:
    if metrics["heures"] > BUDGET:
        return "budget"
    if round(metrics["clients"]) >= metrics["cible"]:  # in whole people, as they are shown
        return "atteint"
    if metrics["closes"] > MANY * metrics["besoin"]:
        return "porte-close"
    return "concurrents"


MODELS = {"boulanger-58h": LabModel(("place", "ouverture", "fermeture", "pause"), outcome, ASSUMED)}
