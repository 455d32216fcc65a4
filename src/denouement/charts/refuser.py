"""The chart of chapter 6: what pursuing a demand leaves, as the chance of signing it grows."""

from ..models.remainder import MAREE_150, SALE_DAYS, expected, least_chance, per_sale
from .core import ChartModel, Frame
from .palette import INK, MUTED, PALETTE

HOUSE, SELLER = "ce que garde Ressac, en moyenne", "la prime du vendeur, en moyenne"
THRESHOLD, HERE = "seuil", "ici"
NOWHERE = -1  # where the threshold is drawn when no chance of signing deserves the days

#: What a day is worth, in euros: nothing when there is nothing else to do, what it costs, what the best deal left
#: aside would bring (the threshold of the lab).
DAY_WORTH = {"vide": 0, "ordinaire": 620, "plein": 930}


def remainder_frame(*, chance: int, retour: int, carnet: str) -> Frame:
    """Two lines over the chance of signing, in percent; `retour`: percent of the signed machines that come back."""
    day = DAY_WORTH[carnet]
    sale = per_sale(MAREE_150, retour / 100)
    left = expected(chance / 100, sale, SALE_DAYS, day=day)
    least = least_chance(sale, SALE_DAYS, day=day)
    rows = [
        {"genre": HOUSE, "x": 0, "y": expected(0, sale, SALE_DAYS, day=day)},
        {"genre": HOUSE, "x": 100, "y": expected(1, sale, SALE_DAYS, day=day)},
        {"genre": SELLER, "x": 0, "y": 0},
        {"genre": SELLER, "x": 100, "y": MAREE_150.bonus},
        {"genre": HERE, "x": chance, "y": left},
        {"genre": THRESHOLD, "x": NOWHERE if least is None else 100 * least, "y": 0},
    ]
    return Frame(
        rows=rows,
        finding=_finding(sale, left, least),
        params={
            "reste": left,
            "perte": -left,
            "vente": sale,
            "prime": chance / 100 * MAREE_150.bonus,
            "seuil": 0.0 if least is None else 100 * least,
            "journees": SALE_DAYS * day,
        },
        table=[
            {"quoi": "une vente signée laisse, retours comptés", "euros": sale},
            {"quoi": "quatre journées valent", "euros": SALE_DAYS * day},
            {"quoi": "poursuivre cette demande laisse", "euros": left},
            {"quoi": "le vendeur en attend, de prime", "euros": chance / 100 * MAREE_150.bonus},
        ],
    )


def _finding(sale: float, left: float, least: float | None) -> str:
    if sale < 0:
        return "aggrave"
    if least is None:
        return "jamais"
    return "dessus" if left >= 0 else "dessous"


def remainder_spec() -> dict:
    x = {
        "field": "x",
        "type": "quantitative",
        "title": "chances de signer, sur 100",
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 25, 50, 75, 100], "grid": False},
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [-14_000, 10_000]},
        "axis": {"values": [-10_000, -5_000, 0, 5_000, 10_000], "domain": False, "ticks": False},
    }
    y["axis"]["labelExpr"] = "replace(format(datum.value, ',.0f'), '-', '−') + '\u00a0€'"
    colour = {
        "field": "genre",
        "type": "nominal",
        "scale": {"domain": [HOUSE, SELLER], "range": [PALETTE[0], PALETTE[1]]},
        "legend": {"symbolType": "stroke", "symbolStrokeWidth": 3},
    }
    lines = [{"filter": f"datum.genre === '{HOUSE}' || datum.genre === '{SELLER}'"}]
    threshold = [{"filter": f"datum.genre === '{THRESHOLD}' && datum.x >= 0"}]
    return {
        "height": 280,
        "layer": [
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
                "encoding": {"y": {name: y[name] for name in ("type", "scale", "axis", "title")} | {"datum": 0}},
            },
            {
                "transform": threshold,
                "mark": {"type": "rule", "color": MUTED, "strokeDash": [4, 4]},
                "encoding": {"x": x},
            },
            {
                "transform": threshold,
                "mark": {"type": "text", "color": MUTED}
                | {"align": {"expr": "datum.x > 85 ? 'right' : 'left'"}, "dx": {"expr": "datum.x > 85 ? -6 : 6"}},
                "encoding": {"x": x, "y": {"value": 266}, "text": {"value": "seuil"}},
            },
            {
                "transform": lines,
                "mark": {"type": "line", "strokeWidth": 2.5},
                "encoding": {"x": x, "y": y, "color": colour},
            },
            {
                "transform": [{"filter": f"datum.genre === '{HERE}'"}],
                "mark": {"type": "circle", "size": 150, "opacity": 1, "color": PALETTE[0]},
                "encoding": {"x": x, "y": y},
            },
        ],
    }


MODELS = {
    "refuser-reste": ChartModel(
        levers=("chance", "retour", "carnet"),
        columns={"genre": None, "x": 1, "y": 0},
        frame=remainder_frame,
        spec=remainder_spec,
    )
}
