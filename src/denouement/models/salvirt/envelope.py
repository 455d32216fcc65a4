"""The 448 deals one by one, in the words of the course: what chapter 7's notebooks open.

They are rebuilt from the counts of six attributes. Two rows equal here may differ in one of the attributes that the
counts left out, so that identical rows are never looked for in these.
"""

from . import CROSSED, cells

#: attribute -> (its name for learners, value -> what it says).
_UNKNOWN = {"Unknown": "inconnu"}
_YES_NO = {"Yes": "oui", "No": "non"}
WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "needs_defined": (
        "besoin",
        {"Yes": "défini", "No": "pas défini", "Info gathering": "recherche d'informations", "Poor": "mal défini"},
    ),
    "client": ("client", {"Current": "actuel", "New": "nouveau", "Past": "ancien"}),
    "competitors": ("concurrents", {"Yes": "au moins un", "No": "aucun", **_UNKNOWN}),
    "budget": ("budget", {"Yes": "prévu", "No": "non prévu", **_UNKNOWN}),
    "up_sale": ("montée en gamme", _YES_NO),
    "formal_tender": ("appel d'offres", _YES_NO),
}


def ouvrir() -> list[dict[str, str]]:
    """Every deal as `{"besoin": "défini", …, "issue": "gagnée"}`, always in the same order."""
    return [
        {WORDS[name][0]: WORDS[name][1][cell.values[name]] for name in CROSSED} | {"issue": issue}
        for cell in cells()
        for issue, count in (("gagnée", cell.tally.won), ("perdue", cell.tally.lost))
        for _ in range(count)
    ]
