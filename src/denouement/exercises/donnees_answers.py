"""Chapter 7: the mistakes we expect, by the key of their feedback, and right answers that differ from one another.

Each stands on its own, helpers included: the judge runs them without the cells of the notebook.
"""

from .core import Mistake

_RATE = """
def taux_gain(affaires, colonne, valeur):
    groupe = [a for a in affaires if {kept}]
    if len(groupe) == 0:
        return {nobody}
    gagnees = [a for a in groupe if a["issue"] == "gagnée"]
    return {result}
"""


def _rate(kept: str = "a[colonne] == valeur", result: str = "len(gagnees) / len(groupe)", nobody: str = "None") -> str:
    return _RATE.format(kept=kept, result=result, nobody=nobody)


_AMONG_WON = """
def taux_gain(affaires, colonne, valeur):
    gagnees = [a for a in affaires if a["issue"] == "gagnée"]
    avec = [a for a in gagnees if a[colonne] == valeur]
    return len(avec) / len(gagnees)
"""

RATE_MISTAKES = (
    Mistake(key="parmi-les-gagnees", code=_AMONG_WON),
    Mistake(key="parmi-toutes", code=_rate(result="len(gagnees) / len(affaires)")),
    Mistake(key="part-du-groupe", code=_rate(result="len(groupe) / len(affaires)")),
    Mistake(key="cotes", code=_rate(result="len(gagnees) / (len(groupe) - len(gagnees))")),
    Mistake(key="perdues", code=_rate(result="1 - len(gagnees) / len(groupe)")),
    Mistake(key="contient", code=_rate(kept="valeur in a[colonne]")),
    Mistake(key="contient", code=_rate(kept="a[colonne].endswith(valeur)")),
    Mistake(key="le-reste", code=_rate(kept="a[colonne] != valeur")),
    Mistake(key="colonne-fixe", code=_rate(kept='a["besoin"] == "défini"')),
    Mistake(key="pourcentage", code=_rate(result="100 * len(gagnees) / len(groupe)")),
    Mistake(key="nombre", code=_rate(result="len(gagnees)")),
    Mistake(key="arrondi", code=_rate(result="round(len(gagnees) / len(groupe), 2)")),
    Mistake(key="groupe-vide", code=_rate(nobody="0")),
    Mistake(key="pas-un-nombre", code=_rate(result='f"{len(gagnees)}/{len(groupe)}"')),
    Mistake(key="rien-renvoye", code=_rate(result="print(len(gagnees) / len(groupe))")),
    Mistake(key="reponse-fixe", code="def taux_gain(affaires, colonne, valeur):\n    return 219 / 420"),
    Mistake(key="autre-taux", code=_rate(result="len(gagnees) / (len(groupe) + 1)")),
    Mistake(
        key="exercise.error.ZeroDivisionError",
        status="error",
        code="""
def taux_gain(affaires, colonne, valeur):
    issues = [a["issue"] for a in affaires if a[colonne] == valeur]
    return issues.count("gagnée") / len(issues)
""",
    ),
    Mistake(
        key="exercise.error.KeyError",
        status="error",
        code="""
def taux_gain(affaires, colonne, valeur):
    groupe = [a for a in affaires if a["colonne"] == valeur]
    return len(groupe) / len(affaires)
""",
    ),
)

RATE_SOLUTIONS = (
    """
def taux_gain(affaires, colonne, valeur):
    gagnees = 0
    perdues = 0
    for affaire in affaires:
        if affaire[colonne] != valeur:
            continue
        if affaire["issue"] == "gagnée":
            gagnees += 1
        else:
            perdues += 1
    if gagnees + perdues == 0:
        return None
    return gagnees / (gagnees + perdues)
""",
    """
from statistics import fmean

def taux_gain(affaires, colonne, valeur):
    notes = [int(a["issue"] == "gagnée") for a in affaires if a[colonne] == valeur]
    return fmean(notes) if notes else None
""",
)

_GAP = """
def ecart(affaires, colonne, valeur):
    groupe = [a["issue"] for a in affaires if a[colonne] == valeur]
    reste = [a["issue"] for a in affaires if a[colonne] != valeur]
    return groupe.count("gagnée") / len(groupe) - reste.count("gagnée") / len(reste)

def deux_comptes(affaires, colonne, valeur):
    distinctes = []
    for affaire in affaires:
        if {new}:
            distinctes.append(affaire)
    return {result}
"""
_BOTH = "[ecart(affaires, colonne, valeur), ecart(distinctes, colonne, valeur)]"


def _gap(new: str = "affaire not in distinctes", result: str = _BOTH) -> str:
    return _GAP.format(new=new, result=result)


def _sans_issue(affaire: str) -> str:
    return f'{{c: v for c, v in {affaire}.items() if c != "issue"}}'


GAP_MISTAKES = (
    Mistake(key="jumelles-chassees", code=_gap(new="affaires.count(affaire) == 1")),
    Mistake(key="voisines", code=_gap(new="distinctes == [] or affaire != distinctes[-1]")),
    Mistake(key="voisines", code=_gap(new="distinctes[-1:] != [affaire]")),
    Mistake(
        key="sans-l-issue", code=_gap(new=f"{_sans_issue('affaire')} not in [{_sans_issue('d')} for d in distinctes]")
    ),
    Mistake(
        key="une-seule-colonne",
        code=_gap(
            new='(affaire[colonne], affaire["issue"]) not in [(d[colonne], d["issue"]) for d in distinctes]',
        ),
    ),
    Mistake(key="un-seul-compte", code=_gap(new="True")),
    Mistake(key="a-l-envers", code=_gap(result=_BOTH + "[::-1]")),
    Mistake(key="de-combien", code=_gap(result="[ecart(affaires, colonne, valeur), len(affaires) - len(distinctes)]")),
    Mistake(key="points", code=_gap(result=f"[100 * e for e in {_BOTH}]")),
    Mistake(key="arrondi", code=_gap(result=f"[round(e, 2) for e in {_BOTH}]")),
    Mistake(key="pas-deux-nombres", code=_gap(result="ecart(distinctes, colonne, valeur)")),
    Mistake(key="pas-deux-nombres", code=_gap(result="distinctes")),
    Mistake(key="rien-renvoye", code=_gap(result=f"print({_BOTH})")),
    Mistake(key="reponse-fixe", code="def deux_comptes(affaires, colonne, valeur):\n    return [0.24, 0.19]"),
    Mistake(
        key="premier-compte",
        code=_gap(result="[-ecart(affaires, colonne, valeur), ecart(distinctes, colonne, valeur)]"),
    ),
    Mistake(
        key="second-compte",
        code=_gap(
            result="""[
        ecart(affaires, colonne, valeur),
        ecart([affaires[i] for i in range(1, len(affaires)) if affaires[i] not in affaires[:i]], colonne, valeur),
    ]"""
        ),
    ),
    Mistake(
        key="exercise.error.TypeError",
        status="error",
        code="""
def deux_comptes(affaires, colonne, valeur):
    distinctes = set(affaires)
    return [len(affaires), len(distinctes)]
""",
    ),
)

GAP_SOLUTIONS = (
    """
def deux_comptes(affaires, colonne, valeur):
    vues = set()
    distinctes = []
    for affaire in affaires:
        ligne = tuple(affaire.values())
        if ligne not in vues:
            vues.add(ligne)
            distinctes.append(affaire)

    def ecart_de(lignes):
        def taux(groupe):
            return sum(a["issue"] == "gagnée" for a in groupe) / len(groupe)

        oui = [a for a in lignes if a[colonne] == valeur]
        non = [a for a in lignes if a[colonne] != valeur]
        return taux(oui) - taux(non)

    return [ecart_de(affaires), ecart_de(distinctes)]
""",
    """
def deux_comptes(affaires, colonne, valeur):
    resultats = []
    uniques = {repr(sorted(a.items())): a for a in affaires}
    for lignes in (affaires, list(uniques.values())):
        oui = [a["issue"] for a in lignes if a[colonne] == valeur]
        non = [a["issue"] for a in lignes if a[colonne] != valeur]
        resultats.append(oui.count("gagnée") / len(oui) - non.count("gagnée") / len(non))
    return resultats
""",
)
