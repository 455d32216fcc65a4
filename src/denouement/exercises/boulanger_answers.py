"""Chapter 3: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

_OPEN = """
def ouvert(horaires, jour, heure):
    for debut, fin in horaires[{day}]:
        if {test}:
            return {yes}
    return {no}
"""


def _open(day: str = "jour", test: str = "debut <= heure < fin", yes: str = "True", no: str = "False") -> str:
    return _OPEN.format(day=day, test=test, yes=yes, no=no)


OPEN_MISTAKES = (
    Mistake(key="fermeture-comprise", code=_open(test="debut <= heure <= fin")),
    Mistake(
        key="fermeture-comprise",
        code="""
def ouvert(horaires, jour, heure):
    return any(heure >= debut and not heure > fin for debut, fin in horaires[jour])
""",
    ),
    Mistake(key="ouverture-exclue", code=_open(test="debut < heure < fin")),
    Mistake(key="tous-les-jours", code=_open(day='"mardi"')),
    Mistake(key="a-l-envers", code=_open(yes="False", no="True")),
    Mistake(key="ni-vrai-ni-faux", code=_open(yes='"ouvert"', no='"fermé"')),
    Mistake(key="reponse-fixe", code="def ouvert(horaires, jour, heure):\n    return True"),
    Mistake(key="rien-renvoye", code=_open(yes="print(True)", no="print(False)")),
    Mistake(
        key="faux-oublie",
        code="""
def ouvert(horaires, jour, heure):
    for debut, fin in horaires[jour]:
        if debut <= heure < fin:
            return True
""",
    ),
    Mistake(
        key="sans-pause",
        code="""
def ouvert(horaires, jour, heure):
    creneaux = horaires[jour]
    if len(creneaux) == 0:
        return False
    return creneaux[0][0] <= heure < creneaux[-1][1]
""",
    ),
    Mistake(
        key="premier-creneau",
        code="""
def ouvert(horaires, jour, heure):
    for debut, fin in horaires[jour]:
        if debut <= heure < fin:
            return True
        else:
            return False
    return False
""",
    ),
    Mistake(
        key="dernier-creneau",
        code="""
def ouvert(horaires, jour, heure):
    reponse = False
    for debut, fin in horaires[jour]:
        if debut <= heure < fin:
            reponse = True
        else:
            reponse = False
    return reponse
""",
    ),
    Mistake(key="autre-moment", code=_open(test="debut <= heure - 1 < fin")),
    Mistake(
        key="exercise.error.IndexError",
        status="error",
        code="""
def ouvert(horaires, jour, heure):
    matin = horaires[jour][0]
    soir = horaires[jour][1]
    return matin[0] <= heure < matin[1] or soir[0] <= heure < soir[1]
""",
    ),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="""
def ouvert(horaires, jour, heure):
    for creneau in horaires[jour]:
        if creneau <= heure:
            return True
    return False
""",
    ),
)

OPEN_SOLUTIONS = (
    """
def ouvert(horaires, jour, heure):
    return any(debut <= heure < fin for debut, fin in horaires[jour])
""",
    """
def ouvert(horaires, jour, heure):
    ouverte = False
    for creneau in horaires[jour]:
        if heure >= creneau[0] and heure < creneau[1]:
            ouverte = True
    return ouverte
""",
    """
def ouvert(horaires, jour, heure):
    bornes = [borne for creneau in horaires[jour] for borne in creneau]
    passees = [borne for borne in bornes if borne <= heure]
    return len(passees) % 2 == 1
""",
)

_HUFF = """
def huff(attractions, distances, beta=2):
    attraits = [{pull} for a, d in zip(attractions, distances)]
    return {result}
"""


def _huff(pull: str = "a / d**beta", result: str = "[x / sum(attraits) for x in attraits]") -> str:
    return _HUFF.format(pull=pull, result=result)


HUFF_MISTAKES = (
    Mistake(key="attraits-bruts", code=_huff(result="attraits")),
    Mistake(
        key="attraits-bruts",
        code="""
def huff(attractions, distances, beta=2):
    parts = []
    for i in range(len(attractions)):
        parts.append(attractions[i] * distances[i] ** -beta)
    return parts
""",
    ),
    Mistake(key="loin-attire", code=_huff(pull="a * d**beta")),
    Mistake(key="sans-beta", code=_huff(pull="a / d")),
    Mistake(key="beta-fixe", code=_huff(pull="a / d**2")),
    Mistake(key="fois-beta", code=_huff(pull="a / (d * beta)", result="[x / max(attraits) for x in attraits]")),
    Mistake(key="chapeau", code=_huff(pull="a / (d ^ beta)")),
    Mistake(key="sans-attraction", code=_huff(pull="1 / d**beta")),
    Mistake(key="pourcentage", code=_huff(result="[100 * x / sum(attraits) for x in attraits]")),
    Mistake(key="plus-fort", code=_huff(result="[x / max(attraits) for x in attraits]")),
    Mistake(key="somme", code=_huff(result="[x / sum(attractions) for x in attraits]")),
    Mistake(key="arrondi", code=_huff(result="[round(x / sum(attraits), 2) for x in attraits]")),
    Mistake(key="autres-parts", code=_huff(pull="a**2 / d**beta")),
    Mistake(key="longueur", code=_huff(result="[attraits[0] / sum(attraits), 1 - attraits[0] / sum(attraits)]")),
    Mistake(key="pas-une-liste", code=_huff(result="attraits[0] / sum(attraits)")),
    Mistake(key="rien-renvoye", code=_huff(result="print(attraits)")),
    Mistake(key="reponse-fixe", code="def huff(attractions, distances, beta=2):\n    return [0.8, 0.2]"),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="def huff(attractions, distances, beta=2):\n    return attractions / distances**beta",
    ),
    Mistake(
        key="exercise.error.NameError",
        status="error",
        code="""
def huff(attractions, distances, beta=2):
    attraits = [a / d**beta for a, d in zip(attraction, distances)]
    return [x / sum(attraits) for x in attraits]
""",
    ),
)

HUFF_SOLUTIONS = (
    """
def huff(attractions, distances, beta=2):
    attraits = []
    for i in range(len(attractions)):
        attraits.append(attractions[i] / distances[i] ** beta)
    total = sum(attraits)
    parts = []
    for attrait in attraits:
        parts.append(attrait / total)
    return parts
""",
    """
import math

def huff(attractions, distances, beta=2):
    forces = [math.log(a) - beta * math.log(d) for a, d in zip(attractions, distances)]
    plus_forte = max(forces)
    poids = [math.exp(force - plus_forte) for force in forces]
    return tuple(p / math.fsum(poids) for p in poids)
""",
)
