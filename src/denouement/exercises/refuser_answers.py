"""Chapter 6: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

_PURSUE = """
def poursuivre(demande):
    vente = {sale}
    reste = demande["chances"] * vente - {days}
    return {answer}
"""


def _pursue(
    sale: str = 'demande["vente"] - demande["retours"] * demande["cout_retour"]',
    days: str = '620 * demande["jours"]',
    answer: str = 'reste / demande["jours"] >= 850',
) -> str:
    return _PURSUE.format(sale=sale, days=days, answer=answer)


PURSUE_MISTAKES = (
    Mistake(key="seuil-trop-bas", code=_pursue(answer="reste > 0")),
    Mistake(key="trop-severe", code=_pursue(answer='reste / demande["jours"] >= 3000')),
    Mistake(key="vente-perdante", code='def poursuivre(demande):\n    return demande["prix"] >= 90000'),
    Mistake(key="vente-perdante", code='def poursuivre(demande):\n    return demande["chances"] >= 0.7'),
    Mistake(key="vente-perdante", code=_pursue(sale='demande["vente"]')),
    Mistake(key="journees-oubliees", code=_pursue(days="0", answer="reste > 0")),
    Mistake(
        key="journees-oubliees",
        code="""
def poursuivre(demande):
    vente = demande["vente"] - demande["retours"] * demande["cout_retour"]
    return vente > 620 * demande["jours"]
""",
    ),
    Mistake(key="toujours", code="def poursuivre(demande):\n    return True"),
    Mistake(key="jamais", code="def poursuivre(demande):\n    return False"),
    Mistake(key="ni-vrai-ni-faux", code=_pursue(answer="reste")),
    Mistake(key="rien-renvoye", code=_pursue(answer='print(reste / demande["jours"])')),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code='def poursuivre(demande):\n    return demande["marge"] > 0',
    ),
)

PURSUE_SOLUTIONS = (
    """
def poursuivre(demande):
    vente = demande["vente"] - demande["retours"] * demande["cout_retour"]
    if vente <= 0:
        return False
    par_jour = demande["chances"] * vente / demande["jours"]
    return par_jour >= 620 + 800
""",
    """
def reste(demande):
    gardee = (1 - demande["retours"]) * demande["vente"]
    rendue = demande["retours"] * (demande["vente"] - demande["cout_retour"])
    return demande["chances"] * (gardee + rendue) - 620 * demande["jours"]

def poursuivre(demande):
    return reste(demande) > 900 * demande["jours"]
""",
)

_WITHDRAWAL = """
def retractation(cas):
    lieu = cas["lieu"]
    if cas["client"] == "professionnel":
        protege = {trade}
    elif lieu == "foire":
        protege = {fair}
    else:
        protege = {individual}
    if not protege:
        return {none}
    if cas["informe"]:
        return {told}
    return {untold}
"""


def _withdrawal(
    trade: str = 'lieu == "hors établissement" and cas["salaries"] <= 5 and not cas["activite_principale"]',
    fair: str = 'cas["sollicite"] or cas["credit"]',
    individual: str = 'lieu != "magasin"',
    none: str = '"aucun"',
    told: str = '"14 jours"',
    untold: str = '"14 jours et 12 mois"',
) -> str:
    return _WITHDRAWAL.format(trade=trade, fair=fair, individual=individual, none=none, told=told, untold=untold)


WITHDRAWAL_MISTAKES = (
    Mistake(key="partout", code='def retractation(cas):\n    return "14 jours"'),
    Mistake(key="jamais-pro", code=_withdrawal(trade="False")),
    Mistake(key="magasin", code=_withdrawal(individual="True")),
    Mistake(key="foire-oui", code=_withdrawal(fair="True")),
    Mistake(key="foire-non", code=_withdrawal(fair="False")),
    Mistake(key="foire-et", code=_withdrawal(fair='cas["sollicite"] and cas["credit"]')),
    Mistake(
        key="cinq",
        code=_withdrawal(
            trade='lieu == "hors établissement" and cas["salaries"] < 5 and not cas["activite_principale"]'
        ),
    ),
    Mistake(
        key="activite",
        code=_withdrawal(trade='lieu == "hors établissement" and cas["salaries"] <= 5'),
    ),
    Mistake(
        key="pro-a-distance",
        code=_withdrawal(trade='lieu != "magasin" and cas["salaries"] <= 5 and not cas["activite_principale"]'),
    ),
    Mistake(key="information", code=_withdrawal(untold='"14 jours"')),
    Mistake(key="information-seule", code=_withdrawal(none='"aucun" if cas["informe"] else "14 jours et 12 mois"')),
    Mistake(key="autre-delai", code=_withdrawal(individual='lieu == "distance"')),
    Mistake(key="autre-texte", code=_withdrawal(told="14")),
    Mistake(key="rien-renvoye", code=_withdrawal(none='print("aucun")', told='print("14 jours")', untold="None")),
    Mistake(
        key="exercise.error.NameError",
        status="error",
        code='def retractation(cas):\n    if lieu == "magasin":\n        return "aucun"\n    return "14 jours"',
    ),
)

WITHDRAWAL_SOLUTIONS = (
    """
def retractation(cas):
    if cas["client"] == "particulier":
        droit = cas["lieu"] in ("distance", "démarchage", "hors établissement")
        if cas["lieu"] == "foire" and (cas["sollicite"] or cas["credit"]):
            droit = True
    else:
        droit = (
            cas["lieu"] == "hors établissement"
            and cas["salaries"] <= 5
            and cas["activite_principale"] == False
        )
    if not droit:
        return "aucun"
    if not cas["informe"]:
        return "14 jours et 12 mois"
    return "14 jours"
""",
    """
def retractation(cas):
    delai = "14 jours" if cas["informe"] else "14 jours et 12 mois"
    if cas["lieu"] == "magasin":
        return "aucun"
    if cas["lieu"] == "foire":
        return delai if cas["sollicite"] or cas["credit"] else "aucun"
    if cas["client"] == "particulier":
        return delai
    if cas["lieu"] == "distance" or cas["salaries"] > 5 or cas["activite_principale"]:
        return "aucun"
    return delai
""",
)
