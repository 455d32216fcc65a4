"""The charts of chapter 4: what one more asking brings from each of three customers; what chance alone can do."""

from collections.abc import Sequence

from ..models.pressure import CUSTOMERS, Memory, Nerves, best_asks, signed, worth
from ..models.proportion import wilson
from ..models.sample_size import n_per_arm
from ..models.two_by_two import fisher_2x2
from ..typography import french
from .core import ChartModel, Frame
from .palette import INK, MUTED, PALETTE, PAPER

# ── One more asking ────────────────────────────────────────────────────────────────────────────────────

MOST = 6
NAMES = {"alone": "tranche seul", "dares-not": french("n'ose pas"), "no-need": "pas besoin"}
COLOURS = dict(zip(NAMES.values(), (PALETTE[0], PALETTE[1], PALETTE[3]), strict=True))
#: How much of a meeting is remembered (see pressure.Memory).
PLACES = {"foire": 0.0, "ville": 0.5, "metier": 1.0}
APART = 10  # the least distance between two names, in sales


def asking_frame(*, terrain: str, patience: float) -> Frame:
    """A line per customer: sales per 100 of them, by number of askings; `patience` multiplies the nerves."""
    nerves = Nerves(Nerves.leave * patience, Nerves.regret * patience)
    memory = Memory(PLACES[terrain])
    lines = {
        name: [100 * worth(CUSTOMERS[key], asks, nerves=nerves, memory=memory) for asks in range(MOST + 1)]
        for key, name in NAMES.items()
    }
    best = {key: best_asks(CUSTOMERS[key], most=MOST, nerves=nerves, memory=memory) for key in NAMES}
    ends = dict(zip(lines, _apart([line[-1] for line in lines.values()]), strict=True))
    rows = [
        {"client": name, "demandes": asks, "ventes": line[asks], "mieux": float(asks == best[key]), "nom": ends[name]}
        for (key, name), line in zip(NAMES.items(), lines.values(), strict=True)
        for asks in range(MOST + 1)
    ]

    def sold(key: str, asks: int) -> float:
        return 100 * signed(CUSTOMERS[key], asks, nerves=nerves)

    return Frame(
        rows=rows,
        finding="foire" if not memory.remembered else "lendemain",
        params={
            "seul": best["alone"],
            "ose": best["dares-not"],
            "rien": best["no-need"],
            "deux": sold("no-need", 2),
            "six": sold("no-need", MOST),
            "jamais": sold("dares-not", 0),
            "une": sold("dares-not", 1),
            "reste": lines[NAMES["no-need"]][MOST],
        },
        table=[
            {"demandes": asks, "seul": line[0], "ose": line[1], "rien": line[2]}
            for asks, line in enumerate(zip(*lines.values(), strict=True))
        ],
    )


def _apart(heights: Sequence[float]) -> list[float]:
    """`heights` moved as little as it takes, upwards, for no two to stand closer than APART."""
    placed: dict[int, float] = {}
    floor = float("-inf")
    for number in sorted(range(len(heights)), key=lambda n: heights[n]):
        placed[number] = floor = max(heights[number], floor + APART)
    return [placed[number] for number in range(len(heights))]


def asking_spec() -> dict:
    asks = {
        "field": "demandes",
        "type": "quantitative",
        "scale": {"domain": [0, 9], "nice": False},
        "axis": {
            "values": list(range(MOST + 1)),
            "title": "demandes de décision dans le rendez-vous",
            "titleAnchor": "start",
            "grid": False,
            "domain": False,
            "ticks": False,
        },
    }
    sales = {
        "field": "ventes",
        "type": "quantitative",
        "scale": {"domain": [-40, 126], "nice": False},
        "axis": {"values": [0, 50, 100], "title": "ventes pour 100 clients", "domain": False, "ticks": False},
    }
    colour = {
        "field": "client",
        "type": "nominal",
        "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
        "legend": None,
    }
    encoding = {"x": asks, "y": sales, "color": colour}
    return {
        "height": 280,
        "layer": [
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": MUTED, "strokeWidth": 1},
                "encoding": {"y": {"datum": 0}},
            },
            {"mark": {"type": "line", "strokeWidth": 2.5}, "encoding": encoding},
            {"mark": {"type": "circle", "size": 24, "opacity": 1}, "encoding": encoding},
            {
                "transform": [{"filter": "datum.mieux === 1"}],
                "mark": {"type": "circle", "size": 190, "opacity": 1, "stroke": PAPER, "strokeWidth": 2},
                "encoding": encoding,
            },
            {
                "transform": [{"filter": f"datum.demandes === {MOST}"}],
                "mark": {"type": "text", "align": "left", "dx": 12, "fontWeight": "bold"},
                "encoding": {"x": asks, "y": sales | {"field": "nom"}, "text": {"field": "client"}, "color": colour},
            },
        ],
    }


# ── What chance alone can do ───────────────────────────────────────────────────────────────────────────

#: Rackham's photo store, before and after training, as reported; its numbers of customers are unknown.
STORE = {"petits": (0.72, 0.76), "gros": (0.42, 0.33)}
BEFORE, AFTER = "avant", "après"
USUAL = 0.05  # the usual threshold, no more


def chance_frame(*, achats: str, clients: int) -> Frame:
    """Two rates with their Wilson intervals, had there been `clients` customers before and as many after."""
    rates = STORE[achats]
    sold = [round(rate * clients) for rate in rates]
    lost = [clients - number for number in sold]
    p = fisher_2x2(sold[0], lost[0], sold[1], lost[1])
    rows = []
    for moment, number in zip((BEFORE, AFTER), sold, strict=True):
        low, high = wilson(number, clients)
        rows.append({"quand": moment, "taux": number / clients, "bas": low, "haut": high})
    return Frame(
        rows=rows,
        finding="courant" if p >= USUAL else "rare" if p >= 0.001 else "infime",
        params={
            "p": p,
            "avant": rates[0],
            "apres": rates[1],
            "assez": n_per_arm(*rates),
        },
    )


def chance_spec() -> dict:
    rate = {
        "field": "taux",
        "type": "quantitative",
        "scale": {"domain": [0.15, 0.9], "nice": False},
        "axis": {"format": ".0%", "tickCount": 5, "title": None, "domain": False, "ticks": False},
    }
    when = {
        "field": "quand",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "labelColor": INK, "labelPadding": 8},
    }
    colour = {
        "field": "quand",
        "type": "nominal",
        "scale": {"domain": [BEFORE, AFTER], "range": [PALETTE[0], PALETTE[1]]},
        "legend": None,
    }
    return {
        "height": 130,
        "encoding": {"y": when, "color": colour},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 7, "opacity": 0.4, "strokeCap": "round"},
                "encoding": {"x": rate | {"field": "bas"}, "x2": {"field": "haut"}},
            },
            {"mark": {"type": "circle", "size": 150, "opacity": 1}, "encoding": {"x": rate}},
            {
                "mark": {"type": "text", "dy": -16, "fontWeight": "bold"},
                "encoding": {"x": rate, "text": {"field": "taux", "format": ".0%"}},
            },
        ],
    }


MODELS = {
    "techniques-demandes": ChartModel(
        levers=("terrain", "patience"),
        columns={"client": None, "demandes": 0, "ventes": 1, "mieux": 0, "nom": 1},
        frame=asking_frame,
        spec=asking_spec,
    ),
    "techniques-hasard": ChartModel(
        levers=("achats", "clients"),
        columns={"quand": None, "taux": 3, "bas": 3, "haut": 3},
        frame=chance_frame,
        spec=chance_spec,
    ),
}
