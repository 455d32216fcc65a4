"""French typography, applied once to whatever a learner reads. Authors type ordinary spaces and apostrophes.

It knows plain text only: callers keep code, addresses and markup away from it.
"""

import re

NARROW = "\u202f"  # espace fine insécable: before ; ? ! % € and between thousands
NBSP = "\u00a0"  # espace insécable: before a colon, inside guillemets, before a unit

_RULES = (
    (re.compile(r"(?<=\w)'(?=\w|$)"), "’"),  # at the end too: what follows may be emphasised (« l'*accord* »)
    (re.compile(r"^([—–]) (?! )"), rf"\1{NBSP}"),  # the dash that opens a speech stays with its first word
    (re.compile(r"\b(MM?\.|Mmes?|[nN]°) (?=\w)"), rf"\1{NBSP}"),
    (re.compile(r"(?:(?<=\S)|^) (?=[;?!%€‰])"), NARROW),
    (re.compile(r"(?:(?<=\S)|^) (?=:(?:[\s)]|$))"), NBSP),
    (re.compile(r"«[ \u00a0\u202f]?"), f"«{NBSP}"),
    (re.compile(r"[ \u00a0\u202f]?»"), f"{NBSP}»"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d) (?=(?:h|min|s|km|m|g|kg|jours?|mois|ans?|heures?|minutes?|euros?)\b)"), NBSP),
    (re.compile(r"(?<=\d\u00a0h) (?=\d{2}(?!\d))"), NBSP),
)


def french(text: str) -> str:
    """`text` with no-break spaces and curly apostrophes where French typography wants them. Idempotent.

    >>> french("Vendu ? 12 000 € : l'accord") == "Vendu\u202f? 12\u202f000\u202f€\u00a0: l’accord"
    True
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def fr(value: float, decimals: int = 0, *, percent: bool = False) -> str:
    """`value` as a French reader writes it: decimal comma, thin spaces between thousands, a true minus; `percent`
    multiplies by 100.

    >>> fr(1234.5, 1) == "1\u202f234,5" and fr(0.521, 1, percent=True) == "52,1\u202f%"
    True
    """
    shown = f"{value * 100 if percent else value:,.{decimals}f}".replace(",", NARROW).replace(".", ",")
    if float(shown.replace(NARROW, "").replace(",", ".")) == 0:
        shown = shown.lstrip("-")
    return shown.replace("-", "−") + (f"{NARROW}%" if percent else "")
