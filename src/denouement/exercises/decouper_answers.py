"""Chapter 2: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

_CYCLE = """
def p_cycle(chances):
    resultat = {start}
    for chance in chances:
        resultat = {step}
    return {result}
"""


def _cycle(start: str = "1", step: str = "resultat * chance", result: str = "resultat") -> str:
    return _CYCLE.format(start=start, step=step, result=result)


CYCLE_MISTAKES = (
    Mistake(key="somme", code=_cycle(start="0", step="resultat + chance")),
    Mistake(key="zero", code=_cycle(start="0")),
    Mistake(key="moyenne", code="def p_cycle(chances):\n    return sum(chances) / len(chances)"),
    Mistake(key="plus-faible", code="def p_cycle(chances):\n    return min(chances)"),
    Mistake(key="toutes-pareilles", code="def p_cycle(chances):\n    return chances[0] ** len(chances)"),
    Mistake(key="echecs", code=_cycle(step="resultat * (1 - chance)")),
    Mistake(key="au-moins-un", code=_cycle(step="resultat * (1 - chance)", result="1 - resultat")),
    Mistake(key="complement", code=_cycle(result="1 - resultat")),
    Mistake(key="pourcentage", code=_cycle(result="100 * resultat")),
    Mistake(key="arrondi", code=_cycle(result="round(resultat, 2)")),
    Mistake(
        key="premier-tour",
        code="""
def p_cycle(chances):
    resultat = 1
    for chance in chances:
        resultat = resultat * chance
        return resultat
""",
    ),
    Mistake(
        key="cycle-vide",
        code="""
def p_cycle(chances):
    if len(chances) == 0:
        return 0
    resultat = 1
    for chance in chances:
        resultat = resultat * chance
    return resultat
""",
    ),
    Mistake(key="pas-un-nombre", code="def p_cycle(chances):\n    return [chance * chance for chance in chances]"),
    Mistake(key="rien-renvoye", code=_cycle(result="print(resultat)")),
    Mistake(key="reponse-fixe", code="def p_cycle(chances):\n    return 0.262144"),
    Mistake(key="autre-chance", code="def p_cycle(chances):\n    return chances[0] * chances[-1]"),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="def p_cycle(chances):\n    return chances * chances",
    ),
    Mistake(
        key="exercise.error.IndexError",
        status="error",
        code="""
def p_cycle(chances):
    resultat = chances[0]
    for chance in chances[1:]:
        resultat = resultat * chance
    return resultat
""",
    ),
)

CYCLE_SOLUTIONS = (
    """
import math

def p_cycle(chances):
    return math.prod(chances)
""",
    """
def p_cycle(chances):
    if not chances:
        return 1
    return chances[0] * p_cycle(chances[1:])
""",
    """
def p_cycle(chances):
    sur_cent = 100
    for chance in chances:
        sur_cent *= chance
    return sur_cent / 100
""",
)

_RATE = """
def taux_a_terme(affaires, aujourd_hui, delai):
    mures = [a for a in affaires if {ripe}]
    if len(mures) == 0:
        return {nobody}
    gagnees = [a for a in mures if {won}]
    return {result}
"""


def _rate(
    ripe: str = 'aujourd_hui - a["debut"] >= delai',
    won: str = 'a["issue"] == "gagnée" and a["fin"] - a["debut"] <= delai',
    result: str = "len(gagnees) / len(mures)",
    nobody: str = "None",
) -> str:
    return _RATE.format(ripe=ripe, won=won, result=result, nobody=nobody)


RATE_MISTAKES = (
    Mistake(key="ouvertes-oubliees", code=_rate(ripe='a["issue"] is not None', won='a["issue"] == "gagnée"')),
    Mistake(key="mures-closes", code=_rate(ripe='aujourd_hui - a["debut"] >= delai and a["issue"] is not None')),
    Mistake(key="trop-jeunes", code=_rate(ripe="True")),
    Mistake(key="toutes", code=_rate(ripe="True", won='a["issue"] == "gagnée"')),
    Mistake(key="gagnees-trop-tard", code=_rate(won='a["issue"] == "gagnée"')),
    Mistake(key="age-exact", code=_rate(ripe='aujourd_hui - a["debut"] > delai')),
    Mistake(key="delai-exact", code=_rate(won='a["issue"] == "gagnée" and a["fin"] - a["debut"] < delai')),
    Mistake(key="jeunes-seulement", code=_rate(ripe='aujourd_hui - a["debut"] < delai')),
    Mistake(key="pourcentage", code=_rate(result="100 * len(gagnees) / len(mures)")),
    Mistake(key="nombre", code=_rate(result="len(gagnees)")),
    Mistake(key="arrondi", code=_rate(result="round(len(gagnees) / len(mures), 2)")),
    Mistake(key="aucune-mure", code=_rate(nobody="0")),
    Mistake(key="pas-un-nombre", code=_rate(result="gagnees")),
    Mistake(key="rien-renvoye", code=_rate(result="print(len(gagnees) / len(mures))")),
    Mistake(key="reponse-fixe", code="def taux_a_terme(affaires, aujourd_hui, delai):\n    return 0.4"),
    Mistake(key="autre-taux", code=_rate(won='a["issue"] == "perdue"')),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code=_rate(won='a["fin"] - a["debut"] <= delai and a["issue"] == "gagnée"'),
    ),
    Mistake(
        key="exercise.error.ZeroDivisionError",
        status="error",
        code="""
def taux_a_terme(affaires, aujourd_hui, delai):
    mures = 0
    gagnees = 0
    for affaire in affaires:
        if aujourd_hui - affaire["debut"] >= delai:
            mures = mures + 1
            if affaire["issue"] == "gagnée" and affaire["fin"] - affaire["debut"] <= delai:
                gagnees = gagnees + 1
    return gagnees / mures
""",
    ),
)

RATE_SOLUTIONS = (
    """
def taux_a_terme(affaires, aujourd_hui, delai):
    mures = 0
    gagnees = 0
    for affaire in affaires:
        if affaire["debut"] > aujourd_hui - delai:
            continue
        mures += 1
        if affaire["issue"] == "gagnée" and affaire["fin"] <= affaire["debut"] + delai:
            gagnees += 1
    if mures == 0:
        return None
    return gagnees / mures
""",
    """
def taux_a_terme(affaires, aujourd_hui, delai):
    a_temps = [
        a["issue"] == "gagnée" and a["fin"] - a["debut"] <= delai
        for a in affaires
        if aujourd_hui - a["debut"] >= delai
    ]
    return sum(a_temps) / len(a_temps) if a_temps else None
""",
)
