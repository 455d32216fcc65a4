"""Chapter 5: the mistakes we expect, by the key of their feedback, and right answers that differ from one another."""

from .core import Mistake

_COUNT = """
def besoins_explicites(repliques):
    dits = []
    for replique in repliques:
        if {test}:
            dits.append(replique["sujet"])
        {withdrawn}
    return {result}
"""

_SAID = 'replique["qui"] == "cliente" and replique["nature"] == "veut"'
_WITHDRAWN = """if replique["qui"] == "cliente" and replique["nature"] == "renonce":
            dits = [sujet for sujet in dits if sujet != replique["sujet"]]"""


def _count(test: str = _SAID, withdrawn: str = _WITHDRAWN, result: str = "len(set(dits))") -> str:
    return _COUNT.format(test=test, withdrawn=withdrawn, result=result)


COUNT_MISTAKES = (
    Mistake(
        key="plaintes-comptees",
        code=_count(test='replique["qui"] == "cliente" and replique["nature"] in ("veut", "plainte")'),
    ),
    Mistake(
        key="produits-comptes",
        code=_count(test='replique["qui"] == "cliente" and replique["nature"] in ("veut", "produit")'),
    ),
    Mistake(key="voix-melees", code=_count(test='replique["nature"] == "veut"')),
    Mistake(key="repetitions", code=_count(result="len(dits)")),
    Mistake(key="renoncements-oublies", code=_count(withdrawn="")),
    Mistake(
        key="renoncements-definitifs",
        code="""
def besoins_explicites(repliques):
    dits = set()
    abandonnes = set()
    for replique in repliques:
        if replique["qui"] == "cliente" and replique["nature"] == "veut":
            dits.add(replique["sujet"])
        if replique["qui"] == "cliente" and replique["nature"] == "renonce":
            abandonnes.add(replique["sujet"])
    return len(dits - abandonnes)
""",
    ),
    Mistake(
        key="autre-compte",
        code="""
def besoins_explicites(repliques):
    return len([r for r in repliques if r["qui"] == "cliente"])
""",
    ),
    Mistake(key="pas-un-nombre", code=_count(result="sorted(set(dits))")),
    Mistake(key="rien-renvoye", code=_count(result="print(len(set(dits)))")),
    Mistake(key="reponse-fixe", code="def besoins_explicites(repliques):\n    return 0"),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code=_count(test='replique["cliente"] == "veut"'),
    ),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="""
def besoins_explicites(repliques):
    total = 0
    for replique in repliques:
        total += replique["nature"] == "veut" and replique["sujet"]
    return total
""",
    ),
)

COUNT_SOLUTIONS = (
    """
def besoins_explicites(repliques):
    dits = set()
    for replique in repliques:
        if replique["qui"] != "cliente":
            continue
        if replique["nature"] == "veut":
            dits.add(replique["sujet"])
        elif replique["nature"] == "renonce":
            dits.discard(replique["sujet"])
    return len(dits)
""",
    """
def besoins_explicites(repliques):
    dernier = {}
    for replique in repliques:
        if replique["qui"] == "cliente" and replique["nature"] in ("veut", "renonce"):
            dernier[replique["sujet"]] = replique["nature"]
    return sum(nature == "veut" for nature in dernier.values())
""",
    """
def besoins_explicites(repliques):
    total = 0
    for sujet in {r["sujet"] for r in repliques}:
        paroles = [
            r["nature"]
            for r in repliques
            if r["sujet"] == sujet and r["qui"] == "cliente" and r["nature"] in ("veut", "renonce")
        ]
        if paroles and paroles[-1] == "veut":
            total = total + 1
    return total
""",
)

_POLICY = """
def prochaine_question(etat):
    if etat["lassitude"] >= {tired}:
        return "conclure"
    {digs}
    return "probleme"
"""

_DIGS = """if etat["pesees"] > 0:
        return "besoin"
    if etat["plaintes"] > 0:
        return "implication\""""


def _policy(tired: int = 16, digs: str = _DIGS) -> str:
    return _POLICY.format(tired=tired, digs=digs)


POLICY_MISTAKES = (
    Mistake(key="toujours-pareil", code='def prochaine_question(etat):\n    return "probleme"'),
    Mistake(key="toujours-pareil", code='def prochaine_question(etat):\n    return "conclure"'),
    Mistake(
        key="sans-demander",
        code=_policy(digs='if etat["plaintes"] > 0:\n        return "implication"'),
    ),
    Mistake(
        key="sans-peser",
        code=_policy(digs='if etat["plaintes"] > 0 or etat["pesees"] > 0:\n        return "besoin"'),
    ),
    Mistake(key="jamais-conclure", code=_policy(tired=99)),
    Mistake(key="jamais-conclure", code=_policy(tired=18)),
    Mistake(key="trop-tot", code=_policy(tired=8)),
    Mistake(
        key="trop-tot",
        code="""
def prochaine_question(etat):
    if etat["dits"] >= 1:
        return "conclure"
    if etat["pesees"] > 0:
        return "besoin"
    return "implication" if etat["plaintes"] > 0 else "probleme"
""",
    ),
    Mistake(
        key="a-plat",
        code="""
def prochaine_question(etat):
    if etat["lassitude"] >= 16:
        return "conclure"
    return ["probleme", "implication", "besoin"][etat["posees"] % 3]
""",
    ),
    Mistake(key="en-dessous", code=_policy(digs=_DIGS.replace("> 0", "> 1", 1))),
    Mistake(key="reponse-inconnue", code=_policy(digs='return "closer"')),
    Mistake(key="reponse-inconnue", code=_policy(digs="return 2")),
    Mistake(
        key="rien-renvoye",
        code="""
def prochaine_question(etat):
    if etat["plaintes"] > 0:
        print("implication")
    else:
        print("probleme")
""",
    ),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code=_policy(digs='if etat["besoins"] > 0:\n        return "besoin"'),
    ),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code='def prochaine_question(etat):\n    if etat > 16:\n        return "conclure"\n    return "probleme"',
    ),
)

POLICY_SOLUTIONS = (
    """
def prochaine_question(etat):
    if etat["lassitude"] > 15:
        return "conclure"
    elif etat["pesees"]:
        return "besoin"
    elif etat["plaintes"]:
        return "implication"
    else:
        return "probleme"
""",
    """
def prochaine_question(etat):
    # d'abord trois plaintes, puis on les pèse toutes, puis on demande
    if etat["lassitude"] >= 16:
        return "conclure"
    if etat["posees"] < 3:
        return "probleme"
    if etat["plaintes"] > 0:
        return "implication"
    if etat["pesees"] > 0:
        return "besoin"
    return "probleme"
""",
    """
def prochaine_question(etat):
    reste = 18 - etat["lassitude"]
    choix = {"besoin": etat["pesees"], "implication": etat["plaintes"], "probleme": 1}
    if reste <= 2:
        return "conclure"
    return next(question for question, possible in choix.items() if possible)
""",
)
