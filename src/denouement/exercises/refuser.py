"""Chapter 6: which demands to pursue when days are short, and who may go back on a yes.

A policy is judged by what it leaves of quarters drawn after the learner's code ran, beside a reference threshold. The
rules of withdrawal are those of the chapter (French consumer code, articles L221-3, L221-18 and L224-62; CJEU,
C-465/19), in principle and without their exceptions.
"""

from itertools import product
from math import fsum

from ..models import demands
from ..models.demands import Demand
from .comparing import Seen, always_the_same, example, first_wrong, observe, recognised, ways
from .core import Exercise, Verdict, failed, partly, passed
from .probe import Probe
from .refuser_answers import PURSUE_MISTAKES, PURSUE_SOLUTIONS, WITHDRAWAL_MISTAKES, WITHDRAWAL_SOLUTIONS

QUARTERS = 4
THRESHOLD = 850  # € left per day: what the best rule of this kind asks of a full book
ENOUGH = 0.85  # of what the reference leaves
IDLE = 15  # days left empty per quarter, from which a rule is too severe

Case = dict[str, str | int | bool]

NONE, FOURTEEN, LONGER = "aucun", "14 jours", "14 jours et 12 mois"


def pursue(demand: Demand) -> bool:
    """The reference: pursue what leaves at least THRESHOLD per day."""
    return demands.left(demand) / demand["jours"] >= THRESHOLD


def withdrawal(case: Case) -> str:
    """The delay of withdrawal of a contract, in principle: NONE, FOURTEEN, or LONGER when the buyer was not told."""
    place = case["lieu"]
    if case["client"] == "professionnel":
        small = case["salaries"] <= 5 and not case["activite_principale"]
        protected = small and place == "hors établissement"
    elif place == "foire":
        protected = case["sollicite"] or case["credit"]
    else:
        protected = place != "magasin"
    if not protected:
        return NONE
    return FOURTEEN if case["informe"] else LONGER


# --- what the judge asks -------------------------------------------------------------------------------------------


def check_pursue(probe: Probe) -> Verdict:
    """Quarters never seen: the rule's answers, then what they leave beside the reference."""
    quarters = [demands.draw(probe.rng) for _ in range(QUARTERS)]
    seen = [Seen((demand,), probe.call("poursuivre", demand), pursue(demand)) for q in quarters for demand in q]
    odd = next((s for s in seen if type(s.got) is not bool), None)
    if odd is not None:
        key = "rien-renvoye" if odd.got is None else "ni-vrai-ni-faux"
        return failed(key, **example(odd, "poursuivre"))
    answers = {id(s.args[0]): s.got for s in seen}
    played = [demands.trimestre(lambda demand: answers[id(demand)], quarter) for quarter in quarters]
    best = fsum(demands.trimestre(pursue, quarter)["reste"] for quarter in quarters)
    share = fsum(p["reste"] for p in played) / best
    if share >= ENOUGH:
        return passed(part=share)
    share = max(0.0, share)
    shows = {"part": share, "vides": fsum(p["journees_vides"] for p in played) / QUARTERS}
    if always_the_same(seen):
        return failed("toujours" if seen[0].got else "jamais", **shows)
    for key, loses in (("vente-perdante", _sale_loses), ("journees-oubliees", _days_lose)):
        losing = next((s for s in seen if s.got and loses(s.args[0])), None)
        if losing is not None:
            shows |= example(losing, "poursuivre") | {"laisse": _left_by(key, losing.args[0])}
            return partly(key, share, **shows)
    return partly("trop-severe" if shows["vides"] > IDLE else "seuil-trop-bas", share, **shows)


def _sale_loses(demand: Demand) -> bool:
    return demands.sale(demand) < 0


def _days_lose(demand: Demand) -> bool:
    return demands.left(demand) < 0


def _left_by(key: str, demand: Demand) -> float:
    return demands.sale(demand) if key == "vente-perdante" else demands.left(demand)


def cases() -> list[Case]:
    """Every kind of case of the statement, once."""
    individual = [
        _case("particulier", place, told=told)
        for place, told in product(("magasin", "distance", "démarchage", "hors établissement"), (True, False))
    ]
    fairs = [
        _case("particulier", "foire", solicited=solicited, credit=credit, told=told)
        for solicited, credit, told in product((False, True), (False, True), (True, False))
    ]
    trade = [
        _case("professionnel", place, staff=staff, main=main, told=told)
        for place, staff, main, told in product(
            ("magasin", "distance", "hors établissement"), (4, 5, 6), (True, False), (True, False)
        )
    ]
    return individual + fairs + trade


def _case(client: str, place: str, *, staff=0, main=False, solicited=False, credit=False, told=True) -> Case:
    return {
        "client": client,
        "lieu": place,
        "salaries": staff,
        "activite_principale": main,
        "sollicite": solicited,
        "credit": credit,
        "informe": told,
    }


def check_withdrawal(probe: Probe) -> Verdict:
    """Every kind of case, in a drawn order, with a drawn number of employees."""
    asked = cases()
    for case in asked:
        if case["salaries"] == 6:
            case["salaries"] = probe.rng.randint(6, 80)
    probe.rng.shuffle(asked)
    seen = observe(probe, "retractation", [(case,) for case in asked], withdrawal)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "retractation")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if any(s.got not in (NONE, FOURTEEN, LONGER) for s in seen):
        odd = next(s for s in seen if s.got not in (NONE, FOURTEEN, LONGER))
        return failed("autre-texte", **example(odd, "retractation"))
    return failed(recognised(seen, ways("retractation", WITHDRAWAL_MISTAKES)) or "autre-delai", **shows)


PURSUE = Exercise(
    id="poursuivre",
    names=("poursuivre",),
    check=check_pursue,
    mistakes=PURSUE_MISTAKES,
    solutions=PURSUE_SOLUTIONS,
)
WITHDRAWAL = Exercise(
    id="retractation",
    names=("retractation",),
    check=check_withdrawal,
    mistakes=WITHDRAWAL_MISTAKES,
    solutions=WITHDRAWAL_SOLUTIONS,
)
EXERCISES = (PURSUE, WITHDRAWAL)
