"""Chapter 1: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

MOMENT_MISTAKES = (
    Mistake(
        key="signature",
        code="""
def moment_conclusion(evenements):
    for evenement in evenements:
        if evenement["fait"] == "signature":
            return evenement["date"]
    return None
""",
    ),
    Mistake(
        key="un-seul-accord",
        code="""
def moment_conclusion(evenements):
    for evenement in evenements:
        if "chose" in evenement["accord"] or "prix" in evenement["accord"]:
            return evenement["date"]
    return None
""",
    ),
    Mistake(
        key="le-prix-seul",
        code="""
def moment_conclusion(evenements):
    for evenement in evenements:
        if "prix" in evenement["accord"]:
            return evenement["date"]
""",
    ),
    Mistake(
        key="dernier-accord",
        code="""
def moment_conclusion(evenements):
    convenu = []
    quand = None
    for evenement in evenements:
        convenu += evenement["accord"]
        if evenement["accord"] and "chose" in convenu and "prix" in convenu:
            quand = evenement["date"]
    return quand
""",
    ),
    Mistake(
        key="en-une-fois",
        code="""
def moment_conclusion(evenements):
    for evenement in evenements:
        if "chose" in evenement["accord"] and "prix" in evenement["accord"]:
            return evenement["date"]
    return None
""",
    ),
    Mistake(
        key="dernier-fait",
        code="""
def moment_conclusion(evenements):
    convenu = []
    for evenement in evenements:
        convenu += evenement["accord"]
    if "chose" in convenu and "prix" in convenu:
        return evenements[-1]["date"]
    return None
""",
    ),
    Mistake(
        key="avant-la-signature-seulement",
        code="""
def moment_conclusion(evenements):
    convenu = []
    for evenement in evenements:
        if evenement["fait"] == "signature":
            return None
        convenu += evenement["accord"]
        if "chose" in convenu and "prix" in convenu:
            return evenement["date"]
""",
    ),
    Mistake(
        key="sans-accord",
        code="""
def moment_conclusion(evenements):
    convenu = []
    for evenement in evenements:
        convenu += evenement["accord"]
        if "chose" in convenu and "prix" in convenu:
            return evenement["date"]
    return "pas encore"
""",
    ),
    Mistake(
        key="pas-une-date",
        code="""
def moment_conclusion(evenements):
    convenu = []
    for evenement in evenements:
        convenu += evenement["accord"]
        if "chose" in convenu and "prix" in convenu:
            return evenement
""",
    ),
    Mistake(
        key="rien-renvoye",
        code="""
def moment_conclusion(evenements):
    convenu = []
    for evenement in evenements:
        convenu += evenement["accord"]
    print(convenu)
""",
    ),
    Mistake(key="reponse-fixe", code='def moment_conclusion(evenements):\n    return "2025-04-10"'),
    Mistake(
        key="autre-date",
        code="""
def moment_conclusion(evenements):
    return evenements[1]["date"]
""",
    ),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code="""
def moment_conclusion(evenements):
    for evenement in evenements:
        if evenement["accords"]:
            return evenement["date"]
""",
    ),
)

MOMENT_SOLUTIONS = (
    """
def moment_conclusion(evenements):
    chose = False
    prix = False
    for evenement in evenements:
        if "chose" in evenement["accord"]:
            chose = True
        if "prix" in evenement["accord"]:
            prix = True
        if chose and prix:
            return evenement["date"]
""",
    """
def moment_conclusion(evenements):
    jours_chose = [e["date"] for e in evenements if "chose" in e["accord"]]
    jours_prix = [e["date"] for e in evenements if "prix" in e["accord"]]
    if not jours_chose or not jours_prix:
        return None
    return max(min(jours_chose), min(jours_prix))
""",
)

_SHARE = """
def part_avant(affaires):
    signees = [a for a in affaires if a["signature"] is not None]
    if len(signees) == 0:
        return None
    avant = [a for a in signees if a["accord"] {sign} a["signature"]]
    return {result}
"""


def _share(sign: str = "<", result: str = "len(avant) / len(signees)") -> str:
    return _SHARE.format(sign=sign, result=result)


SHARE_MISTAKES = (
    Mistake(key="meme-jour", code=_share(sign="<=")),
    Mistake(key="a-l-envers", code=_share(sign=">")),
    Mistake(key="pourcentage", code=_share(result="100 * len(avant) / len(signees)")),
    Mistake(key="nombre", code=_share(result="len(avant)")),
    Mistake(key="non-signees", code=_share(result="len(avant) / len(affaires)")),
    Mistake(key="arrondi", code=_share(result="round(len(avant) / len(signees), 1)")),
    Mistake(key="autre-part", code=_share(result="len(signees) / len(affaires)")),
    Mistake(key="pas-un-nombre", code=_share(result="avant")),
    Mistake(
        key="aucune-signee",
        code="""
def part_avant(affaires):
    signees = 0
    avant = 0
    for affaire in affaires:
        if affaire["signature"] is not None:
            signees += 1
            if affaire["accord"] < affaire["signature"]:
                avant += 1
    if signees == 0:
        return 0
    return avant / signees
""",
    ),
    Mistake(key="rien-renvoye", code=_share(result="print(len(avant) / len(signees))")),
    Mistake(key="reponse-fixe", code="def part_avant(affaires):\n    return 2 / 3"),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="""
def part_avant(affaires):
    avant = [a for a in affaires if a["accord"] < a["signature"]]
    return len(avant) / len(affaires)
""",
    ),
    Mistake(
        key="exercise.error.ZeroDivisionError",
        status="error",
        code="""
def part_avant(affaires):
    signees = [a for a in affaires if a["signature"]]
    return sum(a["accord"] < a["signature"] for a in signees) / len(signees)
""",
    ),
)

SHARE_SOLUTIONS = (
    """
def part_avant(affaires):
    signees = 0
    avant = 0
    for affaire in affaires:
        if affaire["signature"] is None:
            continue
        signees += 1
        if affaire["accord"] < affaire["signature"]:
            avant += 1
    if signees == 0:
        return None
    return avant / signees
""",
    """
from datetime import date

def part_avant(affaires):
    ecarts = [
        (date.fromisoformat(a["signature"]) - date.fromisoformat(a["accord"])).days
        for a in affaires
        if a["signature"]
    ]
    return sum(ecart > 0 for ecart in ecarts) / len(ecarts) if ecarts else None
""",
)
