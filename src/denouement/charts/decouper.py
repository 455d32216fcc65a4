"""The charts of chapter 2: where in a long cycle an effort pays, and when; what six yeses are worth together."""

from ..models.buying_group import CEB, all_agree
from ..models.cycle import cycle_of, extra_signatures, reaching
from ..typography import french
from .core import ChartModel, Frame
from .palette import LINE, PALETTE, PAPER

FAINT = 0.4  # bars that the title does not speak of

# ── Where an effort pays ───────────────────────────────────────────────────────────────────────────────

BEST, OTHER = "la plus payante", "les autres"
AT = ("quand ils comptent", "quand ils essaient", "quand ils s'accordent", "quand ils signent")


def steps_frame(*, horizon: int, cycle: int, perte: int) -> Frame:
    """A bar per step of the cycle: signatures added per 100 within `horizon` months by saving one lost deal in four
    there. `cycle` in months, `perte`: percent lost at the signature."""
    steps = cycle_of(cycle, perte / 100)
    extra = [extra_signatures(steps, number, horizon=horizon) for number in range(len(steps))]
    left = reaching(steps)
    lost = [before - after for before, after in zip(left, left[1:], strict=False)]
    best = max(range(len(steps)), key=extra.__getitem__)
    return Frame(
        rows=[
            {
                "etape": french(step.name),
                "gain": gain,
                "texte": f"+{gain:.0f}" if round(gain) else "0",
                "rang": BEST if number == best else OTHER,
            }
            for number, (step, gain) in enumerate(zip(steps, extra, strict=True))
        ],
        finding="signature" if best == len(steps) - 1 else "debut" if best == 0 else "milieu",
        params={
            "gain": extra[best],
            "ou": AT[best],
            "dernier": extra[-1],
            "signees": left[-1],
            "avant": lost[0],
            "apres": lost[-1],
        },
        table=[
            {"quand": french(step.name), "perdues": gone, "gain": gain}
            for step, gone, gain in zip(steps, lost, extra, strict=True)
        ],
    )


def steps_spec() -> dict:
    """Horizontal bars: names are read on a phone without turning one's head."""
    strength = {"condition": {"test": f"datum.rang === '{BEST}'", "value": 1}, "value": FAINT}
    place = {
        "y": {
            "field": "etape",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {"domain": False, "ticks": False, "labelPadding": 8},
        },
        "x": {
            "field": "gain",
            "type": "quantitative",
            "scale": {"domain": [0, 40]},
            "title": "de plus, pour 100 ventes attendues",
            "axis": {"values": [0, 10, 20, 30, 40], "domain": False, "ticks": False},
        },
    }
    return {
        "height": 190,
        "layer": [
            {"mark": {"type": "bar", "height": 24, "color": PALETTE[0]}, "encoding": {**place, "opacity": strength}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": "bold"},
                "encoding": {**place, "text": {"field": "texte"}},
            },
        ],
    }


# ── Everyone's yes ─────────────────────────────────────────────────────────────────────────────────────

MOST_PEOPLE = 10
CHOSEN, REST, REPORTED = "choisi", "autres", "enquête CEB"


def group_frame(*, personnes: int, chance: int, ensemble: int) -> Frame:
    """A bar per size of group: how likely everyone says yes, at `chance` percent each, with probability `ensemble`
    percent of forming one opinion. Diamonds: the purchase rates that CEB reports."""
    shares = {n: all_agree(n, chance / 100, ensemble / 100) for n in range(1, MOST_PEOPLE + 1)}
    bars = [{"n": n, "part": part, "genre": CHOSEN if n == personnes else REST} for n, part in shares.items()]
    reported = [{"n": n, "part": part, "genre": REPORTED} for n, part in CEB.items()]
    return Frame(
        rows=[*bars, *reported],
        finding="un" if personnes == 1 else "seuls" if ensemble == 0 else "parlent",
        params={"fois": 100 * shares[personnes], "seuls": 100 * all_agree(personnes, chance / 100)},
        table=[{"n": n, "part": part} for n, part in shares.items()],
    )


def group_spec() -> dict:
    place = {
        "x": {
            "field": "n",
            "type": "ordinal",
            "title": "personnes à convaincre",
            "axis": {"ticks": False, "domainColor": LINE},
        },
        "y": {
            "field": "part",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [0, 1]},
            "axis": {"format": ".0%", "tickCount": 5, "domain": False, "ticks": False},
        },
    }
    strength = {"condition": {"test": f"datum.genre === '{CHOSEN}'", "value": 1}, "value": FAINT}
    reported = [{"filter": f"datum.genre === '{REPORTED}'"}]
    named, name = [*reported, {"filter": "datum.n === 1"}], {"align": "left", "dx": -8, "dy": -16}
    return {
        "height": 230,
        "layer": [
            {
                "transform": [{"filter": f"datum.genre !== '{REPORTED}'"}],
                "mark": {"type": "bar", "color": PALETTE[0], "binSpacing": 1},
                "encoding": {**place, "opacity": strength},
            },
            {
                "transform": reported,
                "mark": {"type": "point", "shape": "diamond", "filled": True, "size": 130, "opacity": 1}
                | {"color": PALETTE[1]},
                "encoding": place,
            },
            {
                "transform": named,
                "mark": {"type": "text", **name, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"},
                "encoding": {**place, "text": {"field": "genre"}},
            },
            {
                "transform": named,
                "mark": {"type": "text", **name},
                "encoding": {**place, "text": {"field": "genre"}},
            },
        ],
    }


MODELS = {
    "decouper-tranches": ChartModel(
        levers=("horizon", "cycle", "perte"),
        columns={"etape": None, "gain": 1, "texte": None, "rang": None},
        frame=steps_frame,
        spec=steps_spec,
    ),
    "decouper-accord": ChartModel(
        levers=("personnes", "chance", "ensemble"),
        columns={"n": 0, "part": 3, "genre": None},
        frame=group_frame,
        spec=group_spec,
    ),
}
