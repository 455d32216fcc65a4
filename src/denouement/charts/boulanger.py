"""The charts of chapter 3: who finds the door open, what is left with competitors, when the shelf is empty."""

from functools import cache
from math import cos, fsum, pi, sin

from ..models.bakery_week import customers_alone
from ..models.conditions import buys_here, conditions, finds_open
from ..models.opening import hours, share_of_the_week
from ..models.stockout import shelf
from ..models.tanneries import BELLANGER, COMPETITORS, REACH, WITNESS, tanneries
from ..models.town import Person
from ..models.week import doors, week_of_need
from ..typography import french
from .core import ChartModel, Frame
from .palette import INK, MUTED, PALETTE, PAPER

# ── Opening hours ──────────────────────────────────────────────────────────────────────────────────────

FIRST_HOUR, LAST_HOUR = 5, 21
OPEN, SHUT_HOUR, SHUT_DAY = "porte ouverte", "porte close à cette heure", "jour de fermeture"


def opening_frame(*, ouverture: int, fermeture: int, repos: str) -> Frame:
    """Bars by hour of the day: of all the need of a week, the share that finds the door open or shut."""
    closed = () if repos == "aucun" else (repos,)
    opened = hours(ouverture, fermeture, closed=closed)
    need = week_of_need()
    found = doors(opened, need)
    states = {OPEN: found.open, SHUT_HOUR: found.shut_that_hour, SHUT_DAY: found.shut_that_day}
    span = range(FIRST_HOUR, LAST_HOUR + 1)
    before, after = fsum(found.shut_that_hour[:ouverture]), fsum(found.shut_that_hour[fermeture:])
    losses = {"matin": before, "soir": after, "jour": fsum(found.shut_that_day)}
    worst = max(losses, key=losses.get)
    weekly = opened.weekly()
    return Frame(
        rows=[{"heure": h, "etat": state, "part": shares[h]} for h in span for state, shares in states.items()],
        finding=worst if losses[worst] >= 0.05 else "ouvert",
        params={
            "heures": weekly,
            "temps": share_of_the_week(weekly),
            "trouve": found.finds_open,
            "perdu": losses[worst],
        },
        table=[
            {"quand": "trouvent la porte ouverte", "part": found.finds_open},
            {"quand": "viennent avant l'ouverture", "part": before},
            {"quand": "viennent après la fermeture", "part": after},
            {"quand": "viennent le jour de fermeture", "part": losses["jour"]},
        ],
    )


def opening_spec() -> dict:
    return {
        "height": 220,
        "mark": {"type": "bar", "binSpacing": 1},
        "encoding": {
            "x": {
                "field": "heure",
                "type": "ordinal",
                "title": None,
                "axis": {"values": [6, 9, 12, 15, 18, 21], "labelExpr": "datum.value + '\u00a0h'", "ticks": False},
            },
            "y": {
                "field": "part",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": [0, 0.14]},
                "axis": {"format": ".0%", "tickCount": 4, "domain": False, "ticks": False},
            },
            "color": {
                "field": "etat",
                "type": "nominal",
                "scale": {"domain": [OPEN, SHUT_HOUR, SHUT_DAY], "range": [PALETTE[0], PALETTE[1], PALETTE[3]]},
            },
            "order": {"field": "etat", "sort": "descending"},
        },
    }


# ── Competitors ────────────────────────────────────────────────────────────────────────────────────────

#: Of those who meet the three conditions, the share who would find bread on the shelf (assumed).
AVAILABILITY = 0.97
DOTS = 260
BANDS = ((0, 200), (200, 400), (400, 600))
PERSON, SHOP, EDGE, KEY = "habitant", "commerce", "portée", "légende"

#: The key of the map stands in its data: Vega-Lite has no legend for the fullness of a dot.
KEYS = ((-680, 1.0, "chez Bellanger"), (-180, 0.5, "une fois sur deux"), (380, 0.0, "ailleurs"))
KEY_HEIGHT = 780


@cache
def _near() -> tuple[Person, ...]:
    return tuple(person for person in tanneries() if person.distance(BELLANGER.x, BELLANGER.y) <= REACH)


def competitors_frame(*, concurrents: int, distance: float) -> Frame:
    """A map: each dot is someone who lives within reach, the fuller the more surely they buy at Bellanger's."""
    rivals = COMPETITORS[:concurrents]
    chances = [buys_here(p, BELLANGER, rivals, beta=distance, availability=AVAILABILITY) for p in _near()]
    met = conditions(tanneries(), BELLANGER, rivals, beta=distance, availability=AVAILABILITY)
    neighbour = buys_here(Person(*WITNESS, 1, 12), BELLANGER, rivals, beta=distance)
    dots = [
        {"genre": PERSON, "x": p.x, "y": p.y, "chance": chance, "nom": "", "rang": 0}
        for p, chance in zip(_near()[:DOTS], chances[:DOTS], strict=True)
    ]
    shops = [
        {"genre": SHOP, "x": s.x, "y": s.y, "chance": float(rank <= concurrents), "nom": french(s.name), "rang": rank}
        for rank, s in enumerate((BELLANGER, *COMPETITORS))
    ]
    return Frame(
        rows=_edge() + _key() + dots + shops,
        finding=("seul", "un", "plusieurs", "plusieurs")[concurrents],
        params={"nombre": concurrents, "vente": met.sale_given_all, "trois": met.joint, "voisine": neighbour},
        table=[_band(low, high, chances) for low, high in BANDS],
    )


def _edge() -> list[dict]:
    """The circle of those within reach."""
    turns = [-pi / 2 + 2 * pi * step / 48 for step in range(49)]
    return [
        {
            "genre": EDGE,
            "x": REACH * cos(t),
            "y": REACH * sin(t),
            "chance": 0,
            "nom": "" if rank else "600 m",
            "rang": rank,
        }
        for rank, t in enumerate(turns)
    ]


def _key() -> list[dict]:
    return [{"genre": KEY, "x": x, "y": KEY_HEIGHT, "chance": chance, "nom": nom, "rang": 0} for x, chance, nom in KEYS]


def _band(low: float, high: float, chances: list[float]) -> dict:
    inside = [
        (chance, person.need * finds_open(person, BELLANGER))
        for chance, person in zip(chances, _near(), strict=True)
        if low <= person.distance(BELLANGER.x, BELLANGER.y) < high
    ]
    weight = fsum(w for _, w in inside)
    return {"bande": f"de {low} à {high} m", "chance": fsum(c * w for c, w in inside) / weight}


def competitors_spec() -> dict:
    place = {
        "x": {"field": "x", "type": "quantitative", "scale": {"domain": [-700, 800]}, "axis": None},
        "y": {"field": "y", "type": "quantitative", "scale": {"domain": [-640, 820]}, "axis": None},
    }
    fullness = {"field": "chance", "type": "quantitative", "scale": {"domain": [0, 1], "range": [0, 1]}, "legend": None}
    shops = [{"filter": f"datum.genre === '{SHOP}' && datum.chance > 0"}]
    ours = {"test": "datum.rang === 0", "value": PALETTE[1]}
    # The name of the supermarket, near the right edge, grows to the left.
    name = {"dy": -15, "fontWeight": "bold", "align": {"expr": "datum.rang === 2 ? 'right' : 'center'"}}
    name["dx"] = {"expr": "datum.rang === 2 ? 16 : 0"}
    return {
        "layer": [
            {
                "transform": [{"filter": f"datum.genre === '{EDGE}'"}],
                "mark": {"type": "line", "color": MUTED, "strokeDash": [4, 4], "strokeWidth": 1},
                "encoding": {**place, "order": {"field": "rang", "type": "quantitative"}},
            },
            {
                "transform": [{"filter": f"datum.genre === '{EDGE}' && datum.nom !== ''"}],
                "mark": {"type": "text", "dy": -9, "color": MUTED},
                "encoding": {**place, "text": {"field": "nom"}},
            },
            {
                "transform": [{"filter": f"datum.genre === '{PERSON}' || datum.genre === '{KEY}'"}],
                "mark": {
                    "type": "point",
                    "filled": False,
                    "size": 46,
                    "opacity": 1,
                    "stroke": PALETTE[0],
                    "strokeWidth": 1,
                }
                | {"fill": PALETTE[0]},
                "encoding": {**place, "fillOpacity": fullness},
            },
            {
                "transform": [{"filter": f"datum.genre === '{KEY}'"}],
                "mark": {"type": "text", "align": "left", "dx": 9},
                "encoding": {**place, "text": {"field": "nom"}},
            },
            {
                "transform": shops,
                "mark": {"type": "square", "size": 190, "opacity": 1, "stroke": PAPER, "strokeWidth": 2},
                "encoding": {**place, "color": {"condition": ours, "value": INK}},
            },
            {
                "transform": shops,
                "mark": {"type": "text", **name, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"},
                "encoding": {**place, "text": {"field": "nom"}},
            },
            {
                "transform": shops,
                "mark": {"type": "text", **name},
                "encoding": {**place, "text": {"field": "nom"}, "color": {"condition": ours, "value": INK}},
            },
        ],
    }


# ── Stock-out ──────────────────────────────────────────────────────────────────────────────────────────

#: Loaves that a customer takes, and how a calm or a busy day compares with an ordinary one (assumed).
BASKET = 1.2
DAYS = {"calme": 0.8, "ordinaire": 1.0, "chargee": 1.25}
SERVED, AWAY = "repartent avec du pain", "repartent sans pain"


def stockout_frame(*, pains: int, jour: str) -> Frame:
    """Bars by half-hour: the customers who leave with bread, and those who leave without."""
    arrivals = customers_alone("tanneurs", BELLANGER.hours)
    starts, customers = [start for start, _ in arrivals], [number * DAYS[jour] for _, number in arrivals]
    day = shelf(pains, customers, starts, basket=BASKET, slot=0.5)
    away = fsum(day.turned_away)
    rows = [
        {"heure": start, "etat": state, "clients": number}
        for start, served, gone in zip(starts, day.served, day.turned_away, strict=True)
        for state, number in ((SERVED, served), (AWAY, gone))
    ]
    return Frame(
        rows=rows,
        finding="reste" if day.runs_out is None else "rupture" if away >= 1 else "juste",
        params={
            "heure": day.runs_out or 0.0,
            "venus": fsum(customers),
            "sans": away,
            "part": day.served_share,
            "invendus": day.unsold,
        },
        table=[
            {"quoi": "clients venus", "nombre": fsum(customers)},
            {"quoi": "repartis avec du pain", "nombre": fsum(day.served)},
            {"quoi": "repartis sans pain", "nombre": away},
            {"quoi": "pains invendus", "nombre": day.unsold},
        ],
    )


def stockout_spec() -> dict:
    return {
        "height": 220,
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "heure",
                "type": "quantitative",
                "title": None,
                "bin": {"binned": True, "step": 0.5},
                "scale": {"domain": [6, 20]},
                "axis": {"values": [7, 9, 11, 13, 15, 17, 19], "labelExpr": "datum.value + '\u00a0h'", "grid": False},
            },
            "x2": {"field": "fin"},
            "y": {
                "field": "clients",
                "type": "quantitative",
                "title": "clients par demi-heure",
                "scale": {"domain": [0, 30]},
                "axis": {"tickCount": 4, "domain": False, "ticks": False},
            },
            "color": {
                "field": "etat",
                "type": "nominal",
                "scale": {"domain": [SERVED, AWAY], "range": [PALETTE[0], PALETTE[1]]},
            },
            "order": {"field": "etat", "sort": "ascending"},  # those served first at the foot of the bar
        },
        "transform": [{"calculate": "datum.heure + 0.5", "as": "fin"}],
    }


MODELS = {
    "boulanger-horaires": ChartModel(
        levers=("ouverture", "fermeture", "repos"),
        columns={"heure": 0, "etat": None, "part": 4},
        frame=opening_frame,
        spec=opening_spec,
    ),
    "boulanger-concurrents": ChartModel(
        levers=("concurrents", "distance"),
        columns={"genre": None, "x": 0, "y": 0, "chance": 2, "nom": None, "rang": 0},
        frame=competitors_frame,
        spec=competitors_spec,
        ratio=1460 / 1500,
    ),
    "boulanger-rupture": ChartModel(
        levers=("pains", "jour"),
        columns={"heure": 1, "etat": None, "clients": 1},
        frame=stockout_frame,
        spec=stockout_spec,
    ),
}
