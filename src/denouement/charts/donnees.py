"""The charts of chapter 7: one attribute of the 448 deals at a time, then several together."""

from dataclasses import dataclass

from ..models.proportion import wilson
from ..models.salvirt import Tally, margin, tally, total
from ..models.two_by_two import fisher_2x2, odds_ratio
from ..typography import fr, french
from .core import ChartModel, Frame
from .palette import INK, LINE, MUTED, PALETTE

# ── One attribute ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Attribute:
    """An attribute of the file: the groups a reader sees, each holding one or more values. The first is tested
    against all the others."""

    name: str
    groups: dict[str, tuple[str, ...]]

    def tallies(self, *, distinct: bool) -> dict[str, Tally]:
        counted = margin(self.name, distinct=distinct)
        return {label: total(counted[value] for value in values) for label, values in self.groups.items()}


ATTRIBUTES = {
    "besoin": Attribute("needs_defined", {"défini": ("Yes",), "pas défini": ("No", "Info gathering", "Poor")}),
    "client": Attribute("client", {"actuel": ("Current",), "nouveau": ("New",), "ancien": ("Past",)}),
    "concurrents": Attribute("competitors", {"aucun": ("No",), "au moins un": ("Yes",), "inconnu": ("Unknown",)}),
    "budget": Attribute("budget", {"prévu": ("Yes",), "non prévu": ("No",), "inconnu": ("Unknown",)}),
    "autorite": Attribute("authority", {"haute": ("High",), "moyenne": ("Mid",), "basse": ("Low",)}),
    "perimetre": Attribute("scope", {"clair": ("Clear",), "des questions": ("Few questions",), "flou": ("Low",)}),
    "propos": Attribute("positive_statement", {"positifs": ("Yes",), "neutres": ("Neutral",), "aucun": ("No",)}),
    "montee": Attribute("up_sale", {"oui": ("Yes",), "non": ("No",)}),
    "appel": Attribute("formal_tender", {"non": ("No",), "oui": ("Yes",)}),
}
MOST_GROUPS = 3


@dataclass(frozen=True)
class Gap:
    """The first group against all the others: its odds ratio, and Fisher's p."""

    ratio: float
    p: float


def gap(attribut: str, *, distinct: bool) -> Gap:
    first, *others = ATTRIBUTES[attribut].tallies(distinct=distinct).values()
    rest = total(others)
    table = (first.won, first.lost, rest.won, rest.lost)
    return Gap(odds_ratio(*table), fisher_2x2(*table))


def attribute_frame(*, attribut: str, lignes: str) -> Frame:
    """A dot per group (the share won) and its 95 % interval; a dashed line where all deals stand."""
    distinct = lignes == "distinctes"
    groups = ATTRIBUTES[attribut].tallies(distinct=distinct)
    every = total(groups.values())
    found = gap(attribut, distinct=distinct)
    drawn = [_group(label, deals, every.rate) for label, deals in groups.items()]
    blank = {"groupe": "", "taux": 0.0, "bas": 0.0, "haut": 0.0, "texte": "", "moyenne": every.rate}
    shares = [deals.rate for deals in groups.values()]
    lines = [_line(label, deals) for label, deals in groups.items()]
    return Frame(
        rows=drawn + [blank] * (MOST_GROUPS - len(drawn)),
        finding=attribut,
        params={
            "premier": shares[0],
            "second": shares[1],
            "dernier": shares[-1],
            "nombre": list(groups.values())[1].total,
            "affaires": every.total,
            "p": "p\u00a0<\u00a00,001"
            if found.p < 0.001
            else f"p\u00a0=\u00a0{fr(found.p, 3 if found.p < 0.1 else 2)}",
            "fois": "moins d'une fois" if found.p < 0.001 else f"{fr(1000 * found.p)} fois",
        },
        table=lines + [dict.fromkeys(lines[0], "")] * (MOST_GROUPS - len(lines)),
    )


def _line(label: str, deals: Tally) -> dict:
    """What the readable table says of a group."""
    low, high = wilson(deals.won, deals.total)
    return {
        "groupe": french(label),
        "affaires": deals.total,
        "gagnees": deals.won,
        "taux": deals.rate,
        "bas": low,
        "haut": high,
    }


def _group(label: str, deals: Tally, mean: float) -> dict:
    low, high = wilson(deals.won, deals.total)
    said = french(f"{fr(deals.rate, 1, percent=True)} ({deals.won} sur {deals.total})")
    return {"groupe": french(label), "taux": deals.rate, "bas": low, "haut": high, "texte": said, "moyenne": mean}


def attribute_spec() -> dict:
    """Groups one under the other, their name above their interval: readable on a phone."""
    rows = {"field": "groupe", "type": "nominal", "sort": None, "title": None, "axis": None}
    share = {
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "title": None,
        "axis": {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "domain": False, "ticks": False},
    }
    there = [{"filter": "datum.groupe !== ''"}]
    return {
        "height": 230,
        "layer": [
            {
                "mark": {"type": "rule", "color": MUTED, "strokeDash": [4, 4]},
                "encoding": {"x": share | {"field": "moyenne", "aggregate": "max"}},
            },
            {
                "transform": there,
                "mark": {"type": "rule", "strokeWidth": 4, "color": PALETTE[0], "opacity": 0.45, "strokeCap": "round"},
                "encoding": {"y": rows, "x": share | {"field": "bas"}, "x2": {"field": "haut"}},
            },
            {
                "transform": there,
                "mark": {"type": "point", "filled": True, "size": 130, "opacity": 1, "color": PALETTE[0]},
                "encoding": {"y": rows, "x": share | {"field": "taux"}},
            },
            {
                "transform": [*there, {"calculate": "datum.groupe + ' : ' + datum.texte", "as": "nom"}],
                "mark": {"type": "text", "align": "left", "dy": -18, "color": INK},
                "encoding": {"y": rows, "x": {"value": 0}, "text": {"field": "nom"}},
            },
        ],
    }


# ── Several attributes together ────────────────────────────────────────────────────────────────────────

#: lever -> setting -> the values of the file that it keeps (None: all of them).
CHOICES = {
    "besoin": ("needs_defined", {"tous": None, "oui": ("Yes",)}),
    "client": ("client", {"tous": None, "actuel": ("Current",), "nouveau": ("New",)}),
    "concurrents": ("competitors", {"tous": None, "aucun": ("No",), "connu": ("Yes",)}),
    "budget": ("budget", {"tous": None, "oui": ("Yes",), "non": ("No",), "inconnu": ("Unknown",)}),
}
COLUMNS, DEALS = 28, 448
WON, LOST, OUT = "gagnée", "perdue", "hors de votre choix"
FEW = 60  # fewer deals than this, and the interval is said first


def crossing_frame(**settings: str) -> Frame:
    """448 dots, one a deal: those that meet the settings, won then lost, and the others, faded."""
    kept = {CHOICES[lever][0]: values for lever, value in settings.items() if (values := CHOICES[lever][1][value])}
    found, distinct = tally(**kept), tally(distinct=True, **kept)
    states = [WON] * found.won + [LOST] * found.lost + [OUT] * (DEALS - found.total)
    low, high = wilson(found.won, found.total)
    return Frame(
        rows=[{"x": n % COLUMNS, "y": n // COLUMNS, "etat": state} for n, state in enumerate(states)],
        finding="toutes" if found.total == DEALS else "peu" if found.total < FEW else "beaucoup",
        params={
            "n": found.total,
            "gagnees": found.won,
            "perdues": found.lost,
            "taux": found.rate,
            "bas": low,
            "haut": high,
            "distinctes": distinct.total,
            "autre": distinct.rate,
        },
        table=[
            {"quoi": "toutes les lignes", "affaires": found.total, "gagnees": found.won, "taux": found.rate},
            {"quoi": "lignes distinctes", "affaires": distinct.total, "gagnees": distinct.won, "taux": distinct.rate},
        ],
    )


def crossing_spec() -> dict:
    def place(field: str, last: int) -> dict:
        scale = {"domain": [-0.7, last + 0.7], "nice": False}
        return {"field": field, "type": "quantitative", "axis": None, "scale": scale}

    down = place("y", DEALS // COLUMNS - 1)
    down["scale"] = down["scale"] | {"reverse": True}
    return {
        "mark": {"type": "circle", "opacity": 1, "size": {"expr": "pow(width / 36, 2)"}},
        "encoding": {
            "x": place("x", COLUMNS - 1),
            "y": down,
            "color": {
                "field": "etat",
                "type": "nominal",
                "scale": {"domain": [WON, LOST, OUT], "range": [PALETTE[0], PALETTE[1], LINE]},
                "legend": {"symbolType": "circle", "direction": "horizontal"},
            },
        },
    }


MODELS = {
    "donnees-attributs": ChartModel(
        levers=("attribut", "lignes"),
        columns={"groupe": None, "taux": 3, "bas": 3, "haut": 3, "texte": None, "moyenne": 3},
        frame=attribute_frame,
        spec=attribute_spec,
    ),
    "donnees-croisement": ChartModel(
        levers=tuple(CHOICES),
        columns={"x": 0, "y": 0, "etat": None},
        frame=crossing_frame,
        spec=crossing_spec,
        ratio=DEALS / COLUMNS**2,
    ),
}
