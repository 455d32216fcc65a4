"""The chart of chapter 8: what is left of a hundred customers who meet the three conditions, and whom to press."""

from ..models.chain import EVERYBODY, HESITANT, NOBODY, selling
from ..typography import french
from .core import ChartModel, Frame
from .palette import PALETTE

STEPS = (
    "les trois conditions",
    "le produit est là",
    "vous êtes préféré",
    "le budget",
    "l'accord interne",
    "la confiance",
    "la décision",
)
#: The step that stops the most, as a title says it.
STOPS = ("le produit", "la concurrence", "le budget", "l'accord interne", "la confiance", "l'hésitation")
WORST, LAST, OTHER = "le plus perdu", "restent", "autres"
PRESSED = {"personne": NOBODY, "tous": EVERYBODY, "hesitants": HESITANT}


def chain_frame(*, concurrents: int, hesitants: int, pression: str) -> Frame:
    """A bar per step: how many of 100 customers remain. `hesitants`: percent of them that hesitate."""
    left = [100.0, *selling(rivals=concurrents, hesitant=hesitants / 100, pressed=PRESSED[pression]).left()]
    calm = selling(rivals=concurrents, hesitant=hesitants / 100).left()[-1]
    lost = [before - after for before, after in zip(left, left[1:], strict=False)]
    worst = 1 + max(range(len(lost)), key=lost.__getitem__)
    kinds = {worst: WORST, len(left) - 1: LAST} if worst < len(left) - 1 else {worst: WORST}
    return Frame(
        rows=[
            {"maillon": french(name), "restent": number, "texte": f"{number:.0f}", "genre": kinds.get(rank, OTHER)}
            for rank, (name, number) in enumerate(zip(STEPS, left, strict=True))
        ],
        finding=_finding(pression, hesitants, round(left[-1]) - round(calm)),
        params={"ventes": left[-1], "calme": calm, "ou": STOPS[worst - 1], "perdus": lost[worst - 1]},
        table=[
            {"maillon": french(name), "restent": number, "perdus": gone}
            for name, number, gone in zip(STEPS, left, [0.0, *lost], strict=True)
        ],
    )


def _finding(pressed: str, hesitant: int, gained: int) -> str:
    if pressed == "personne":
        return "calme"
    if pressed == "hesitants":
        return "choisis" if hesitant else "sans-hesitants"
    return "gagne" if gained > 0 else "perd" if gained < 0 else "egal"


def chain_spec() -> dict:
    place = {
        "y": {
            "field": "maillon",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {"domain": False, "ticks": False, "labelPadding": 8},
        },
        "x": {
            "field": "restent",
            "type": "quantitative",
            "scale": {"domain": [0, 120]},
            "title": "clients restants, sur 100",
            "axis": {"values": [0, 25, 50, 75, 100], "domain": False, "ticks": False},
        },
    }
    colour = {
        "field": "genre",
        "type": "nominal",
        "scale": {"domain": [LAST, WORST, OTHER], "range": [PALETTE[0], PALETTE[1], PALETTE[2]]},
        "legend": None,
    }
    return {
        "height": 250,
        "layer": [
            {"mark": {"type": "bar", "height": 22}, "encoding": {**place, "color": colour}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": "bold"},
                "encoding": {**place, "text": {"field": "texte"}},
            },
        ],
    }


MODELS = {
    "synthese-chaine": ChartModel(
        levers=("concurrents", "hesitants", "pression"),
        columns={"maillon": None, "restent": 1, "texte": None, "genre": None},
        frame=chain_frame,
        spec=chain_spec,
    )
}
