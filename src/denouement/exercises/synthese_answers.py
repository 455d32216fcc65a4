"""Chapter 8: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

_SURVIVAL = """
def survie(mondes, marge):
    if not mondes:
        return None
    tient = 0
    for monde in mondes:
        if {test}:
            tient = tient + 1
    return {result}
"""
_GAP = 'monde["presse"] - monde["tranquille"]'


def _survival(test: str = f"abs({_GAP}) <= marge", result: str = "tient / len(mondes)") -> str:
    return _SURVIVAL.format(test=test, result=result)


SURVIVAL_MISTAKES = (
    Mistake(key="pertes-oubliees", code=_survival(test=f"{_GAP} <= marge")),
    Mistake(key="gains-oublies", code=_survival(test='monde["tranquille"] - monde["presse"] <= marge')),
    Mistake(key="marge-exclue", code=_survival(test=f"abs({_GAP}) < marge")),
    Mistake(key="marge-exclue", code=_survival(test=f"-marge < {_GAP} < marge")),
    Mistake(key="sans-marge", code=_survival(test='monde["presse"] == monde["tranquille"]')),
    Mistake(key="marge-fixe", code=_survival(test=f"abs({_GAP}) <= 5")),
    Mistake(key="a-l-envers", code=_survival(test=f"abs({_GAP}) > marge")),
    Mistake(key="nombre", code=_survival(result="tient")),
    Mistake(key="pourcentage", code=_survival(result="100 * tient / len(mondes)")),
    Mistake(key="arrondi", code=_survival(result="round(tient / len(mondes), 2)")),
    Mistake(
        key="premier-monde",
        code="""
def survie(mondes, marge):
    for monde in mondes:
        if abs(monde["presse"] - monde["tranquille"]) <= marge:
            return 1 / len(mondes)
""",
    ),
    Mistake(key="autre-part", code=_survival(result="tient / (len(mondes) + 1)")),
    Mistake(key="pas-un-nombre", code=_survival(result="str(tient)")),
    Mistake(key="rien-renvoye", code=_survival(result="print(tient)")),
    Mistake(key="reponse-fixe", code="def survie(mondes, marge):\n    return 0.75"),
    Mistake(key="aucun-monde", code=_survival().replace("return None", "return 0")),
    Mistake(
        key="exercise.error.ZeroDivisionError",
        status="error",
        code="""
def survie(mondes, marge):
    tient = [m for m in mondes if abs(m["presse"] - m["tranquille"]) <= marge]
    return len(tient) / len(mondes)
""",
    ),
    Mistake(key="exercise.error.KeyError", status="error", code=_survival(test='monde["pressé"] <= marge')),
)

SURVIVAL_SOLUTIONS = (
    """
def survie(mondes, marge):
    if len(mondes) == 0:
        return None
    total = 0
    for monde in mondes:
        ecart = monde["presse"] - monde["tranquille"]
        if ecart <= marge and ecart >= -marge:
            total += 1
    return total / len(mondes)
""",
    """
def survie(mondes, marge):
    tombe = [m for m in mondes if (m["presse"] - m["tranquille"]) ** 2 > marge ** 2]
    return 1 - len(tombe) / len(mondes) if mondes else None
""",
)

_STATE = """
def etat(hypothese, affaires):
    vues = 0
    contraires = 0
    for affaire in affaires:
        if {concerned}:
            vues = vues + 1
            if {contrary}:
                contraires = contraires + 1
    {end}
"""
_END = """if contraires > hypothese["pardonne"]:
        return "contredite"
    if vues >= hypothese["sur"]:
        return "tient"
    return "pas encore"
"""
_CONCERNED = 'affaire["client"] == hypothese["clients"] and vues < hypothese["sur"]'


def _state(concerned: str = _CONCERNED, contrary: str = 'affaire["table"]', end: str = _END) -> str:
    return _STATE.format(concerned=concerned, contrary=contrary, end=end)


STATE_MISTAKES = (
    Mistake(key="tous-les-clients", code=_state(concerned='vues < hypothese["sur"]')),
    Mistake(key="un-seul-cas", code=_state(end=_END.replace('contraires > hypothese["pardonne"]', "contraires >= 1"))),
    Mistake(
        key="pardonne-trop-peu",
        code=_state(
            end=_END.replace('contraires > hypothese["pardonne"]', 'contraires and contraires >= hypothese["pardonne"]')
        ),
    ),
    Mistake(
        key="attend-la-fin",
        code=_state(
            end="""if vues < hypothese["sur"]:
        return "pas encore"
    if contraires > hypothese["pardonne"]:
        return "contredite"
    return "tient"
"""
        ),
    ),
    Mistake(
        key="trop-tot",
        code=_state(end='return "contredite" if contraires > hypothese["pardonne"] else "tient"'),
    ),
    Mistake(key="sans-fin", code=_state(concerned='affaire["client"] == hypothese["clients"]')),
    Mistake(key="compte-l-inverse", code=_state(contrary='not affaire["table"]')),
    Mistake(
        key="derniere-affaire",
        code="""
def etat(hypothese, affaires):
    vues = [a for a in affaires if a["client"] == hypothese["clients"]][-hypothese["sur"]:]
    if sum(a["table"] for a in vues) > hypothese["pardonne"]:
        return "contredite"
    return "tient" if len(vues) == hypothese["sur"] else "pas encore"
""",
    ),
    Mistake(key="autre-mot", code=_state(end='return contraires > hypothese["pardonne"]')),
    Mistake(key="autre-etat", code=_state(contrary='affaire["table"] and vues > 1')),
    Mistake(key="rien-renvoye", code=_state(end="print(contraires)")),
    Mistake(key="reponse-fixe", code='def etat(hypothese, affaires):\n    return "pas encore"'),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code=_state(contrary='affaire["contraire"]'),
    ),
)

STATE_SOLUTIONS = (
    """
def etat(hypothese, affaires):
    vues = [a["table"] for a in affaires if a["client"] == hypothese["clients"]][: hypothese["sur"]]
    if sum(vues) > hypothese["pardonne"]:
        return "contredite"
    if len(vues) < hypothese["sur"]:
        return "pas encore"
    return "tient"
""",
    """
def etat(hypothese, affaires):
    reste = hypothese["sur"]
    credit = hypothese["pardonne"]
    for affaire in affaires:
        if affaire["client"] != hypothese["clients"] or reste == 0:
            continue
        reste -= 1
        if affaire["table"]:
            credit -= 1
        if credit < 0:
            return "contredite"
    return "tient" if reste == 0 else "pas encore"
""",
)
