"""Chapter 4: the mistakes we expect, by the key of their feedback, and right answers that differ from one another.

Each stands on its own, imports included: the judge runs them without the cells of the notebook.
"""

from .core import Mistake

_FISHER = """
from math import comb

def p_fisher(ventes_a, n_a, ventes_b, n_b):
    ventes = ventes_a + ventes_b
    facons = [comb(n_a, k) * comb(n_b, ventes - k) for k in range(ventes + 1)]
    observe = facons[ventes_a]
    return {result}
"""


def _fisher(result: str) -> str:
    return _FISHER.format(result=result)


_ALL = "comb(n_a + n_b, ventes)"
_TAIL = f"min(sum(facons[: ventes_a + 1]), sum(facons[ventes_a:])) / {_ALL}"

FISHER_MISTAKES = (
    Mistake(key="observe-seul", code=_fisher(f"observe / {_ALL}")),
    Mistake(key="un-seul-cote", code=_fisher(_TAIL)),
    Mistake(
        key="un-seul-cote",
        code="""
from math import comb

def p_fisher(ventes_a, n_a, ventes_b, n_b):
    ventes = ventes_a + ventes_b
    moins = 0
    plus = 0
    for k in range(ventes + 1):
        nombre = comb(n_a, k) * comb(n_b, ventes - k)
        if k <= ventes_a:
            moins += nombre
        if k >= ventes_a:
            plus += nombre
    return min(moins, plus) / comb(n_a + n_b, ventes)
""",
    ),
    Mistake(key="double", code=_fisher(f"min(1.0, 2 * {_TAIL})")),
    Mistake(key="sans-l-observe", code=_fisher(f"sum(n for n in facons if n < observe) / {_ALL}")),
    Mistake(key="plus-probables", code=_fisher(f"sum(n for n in facons if n >= observe) / {_ALL}")),
    Mistake(key="non-divise", code=_fisher("sum(n for n in facons if n <= observe)")),
    Mistake(key="pourcentage", code=_fisher(f"100 * sum(n for n in facons if n <= observe) / {_ALL}")),
    Mistake(key="arrondi", code=_fisher(f"round(sum(n for n in facons if n <= observe) / {_ALL}, 2)")),
    Mistake(key="un-moins", code=_fisher(f"1 - sum(n for n in facons if n <= observe) / {_ALL}")),
    Mistake(key="pas-un-nombre", code=_fisher("[n for n in facons if n <= observe]")),
    Mistake(key="rien-renvoye", code=_fisher(f"print(sum(n for n in facons if n <= observe) / {_ALL})")),
    Mistake(key="reponse-fixe", code="def p_fisher(ventes_a, n_a, ventes_b, n_b):\n    return 0.0191"),
    Mistake(key="autre-nombre", code=_fisher(f"sum(facons[:ventes_a]) / {_ALL}")),
    Mistake(
        key="exercise.error.ValueError",
        status="error",
        code="""
from math import comb

def p_fisher(ventes_a, n_a, ventes_b, n_b):
    total = 0
    for k in range(n_a + n_b):
        total += comb(n_a, k) * comb(n_b, ventes_a + ventes_b - k)
    return total
""",
    ),
)

FISHER_SOLUTIONS = (
    """
from math import comb

def p_fisher(ventes_a, n_a, ventes_b, n_b):
    ventes = ventes_a + ventes_b
    nombres = [comb(n_a, k) * comb(n_b, ventes - k) for k in range(ventes + 1)]
    return sum(n for n in nombres if n <= nombres[ventes_a]) / sum(nombres)
""",
    """
from fractions import Fraction
from math import comb

def p_fisher(ventes_a, n_a, ventes_b, n_b):
    ventes = ventes_a + ventes_b

    def chance(k):
        return Fraction(comb(ventes, k) * comb(n_a + n_b - ventes, n_a - k), comb(n_a + n_b, n_a))

    possibles = range(max(0, ventes - n_b), min(ventes, n_a) + 1)
    return float(sum(chance(k) for k in possibles if chance(k) <= chance(ventes_a)))
""",
)

_SIZE = """
from math import ceil, floor, sqrt

z_seuil = 1.959964
z_puissance = 0.841621

def n_par_bras(p1, p2):
    p = (p1 + p2) / 2
    pareil = sqrt(2 * p * (1 - p))
    different = sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    agitation = z_seuil * pareil + z_puissance * different
    return {result}
"""


def _size(result: str) -> str:
    return _SIZE.format(result=result)


SIZE_MISTAKES = (
    Mistake(key="sans-arrondi", code=_size("agitation**2 / (p1 - p2) ** 2")),
    Mistake(key="arrondi-dessous", code=_size("floor(agitation**2 / (p1 - p2) ** 2)")),
    Mistake(key="arrondi-dessous", code=_size("round(agitation**2 / (p1 - p2) ** 2)")),
    Mistake(key="arrondi-dessous", code=_size("int(agitation**2 / (p1 - p2) ** 2)")),
    Mistake(key="les-deux-groupes", code=_size("2 * ceil(agitation**2 / (p1 - p2) ** 2)")),
    Mistake(key="difference-simple", code=_size("ceil(agitation**2 / abs(p1 - p2))")),
    Mistake(key="sans-carre", code=_size("ceil(agitation / (p1 - p2) ** 2)")),
    Mistake(key="sans-puissance", code=_size("ceil((z_seuil * pareil) ** 2 / (p1 - p2) ** 2)")),
    Mistake(
        key="carres-separes",
        code=_size("ceil(((z_seuil * pareil) ** 2 + (z_puissance * different) ** 2) / (p1 - p2) ** 2)"),
    ),
    Mistake(key="formule-voisine", code=_size("ceil((z_seuil + z_puissance) ** 2 * different**2 / (p1 - p2) ** 2)")),
    Mistake(
        key="sans-racine",
        code=_size("ceil((z_seuil * pareil**2 + z_puissance * different**2) ** 2 / (p1 - p2) ** 2)"),
    ),
    Mistake(key="pas-un-nombre", code=_size("[pareil, different]")),
    Mistake(key="rien-renvoye", code=_size("print(ceil(agitation**2 / (p1 - p2) ** 2))")),
    Mistake(key="reponse-fixe", code="def n_par_bras(p1, p2):\n    return 454"),
    Mistake(key="autre-nombre", code=_size("ceil(agitation**2 / (p1 + p2) ** 2)")),
    Mistake(
        key="exercise.error.NameError",
        status="error",
        code="def n_par_bras(p1, p2):\n    return ceil((z_seuil * pareil) ** 2 / (p1 - p2) ** 2)",
    ),
)

SIZE_SOLUTIONS = (
    """
from math import ceil
from statistics import NormalDist

def n_par_bras(p1, p2):
    z = NormalDist().inv_cdf
    moyenne = (p1 + p2) / 2
    rien = (2 * moyenne * (1 - moyenne)) ** 0.5
    ecart = (p1 - p1**2 + p2 - p2**2) ** 0.5
    return ceil(((z(0.975) * rien + z(0.80) * ecart) / (p1 - p2)) ** 2)
""",
    """
from math import sqrt

def n_par_bras(p1, p2):
    p = (p1 + p2) / 2
    besoin = 1.959964 * sqrt(2 * p * (1 - p)) + 0.841621 * sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    n = 1
    while n * (p1 - p2) ** 2 < besoin**2:
        n = n + 1
    return n
""",
)
